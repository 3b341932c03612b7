import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/**
 * The requests that make a tab as a new spreadsheet is given it, with the cells in it.
 *
 * Only properties and cells: merges, rules and filters are asked for afterwards.
 */
export function requestsFor(
  given: sheets_v4.Schema$Sheet,
  index: number,
): sheets_v4.Schema$Request[] {
  const sheetId = given.properties?.sheetId ?? index;
  return [
    { addSheet: { properties: { ...given.properties, sheetId, index } } },
    ...(given.data ?? []).map(({ startRow, startColumn, rowData }) => ({
      updateCells: {
        start: { sheetId, rowIndex: startRow ?? 0, columnIndex: startColumn ?? 0 },
        rows: rowData ?? [],
        fields: '*',
      },
    })),
  ];
}
