/** Which cells of the sheet, as it was just read, a write will go to. */
import type { CellEdit, Locate, Location } from '../../../core/sheet/edits.ts';
import {
  asRead,
  type Cell,
  type CellContent,
  type TabSnapshot,
  type WorkbookSnapshot,
} from '../../../core/sheet/snapshot.ts';

/**
 * A cell of a row that has no key, found by what else stands in the row: the row like it at its place, or else all
 * that are like it, which cannot be told apart.
 */
export interface LikeRow {
  readonly kind: 'like';
  /** What stood in the row beside the columns in question, as JSON, in order. */
  readonly beside: readonly string[];
  /** Headers of the columns in question: a write fell into them. */
  readonly hit: readonly string[];
  readonly header: string;
  /** Where the row stood, from 1. */
  readonly row: number;
}

/** One cell to be written: an edit, several edits of one cell, or the repair of a cell that a write fell into. */
export interface Target {
  readonly tab: string;
  readonly address: CellEdit['address'] | LikeRow;
  readonly was: Cell;
  readonly content: CellContent;
  /** The edits, by index, that this comes down to; none for a repair of somebody else's cell. */
  readonly edits: readonly number[];
  /** A value of ours fell into this cell: until it is written, what belongs there is missing. */
  readonly amends?: true;
}

/** A target with the cell (from 1) where it stood when we looked. */
export interface Placed extends Target {
  readonly row: number;
  readonly column: number;
}

/** Edits of one cell follow each other and come down to the last one's content. */
export const targetsOf = (edits: readonly CellEdit[]): readonly Target[] => {
  const byCell = new Map<string, Target>();
  edits.forEach(({ tab, address, was, becomes }, index) => {
    // Of rows that are filled alike each edit means those whose cell reads as its own `was`.
    const cell = JSON.stringify([tab, address, ...(address.kind === 'filled' ? [was] : [])]);
    const earlier = byCell.get(cell);
    if (earlier === undefined) {
      byCell.set(cell, { tab, address, was, content: becomes, edits: [index] });
    } else if (asRead(earlier.content) === was) {
      byCell.set(cell, { ...earlier, content: becomes, edits: [...earlier.edits, index] });
    }
  });
  return [...byCell.values()];
};

/** The targets whose cell is there and still reads as `was`. */
export const place = (
  targets: readonly Target[],
  { tabs }: WorkbookSnapshot,
  locate: Locate,
): readonly Placed[] =>
  tabs.flatMap((tab) => {
    const due = targets.filter((target) => target.tab === tab.name);
    if (due.length === 0) return [];
    const location = locate(tab);
    return due.flatMap((target): Placed[] =>
      cellsOf(target.address, tab, location)
        .filter(({ row, column }) => cellAt(tab, row, column) === target.was)
        .map((cell) => ({ ...target, ...cell })),
    );
  });

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where an address leads in a tab; columns that are not ours are found by their header's very text. */
export const cellsOf = (
  address: Target['address'],
  tab: TabSnapshot,
  location: Location,
): readonly Spot[] => {
  if (address.kind === 'fixed') return [{ row: address.row, column: address.column }];
  const { rowOf, rowsFilled, columnOf, headerRow } = location;
  const headers = tab.rows[headerRow - 1] ?? [];
  const column = columnOf.get(address.header) ?? headers.indexOf(address.header) + 1;
  if (column === 0) return [];
  const rows = (): readonly number[] => {
    switch (address.kind) {
      case 'row': {
        const row = rowOf.get(address.key);
        return row === undefined ? [] : [row];
      }
      case 'filled':
        return rowsFilled(address.filling);
      case 'like':
        return rowsLike(address, tab, location);
    }
  };
  return rows().map((row) => ({ row, column }));
};

/** A row of the tab as it can be found again in another look at it, without the columns that a write fell into. */
export const likenessOf = (
  { row, header, hit }: Pick<LikeRow, 'row' | 'header' | 'hit'>,
  tab: TabSnapshot,
  location: Location,
): LikeRow => {
  const beside = besideOf(tab.rows[row - 1] ?? [], columnsBeside(hit, tab, location));
  return { kind: 'like', beside, hit, header, row };
};

const rowsLike = (
  { beside, hit, row }: LikeRow,
  tab: TabSnapshot,
  location: Location,
): readonly number[] => {
  const columns = columnsBeside(hit, tab, location);
  const wanted = JSON.stringify(beside);
  const isLike = (cells: readonly Cell[]): boolean =>
    JSON.stringify(besideOf(cells, columns)) === wanted;
  return isLike(tab.rows[row - 1] ?? [])
    ? [row]
    : tab.rows.flatMap((cells, index) => (isLike(cells) ? [index + 1] : []));
};

/** Columns from 0 that tell a row: those that fill it, but for those that were hit. */
const columnsBeside = (
  hit: readonly string[],
  { rows }: TabSnapshot,
  { headerRow, fillColumns }: Location,
): readonly number[] => {
  const headers = rows[headerRow - 1] ?? [];
  return fillColumns
    .map((column) => column - 1)
    .filter((index) => !hit.includes(String(headers[index] ?? '')));
};

/** In no order of columns: one may have been moved. */
const besideOf = (cells: readonly Cell[], columns: readonly number[]): readonly string[] =>
  columns
    .flatMap((index) => {
      const cell = cells[index] ?? '';
      return cell === '' ? [] : [JSON.stringify(cell)];
    })
    .sort();

export const cellAt = ({ rows }: TabSnapshot, row: number, column: number): Cell =>
  rows[row - 1]?.[column - 1] ?? '';
