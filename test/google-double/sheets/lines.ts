import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { changeRanges } from './borne-ranges.ts';
import { moveMetadata, shiftMetadata } from './developer-metadata.ts';
import { refuseBeyondCellLimit, sheetById } from './draft.ts';
import { fromGridRange, indexAfterMove, type Shift, shifted } from './grid-range.ts';
import { shiftedGroups } from './line-groups.ts';
import {
  type Cell,
  columnCount,
  type Dimension,
  type LineProperties,
  type Row,
  rowCount,
  type Sheet,
  type Spreadsheet,
} from './model.ts';
import { type Caller, refuseProtectedLines } from './protection.ts';
import { shiftFormulas } from './shifted-formula.ts';

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
  const length = lengthOf({ sheet, dimension });
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
  const length = lengthOf(span);
  if (span.end > length) {
    throw invalid(`The dimension range ends beyond the grid: ${span.end} of ${length}.`);
  }
  return span;
}

export const lengthOf = ({ sheet, dimension }: Pick<Span, 'sheet' | 'dimension'>): number =>
  dimension === 'ROWS' ? rowCount(sheet) : columnCount(sheet);

const lineWord = (dimension: Dimension): 'row' | 'column' =>
  dimension === 'ROWS' ? 'row' : 'column';

function dimensionOf(given: string | null | undefined): Dimension {
  if (given === 'ROWS' || given === 'COLUMNS') return given;
  throw invalid('No dimension specified.');
}

/**
 * Inserts lines; everything after them, and every range over them, moves on.
 *
 * They have no content, but size, format and drop-downs of the line before them or of the one after.
 */
export function insertLines(
  draft: Spreadsheet,
  { sheet, dimension, start, end }: Span,
  inheritFromBefore: boolean,
): void {
  const length = lengthOf({ sheet, dimension });
  if (start > length) {
    throw invalid(`range.startIndex is larger than current grid size (${length})`);
  }
  if (start === length && !inheritFromBefore) {
    throw invalid(
      `range.startIndex must be less than the grid size (${length}) if inheritFromBefore is false.`,
    );
  }
  if (start === 0 && inheritFromBefore) {
    throw invalid('range.startIndex must be greater than 0 if inheritFromBefore is true.');
  }
  const count = end - start;
  const model = inheritFromBefore ? start - 1 : start;
  changeLines(sheet, dimension, {
    cells: (row) => row.toSpliced(start, 0, ...times(count, lookOf(row[model]))),
    rows: (rows) =>
      padded(rows, start).toSpliced(start, 0, ...times(count, rows[model]?.map(lookOf))),
    properties: (lines) =>
      padded(lines, start).toSpliced(start, 0, ...times(count, sizeOf(lines[model]))),
  });
  resize(sheet, dimension, count);
  const frozen = frozenOf(sheet, dimension);
  if (start < frozen) freeze(sheet, dimension, frozen + count);
  refuseBeyondCellLimit(draft);
  follow(draft, sheet, { dimension, at: start, count });
}

/** Deletes lines with all that is in them. */
export function deleteLines(
  draft: Spreadsheet,
  { sheet, dimension, start, end }: Span,
  caller: Caller,
): void {
  const word = lineWord(dimension);
  const length = lengthOf({ sheet, dimension });
  if (end > length) {
    throw invalid(
      `Cannot delete a ${word} that doesn't exist. Tried to delete ${word} index ${Math.max(start, length)} but there are only ${length} ${word}s.`,
    );
  }
  if (end - start >= length) throw invalid(`You can't delete all the ${word}s on the sheet.`);
  const frozen = frozenOf(sheet, dimension);
  const stillFrozen = frozen - Math.max(0, Math.min(frozen, end) - start);
  if (end > frozen && length - (end - start) <= stillFrozen) {
    throw invalid(`Sorry, it is not possible to delete all non-frozen ${word}s.`);
  }
  refuseProtectedLines(sheet, { dimension, start, end }, caller);
  const cut = <Value>(list: readonly Value[]): Value[] => list.toSpliced(start, end - start);
  changeLines(sheet, dimension, { cells: cut, rows: cut, properties: cut });
  resize(sheet, dimension, start - end);
  if (stillFrozen < frozen) freeze(sheet, dimension, stillFrozen);
  follow(draft, sheet, { dimension, at: start, count: start - end });
}

/** Moves lines before another one, with their sizes, merges and metadata; other ranges stay where they are. */
export function moveLines(
  draft: Spreadsheet,
  { sheet, dimension, start, end }: Span,
  { to, caller }: { readonly to: number; readonly caller: Caller },
): void {
  if (to > start && to < end) throw invalid(`Lines can't be moved into themselves: ${to}.`);
  refuseProtectedLines(sheet, { dimension, start, end }, caller);
  refuseMovedMerges(sheet, { dimension, start, end, to });
  const moved = (index: number): number => indexAfterMove(index, { start, end, to });
  const move = <Value>(list: readonly (Value | undefined)[]): (Value | undefined)[] => {
    const reordered: (Value | undefined)[] = [];
    padded(list, Math.max(end, to)).forEach((each, index) => {
      reordered[moved(index)] = each;
    });
    return reordered;
  };
  changeLines(sheet, dimension, { cells: move, rows: move, properties: move });
  sheet.merges = sheet.merges.map((merge) => {
    const span = spanOfMerge(merge, dimension);
    return span.end - span.start > 1
      ? merge
      : shiftedTo(merge, { dimension, start: moved(span.start) });
  });
  moveMetadata(draft, sheet, dimension, moved);
}

