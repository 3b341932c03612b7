import { describe, expect, test } from 'vitest';
import { unsavedNotices } from '../../src/core/unsaved-documents.ts';

const rest =
  'Apabila dokumennya sedang dibuka di Word, tutup dahulu; layanan mencoba lagi pada setiap putaran. Apabila pemberitahuan ini tidak hilang, hubungi pengelola layanan.';

describe('what Ringkasan tells of documents that could not be saved', () => {
  test('is nothing while all could', () => {
    expect(unsavedNotices([])).toEqual([]);
  });

  test('names them, and what to do', () => {
    expect(unsavedNotices(['Laporan.docx', 'Rekap.docx'])).toEqual([
      `Belum dapat disimpan: "Laporan.docx", "Rekap.docx". ${rest}`,
    ]);
  });

  test('names three, and counts the others', () => {
    expect(unsavedNotices(['1.docx', '2.docx', '3.docx', '4.docx', '5.docx'])).toEqual([
      `Belum dapat disimpan: "1.docx", "2.docx", "3.docx", dan 2 dokumen lain. ${rest}`,
    ]);
  });
});
