/** The requests that put whole rows below everything that stands in a tab. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { lastFilledRow } from '../../../core/sheet/append-rows.ts';
import type { NewRow } from '../../../core/sheet/edits.ts';
import type { WorkbookSnapshot } from '../../../core/sheet/snapshot.ts';
import { dayFormat, momentFormat } from './number-formats.ts';
import type { SheetTab } from './sheet-outline.ts';
import { OutlineStaleError } from './sheet-refusals.ts';
import { cellData, valueFields } from './write-request.ts';

/**
 * Google finds the last row with data itself, as it writes, so that an answer of the form that comes in meanwhile is not
 * written over. Formats of days go to where the rows were going to be; one row beside, they are those of the same column.
 *
 * Source: Sheets API v4, AppendCellsRequest ("Adds new cells after the last row with data in a sheet").
 *
 * @throws OutlineStaleError when a tab that was seen is there no more: its rows would be missing, and nobody would know.
 */
export const appendRequests = (
  rows: readonly NewRow[],
  { tabs: seen }: WorkbookSnapshot,
  tabs: readonly SheetTab[],
): readonly sheets_v4.Schema$Request[] =>
  seen.flatMap((tab) => {
    const due = rows.filter((row) => row.tab === tab.name);
    if (due.length === 0) return [];
    const sheetId = tabs.find(({ title }) => title === tab.name)?.sheetId;
    if (sheetId === undefined) throw new OutlineStaleError();
    const from = lastFilledRow(tab);
    return [
      { appendCells: { sheetId, rows: due.map(rowData), fields: valueFields } },
      ...[...formatsOf(due)].map(([column, numberFormat]) => ({
        repeatCell: {
          range: {
            sheetId,
            startRowIndex: from,
            endRowIndex: from + due.length,
            startColumnIndex: column - 1,
            endColumnIndex: column,
          },
          cell: { userEnteredFormat: { numberFormat } },
          fields: 'userEnteredFormat.numberFormat',
        },
      })),
    ];
  });

const rowData = ({ cells }: NewRow): sheets_v4.Schema$RowData => {
  const width = Math.max(0, ...cells.keys());
  return {
    values: Array.from({ length: width }, (_, index) => {
      const content = cells.get(index + 1);
      const { userEnteredValue, textFormatRuns } =
        content === undefined ? {} : cellData(content).data;
      return {
        ...(userEnteredValue && { userEnteredValue }),
        ...(textFormatRuns && { textFormatRuns }),
      };
    }),
  };
};

const formatsOf = (
  rows: readonly NewRow[],
): ReadonlyMap<number, typeof dayFormat | typeof momentFormat> => {
  const formats = new Map<number, typeof dayFormat | typeof momentFormat>();
  for (const { cells } of rows)
    for (const [column, content] of cells)
      if (typeof content === 'object' && content.kind === 'serial')
        formats.set(column, content.show === 'day' ? dayFormat : momentFormat);
  return formats;
};
