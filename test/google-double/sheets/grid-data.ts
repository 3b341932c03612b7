import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { shownRows } from '../formulas/shown-rows.ts';
import { withColours } from './colour-styles.ts';
import { metadataOfLines } from './developer-metadata.ts';
import { localeOf, type ShownCell, type Spreadsheet } from './model.ts';
import { defaultFormat } from './new-spreadsheet.ts';
import type { Caller } from './protection.ts';
import type { Located } from './resolve-range.ts';
import { effectiveValue, formattedValue, linkOf, shownFormat } from './shown-value.ts';

/** The cells of an area, and its rows and columns, as an answer tells them. */
export function gridData(
  spreadsheet: Spreadsheet,
  { sheet, area }: Located,
  caller: Caller,
): sheets_v4.Schema$GridData {
  const locale = localeOf(spreadsheet);
  // Not `map`: it would leave out the rows that nobody has touched.
  const rows = Array.from(
    shownRows(spreadsheet, sheet, caller.nowMs).slice(area.startRow, area.endRow),
    (row) => {
      const cells = row?.slice(area.startColumn, area.endColumn) ?? [];
      const used = cells.slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1);
      return used.length === 0
        ? {}
        : { values: Array.from(used, (cell) => (cell ? cellAnswer(cell, locale) : {})) };
    },
  );
  const rowData = rows.slice(0, rows.findLastIndex((row) => row.values !== undefined) + 1);
  const metadataAt = metadataOfLines(spreadsheet, sheet, caller);
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

function cellAnswer(cell: ShownCell, locale: string): sheets_v4.Schema$CellData {
  const { tag: _ours, comesTo: _shown, userEnteredFormat, textFormatRuns, ...data } = cell;
  const format = userEnteredFormat && withColours(userEnteredFormat);
  const effective = effectiveValue(cell);
  const text = formattedValue(cell, locale);
  const link = linkOf(cell);
  const numberFormat = shownFormat(cell);
  return {
    ...data,
    ...(format && { userEnteredFormat: format }),
    ...(textFormatRuns && { textFormatRuns: withColours(textFormatRuns) }),
    ...(effective && { effectiveValue: effective }),
    ...(text !== undefined && { formattedValue: text }),
    ...(link !== undefined && { hyperlink: link }),
    effectiveFormat: {
      ...defaultFormat,
      ...format,
      ...(numberFormat && { numberFormat }),
      textFormat: { ...defaultFormat.textFormat, ...format?.textFormat },
    },
  };
}
