import type { Cell, CellContent, TabSnapshot } from './snapshot.ts';

/** One cell that the service wants to change, addressed so that sorting and inserting cannot misplace it. */
export interface CellEdit {
  readonly tab: string;
  /**
   * `row`: the row that `locate` gives for `key`, in the column under `header`.
   * `filled`: a row without a key, known by what fills it (`filling.ts`). Equal rows are one: the edit goes to every
   * one of them whose cell under `header` reads as `was`.
   * `fixed`: a cell of a tab that is wholly ours (Ringkasan, Panduan); row and column count from 1.
   */
  readonly address:
    | { readonly kind: 'row'; readonly key: string; readonly header: string }
    | { readonly kind: 'filled'; readonly filling: string; readonly header: string }
    | { readonly kind: 'fixed'; readonly row: number; readonly column: number };
  /** What the cell read as when we decided. */
  readonly was: Cell;
  readonly becomes: CellContent;
}

/** A whole row to be put below what a tab holds. */
export interface NewRow {
  readonly tab: string;
  /** By column, from 1. */
  readonly cells: ReadonlyMap<number, CellContent>;
}

/**
 * What became of an edit: `written`; `overtaken` when the cell no longer reads as `was` (a person was quicker)
 * or its row is gone; `failed` when the workbook would not take it.
 */
export type Outcome = 'written' | 'overtaken' | 'failed';

/** Where each key's row stands in a tab as it is now. Keys whose row is gone or ambiguous are absent. */
export interface Location {
  /** Column number (from 1) by header text as the sheet spells it. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Row number (from 1) by row key. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Row (from 1) of the headers. */
  readonly headerRow: number;
  /** Columns (from 1) that tell one row from another: a row whose cells there are as before has not moved. */
  readonly keyColumns: readonly number[];
  /** Rows (from 1) without a key that are filled so. */
  readonly rowsFilled: (filling: string) => readonly number[];
  /** Columns (from 1) that rows are filled by. */
  readonly fillColumns: readonly number[];
}

/** For edits of fixed cells, where there is nothing to find. */
export const nowhere: Location = {
  columnOf: new Map(),
  rowOf: new Map(),
  headerRow: 1,
  keyColumns: [],
  rowsFilled: () => [],
  fillColumns: [],
};

export type Locate = (tab: TabSnapshot) => Location;
