/**
 * What a workbook held when we looked: plain cells, by tab.
 *
 * Every backend reads into this shape, so that nothing behind it knows whether the cells came from a
 * file or from Google.
 */

/**
 * One cell as read. `''` is an empty cell. Days and times are serial numbers (days since 1899-12-30, the
 * fraction is the time of day); a formula is its last computed value.
 */
export type Cell = string | number | boolean;

/** A cell we write that people can click: it reads back as its `text`. An address that no cell can lead to is left out. */
export interface Link {
  readonly kind: 'link';
  readonly url: string;
  readonly text: string;
}

/** A day, or a day and time, as serial number; the backend gives the cell a date format if it has none. */
export interface SerialCell {
  readonly kind: 'serial';
  readonly serial: number;
  readonly show: 'day' | 'moment';
}

/** What we may put into a cell. Text is stored as typed, never interpreted. */
export type CellContent = Cell | Link | SerialCell;

/** What a cell with this content reads as afterwards. */
export const asRead = (content: CellContent): Cell =>
  typeof content !== 'object' ? content : content.kind === 'link' ? content.text : content.serial;

export interface TabSnapshot {
  readonly name: string;
  /**
   * `rows[i]` is row `i + 1` of the sheet; empty cells at a row's end and empty rows at the tab's end may be left out,
   * and within a row a gap of a thousand columns or more may be a hole.
   */
  readonly rows: readonly (readonly Cell[])[];
  /**
   * Where cells lead, by `spotOf`; a cell that is not in it leads nowhere. Absent where the backend cannot tell: then a
   * link goes wherever its text goes, and the text says whose it is.
   */
  readonly links?: ReadonlyMap<string, string>;
}

/** A cell of a tab; row and column count from 1. */
export const spotOf = (row: number, column: number): string => `${row},${column}`;

export interface WorkbookSnapshot {
  readonly tabs: readonly TabSnapshot[];
  /** By whose customs days and numbers are understood that people type, as Google names it; absent where that is no question. */
  readonly locale?: string;
}

/** What a formula reads as that no program has calculated yet: nobody knows what it would show. */
export const notCalculated = '#BELUM DIHITUNG!';
