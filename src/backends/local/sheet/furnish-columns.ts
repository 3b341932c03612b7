/**
 * What makes a column of a tab complete besides its header: width, look, drop-down, hint, and that colours and the
 * filter reach it. What people have of these stays; all else of the part stays byte for byte.
 */
import type { CellLook } from '../../../book/column-look.ts';
import { withFilter, withTints } from './column-reach.ts';
import { withRules } from './column-rules.ts';
import { withWidth } from './column-width.ts';
import type { NewColumn } from './new-column.ts';
import { openSheet, type Sheet } from './sheet-scan.ts';

/** The part with all of this for columns whose headers stand in it. */
export const furnished = (
  sheet: Sheet,
  columns: readonly NewColumn[],
  styleOf: (look: CellLook) => number,
): string => {
  const steps: readonly ((now: Sheet) => string)[] = [
    ...columns.map((column) => (now: Sheet) => withWidth(now, column, styleOf(column.look))),
    ...columns.map((column) => (now: Sheet) => withTints(now, column)),
    (now) => withRules(now, columns),
    (now) => withFilter(now, columns),
  ];
  return steps.reduce((now, step) => openSheet(now.tab, step(now)) ?? now, sheet).xml;
};
