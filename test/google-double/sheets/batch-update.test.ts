import { describe, expect, test } from 'vitest';
import { refusalOf } from '../google-clients.ts';
import { aSpreadsheet, range, spreadsheetId } from './a-spreadsheet.ts';

const write = (text: string) => ({
  repeatCell: {
    range: range([0, 1], [0, 1]),
    cell: { userEnteredValue: { stringValue: text } },
    fields: 'userEnteredValue',
  },
});

describe('a batch', () => {
  test('is done as a whole or not at all', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    const metadata = {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'k',
          visibility: 'DOCUMENT',
          location: { spreadsheet: true },
        },
      },
    };

    const refusal = await refusalOf(
      sheet.does(
        write('b'),
        metadata,
        { addSheet: { properties: { title: 'Baru' } } },
        { deleteSheet: { sheetId: 99 } },
      ),
    );

    const { data } = await sheet.clients.sheets.spreadsheets.get({ spreadsheetId });
    expect(refusal.message).toBe('Invalid requests[3].deleteSheet: No grid with id: 99');
    expect(await sheet.shows()).toEqual([['a']]);
    expect(data.sheets).toHaveLength(1);
    expect(data.developerMetadata).toBeUndefined();
  });

  test('answers the state after it in the ranges that are asked for', async () => {
    const sheet = aSpreadsheet({ Data: [['a', 'x'], ['c']], Lain: [['z']] });

    const { data } = await sheet.clients.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [write('b')],
        includeSpreadsheetInResponse: true,
        responseRanges: ['Data!A1', 'Data!A2:B2'],
        responseIncludeGridData: true,
      },
    });

    const [tab, ...others] = data.updatedSpreadsheet?.sheets ?? [];
    expect(others).toEqual([]);
    expect(tab?.data).toMatchObject([
      { rowData: [{ values: [{ formattedValue: 'b' }] }] },
      { startRow: 1, rowData: [{ values: [{ formattedValue: 'c' }] }] },
    ]);
  });

  test('shows cells by its fields, if it names any', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    const answer = async (fields: string, responseIncludeGridData: boolean) => {
      const { data } = await sheet.clients.sheets.spreadsheets.batchUpdate({
        spreadsheetId,
        fields,
        requestBody: {
          requests: [write('b')],
          includeSpreadsheetInResponse: true,
          responseIncludeGridData,
        },
      });
      return data;
    };

    const path = 'sheets.data.rowData.values.formattedValue';
    expect(await answer(`updatedSpreadsheet.${path}`, false)).toEqual({
      updatedSpreadsheet: {
        sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: 'b' }] }] }] }],
      },
    });
    expect(await answer('spreadsheetId', true)).toEqual({ spreadsheetId });
  });

  test('must ask for something', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    expect((await refusalOf(sheet.does())).message).toBe('Must specify at least one request.');
  });

  test('says what it does not know', async () => {
    const sheet = aSpreadsheet({ Data: [] });

    const refusal = await refusalOf(
      sheet.does({ autoFill: { range: range([0, 1], [0, 1]), useAlternateSeries: false } }),
    );

    expect(refusal).toMatchObject({ status: 400 });
  });
});
