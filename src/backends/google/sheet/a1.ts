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

/** 1 → A, 27 → AA */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
};
