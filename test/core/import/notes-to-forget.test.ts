import { expect, test } from 'vitest';
import { notesToForget } from '../../../src/core/import/notes-to-forget.ts';

const source = (row: number, key: string): string => `Arsip lama.csv, baris ${row} [${key}]`;
const snapshot = {
  tabs: [
    {
      name: 'Permohonan',
      rows: [
        ['Nama Kegiatan', 'Asal Impor'],
        ['Rapat lama', source(3, 'aaa')],
        ['Rapat baru', source(4, 'bbb')],
      ],
    },
    {
      name: 'Catatan Impor',
      rows: [
        ['Berkas', 'Isi Asal', 'Menjadi', 'Kunci'],
        ['lama.csv', 'Rina / 81200000001', '081200000001', 'aaa'],
        ['lama.csv', 'Budi / 81200000002', '081200000002', 'bbb'],
        ['lama.csv', '2; Rapat; rina@contoh.test', '', 'ccc'],
        ['lama.csv', '08.00', '08.00', 'aaa'],
        ['lama.csv', 'zoom.contoh.test/j/85512345678', '', 'aaa'],
      ],
    },
  ],
};

test('originals lose the contacts of those whose time is over, and of rows that became no request', () => {
  const edits = notesToForget(snapshot, new Set([source(3, 'aaa')]));

  expect(edits.map(({ address, was, becomes }) => ({ ...address, was, becomes }))).toEqual([
    { kind: 'fixed', row: 2, column: 2, was: 'Rina / 81200000001', becomes: 'Rina / (dihapus)' },
    { kind: 'fixed', row: 2, column: 3, was: '081200000001', becomes: '(dihapus)' },
    {
      kind: 'fixed',
      row: 4,
      column: 2,
      was: '2; Rapat; rina@contoh.test',
      becomes: '2; Rapat; (dihapus)',
    },
  ]);
});

test('nothing is asked of a desk where nobody’s time is over, or which imported nothing', () => {
  expect(notesToForget(snapshot, new Set())).toEqual([]);
  expect(notesToForget({ tabs: [] }, new Set(['x']))).toEqual([]);
});
