import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, test } from 'vitest';
import { aSpreadsheet, spreadsheetId } from './a-spreadsheet.ts';

const aBatch = (data: readonly sheets_v4.Schema$ValueRange[]) => {
  const sheet = aSpreadsheet({ Data: [], Lain: [] });
  const { values } = sheet.clients.sheets.spreadsheets;
  const requestBody = { valueInputOption: 'RAW', data: [...data] };
  return { sheet, sent: values.batchUpdate({ spreadsheetId, requestBody }) };
};

describe('a batch of values', () => {
  test('counts each row and column of a tab once, and its cells one by one', async () => {
    const { sent } = aBatch([
      { range: 'Data!A1:B2', values: [['a', 'b'], ['c']] },
      { range: 'Data!B2', values: [['d']] },
      { range: 'Lain!A1', values: [['e']] },
    ]);

    expect((await sent).data).toMatchObject({
      totalUpdatedRows: 3,
      totalUpdatedColumns: 3,
      totalUpdatedCells: 5,
      totalUpdatedSheets: 2,
      responses: [
        { updatedRows: 2, updatedColumns: 2, updatedCells: 3 },
        { updatedRows: 1, updatedColumns: 1, updatedCells: 1 },
        { updatedRows: 1, updatedColumns: 1, updatedCells: 1 },
      ],
    });
  });

  test('says which of its parts was refused, and writes none', async () => {
    const { sheet, sent } = aBatch([
      { range: 'Data!A1', values: [['a']] },
      { range: 'Tiada!A1', values: [['b']] },
    ]);

    await expect(sent).rejects.toThrow('Invalid data[1]: Unable to parse range: Tiada!A1');
    expect(await sheet.shows()).toEqual([]);
  });
});

describe('values', () => {
  const refusalOf = async (values: unknown) => {
    const { double } = aSpreadsheet({ Data: [] });
    const answer = await double.fetch(
      `https://sheets.googleapis.com/v4/spreadsheets/${spreadsheetId}/values/Data!A1?valueInputOption=RAW`,
      {
        method: 'PUT',
        headers: { authorization: 'Bearer anything' },
        body: JSON.stringify({ values }),
      },
    );
    return ((await answer.json()) as { readonly error: object }).error;
  };

  test('that are no table are refused with the field told for programs', async () => {
    const description =
      'Invalid value at \'data.values\' (type.googleapis.com/google.protobuf.ListValue), "satu"';

    expect(await refusalOf('satu')).toEqual({
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: description,
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: [{ field: 'data.values', description }],
        },
      ],
    });
  });

  test.each([
    [[['a'], [['b']]], 'Invalid values[1][0]: list_value'],
    [[['a', { b: 1 }]], 'Invalid values[0][1]: struct_value'],
  ])('with more than a plain value in a cell are refused: %j', async (values, message) => {
    expect(await refusalOf(values)).toMatchObject({
      code: 400,
      message: expect.stringContaining(message),
    });
  });
});
