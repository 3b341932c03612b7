/** A sheet of a ledger as rows of texts, with merged cells spread down to the rows that they stand for. */
import { textOf } from '../reading/cell-text.ts';
import { dayFromSerial, timeFromSerial } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';
import type { Merge, OldCell, OldSheet } from './old-ledger.ts';

/** One cell of a row that holds something. */
export interface GridCell {
  /** From 0. */
  readonly column: number;
  readonly value: Cell;
  readonly text: string;
  readonly isMoment: boolean;
  readonly source: OldCell;
  /** It stands in this row itself; of a merged cell that reaches over several rows only in the first. */
  readonly isOwn: boolean;
  /** It reaches over several columns. */
  readonly isWide: boolean;
  /** It was written as a mark that repeats what stands above; clear where nothing stands between the two. */
  readonly ditto?: { readonly typed: string; readonly isClear: boolean };
}

export interface GridRow {
  /** From 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<number, GridCell>;
  /** Colours behind its cells, of empty ones too. */
  readonly fills: readonly string[];
}

export const gridOf = ({ rows, merges }: OldSheet): readonly GridRow[] => {
  const wide = new Set(
    merges.flatMap((merge) =>
      merge.lastColumn > merge.firstColumn ? [spot(merge.firstRow, merge.firstColumn)] : [],
    ),
  );
  const grid = rows.map((cells, index) => {
    const row = index + 1;
    const found = new Map<number, GridCell>();
    cells.forEach((cell, column) => {
      const held =
        cell && asGridCell(cell, { column, isOwn: true, isWide: wide.has(spot(row, column + 1)) });
      if (held) found.set(column, held);
    });
    return { row, cells: found, fills: cells.flatMap((cell) => cell?.fill ?? []) };
  });
  for (const merge of merges) spreadDown(grid, merge);
  return grid;
};

const spot = (row: number, column: number): string => `${row},${column}`;

const asGridCell = (
  source: OldCell,
  place: Pick<GridCell, 'column' | 'isOwn' | 'isWide'>,
): GridCell | undefined => {
  const text =
    source.isMoment && typeof source.value === 'number'
      ? momentText(source.value)
      : textOf(source.value);
  return text === ''
    ? undefined
    : { ...place, value: source.value, text, isMoment: source.isMoment === true, source };
};

/** A day or a time as people see it in their sheet: "05/01/2026", "09.30", both. */
const momentText = (serial: number): string => {
  const day = serial < 1 ? undefined : dayFromSerial(serial);
  const time = serial % 1 === 0 && day !== undefined ? undefined : timeFromSerial(serial);
  const shown = [
    day && `${two(day.day)}/${two(day.month)}/${day.year}`,
    time && `${two(time.hour)}.${two(time.minute)}`,
  ].filter((part) => part !== undefined);
  return shown.length === 0 ? String(serial) : shown.join(' ');
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Longer merges are frames around a page, not something that its rows share. */
const longestMerge = 400;

const spreadDown = (
  grid: readonly { readonly row: number; readonly cells: Map<number, GridCell> }[],
  { firstRow, lastRow, firstColumn }: Merge,
): void => {
  const head = grid[firstRow - 1]?.cells.get(firstColumn - 1);
  if (head === undefined || lastRow - firstRow > longestMerge) return;
  for (const { row, cells } of grid.slice(firstRow, lastRow)) {
    if (row <= lastRow && !cells.has(head.column))
      cells.set(head.column, { ...head, isOwn: false });
  }
};

/** The cells that stand in the row itself, from left to right. */
export const ownCells = ({ cells }: GridRow): readonly GridCell[] =>
  [...cells.values()].filter(({ isOwn }) => isOwn).sort((a, b) => a.column - b.column);
