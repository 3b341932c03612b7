import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { cellAt, positions, putCell } from './draft.ts';
import { answeredRange, fromGridRange, overlap } from './grid-range.ts';
import type { Sheet, Spreadsheet } from './model.ts';
import { effectiveValue } from './shown-value.ts';
import type { StoredTable } from './stored-table.ts';

type GridRange = sheets_v4.Schema$GridRange;

/** A table as an answer tells it: every column with the name that its header shows, typed ones with their type. */
export function tableAnswer(sheet: Sheet, table: StoredTable): sheets_v4.Schema$Table {
  const { startRow, startColumn, endColumn } = fromGridRange(table.range);
  return {
    tableId: table.tableId,
    name: table.name,
    range: answeredRange(table.range),
    ...(table.rowsProperties && { rowsProperties: table.rowsProperties }),
    columnProperties: Array.from({ length: endColumn - startColumn }, (_, columnIndex) => {
      const typed = table.typed.find(
        ({ range }) => range.startColumnIndex === startColumn + columnIndex,
      );
      return {
        ...(columnIndex > 0 && { columnIndex }),
        columnName: headerAt(sheet, startRow, startColumn + columnIndex),
        ...(typed && { columnType: typed.type }),
        ...(typed?.rule && { dataValidationRule: typed.rule }),
      };
    }),
  };
}

const headerAt = (sheet: Sheet, row: number, column: number): string => {
  const cell = cellAt(sheet, row, column);
  const value = cell && effectiveValue(cell);
  return String(value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '');
};

/**
 * Makes sure that every column of a table has a name of its own.
 *
 * Belief (unknown): that Google names a column whose header is empty "Column N", and numbers a name that comes twice, is
 * known from its editor, not from its API.
 */
export function nameColumns(sheet: Sheet, { range }: Pick<StoredTable, 'range'>): void {
  const { startRow: row, startColumn, endColumn } = fromGridRange(range);
  const taken = new Set<string>();
  for (let column = startColumn; column < endColumn; column += 1) {
    const shown = headerAt(sheet, row, column);
    const wanted = shown === '' ? `Column ${column - startColumn + 1}` : shown;
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted} ${number}`;
    taken.add(name.toLowerCase());
    if (name === shown) continue;
    const present = cellAt(sheet, row, column);
    putCell(sheet, { row, column }, { ...present, userEnteredValue: { stringValue: name } });
  }
}

/**
 * Refuses a table where none can be.
 *
 * Belief (likely): that tables may not overlap each other, a filter or merged cells is so in the editor; the API's words
 * are not known.
 */
export function refuseTableAt(
  draft: Spreadsheet,
  sheet: Sheet,
  { tableId, name, range }: Pick<StoredTable, 'tableId' | 'name' | 'range'>,
): void {
  const area = fromGridRange(range);
  const others = draft.sheets
    .flatMap(({ tables }) => tables)
    .filter((each) => each.tableId !== tableId);
  if (area.endRow === Infinity || area.endColumn === Infinity) {
    throw invalid('The table range must be bounded.');
  }
  if (others.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
    throw invalid(`A table with the name "${name}" already exists.`);
  }
  if (tablesAt(sheet, range).some((each) => each.tableId !== tableId)) {
    throw invalid('The table range overlaps another table.');
  }
  if (sheet.basicFilter && overlap(fromGridRange(sheet.basicFilter.range ?? {}), area)) {
    throw invalid('The table range overlaps a filter.');
  }
  if (sheet.merges.some((each) => overlap(fromGridRange(each), area))) {
    throw invalid('The table range holds merged cells.');
  }
}

export const tablesAt = (sheet: Sheet, range: GridRange): readonly StoredTable[] =>
  sheet.tables.filter((each) => overlap(fromGridRange(each.range), fromGridRange(range)));

/** A table whose range or columns moved with the cells; `undefined` when nothing is left of it. */
export function movedTable(
  table: StoredTable,
  change: (range: GridRange) => GridRange | undefined,
): StoredTable | undefined {
  const range = change(table.range);
  if (!range) return undefined;
  const typed = table.typed.flatMap((each) => {
    const moved = change(each.range);
    return moved ? [{ ...each, range: moved }] : [];
  });
  return { ...table, range, typed };
}

/** A table takes in the row below it when a form, or `appendCells` with its id, puts one there. */
export function growTables(sheet: Sheet, row: number): void {
  sheet.tables = sheet.tables.map((table) =>
    (table.range.endRowIndex ?? 0) === row ? resized(table, { endRowIndex: row + 1 }) : table,
  );
}

/** With other ends; the columns that are typed follow its rows. */
export function resized(table: StoredTable, ends: GridRange): StoredTable {
  const range = { ...table.range, ...ends };
  const { startColumn, endColumn } = fromGridRange(range);
  return {
    ...table,
    range,
    typed: table.typed
      .filter(({ range: { startColumnIndex } }) => {
        const column = startColumnIndex ?? 0;
        return column >= startColumn && column < endColumn;
      })
      .map((each) => ({
        ...each,
        range: { ...each.range, endRowIndex: range.endRowIndex ?? null },
      })),
  };
}

/** Takes out what stands in a table. */
export function clearTable(sheet: Sheet, { range }: StoredTable): void {
  for (const at of positions(fromGridRange(range))) putCell(sheet, at, {});
}
