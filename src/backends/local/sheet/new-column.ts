/** A column that a tab is to get, with everything that makes it complete. */

import type { CellLook, Choices, Prompt } from '../../../book/column-look.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';

/** Rows and columns count from 1. */
export interface NewColumn {
  readonly tab: string;
  /** Of its header. */
  readonly row: number;
  readonly column: number;
  readonly header: string;
  /** In digits of the plain font. */
  readonly width: number;
  readonly headerLook: CellLook;
  readonly look: CellLook;
  readonly hint: Prompt;
  readonly choices?: Choices | undefined;
  /** Folds away with its neighbours. */
  readonly folds?: boolean | undefined;
  /** As far down as drop-down and colours reach. */
  readonly lastRow: number;
  /** Columns of the same kind that stand in the tab already. */
  readonly fellows: readonly number[];
}

export const downFrom = ({
  row,
  column,
  lastRow,
}: Pick<NewColumn, 'row' | 'column' | 'lastRow'>): string =>
  `${columnLetters(column)}${row + 1}:${columnLetters(column)}${lastRow}`;
