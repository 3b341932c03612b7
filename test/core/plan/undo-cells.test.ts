import { expect, test } from 'vitest';
import type { WrittenCell } from '../../../src/core/cases/pass-record.ts';
import { type RequestField, requestTab } from '../../../src/core/columns/request-tab.ts';
import { cellsToUndo } from '../../../src/core/plan/undo-cells.ts';
import { locateColumns } from '../../../src/core/sheet/locate-columns.ts';
import { type Cell, spotOf } from '../../../src/core/sheet/snapshot.ts';
import { tabOf } from '../../support/tab-of.ts';

const tab = tabOf(requestTab, []);
const columns = locateColumns(tab, requestTab);
const noCells = Object.fromEntries(requestTab.columns.map(({ field }) => [field, ''])) as Record<
  RequestField,
  Cell
>;
const spot = (field: RequestField): string => spotOf(2, (columns.indexOf.get(field) ?? -1) + 1);

const judged = (cell: Partial<WrittenCell>, now: string, link?: string) => {
  const { back, done, left } = cellsToUndo(
    {
      cells: [{ ticket: 'VC-2026-0001', field: 'dutyLetter', was: '', becomes: 'Draf 1', ...cell }],
    },
    {
      tab: tab.name,
      columns,
      rows: [{ row: 2, ticket: 'VC-2026-0001', cells: { ...noCells, dutyLetter: now } }],
      links: new Map(link === undefined ? [] : [[spot('dutyLetter'), link]]),
    },
    { isBuiltOn: () => false, staysBehind: () => false },
  );
  return [back.length, done.length, left.length];
};

test('a cell that reads and leads as it was written goes back, one that leads elsewhere is left', () => {
  expect(judged({ link: 'a.docx' }, 'Draf 1', 'a.docx')).toEqual([1, 0, 0]);
  expect(judged({ link: 'a.docx' }, 'Draf 1', 'b.docx')).toEqual([0, 0, 1]);
  expect(judged({}, '')).toEqual([0, 1, 0]);
});

test('a link that another program left behind in an empty cell is nobody’s change', () => {
  expect(judged({}, '', 'tertinggal.docx')).toEqual([0, 1, 0]);
  expect(judged({ becomes: '' }, '', 'tertinggal.docx')).toEqual([0, 1, 0]);
});
