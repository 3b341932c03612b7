import { describe, expect, test } from 'vitest';
import { type Exposed, exposureNotices } from '../../../src/core/overview/exposed-documents.ts';

const url = 'https://drive.google.com/file/d/1/view';
const aDocument = (name: string): Exposed => ({ kind: 'document', name, url });

describe('what Ringkasan tells of documents that anybody can open', () => {
  test('is nothing while there are none', () => {
    expect(exposureNotices([])).toEqual([]);
  });

  test('names the document, and the next step', () => {
    expect(exposureNotices([aDocument('Laporan.docx')])).toEqual([
      `Dokumen "Laporan.docx" dapat dibuka oleh siapa saja yang memiliki tautannya. Buka ${url}, klik Bagikan, lalu ubah Akses umum menjadi Dibatasi.`,
    ]);
  });

  test('names a folder with all that lies in it', () => {
    expect(exposureNotices([{ kind: 'folder', name: 'Laporan', url }])).toEqual([
      `Folder "Laporan" beserta semua dokumen di dalamnya dapat dibuka oleh siapa saja yang memiliki tautannya. Buka ${url}, klik Bagikan, lalu ubah Akses umum menjadi Dibatasi.`,
    ]);
  });

  test('names ten, and counts the others', () => {
    const many = Array.from({ length: 13 }, (_, index) => aDocument(`${index}.docx`));

    const notices = exposureNotices(many);

    expect(notices).toHaveLength(11);
    expect(notices.at(-1)).toBe(
      'Selain itu, masih ada 3 dokumen atau folder lain yang terbuka untuk umum.',
    );
  });
});
