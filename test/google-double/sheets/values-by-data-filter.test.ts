import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../google-clients.ts';
import { aSpreadsheet, lines, range, spreadsheetId } from './a-spreadsheet.ts';

const grid = [
  ['a1', 'b1'],
  ['a2', 'b2'],
  ['a3', 'b3'],
];

/** A sheet whose second row is marked. */
async function aMarkedSheet() {
  const sheet = aSpreadsheet({ Data: grid, Lain: [['z']] });
  await sheet.does({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'tiket',
        visibility: 'DOCUMENT',
        location: { dimensionRange: lines('ROWS', 1, 2) },
      },
    },
  });
  return { sheet, values: sheet.clients.sheets.spreadsheets.values };
}

const marked: sheets_v4.Schema$DataFilter = { developerMetadataLookup: { metadataKey: 'tiket' } };

describe('values chosen by filters', () => {
  test('are read wherever the marked row has gone, each range once with its filters', async () => {
    const { sheet, values } = await aMarkedSheet();
    await sheet.does({ insertDimension: { range: lines('ROWS', 0, 1) } });

    const { data } = await values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: {
        dataFilters: [marked, { a1Range: 'Data!3:3' }, { gridRange: range([1, 2], [0, 1]) }],
      },
    });

    expect(data.valueRanges).toEqual([
      {
        valueRange: { range: 'Data!A3:Z3', majorDimension: 'ROWS', values: [['a2', 'b2']] },
        dataFilters: [marked, { a1Range: 'Data!3:3' }],
      },
      {
        valueRange: { range: 'Data!A2', majorDimension: 'ROWS', values: [['a1']] },
        dataFilters: [{ gridRange: { startRowIndex: 1, endRowIndex: 2, endColumnIndex: 1 } }],
      },
    ]);
  });

  test('are written there, and told', async () => {
    const { sheet, values } = await aMarkedSheet();

    const { data } = await values.batchUpdateByDataFilter({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        includeValuesInResponse: true,
        data: [{ dataFilter: marked, values: [['baru']] }],
      },
    });

    expect(await sheet.shows()).toEqual([
      ['a1', 'b1'],
      ['baru', 'b2'],
      ['a3', 'b3'],
    ]);
    expect(data).toEqual({
      spreadsheetId,
      totalUpdatedRows: 1,
      totalUpdatedColumns: 1,
      totalUpdatedCells: 1,
      totalUpdatedSheets: 1,
      responses: [
        {
          updatedRange: 'Data!A2',
          updatedRows: 1,
          updatedColumns: 1,
          updatedCells: 1,
          updatedData: { range: 'Data!A2', majorDimension: 'ROWS', values: [['baru']] },
          dataFilter: marked,
        },
      ],
    });
  });

  test('are refused where they do not fit', async () => {
    const { values } = await aMarkedSheet();

    const refusal = await refusalOf(
      values.batchUpdateByDataFilter({
        spreadsheetId,
        requestBody: {
          valueInputOption: 'RAW',
          data: [{ dataFilter: marked, values: [['a'], ['b']] }],
        },
      }),
    );

    expect(refusal.message).toContain('tried writing to row [3]');
  });

  test('are cleared there', async () => {
    const { sheet, values } = await aMarkedSheet();

    const { data } = await values.batchClearByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters: [marked] },
    });

    expect(data.clearedRanges).toEqual(['Data!A2:Z2']);
    expect(await sheet.shows()).toEqual([['a1', 'b1'], [], ['a3', 'b3']]);
  });

  test('count as one read, though they are asked for by POST', async () => {
    const { sheet, values } = await aMarkedSheet();
    sheet.double.traffic.reset();

    await values.batchGetByDataFilter({ spreadsheetId, requestBody: { dataFilters: [marked] } });

    expect(sheet.double.traffic.count({ kind: 'read' })).toBe(1);
    expect(sheet.double.traffic.count({ kind: 'write' })).toBe(0);
  });
});

describe('a spreadsheet chosen by filters', () => {
  test('shows the tabs and cells that they choose', async () => {
    const { sheet } = await aMarkedSheet();

    const { data } = await sheet.clients.sheets.spreadsheets.getByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters: [marked], includeGridData: true },
    });

    expect(data.sheets?.map((each) => each.properties?.title)).toEqual(['Data']);
    expect(data.sheets?.[0]?.data).toMatchObject([
      { startRow: 1, rowData: [{ values: [{ formattedValue: 'a2' }, { formattedValue: 'b2' }] }] },
    ]);
  });
});
