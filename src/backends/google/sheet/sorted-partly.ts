/**
 * Filters and tables that would be sorted without some of our columns, so that staff's ticks and notes in those end
 * up beside other requests.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

export interface SortedRanges {
  readonly name: string;
  readonly filter: sheets_v4.Schema$GridRange | undefined;
  readonly tables: readonly sheets_v4.Schema$GridRange[];
}

/** In English: what is so, and what a person should do about it. */
export interface SheetFault {
  readonly what: string;
  readonly todo: string;
}

/** @param columns Those that belong together, from 0. */
export const sortedPartly = (
  { name, filter, tables }: SortedRanges,
  columns: readonly number[],
): readonly SheetFault[] => [
  ...(filter && coversOnlySome(filter, columns)
    ? [
        {
          what: `The filter of the tab ${name} does not reach all columns: sorting by it would leave the others behind.`,
          todo: 'In the sheet, take it off (Data → Remove filter), select all columns and make it again (Data → Create a filter).',
        },
      ]
    : []),
  ...(tables.some((table) => coversOnlySome(table, columns))
    ? [
        {
          what: `A table in the tab ${name} does not reach all columns: sorting it would leave the others behind.`,
          todo: 'Drag its right edge over all columns, or choose "Revert to unformatted data" in the menu beside its name.',
        },
      ]
    : []),
];

const coversOnlySome = (
  { startColumnIndex, endColumnIndex }: sheets_v4.Schema$GridRange,
  columns: readonly number[],
): boolean => {
  const isCovered = (column: number): boolean =>
    column >= (startColumnIndex ?? 0) && column < (endColumnIndex ?? Number.POSITIVE_INFINITY);
  const covered = columns.filter(isCovered).length;
  return covered > 0 && covered < columns.length;
};
