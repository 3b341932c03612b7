import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/** A column of a table that holds values of one kind only. Its range is the column's body, and moves with it. */
export type TypedColumn = {
  readonly range: sheets_v4.Schema$GridRange;
  readonly type: string;
  readonly rule: sheets_v4.Schema$TableColumnDataValidationRule | undefined;
};

/** A table of Google's: a range whose first row names its columns. The names are those cells, and nothing else. */
export type StoredTable = {
  readonly tableId: string;
  readonly name: string;
  readonly range: sheets_v4.Schema$GridRange;
  readonly typed: readonly TypedColumn[];
  readonly rowsProperties: sheets_v4.Schema$TableRowsProperties | undefined;
};
