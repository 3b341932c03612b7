import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from './a1-range.ts';
import type { Dimension } from './model.ts';

type GridRange = sheets_v4.Schema$GridRange;
type DimensionRange = sheets_v4.Schema$DimensionRange;

/** The cells of a grid range; an end that is not given is open. */
export const fromGridRange = (range: GridRange): Area => ({
  startRow: range.startRowIndex ?? 0,
  endRow: range.endRowIndex ?? Infinity,
  startColumn: range.startColumnIndex ?? 0,
  endColumn: range.endColumnIndex ?? Infinity,
});

export const overlap = (one: Area, other: Area): boolean =>
  one.startRow < other.endRow &&
  other.startRow < one.endRow &&
  one.startColumn < other.endColumn &&
  other.startColumn < one.endColumn;

export const contains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  inner.endRow <= outer.endRow &&
  outer.startColumn <= inner.startColumn &&
  inner.endColumn <= outer.endColumn;

/** What two areas have in common. */
export function intersection(one: Area, other: Area): Area | undefined {
  if (!overlap(one, other)) return undefined;
  return {
    startRow: Math.max(one.startRow, other.startRow),
    endRow: Math.min(one.endRow, other.endRow),
    startColumn: Math.max(one.startColumn, other.startColumn),
    endColumn: Math.min(one.endColumn, other.endColumn),
  };
}

/** What is left of an area when another is cut out: above, below, and at either side of it. */
export function without(area: Area, cut: Area): readonly Area[] {
  const hole = intersection(area, cut);
  if (!hole) return [area];
  const beside = { ...area, startRow: hole.startRow, endRow: hole.endRow };
  return [
    { ...area, endRow: hole.startRow },
    { ...area, startRow: hole.endRow },
    { ...beside, endColumn: hole.startColumn },
    { ...beside, startColumn: hole.endColumn },
  ].filter((each) => each.startRow < each.endRow && each.startColumn < each.endColumn);
}

/** An area so many rows down and columns to the right. */
export const movedBy = (
  area: Area,
  by: { readonly rows: number; readonly columns: number },
): Area => ({
  startRow: area.startRow + by.rows,
  endRow: area.endRow + by.rows,
  startColumn: area.startColumn + by.columns,
  endColumn: area.endColumn + by.columns,
});

/** A grid range as Google answers it: the tab with id 0 is left out, open ends too. */
export function toGridRange(sheetId: number, area: Area): GridRange {
  return {
    ...(sheetId !== 0 && { sheetId }),
    startRowIndex: area.startRow,
    ...(area.endRow !== Infinity && { endRowIndex: area.endRow }),
    startColumnIndex: area.startColumn,
    ...(area.endColumn !== Infinity && { endColumnIndex: area.endColumn }),
  };
}

/** The same range without the mention of tab 0, as Google answers it. */
export function answeredRange(range: GridRange): GridRange {
  const { sheetId, ...rest } = range;
  return sheetId ? { sheetId, ...rest } : rest;
}

/** The same span of rows or columns without the mention of tab 0. */
export function answeredSpan(span: DimensionRange): DimensionRange {
  const { sheetId, ...rest } = span;
  return sheetId ? { sheetId, ...rest } : rest;
}

/** A span of rows or columns; `count` above 0 was inserted there, below 0 deleted from there on. */
export type Shift = { readonly dimension: Dimension; readonly at: number; readonly count: number };

/** Where a range lies after rows or columns came or went; `undefined` when nothing of it is left. */
export function shifted(range: GridRange, shift: Shift): GridRange | undefined {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  if (shift.dimension === 'ROWS') {
    const moved = shiftedEnds({ start: startRowIndex, end: endRowIndex }, shift);
    return (
      moved && {
        ...range,
        ...(moved.start !== undefined && { startRowIndex: moved.start }),
        ...(moved.end !== undefined && { endRowIndex: moved.end }),
      }
    );
  }
  const moved = shiftedEnds({ start: startColumnIndex, end: endColumnIndex }, shift);
  return (
    moved && {
      ...range,
      ...(moved.start !== undefined && { startColumnIndex: moved.start }),
      ...(moved.end !== undefined && { endColumnIndex: moved.end }),
    }
  );
}

/** Where a span of rows or columns lies after lines of its kind came or went. */
export function shiftedSpan(span: DimensionRange, shift: Shift): DimensionRange | undefined {
  if (span.dimension !== shift.dimension) return span;
  const moved = shiftedEnds({ start: span.startIndex ?? 0, end: span.endIndex }, shift);
  return (
    moved && {
      ...span,
      ...(moved.start !== undefined && { startIndex: moved.start }),
      ...(moved.end !== undefined && { endIndex: moved.end }),
    }
  );
}

type Ends = {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
};

function shiftedEnds(
  { start, end }: Ends,
  shift: Shift,
): { readonly start: number | undefined; readonly end: number | undefined } | undefined {
  const newStart = typeof start === 'number' ? movedStart(start, shift) : undefined;
  const newEnd = typeof end === 'number' ? movedEnd(end, shift) : undefined;
  if (newEnd !== undefined && newEnd <= (newStart ?? 0)) return undefined;
  return { start: newStart, end: newEnd };
}

/** Where a line stands after others, or it itself, were moved before the line `to`. */
export function indexAfterMove(
  index: number,
  { start, end, to }: { readonly start: number; readonly end: number; readonly to: number },
): number {
  const count = end - start;
  if (index >= start && index < end) return index + (to > start ? to - end : to - start);
  if (index >= end && index < to) return index - count;
  if (index >= to && index < start) return index + count;
  return index;
}

/** Where an index lies after the shift. */
export function movedStart(index: number, { at, count }: Shift): number {
  if (count > 0) return index >= at ? index + count : index;
  return index >= at - count ? index + count : Math.min(index, at);
}

function movedEnd(end: number, { at, count }: Shift): number {
  if (count > 0) return end > at ? end + count : end;
  return end >= at - count ? end + count : Math.min(end, at);
}
