import { columnLetters } from '../../../core/sheet/column-letters.ts';

/** A tab's name as it stands in a range: quotes in it are doubled. */
export const quotedTab = (title: string): string => `'${title.replaceAll("'", "''")}'`;

/** A rectangle of cells, counted from 1, ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** `'Permohonan'!B2:D9` */
export const a1 = (
  title: string,
  { firstRow, lastRow, firstColumn, lastColumn }: CellRange,
): string =>
  `${quotedTab(title)}!${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