/** Makes the grid another size; what lies beyond its new end is gone. */
export function resizeGrid(
  draft: Spreadsheet,
  sheet: Sheet,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  caller: Caller,
): void {
  for (const [dimension, becomes] of [
    ['ROWS', rows],
    ['COLUMNS', columns],
  ] as const) {
    const length = lengthOf({ sheet, dimension });
    if (becomes < length) {
      deleteLines(draft, { sheet, dimension, start: becomes, end: length }, caller);
    }
  }
  resize(sheet, 'ROWS', rows - rowCount(sheet));
  resize(sheet, 'COLUMNS', columns - columnCount(sheet));
  refuseBeyondCellLimit(draft);
}

/** Refuses a tab of which every row or column would stay in place when people scroll. */
export function refuseFrozenAll(sheet: Sheet): void {
  for (const dimension of ['ROWS', 'COLUMNS'] as const) {
    if (frozenOf(sheet, dimension) >= lengthOf({ sheet, dimension })) {
      throw invalid(`You can't freeze all visible ${lineWord(dimension)}s on the sheet.`);
    }
  }
}

const frozenOf = ({ properties: { gridProperties } }: Sheet, dimension: Dimension): number =>
  (dimension === 'ROWS' ? gridProperties?.frozenRowCount : gridProperties?.frozenColumnCount) ?? 0;

/** Adds empty lines at the end of the grid. */
export function appendLines(
  draft: Spreadsheet,
  { sheetId, dimension, length }: sheets_v4.Schema$AppendDimensionRequest,
): void {
  resize(sheetById(draft, sheetId), dimensionOf(dimension), length ?? 0);
  refuseBeyondCellLimit(draft);
}

function freeze(sheet: Sheet, dimension: Dimension, count: number): void {
  const name = dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const { [name]: _was, ...gridProperties } = sheet.properties.gridProperties ?? {};
  sheet.properties = {
    ...sheet.properties,
    gridProperties: { ...gridProperties, ...(count > 0 && { [name]: count }) },
  };
}

const times = <Value>(count: number, value: Value): Value[] =>
  Array.from({ length: count }, () => value);

/** A list that reaches at least so far: what nobody touched is not kept. */
const padded = <Value>(
  list: readonly (Value | undefined)[],
  length: number,
): (Value | undefined)[] =>
  Array.from({ length: Math.max(list.length, length) }, (_, index) => list[index]);

/** What a new cell takes over from its neighbour. */
function lookOf(cell: Cell | undefined): Cell | undefined {
  const { userEnteredFormat, dataValidation } = cell ?? {};
  if (!userEnteredFormat && !dataValidation) return undefined;
  return {
    ...(userEnteredFormat && { userEnteredFormat }),
    ...(dataValidation && { dataValidation }),
  };
}

const sizeOf = (line: LineProperties | undefined): LineProperties | undefined =>
  line?.pixelSize === undefined ? undefined : { pixelSize: line.pixelSize };

type Changes = {
  /** For every row, where columns change. */
  readonly cells: (row: Row) => Row;
  readonly rows: (rows: readonly (Row | undefined)[]) => (Row | undefined)[];
  readonly properties: (
    lines: readonly (LineProperties | undefined)[],
  ) => (LineProperties | undefined)[];
};

function changeLines(sheet: Sheet, dimension: Dimension, change: Changes): void {
  if (dimension === 'ROWS') {
    sheet.rows = change.rows(sheet.rows);
    sheet.rowProperties = change.properties(sheet.rowProperties);
  } else {
    sheet.rows = sheet.rows.map((row) => row && change.cells(row));
    sheet.columnProperties = change.properties(sheet.columnProperties);
  }
}

/** Refuses to move lines out of a merge over several of them, or into one. */
function refuseMovedMerges(
  sheet: Sheet,
  { dimension, start, end, to }: Omit<Span, 'sheet'> & { readonly to: number },
): void {
  const isCrossed = sheet.merges
    .map((merge) => spanOfMerge(merge, dimension))
    .filter((merge) => merge.end - merge.start > 1)
    .some(
      (merge) => (merge.start < end && start < merge.end) || (merge.start < to && to < merge.end),
    );
  if (!isCrossed) return;
  throw invalid(
    `Sorry, it is not possible to move a ${lineWord(dimension)} to a position that crosses a merged cell. Please unmerge and try again.`,
  );
}

type Merge = Sheet['merges'][number];

function spanOfMerge(
  merge: Merge,
  dimension: Dimension,
): { readonly start: number; readonly end: number } {
  const area = fromGridRange(merge);
  return dimension === 'ROWS'
    ? { start: area.startRow, end: area.endRow }
    : { start: area.startColumn, end: area.endColumn };
}

/** A merge over one line, on another line. */
const shiftedTo = (
  merge: Merge,
  { dimension, start }: { readonly dimension: Dimension; readonly start: number },
): Merge =>
  dimension === 'ROWS'
    ? { ...merge, startRowIndex: start, endRowIndex: start + 1 }
    : { ...merge, startColumnIndex: start, endColumnIndex: start + 1 };

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
  shiftFormulas(draft, sheet, shift);
}
