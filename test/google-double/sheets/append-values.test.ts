import { describe, expect, test } from 'vitest';
import { aSpreadsheet, spreadsheetId } from './a-spreadsheet.ts';

describe('appending values', () => {
  const append = (sheet: ReturnType<typeof aSpreadsheet>, insertDataOption: string) =>
    sheet.clients.sheets.spreadsheets.values.append({
      spreadsheetId,
      range: 'Data!A1',
      valueInputOption: 'RAW',
      insertDataOption,
      requestBody: { values: [['c'], ['d']] },
    });
  const rows = [['a'], ['b'], ['', '', 'jauh'], ['', '', 'lagi']];

  test('writes over what stands below the table', async () => {
    const sheet = aSpreadsheet({ Data: rows });

    const { data } = await append(sheet, 'OVERWRITE');

    expect(data.tableRange).toBe('Data!A1:A2');
    expect(await sheet.shows()).toEqual([['a'], ['b'], ['c', '', 'jauh'], ['d', '', 'lagi']]);
  });

  test('makes room below the table when rows are to be inserted', async () => {
    const sheet = aSpreadsheet({ Data: rows });

    const { data } = await append(sheet, 'INSERT_ROWS');

    expect(data.updates?.updatedRange).toBe('Data!A3:A4');
    expect(await sheet.shows()).toEqual([
      ['a'],
      ['b'],
      ['c'],
      ['d'],
      ['', '', 'jauh'],
      ['', '', 'lagi'],
    ]);
  });

  test('goes on below what stands furthest right where the last row has a gap', async () => {
    const sheet = aSpreadsheet({ Data: [['nama', '', 'unit']] });

    const { data } = await sheet.clients.sheets.spreadsheets.values.append({
      spreadsheetId,
      range: 'Data',
      valueInputOption: 'RAW',
      requestBody: { values: [['Ani', '', 'Humas']] },
    });

    expect(data.tableRange).toBe('Data!C1');
    expect(data.updates?.updatedRange).toBe('Data!C2:E2');
    expect(await sheet.shows()).toEqual([
      ['nama', '', 'unit'],
      ['', '', 'Ani', '', 'Humas'],
    ]);
  });
});
