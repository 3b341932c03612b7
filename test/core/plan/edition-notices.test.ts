import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../../src/core/cases/ledger-state.ts';
import { editionNotices, editionSentence } from '../../../src/core/plan/edition-notices.ts';
import { aCase, aSituation } from '../../support/builders.ts';

const aRecord = (changed: Partial<DocumentRecord> = {}): DocumentRecord => ({
  key: 'rekap/2026-11',
  id: 'berkas-2',
  title: '2026-11 Rekap (pembaruan 2).docx',
  fingerprint: 'sidik',
  contentHash: 'isi',
  edition: 2,
  editedBy: 'Budi Santoso',
  ...changed,
});

const noticesFor = (...records: readonly DocumentRecord[]) =>
  editionNotices(new Map(records.map((record) => [record.key, record])), {
    cases: [aCase()],
    situation: aSituation(),
  });

describe('a new edition beside one that was left as it is', () => {
  test('is told with the name of whoever edited the one before', () => {
    expect(noticesFor(aRecord())).toEqual([
      'Dokumen "2026-11 Rekap (pembaruan 2).docx" adalah edisi terbaru; edisi sebelumnya telah disunting oleh Budi Santoso dan dibiarkan apa adanya.',
    ]);
  });

  test('is told without a name where the store knows none, or it had been approved', () => {
    const { editedBy: _unknown, title: _path, ...record } = aRecord({ id: 'Rekap/2026/b.docx' });

    expect(editionSentence(record)).toBe(
      'Dokumen "b.docx" adalah edisi terbaru; edisi sebelumnya telah disunting atau disetujui dan dibiarkan apa adanya.',
    );
  });

  test('is no news of a first edition', () => {
    expect(noticesFor(aRecord({ edition: 1 }))).toEqual([]);
  });

  test.each([
    ['the month before', 'rekap/2026-10', 1],
    ['a month long past', 'rekap/2026-09', 0],
    ['the year before', 'evaluasi/2025', 0],
    ['an event of these days', `laporan/${aCase().ticket}`, 1],
  ])('of %s', (_, key, count) => {
    expect(noticesFor(aRecord({ key }))).toHaveLength(count);
  });

  test('names ten of many, the latest first, and counts the others', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      aRecord({ key: `surat-tugas/${index}`, title: `${index}.docx` }),
    );
    const older = aRecord({ key: 'rekap/2026-10', title: 'lama.docx' });

    const notices = noticesFor(older, ...many);

    expect(notices).toHaveLength(11);
    expect(notices.at(-1)).toBe('Selain itu, ada 3 dokumen lain yang memiliki edisi baru.');
    expect(notices.join()).not.toContain('lama.docx');
  });
});
