/** Which remarks of a pass, beside rows without a number and in other tabs, can go back to what stood there. */
import type { CellEdit, Locate, Location } from '../sheet/edits.ts';
import { asRead, type Cell, type TabSnapshot, type WorkbookSnapshot } from '../sheet/snapshot.ts';
import { sameCell } from '../sheet/three-way.ts';

export interface RemarksToUndo {
  readonly back: readonly CellEdit[];
  /** So many read as before already. */
  readonly done: number;
  /** So many are left: changed since, their row is gone, or rows are filled alike and nobody can tell which was written to. */
  readonly left: number;
}

/** @param snapshot Of the workbook as it is now. */
export const remarksToUndo = (
  remarks: readonly CellEdit[],
  { tabs }: Pick<WorkbookSnapshot, 'tabs'>,
  locate: Locate,
): RemarksToUndo => {
  const found = remarks.map(({ was, becomes, ...where }) => {
    const tab = tabs.find(({ name }) => name === where.tab);
    const cells = tab === undefined ? [] : cellsAt(where.address, tab, locate(tab));
    const [now, ...alike] = cells;
    if (now === undefined || alike.length > 0) return 'left';
    if (sameCell(now, asRead(was))) return 'done';
    // As it reads to the letter: a cell is written only where it still does.
    return sameCell(now, asRead(becomes)) ? { ...where, was: now, becomes: was } : 'left';
  });
  return {
    back: found.filter((each) => typeof each === 'object'),
    done: found.filter((each) => each === 'done').length,
    left: found.filter((each) => each === 'left').length,
  };
};

/** What stands where an address leads. */
const cellsAt = (
  address: CellEdit['address'],
  { rows }: TabSnapshot,
  { rowOf, rowsFilled, columnOf }: Location,
): readonly Cell[] => {
  const at = (row: number, column: number): Cell => rows[row - 1]?.[column - 1] ?? '';
  if (address.kind === 'fixed') return [at(address.row, address.column)];
  const column = columnOf.get(address.header);
  if (column === undefined) return [];
  const row = address.kind === 'row' ? rowOf.get(address.key) : undefined;
  const there = address.kind === 'filled' ? rowsFilled(address.filling) : row ? [row] : [];
  return there.map((each) => at(each, column));
};
