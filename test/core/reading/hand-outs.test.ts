import { describe, expect, test } from 'vitest';
import type { DeskProblem } from '../../../src/core/cases/desk.ts';
import { readHandOuts } from '../../../src/core/reading/registers/hand-outs.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { anItem } from '../../support/builders.ts';

const headers = [
  'Peralatan',
  'Jumlah',
  'Nomor Tiket',
  'Dibawa Oleh',
  'Diserahkan',
  'Rencana Kembali',
  'Kembali',
  'Kondisi Saat Kembali',
];
const read = (...cells: readonly Cell[]) => {
  const problems: DeskProblem[] = [];
  const [handOut] = readHandOuts(
    { tabs: [{ name: 'Serah Terima Alat', rows: [headers, cells] }] },
    {
      timeZone: 'Asia/Makassar',
      equipment: [anItem({ name: 'Speaker JBL', kind: 'Speaker', quantity: 2 })],
      problems,
    },
  );
  return { handOut, problems: problems.map(({ text }) => text) };
};

describe('what was handed out', () => {
  test.each([
    ['Speaker JBL', 'Speaker'],
    ['speaker', 'Speaker'],
    ['tenda', undefined],
  ])('%s counts as %s', (typed, kind) => {
    const { handOut, problems } = read(typed, 1);
    expect(handOut?.kind).toBe(kind);
    expect(problems).toHaveLength(kind === undefined ? 1 : 0);
  });

  test.each<[Cell, string]>([
    ['', 'out'],
    ['belum', 'out'],
    ['✓', 'returned'],
    ['sudah kembali', 'returned'],
    ['23/11/2026 16.00', 'returned'],
    ['nanti sore', 'out'],
    ['sudah kembali, tidak ada yang rusak', 'out'],
  ])('"%s" in Kembali means %s', (typed, kind) => {
    const { handOut, problems } = read('Speaker', 1, '', '', '', '', typed);
    expect(handOut?.back.kind).toBe(kind);
    expect(problems).toHaveLength(/nanti|rusak/.test(String(typed)) ? 1 : 0);
  });

  test('a row without a thing is asked about, and one that came back before it left', () => {
    expect(read('', 2).problems).toEqual([
      'Peralatan belum diisi; baris ini tidak dihitung. Isi nama alatnya.',
    ]);
    expect(read('Speaker', 1, '', '', '23/11/2026 09.00', '', '22/11/2026 09.00').problems).toEqual(
      ['Kembali lebih awal daripada Diserahkan. Periksa kedua waktunya.'],
    );
  });

  test.each<[string, boolean]>([
    ['baik', false],
    ['Baik, tidak ada yang rusak', false],
    ['lengkap, tanpa kekurangan', false],
    ['rusak ringan', false],
    ['Rusak, layar retak', true],
    ['hilang satu', true],
    ['tidak menyala', true],
    ['kabel kurang 1', true],
    ['rusak, sudah dicatat', false],
    ['mati total; sudah diganti', false],
  ])(
    '"%s" at its return is asked about, because it would be given out again: %s',
    (said, asked) => {
      const problems = (returned: Cell) =>
        read('Speaker', 1, '', '', '', '', returned, said).problems;

      expect(problems('✓')).toEqual(asked ? [expect.stringContaining('tab Peralatan')] : []);
      expect(problems('')).toEqual([]);
    },
  );

  test('an office that has no such tab hands out nothing', () => {
    const equipment = [anItem()];
    expect(
      readHandOuts({ tabs: [] }, { timeZone: 'Asia/Makassar', equipment, problems: [] }),
    ).toEqual([]);
  });
});
