/**
 * The part of a sheet that a write answers with, and what it proves.
 *
 * The answer shows the state right after the write, nobody in between. When the headers and what tells rows apart
 * stand as we last saw them, and our cells read as written, everything landed in its row.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Locate } from '../../../core/sheet/edits.ts';
import {
  asRead,
  type Cell,
  type TabSnapshot,
  type WorkbookSnapshot,
} from '../../../core/sheet/snapshot.ts';
import { a1, type CellRange } from './a1.ts';
import { cellAt, type Placed } from './placing.ts';

/** What the answer has to show, and what must stand there for the write to have landed. */
export interface WriteCheck {
  readonly ranges: readonly string[];
  isAsPlaced(answer: sheets_v4.Schema$Spreadsheet): boolean;
}

/** The fields of the answer that are needed. */
export const checkFields =
  'updatedSpreadsheet.sheets(properties.title,data(startRow,startColumn,rowData.values.effectiveValue))';

export const checkOf = (
  placed: readonly Placed[],
  { tabs }: WorkbookSnapshot,
  locate: Locate,
): WriteCheck => {
  const checks = tabs.flatMap((tab) => {
    const due = placed.filter((each) => each.tab === tab.name);
    return due.length === 0 ? [] : [tabCheck(due, tab, locate)];
  });
  return {
    ranges: checks.flatMap(({ name, blocks }) => blocks.map((block) => a1(name, block))),
    isAsPlaced: ({ sheets = [] }) =>
      checks.every(({ name, expected }) => {
        const sheet = sheets.find(({ properties }) => properties?.title === name);
        const shown = shownCells(sheet);
        return (
          sheet !== undefined &&
          [...expected].every(([position, cell]) => (shown.get(position) ?? '') === cell)
        );
      }),
  };
};

interface TabCheck {
  readonly name: string;
  readonly blocks: readonly CellRange[];
  /** By `row,column`. */
  readonly expected: ReadonlyMap<string, Cell>;
}

const tabCheck = (due: readonly Placed[], tab: TabSnapshot, locate: Locate): TabCheck => {
  const { headerRow, keyColumns: byKey, fillColumns } = locate(tab);
  const isByRow = due.some(({ address }) => address.kind !== 'fixed');
  const isByFilling = due.some(({ address }) => address.kind === 'filled');
  const keyColumns = isByFilling ? [...new Set([...byKey, ...fillColumns])] : byKey;
  const rows = [...new Set(due.map(({ row }) => row))];
  const span = { firstRow: Math.min(...rows), lastRow: Math.max(...rows) };
  const columns = [...(isByRow ? keyColumns : []), ...due.map(({ column }) => column)];
  const headers = tab.rows[headerRow - 1] ?? [];

  const expected = new Map<string, Cell>();
  const expect = (row: number, column: number, cell: Cell): void => {
    expected.set(`${row},${column}`, cell);
  };
  if (isByRow) {
    for (const [index, header] of headers.entries()) expect(headerRow, index + 1, header);
    for (const row of rows) {
      for (const column of keyColumns) expect(row, column, cellAt(tab, row, column));
    }
  }
  for (const { row, column, content } of due) expect(row, column, asRead(content));
  return {
    name: tab.name,
    expected,
    blocks: [
      ...(isByRow
        ? [{ firstRow: headerRow, lastRow: headerRow, firstColumn: 1, lastColumn: headers.length }]
        : []),
      ...neighbours(columns).map((run) => ({ ...span, ...run })),
    ],
  };
};

/** Columns in order, those side by side as one. */
const neighbours = (
  columns: readonly number[],
): readonly Pick<CellRange, 'firstColumn' | 'lastColumn'>[] => {
  const runs: { firstColumn: number; lastColumn: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.lastColumn + 1 === column) last.lastColumn = column;
    else runs.push({ firstColumn: column, lastColumn: column });
  }
  return runs;
};

const shownCells = (sheet: sheets_v4.Schema$Sheet | undefined): ReadonlyMap<string, Cell> => {
  const cells = new Map<string, Cell>();
  for (const { startRow, startColumn, rowData } of sheet?.data ?? []) {
    rowData?.forEach(({ values }, row) => {
      values?.forEach(({ effectiveValue }, column) => {
        const cell = cellFrom(effectiveValue);
        cells.set(`${(startRow ?? 0) + row + 1},${(startColumn ?? 0) + column + 1}`, cell);
      });
    });
  }
  return cells;
};

const cellFrom = (value: sheets_v4.Schema$ExtendedValue | undefined): Cell =>
  value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? errorText(value) ?? '';

/** As `values.batchGet` shows an error. */
const errorText = (value: sheets_v4.Schema$ExtendedValue | undefined): string | undefined =>
  value?.errorValue ? (errorTexts[value.errorValue.type ?? ''] ?? '#ERROR!') : undefined;

const errorTexts: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
};
