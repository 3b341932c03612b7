/**
 * What `setup` has to know of a spreadsheet: its tabs, what stands in their first rows, and how far people have used
 * them, by content, notes and drop-downs.
 *
 * Three reads, each of a size that a book of many years does not blow up: cells with all that hangs on them are asked
 * for only where headers may stand.
 */

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { headerRowsSearched } from '../../../core/sheet/locate-columns.ts';
import type { Cell, TabSnapshot } from '../../../core/sheet/snapshot.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { quotedTab } from '../sheet/a1.ts';

/** A tab; its `rows` are those where headers may stand. Columns count from 0. */
export interface BookTab extends TabSnapshot {
  readonly sheetId: number;
  /** Among the tabs, from the left, from 0. */
  readonly place: number;
  /** How many columns the grid has. */
  readonly width: number;
  /** Of the same cells. */
  readonly notes: readonly (readonly string[])[];
  /** The last row with anything in it, counted from 1. */
  readonly usedRows: number;
  /** The last row that says anything: an unticked box says nothing. */
  readonly filledRows: number;
  /** Right of everything that anybody has put into a cell. */
  readonly firstFreeColumn: number;
  /** Columns with a drop-down, tick or other rule for what may be typed. */
  readonly ruledColumns: ReadonlySet<number>;
  /** Nobody has coloured, noted or ruled anything where headers stand. */
  readonly isPlain: boolean;
  readonly frozenRows: number;
  /** How many rules of colour there are. */
  readonly tintCount: number;
  /** What is sorted or filtered as one: the tab's filter, and tables of Google's. */
  readonly filter: sheets_v4.Schema$GridRange | undefined;
  readonly tables: readonly sheets_v4.Schema$Table[];
}

export interface Book {
  readonly title: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly tabs: readonly BookTab[];
}

export const readBook = async (client: GoogleClient, spreadsheetId: string): Promise<Book> => {
  const outline = await readTabs(client, spreadsheetId);
  const { properties } = outline;
  const tabs = (outline.sheets ?? []).flatMap((sheet) => (gridOf(sheet) ? [sheet] : []));
  const heads = await readHeads(client, { spreadsheetId, tabs });
  const values = await readValues(client, { spreadsheetId, tabs });
  return {
    title: properties?.title ?? '',
    timeZone: properties?.timeZone ?? '',
    locale: properties?.locale ?? '',
    tabs: tabs.map((sheet, i) => tabFrom(sheet, heads[i] ?? [], values[i] ?? [])),
  };
};

/** Charts on a tab of their own have no grid. */
const gridOf = ({ properties }: sheets_v4.Schema$Sheet) =>
  properties?.gridProperties?.rowCount && properties.gridProperties.columnCount
    ? {
        name: properties.title ?? '',
        height: properties.gridProperties.rowCount,
        width: properties.gridProperties.columnCount,
      }
    : undefined;

