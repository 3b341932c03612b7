import { describe, expect, test } from 'vitest';
import { unsavedNotices } from '../../../src/core/overview/unsaved-documents.ts';

const rest =
  'Apabila dokumennya sedang dibuka di Word, tutup dahulu; layanan mencoba lagi pada setiap putaran. Apabila pemberitahuan ini tidak hilang, hubungi pengelola layanan.';

const busy = (...names: readonly string[]) =>
  names.map((name) => ({ name, code: 'document-busy' }));

describe('what Ringkasan tells of documents that could not be saved', () => {
  test('is nothing while all could', () => {
    expect(unsavedNotices([])).toEqual([]);
  });

  test('names them, and what to do', () => {
    expect(unsavedNotices(busy('Laporan.docx', 'Rekap.docx'))).toEqual([
      `Belum dapat disimpan: "Laporan.docx", "Rekap.docx". ${rest}`,
    ]);
  });

  test('names three, and counts the others', () => {
    expect(unsavedNotices(busy('1.docx', '2.docx', '3.docx', '4.docx', '5.docx'))).toEqual([
      `Belum dapat disimpan: "1.docx", "2.docx", "3.docx", dan 2 dokumen lain. ${rest}`,
    ]);
  });

  test.each([
    ['no-storage', /Google Drive habis/],
    ['too-many-files', /terlalu banyak berkas/],
    ['documents-disk-full', /komputer layanan habis/],
  ])('speaks of room, and not of Word, where %s is the reason', (code, words) => {
    const [full, open] = unsavedNotices([{ name: 'Surat.docx', code }, ...busy('Rekap.docx')]);

    expect(full).toMatch(words);
    expect(full).toContain('"Surat.docx"');
    expect(full).not.toMatch(/Word|Rekap/);
    expect(open).toBe(`Belum dapat disimpan: "Rekap.docx". ${rest}`);
  });
});
