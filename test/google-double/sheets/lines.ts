import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { changeRanges } from './borne-ranges.ts';
import { moveMetadata, shiftMetadata } from './developer-metadata.ts';
import { refuseBeyondCellLimit, sheetById } from './draft.ts';
import { type Shift, shifted } from './grid-range.ts';
import { shiftedGroups } from './line-groups.ts';
import { columnCount, type Dimension, rowCount, type Sheet, type Spreadsheet } from './model.ts';

/** Rows or columns of a tab that a request is about; `end` is excluded. */
export type Span = {
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

/** The same, refused where it reaches beyond the grid. */
export function spanOnGrid(
  draft: Spreadsheet,
  range: sheets_v4.Schema$DimensionRange | undefined,
): Span {
  const span = spanOf(draft, range);
  const length = span.dimension === 'ROWS' ? rowCount(span.sheet) : columnCount(span.sheet);
  if (span.end > length) {
    throw invalid(`The dimension range ends beyond the grid: ${span.end} of ${length}.`);
  }
  return span;
}

function dimensionOf(given: string | null | undefined): Dimension {
  if (given === 'ROWS' || given === 'COLUMNS') return given;
  throw invalid('No dimension specified.');
}

/** Inserts empty lines; everything after them, and every range over them, moves on. */
export function insertLines(draft: Spreadsheet, { sheet, dimension, start, end }: Span): void {
  const count = end - start;
  changeLines(sheet, dimension, (list) =>
    list.length > start ? list.toSpliced(start, 0, ...nothing(count)) : list,
  );
  resize(sheet, dimension, count);
  refuseBeyondCellLimit(draft);
  follow(draft, sheet, { dimension, at: start, count });
}

/** Deletes lines with all that is in them. */
export function deleteLines(draft: Spreadsheet, { sheet, dimension, start, end }: Span): void {
  const length = dimension === 'ROWS' ? rowCount(sheet) : columnCount(sheet);
  if (end - start >= length) {
    throw invalid(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  }
  changeLines(sheet, dimension, (list) => list.toSpliced(start, end - start));
  resize(sheet, dimension, start - end);
  follow(draft, sheet, { dimension, at: start, count: start - end });
}

/** Moves lines before another one, with their sizes and metadata; ranges over them stay where they are. */
export function moveLines(
  draft: Spreadsheet,
  { sheet, dimension, start, end }: Span,
  to: number,
): void {
  if (to > start && to < end) throw invalid(`Lines can't be moved into themselves: ${to}.`);
  const target = to > start ? to - (end - start) : to;
  changeLines(sheet, dimension, (list) => {
    const padded = Array.from(
      { length: Math.max(list.length, end, to) },
      (_, index) => list[index],
    );
    const taken = padded.splice(start, end - start);
    return padded.toSpliced(target, 0, ...taken);
  });
  moveMetadata(draft, sheet, { dimension, start, end, target });
}

/** Adds empty lines at the end of the grid. */
export function appendLines(
  draft: Spreadsheet,
  { sheetId, dimension, length }: sheets_v4.Schema$AppendDimensionRequest,
): void {
  resize(sheetById(draft, sheetId), dimensionOf(dimension), length ?? 0);
  refuseBeyondCellLimit(draft);
}

const nothing = (count: number): undefined[] => Array.from({ length: count }, () => undefined);

/** Changes the cells of a tab, and what is kept of its lines, in one way. */
function changeLines(
  sheet: Sheet,
  dimension: Dimension,
  change: <Value>(list: readonly (Value | undefined)[]) => readonly (Value | undefined)[],
): void {
  if (dimension === 'ROWS') {
    sheet.rows = [...change(sheet.rows)];
    sheet.rowProperties = [...change(sheet.rowProperties)];
  } else {
    sheet.rows = sheet.rows.map((row) => row && change(row));
    sheet.columnProperties = [...change(sheet.columnProperties)];
  }
}

function resize(sheet: Sheet, dimension: Dimension, by: number): void {
  const { gridProperties } = sheet.properties;
  const size =
    dimension === 'ROWS'
      ? { rowCount: rowCount(sheet) + by }
      : { columnCount: columnCount(sheet) + by };
  sheet.properties = { ...sheet.properties, gridProperties: { ...gridProperties, ...size } };
}

/** Lets everything that lies on a place follow the lines that came or went. */
function follow(draft: Spreadsheet, sheet: Sheet, shift: Shift): void {
  changeRanges(draft, sheet, (range) => shifted(range, shift));
  sheet.rowGroups =
    shift.dimension === 'ROWS' ? shiftedGroups(sheet.rowGroups, shift) : sheet.rowGroups;
  sheet.columnGroups =
    shift.dimension === 'COLUMNS' ? shiftedGroups(sheet.columnGroups, shift) : sheet.columnGroups;
  shiftMetadata(draft, sheet, shift);
}