const readTabs = async (
  client: GoogleClient,
  spreadsheetId: string,
): Promise<sheets_v4.Schema$Spreadsheet> => {
  const sheets = await client.sheets();
  const fields =
    'properties(title,timeZone,locale),sheets(properties,basicFilter(range),tables(tableId,range,columnProperties(columnIndex,columnType)),conditionalFormats(ranges))';
  return client.send(
    { what: 'read the tabs of the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
    (sending) => sheets.spreadsheets.get({ spreadsheetId, fields }, sending),
  );
};

interface Tabs {
  readonly spreadsheetId: string;
  readonly tabs: readonly sheets_v4.Schema$Sheet[];
}

/** The rows where headers may stand, by tab. */
const readHeads = async (
  client: GoogleClient,
  { spreadsheetId, tabs }: Tabs,
): Promise<readonly (readonly HeadCell[])[][]> => {
  const sheets = await client.sheets();
  const ranges = tabs.flatMap((tab) => {
    const grid = gridOf(tab);
    if (!grid) return [];
    const lastRow = Math.min(headerRowsSearched, grid.height);
    return [`${quotedTab(grid.name)}!A1:${columnLetters(grid.width)}${lastRow}`];
  });
  const fields =
    'sheets(properties(sheetId),data(rowData(values(effectiveValue,note,dataValidation(condition(type)),userEnteredFormat(backgroundColor,backgroundColorStyle)))))';
  const answer = await client.send(
    { what: 'read the headers of the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
    (sending) => sheets.spreadsheets.get({ spreadsheetId, ranges, fields }, sending),
  );
  return tabs.map(({ properties }) => {
    const found = answer.sheets?.find(
      (each) => (each.properties?.sheetId ?? 0) === (properties?.sheetId ?? 0),
    );
    // Google leaves out what is empty; between filled rows and cells it may say null.
    return (found?.data?.[0]?.rowData ?? []).map((row) => (row?.values ?? []).map(headCell));
  });
};

interface HeadCell {
  readonly value: Cell;
  readonly note: string;
  readonly isRuled: boolean;
  readonly isColoured: boolean;
}

const headCell = (cell: sheets_v4.Schema$CellData | null): HeadCell => {
  const value = cell?.effectiveValue;
  const look = cell?.userEnteredFormat;
  return {
    value: value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '',
    note: cell?.note ?? '',
    isRuled: cell?.dataValidation !== undefined,
    isColoured: isColour(look?.backgroundColorStyle?.rgbColor ?? look?.backgroundColor),
  };
};

/** Anything but white. */
const isColour = (colour: sheets_v4.Schema$Color | undefined): boolean =>
  colour !== undefined &&
  [colour.red, colour.green, colour.blue].some((part) => Math.round((part ?? 0) * 255) < 255);

/** Everything typed, by tab; a formula shows as such even where it yields nothing. */
const readValues = async (
  client: GoogleClient,
  { spreadsheetId, tabs }: Tabs,
): Promise<readonly (readonly (readonly unknown[])[])[]> => {
  const sheets = await client.sheets();
  const ranges = tabs.map((tab) => quotedTab(gridOf(tab)?.name ?? ''));
  const request = {
    spreadsheetId,
    ranges,
    majorDimension: 'ROWS',
    valueRenderOption: 'FORMULA',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
  const { valueRanges = [] } = await client.send(
    { what: 'read the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
    (sending) => sheets.spreadsheets.values.batchGet(request, sending),
  );
  return valueRanges.map(({ values }) => values ?? []);
};

const tabFrom = (
  sheet: sheets_v4.Schema$Sheet,
  head: readonly (readonly HeadCell[])[],
  values: readonly (readonly unknown[])[],
): BookTab => {
  const grid = gridOf(sheet);
  const isUsed = ({ value, note, isRuled }: HeadCell): boolean =>
    value !== '' || note !== '' || isRuled;
  return {
    name: grid?.name ?? '',
    sheetId: sheet.properties?.sheetId ?? 0,
    place: sheet.properties?.index ?? 0,
    width: grid?.width ?? 0,
    rows: head.map((row) => row.map(({ value }) => value)),
    notes: head.map((row) => row.map(({ note }) => note)),
    usedRows: values.findLastIndex((row) => row.some(isFilled)) + 1,
    filledRows:
      values.findLastIndex((row) => row.some((cell) => isFilled(cell) && cell !== false)) + 1,
    firstFreeColumn: Math.max(
      0,
      ...values.map((row) => row.findLastIndex(isFilled) + 1),
      ...head.map((row) => row.findLastIndex(isUsed) + 1),
    ),
    ruledColumns: new Set(
      head.flatMap((row) => row.flatMap(({ isRuled }, column) => (isRuled ? [column] : []))),
    ),
    isPlain: head.every((row) =>
      row.every(({ note, isRuled, isColoured }) => note === '' && !isRuled && !isColoured),
    ),
    frozenRows: sheet.properties?.gridProperties?.frozenRowCount ?? 0,
    tintCount: sheet.conditionalFormats?.length ?? 0,
    filter: sheet.basicFilter?.range,
    tables: sheet.tables ?? [],
  };
};

const isFilled = (value: unknown): boolean => value !== '' && value !== null && value !== undefined;
