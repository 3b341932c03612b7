import { parse } from 'csv-parse/sync';
import { newSheet, type Spreadsheet } from './model.ts';
import { typeInto } from './write-cell.ts';

/**
 * What becomes of a spreadsheet into whose file a table of text is uploaded: one tab with its cells, typed in as by hand.
 *
 * Names of ranges, metadata and all other tabs are gone with what they lay on.
 */
export function withImportedCsv(
  spreadsheet: Spreadsheet,
  bytes: Uint8Array,
  delimiter: ',' | '\t',
): Spreadsheet {
  const rows = parse(Buffer.from(bytes), { delimiter, bom: true, relax_column_count: true });
  const sheet = newSheet({ title: spreadsheet.sheets[0]?.properties.title ?? 'Sheet1' }, 0);
  const gridProperties = {
    rowCount: Math.max(1000, rows.length),
    columnCount: Math.max(26, ...rows.map((row) => row.length)),
  };
  sheet.properties = { ...sheet.properties, gridProperties };
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      if (text !== '') typeInto(spreadsheet, sheet, { row, column, text });
    });
  });
  return { ...spreadsheet, sheets: [sheet], namedRanges: [], developerMetadata: [] };
}

/** What parts the cells of a text of that type; none where it is no table. */
export const delimiterOf = (contentType: string | undefined): ',' | '\t' | undefined => {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'text/tab-separated-values') return '\t';
  return type === 'text/csv' ? ',' : undefined;
};
