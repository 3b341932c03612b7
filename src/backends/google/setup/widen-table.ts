/**
 * A table of Google's over the answers of a form, and the columns of the desk beside it.
 *
 * People sort and filter a table as one, and what stands beside it stays behind: staff's ticks would end up on other
 * requests. So it is widened over our columns, or a person is told how to turn it back into plain cells.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { SheetFault } from '../sheet/sorted-partly.ts';
import type { BookTab } from './prepare-sheet-book.ts';

export type Widening =
  /** No table lies over any of these columns, or one over all of them. */
  | { readonly kind: 'none' }
  | { readonly kind: 'possible'; readonly request: sheets_v4.Schema$Request }
  | { readonly kind: 'impossible' };

/** @param columns All that belong together, those that are about to be added among them; from 0. */
export const wideningOf = (
  { tables }: BookTab,
  { headerRow, columns }: { readonly headerRow: number; readonly columns: readonly number[] },
): Widening => {
  const partly = tables.filter(({ range }) => {
    const covered = columns.filter((column) => isIn(range, column)).length;
    return covered > 0 && covered < columns.length;
  });
  const [table] = partly;
  if (table === undefined) return { kind: 'none' };
  const { tableId, range = {} } = table;
  const isWhole = partly.length === 1 && (range.startRowIndex ?? 0) === headerRow;
  const isLeftmost = columns.every((column) => column >= (range.startColumnIndex ?? 0));
  if (!isWhole || !isLeftmost || !tableId) return { kind: 'impossible' };
  const endColumnIndex = Math.max(...columns) + 1;
  return {
    kind: 'possible',
    request: {
      updateTable: { table: { tableId, range: { ...range, endColumnIndex } }, fields: 'range' },
    },
  };
};

const isIn = (range: sheets_v4.Schema$GridRange | undefined, column: number): boolean =>
  column >= (range?.startColumnIndex ?? 0) &&
  column < (range?.endColumnIndex ?? Number.POSITIVE_INFINITY);

export const tableFault = (name: string): SheetFault => ({
  what: `The answers in the tab ${name} are a table of Google's, which people would sort without the service's columns.`,
  todo: 'Open the menu beside the table\'s name in the sheet and choose "Revert to unformatted data" (Kembalikan ke data tanpa format); the form goes on working.',
});
