import { expect, test } from 'vitest';
import type { DeskProblem } from '../../../src/core/cases/desk.ts';
import { periodicTab } from '../../../src/core/columns/periodic-tab.ts';
import { readPeriodicRows } from '../../../src/core/reading/registers/periodic-documents.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const read = (...rows: readonly (readonly Cell[])[]) => {
  const problems: DeskProblem[] = [];
  const headers = periodicTab.columns.map(({ header }) => header);
  const known = readPeriodicRows(
    { tabs: [{ name: periodicTab.name, rows: [headers, ...rows] }] },
    problems,
  );
  return { names: [...known.keys()], told: problems.map(({ row, text }) => `${row} ${text}`) };
};

test('a row that names no document is told of, for what was signed there counts nowhere', () => {
  const { names, told } = read(['', '', 'Budi Santoso 24/11/2026']);
  expect(names).toEqual([]);
  expect(told).toEqual([expect.stringMatching(/^2 Baris ini tidak menyebut dokumennya/)]);
});

test('of two rows for one document the second is told of, with the row that counts', () => {
  const title = 'Rekap Bulanan November 2026';
  const { names, told } = read([title], [title.toUpperCase(), '', 'Budi Santoso 24/11/2026']);
  expect(names).toHaveLength(1);
  expect(told).toEqual([expect.stringMatching(/^3 Dokumen ini sudah ada pada baris 2/)]);
});

test('empty rows say nothing', () => {
  expect(read(['', '', '', false], [])).toEqual({ names: [], told: [] });
});
