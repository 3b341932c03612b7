import type { Cell } from './snapshot.ts';
import { secondsPerDay } from './time-units.ts';

/**
 * What we last put into a cell. `intended` stands before the sheet was written, `written` once the sheet
 * showed it: a cell that reads as either of them is still ours, even when we were killed between the two.
 */
export interface WrittenValue {
  readonly written?: Cell;
  readonly intended?: Cell;
  /** Where the link led that we wrote last; the sheet shows only what it says. */
  readonly link?: string;
}

/**
 * Whose a shared cell is now, from three values: what we last wrote, what stands there, and nothing else.
 *
 * `ours` it reads as we left it · `handed-back` somebody emptied what we had written · `hand-made` somebody
 * put in a value of their own, which stands until the cell is emptied.
 */
export type Holder = 'ours' | 'handed-back' | 'hand-made';

export const holderOf = (now: Cell, memory: WrittenValue | undefined): Holder => {
  const ours = [memory?.written, memory?.intended].filter((value) => value !== undefined);
  if (ours.some((value) => sameCell(value, now))) return 'ours';
  if (isEmpty(now)) return ours.length === 0 ? 'ours' : 'handed-back';
  return 'hand-made';
};

/**
 * Whether two cells read the same to a person: line ends and outer blanks aside, times to the second.
 * Spreadsheet programs change both when they save.
 */
export const sameCell = (a: Cell, b: Cell): boolean =>
  a === b ||
  (typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) < halfSecond
    : plain(a) === plain(b));

export const isEmpty = (cell: Cell): boolean =>
  cell === '' || (typeof cell === 'string' && cell.trim() === '');

const halfSecond = 0.5 / secondsPerDay;

const plain = (cell: Cell): string =>
  typeof cell === 'string' ? cell.replaceAll('\r\n', '\n').trim() : String(cell);
