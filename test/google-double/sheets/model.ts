import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { StoredTable } from './stored-table.ts';

/**
 * One cell as somebody left it. What it shows (effective and formatted value) is worked out when asked for.
 *
 * `tag` is ours: it marks the cells that a form filled, and travels with them when rows are sorted.
 */
export type Cell = Pick<
  sheets_v4.Schema$CellData,
  'userEnteredValue' | 'userEnteredFormat' | 'note' | 'dataValidation' | 'textFormatRuns'
> & { readonly tag?: string };

/** What a formula comes to in a cell, how it is shown unless the cell says otherwise, and the address behind it. */
type Outcome = {
  readonly value: sheets_v4.Schema$ExtendedValue | undefined;
  readonly format?: sheets_v4.Schema$NumberFormat;
  readonly link?: string;
};

/** A cell as people see it, with what a formula comes to in it. */
export type ShownCell = Cell & { readonly comesTo?: Outcome };

export type Row = readonly (Cell | undefined)[];

export type Dimension = 'ROWS' | 'COLUMNS';

/** Width or height, and whether it is hidden, of one row or column. */
export type LineProperties = Pick<
  sheets_v4.Schema$DimensionProperties,
  'pixelSize' | 'hiddenByUser'
>;

/** One tab. Rows are sparse; `properties.gridProperties` says how large the grid is. */
export type Sheet = {
  readonly sheetId: number;
  properties: sheets_v4.Schema$SheetProperties;
  rows: (Row | undefined)[];
  rowProperties: (LineProperties | undefined)[];
  columnProperties: (LineProperties | undefined)[];
  merges: readonly sheets_v4.Schema$GridRange[];
  protectedRanges: readonly sheets_v4.Schema$ProtectedRange[];
  conditionalFormats: readonly sheets_v4.Schema$ConditionalFormatRule[];
  bandedRanges: readonly sheets_v4.Schema$BandedRange[];
  rowGroups: readonly sheets_v4.Schema$DimensionGroup[];
  columnGroups: readonly sheets_v4.Schema$DimensionGroup[];
  basicFilter: sheets_v4.Schema$BasicFilter | undefined;
  filterViews: readonly sheets_v4.Schema$FilterView[];
  tables: readonly StoredTable[];
};

/** Metadata as we keep it: tab 0 is named, and so is the program that made it. */
export type StoredMetadata = sheets_v4.Schema$DeveloperMetadata & { readonly program: string };

export type Spreadsheet = {
  readonly spreadsheetId: string;
  properties: sheets_v4.Schema$SpreadsheetProperties;
  sheets: readonly Sheet[];
  namedRanges: readonly sheets_v4.Schema$NamedRange[];
  developerMetadata: readonly StoredMetadata[];
};

export const rowCount = (sheet: Sheet): number => sheet.properties.gridProperties?.rowCount ?? 0;

export const columnCount = (sheet: Sheet): number =>
  sheet.properties.gridProperties?.columnCount ?? 0;

export const title = (sheet: Sheet): string => sheet.properties.title ?? '';

export const localeOf = (spreadsheet: Spreadsheet): string =>
  spreadsheet.properties.locale ?? 'en_US';

/** A tab as it is when just added. */
export function newSheet(properties: sheets_v4.Schema$SheetProperties, sheetId: number): Sheet {
  return {
    sheetId,
    properties: {
      sheetId,
      title: 'Sheet1',
      index: 0,
      sheetType: 'GRID',
      ...properties,
      gridProperties: { rowCount: 1000, columnCount: 26, ...properties.gridProperties },
    },
    rows: [],
    rowProperties: [],
    columnProperties: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    bandedRanges: [],
    rowGroups: [],
    columnGroups: [],
    basicFilter: undefined,
    filterViews: [],
    tables: [],
  };
}
