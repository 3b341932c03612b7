/** Which cells of the sheet, as it was just read, a write will go to. */
import type { CellEdit, Locate, Location } from '../../core/edits.ts';
import {
  asRead,
  type Cell,
  type CellContent,
  type TabSnapshot,
  type WorkbookSnapshot,
} from '../../core/snapshot.ts';

/** A cell of a row that has no key, found by what else stands in the row. */
export interface LikeRow {
  readonly kind: 'like';
  /** The row as it was seen. */
  readonly cells: readonly Cell[];
  readonly header: string;
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
    const cell = JSON.stringify([tab, address]);
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
    return due.flatMap((target): Placed[] => {
      const cell = cellOf(target.address, tab, location);
      return cell && cellAt(tab, cell.row, cell.column) === target.was
        ? [{ ...target, ...cell }]
        : [];
    });
  });

/** Where an address leads in a tab; columns that are not ours are found by their header's very text. */
export const cellOf = (
  address: Target['address'],
  tab: TabSnapshot,
  { rowOf, columnOf, headerRow }: Location,
): { readonly row: number; readonly column: number } | undefined => {
  if (address.kind === 'fixed') return { row: address.row, column: address.column };
  const headers = tab.rows[headerRow - 1] ?? [];
  const column = columnOf.get(address.header) ?? headers.indexOf(address.header) + 1;
  const row =
    address.kind === 'row' ? rowOf.get(address.key) : onlyRowLike(address.cells, tab, column);
  return row === undefined || column === 0 ? undefined : { row, column };
};

/** `undefined` when there is none, or several, or when nothing but the cell in question stands in the row. */
const onlyRowLike = (
  seen: readonly Cell[],
  { rows }: TabSnapshot,
  column: number,
): number | undefined => {
  const textOf = (cells: readonly Cell[]): string =>
    JSON.stringify(cells.filter((cell, index) => index !== column - 1 && cell !== ''));
  const wanted = textOf(seen);
  const alike = rows.flatMap((cells, index) => (textOf(cells) === wanted ? [index + 1] : []));
  return wanted !== '[]' && alike.length === 1 ? alike[0] : undefined;
};

export const cellAt = ({ rows }: TabSnapshot, row: number, column: number): Cell =>
  rows[row - 1]?.[column - 1] ?? '';
