import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from './a1-range.ts';
import { clip } from './draft.ts';
import { answeredRange } from './grid-range.ts';
import {
  type Cell,
  columnCount,
  localeOf,
  rowCount,
  type Sheet,
  type Spreadsheet,
} from './model.ts';
import { defaultFormat } from './new-spreadsheet.ts';
import { locate } from './resolve-range.ts';
import { effectiveValue, formattedValue, linkOf } from './shown-value.ts';

/** What an answer should hold: which ranges (all tabs when none), and whether their cells. */
export type Wanted = { readonly ranges: readonly string[]; readonly withCells: boolean };

/** A spreadsheet as `spreadsheets.get` and `includeSpreadsheetInResponse` tell it. */
export function spreadsheetAnswer(
  spreadsheet: Spreadsheet,
  { ranges, withCells }: Wanted,
): sheets_v4.Schema$Spreadsheet {
  const located = ranges.map((range) => locate(spreadsheet, range));
  const shown = spreadsheet.sheets.filter(
    (sheet) => located.length === 0 || located.some((each) => each.sheet === sheet),
  );
  return {
    spreadsheetId: spreadsheet.spreadsheetId,
    properties: spreadsheet.properties,
    sheets: shown.map((sheet) => {
      const areas = located.filter((each) => each.sheet === sheet).map((each) => each.area);
      return {
        ...sheetAnswer(sheet),
        ...(withCells && {
          data: (areas.length > 0 ? areas : [wholeGrid(sheet)]).map((area) =>
            gridData(spreadsheet, sheet, clip(sheet, area)),
          ),
        }),
      };
    }),
    ...(spreadsheet.namedRanges.length > 0 && {
      namedRanges: spreadsheet.namedRanges.map((each) => ({
        ...each,
        range: answeredRange(each.range ?? {}),
      })),
    }),
    ...(spreadsheet.developerMetadata.length > 0 && {
      developerMetadata: [...spreadsheet.developerMetadata],
    }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheet.spreadsheetId}/edit`,
  };
}

const wholeGrid = (sheet: Sheet): Area => ({
  startRow: 0,
  endRow: rowCount(sheet),
  startColumn: 0,
  endColumn: columnCount(sheet),
});

function sheetAnswer(sheet: Sheet): sheets_v4.Schema$Sheet {
  const ranged = <Value extends { readonly range?: sheets_v4.Schema$GridRange }>(
    values: readonly Value[],
  ): Value[] => values.map((each) => ({ ...each, range: answeredRange(each.range ?? {}) }));
  return {
    properties: sheet.properties,
    ...(sheet.merges.length > 0 && { merges: sheet.merges.map(answeredRange) }),
    ...(sheet.protectedRanges.length > 0 && { protectedRanges: ranged(sheet.protectedRanges) }),
    ...(sheet.conditionalFormats.length > 0 && {
      conditionalFormats: sheet.conditionalFormats.map((each) => ({
        ...each,
        ranges: (each.ranges ?? []).map(answeredRange),
      })),
    }),
    ...(sheet.bandedRanges.length > 0 && { bandedRanges: ranged(sheet.bandedRanges) }),
    ...(sheet.rowGroups.length > 0 && { rowGroups: [...sheet.rowGroups] }),
    ...(sheet.columnGroups.length > 0 && { columnGroups: [...sheet.columnGroups] }),
    ...(sheet.basicFilter && { basicFilter: sheet.basicFilter }),
  };
}

function gridData(spreadsheet: Spreadsheet, sheet: Sheet, area: Area): sheets_v4.Schema$GridData {
  const locale = localeOf(spreadsheet);
  // Not `map`: it would leave out the rows that nobody has touched.
  const rows = Array.from(sheet.rows.slice(area.startRow, area.endRow), (row) => {
    const cells = row?.slice(area.startColumn, area.endColumn) ?? [];
    const used = cells.slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1);
    return used.length === 0
      ? {}
      : { values: Array.from(used, (cell) => (cell ? cellAnswer(cell, locale) : {})) };
  });
  const rowData = rows.slice(0, rows.findLastIndex((row) => row.values !== undefined) + 1);
  const metadataAt = lineMetadata(spreadsheet, sheet);
  return {
    ...(area.startRow > 0 && { startRow: area.startRow }),
    ...(area.startColumn > 0 && { startColumn: area.startColumn }),
    ...(rowData.length > 0 && { rowData }),
    rowMetadata: lines(area.startRow, area.endRow, (index) => ({
      pixelSize: 21,
      ...sheet.rowProperties[index],
      ...metadataAt('ROWS', index),
    })),
    columnMetadata: lines(area.startColumn, area.endColumn, (index) => ({
      pixelSize: 100,
      ...sheet.columnProperties[index],
      ...metadataAt('COLUMNS', index),
    })),
  };
}

const lines = <Value>(start: number, end: number, of: (index: number) => Value): Value[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, offset) => of(start + offset));

/** Finds the developer metadata of one row or column of a tab. */
function lineMetadata(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
): (
  dimension: 'ROWS' | 'COLUMNS',
  index: number,
) => Pick<sheets_v4.Schema$DimensionProperties, 'developerMetadata'> {
  const found = new Map<string, sheets_v4.Schema$DeveloperMetadata[]>();
  for (const metadata of spreadsheet.developerMetadata) {
    const span = metadata.location?.dimensionRange;
    if (!span || (span.sheetId ?? 0) !== sheet.sheetId) continue;
    const key = `${span.dimension}${span.startIndex ?? 0}`;
    found.set(key, [...(found.get(key) ?? []), metadata]);
  }
  return (dimension, index) => {
    const developerMetadata = found.get(`${dimension}${index}`);
    return developerMetadata ? { developerMetadata } : {};
  };
}

function cellAnswer(cell: Cell, locale: string): sheets_v4.Schema$CellData {
  const { tag: _ours, ...data } = cell;
  const effective = effectiveValue(cell);
  const text = formattedValue(cell, locale);
  const link = linkOf(cell);
  return {
    ...data,
    ...(effective && { effectiveValue: effective }),
    ...(text !== undefined && { formattedValue: text }),
    ...(link !== undefined && { hyperlink: link }),
    effectiveFormat: { ...defaultFormat, ...data.userEnteredFormat },
  };
}
