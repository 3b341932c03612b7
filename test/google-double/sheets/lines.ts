import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { refuseBeyondCellLimit, sheetById } from './draft.ts';
import { type Shift, shifted } from './grid-range.ts';
import {
  columnCount,
  type Dimension,
  type Row,
  rowCount,
  type Sheet,
  type Spreadsheet,
} from './model.ts';

type Span = {
  readonly sheet: Sheet;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
};

/** The rows or columns that a request names, on the grid. */
export function spanOf(
  draft: Spreadsheet,
  range: sheets_v4.Schema$DimensionRange | undefined,
): Span {
  const sheet = sheetById(draft, range?.sheetId);
  const dimension = dimensionOf(range?.dimension);
  const length = dimension === 'ROWS' ? rowCount(sheet) : columnCount(sheet);
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? length;
  if (start < 0 || end <= start) throw invalid(`Invalid dimension range: ${start} to ${end}`);
  return { sheet, dimension, start, end };
}

export function dimensionOf(given: string | null | undefined): Dimension {
  if (given === 'ROWS' || given === 'COLUMNS') return given;
  throw invalid('No dimension specified.');
}

/** Inserts empty lines; everything after them, and every range over them, moves on. */
export function insertLines(draft: Spreadsheet, { sheet, dimension, start, end }: Span): void {
  const count = end - start;
  if (dimension === 'ROWS') {
    if (sheet.rows.length > start) sheet.rows.splice(start, 0, ...nothing<Row>(count));
  } else {
    changeRows(sheet, (row) =>
      row.length > start ? row.toSpliced(start, 0, ...nothing(count)) : row,
    );
  }
  resize(sheet, dimension, count);
  refuseBeyondCellLimit(draft);
  shiftRanges(draft, sheet, { dimension, at: start, count });
}

/** Deletes lines with all that is in them. */
export function deleteLines(draft: Spreadsheet, { sheet, dimension, start, end }: Span): void {
  const length = dimension === 'ROWS' ? rowCount(sheet) : columnCount(sheet);
  if (end > length) throw invalid(`Cannot delete beyond the grid: ${end} of ${length}.`);
  if (end - start >= length) {
    throw invalid(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  }
  if (dimension === 'ROWS') sheet.rows.splice(start, end - start);
  else changeRows(sheet, (row) => row.toSpliced(start, end - start));
  resize(sheet, dimension, start - end);
  shiftRanges(draft, sheet, { dimension, at: start, count: start - end });
}

/** Moves lines before another one; ranges over them stay where they are. */
export function moveLines({ sheet, dimension, start, end }: Span, to: number): void {
  const target = to > start ? to - (end - start) : to;
  const moved = <Value>(list: readonly (Value | undefined)[]): (Value | undefined)[] => {
    const padded = Array.from(
      { length: Math.max(list.length, end, to) },
      (_, index) => list[index],
    );
    const taken = padded.splice(start, end - start);
    return padded.toSpliced(target, 0, ...taken);
  };
  if (dimension === 'ROWS') sheet.rows = moved(sheet.rows);
  else changeRows(sheet, moved);
}

/** Adds empty lines at the end of the grid. */
export function appendLines(
  draft: Spreadsheet,
  { sheetId, dimension, length }: sheets_v4.Schema$AppendDimensionRequest,
): void {
  resize(sheetById(draft, sheetId), dimensionOf(dimension), length ?? 0);
  refuseBeyondCellLimit(draft);
}

const nothing = <Value>(count: number): undefined[] & (Value | undefined)[] =>
  Array.from({ length: count }, () => undefined);

function changeRows(sheet: Sheet, change: (row: Row) => Row): void {
  sheet.rows = sheet.rows.map((row) => row && change(row));
}

function resize(sheet: Sheet, dimension: Dimension, by: number): void {
  const { gridProperties } = sheet.properties;
  const size =
    dimension === 'ROWS'
      ? { rowCount: rowCount(sheet) + by }
      : { columnCount: columnCount(sheet) + by };
  sheet.properties = { ...sheet.properties, gridProperties: { ...gridProperties, ...size } };
}

function shiftRanges(draft: Spreadsheet, sheet: Sheet, shift: Shift): void {
  sheet.merges = sheet.merges.flatMap((each) => shifted(each, shift) ?? []);
  sheet.protectedRanges = sheet.protectedRanges.flatMap((each) => {
    const range = shifted(each.range ?? {}, shift);
    return range ? [{ ...each, range }] : [];
  });
  draft.namedRanges = draft.namedRanges.flatMap((each) => {
    if ((each.range?.sheetId ?? 0) !== sheet.sheetId) return [each];
    const range = shifted(each.range ?? {}, shift);
    return range ? [{ ...each, range }] : [];
  });
}
