/** An old ledger as its file holds it: sheets of cells, with what people said by other means than text. */
import type { Cell } from '../sheet/snapshot.ts';

export interface OldCell {
  readonly value: Cell;
  /** A number that the sheet shows as a day, a time or both. */
  readonly isMoment?: true;
  /** Where a click on it leads. */
  readonly link?: string;
  readonly comment?: string;
  readonly isStruck?: true;
  /** The colour behind it, in the words of the file; absent where it has none. */
  readonly fill?: string;
}

/** A block of cells that was made one; rows and columns from 1, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface OldSheet {
  readonly name: string;
  /** `rows[i]` is row `i + 1`; of a text file, record `i + 1`. Gaps are `undefined`. */
  readonly rows: readonly (readonly (OldCell | undefined)[])[];
  readonly merges: readonly Merge[];
  /** Somebody hid it: a draft, a copy, a list to choose from. */
  readonly isHidden?: true;
}

export interface OldLedger {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly sheets: readonly OldSheet[];
}

/** What a row of a ledger is. Every row that holds something is exactly one of these, or blank. */
export type RowKind =
  | 'event'
  | 'cancelled'
  | 'continuation'
  | 'title'
  | 'header'
  | 'separator'
  | 'total'
  | 'signature'
  | 'note'
  /** The same event in another sheet of the ledger. */
  | 'repeated'
  /** An event in a hidden sheet of which nobody said that it is to be read. */
  | 'hidden'
  | 'blank';
