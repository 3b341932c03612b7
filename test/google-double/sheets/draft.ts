import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { type Area, formatA1 } from './a1-range.ts';
import { fromGridRange, toGridRange } from './grid-range.ts';
import {
  type Cell,
  columnCount,
  type Row,
  rowCount,
  type Sheet,
  type Spreadsheet,
  title,
} from './model.ts';

/** The rows that a draft's tab has copied already, and may write on. */
const ownRows = new WeakMap<Sheet, WeakSet<Row>>();

/**
 * A copy of a spreadsheet that may be written on, while the original stays as it is.
 *
 * A batch is all or nothing: it works on a draft, and the draft replaces the original only when every request
 * went through. Rows are shared until the first write, so that the cost follows what is touched.
 */
export function openDraft(spreadsheet: Spreadsheet): Spreadsheet {
  return { ...spreadsheet, sheets: spreadsheet.sheets.map(draftOfSheet) };
}

function draftOfSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.slice(),
    rowProperties: sheet.rowProperties.slice(),
    columnProperties: sheet.columnProperties.slice(),
  };
}

/** Puts a cell into a draft; a cell with nothing in it leaves the grid. */
export function putCell(sheet: Sheet, at: { row: number; column: number }, cell: Cell): void {
  const present = sheet.rows[at.row];
  const kept = isEmpty(cell) ? undefined : cell;
  if (kept === undefined && present?.[at.column] === undefined) return;
  const own = ownRows.get(sheet) ?? new WeakSet();
  ownRows.set(sheet, own);
  const row: (Cell | undefined)[] =
    present && own.has(present) ? (present as (Cell | undefined)[]) : [...(present ?? [])];
  row[at.column] = kept;
  own.add(row);
  sheet.rows[at.row] = row;
}

const isEmpty = (cell: Cell): boolean =>
  Object.values(cell).every((each) => each === undefined || each === '' || each === null);

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.rows[row]?.[column];

export function sheetById(spreadsheet: Spreadsheet, sheetId: number | null | undefined): Sheet {
  const sheet = spreadsheet.sheets.find((each) => each.sheetId === (sheetId ?? 0));
  if (!sheet) throw invalid(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/** Every position of an area, row by row. */
export function* positions(area: Area): Generator<{ row: number; column: number }> {
  for (let row = area.startRow; row < area.endRow; row += 1) {
    for (let column = area.startColumn; column < area.endColumn; column += 1) yield { row, column };
  }
}

/** The part of an area that lies on the grid. */
export const clip = (sheet: Sheet, area: Area): Area => ({
  startRow: Math.min(area.startRow, rowCount(sheet)),
  endRow: Math.min(area.endRow, rowCount(sheet)),
  startColumn: Math.min(area.startColumn, columnCount(sheet)),
  endColumn: Math.min(area.endColumn, columnCount(sheet)),
});

/** A range that reaches as far as the grid does today where it was left open, as filters and colours are kept. */
export const boundedRange = (
  sheet: Sheet,
  range: sheets_v4.Schema$GridRange | undefined,
): sheets_v4.Schema$GridRange => ({
  ...toGridRange(sheet.sheetId, clip(sheet, fromGridRange(range ?? {}))),
  sheetId: sheet.sheetId,
});

/** Refuses an area that begins or, where bounded, ends beyond the grid; `named` is how the caller wrote it. */
export function refuseBeyondGrid(sheet: Sheet, area: Area, named?: string): void {
  const rows = rowCount(sheet);
  const columns = columnCount(sheet);
  const bounded = {
    ...area,
    endRow: area.endRow === Infinity ? Math.max(rows, area.startRow + 1) : area.endRow,
    endColumn:
      area.endColumn === Infinity ? Math.max(columns, area.startColumn + 1) : area.endColumn,
  };
  if (bounded.endRow > rows || bounded.endColumn > columns) {
    const range = named ?? formatA1(title(sheet), bounded);
    throw invalid(
      `Range (${range}) exceeds grid limits. Max rows: ${rows}, max columns: ${columns}`,
    );
  }
}

/** Makes the grid at least this large, as an append does. */
export function growTo(sheet: Sheet, size: { rows: number; columns: number }): void {
  sheet.properties = {
    ...sheet.properties,
    gridProperties: {
      ...sheet.properties.gridProperties,
      rowCount: Math.max(rowCount(sheet), size.rows),
      columnCount: Math.max(columnCount(sheet), size.columns),
    },
  };
}

const cellLimit = 10_000_000;

/** Refuses a draft that has more cells than Google allows in one spreadsheet. */
export function refuseBeyondCellLimit(spreadsheet: Spreadsheet): void {
  const cells = spreadsheet.sheets.reduce(
    (sum, each) => sum + rowCount(each) * columnCount(each),
    0,
  );
  if (cells > cellLimit) {
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${cellLimit} cells.`,
    );
  }
}

/** The tab of that title; upper and lower case are one. */
export function sheetByTitle(spreadsheet: Spreadsheet, wanted: string): Sheet | undefined {
  const lower = wanted.toLowerCase();
  return spreadsheet.sheets.find((each) => title(each).toLowerCase() === lower);
}
