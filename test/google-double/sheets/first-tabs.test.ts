import { describe, expect, test } from 'vitest';
import { refusalOf } from '../google-clients.ts';
import { aSpreadsheet } from './a-spreadsheet.ts';

describe('a new spreadsheet', () => {
  test('has the tabs and cells that it is given', async () => {
    const { spreadsheets } = aSpreadsheet({ Data: [] }).clients.sheets;
    const rowData = [{ values: [{ userEnteredValue: { stringValue: 'Nama' } }] }];

    const { data } = await spreadsheets.create({
      requestBody: {
        properties: { title: 'Baru', locale: 'in_ID', timeZone: 'Asia/Makassar' },
        sheets: [
          { properties: { title: 'Petugas' }, data: [{ startRow: 1, startColumn: 1, rowData }] },
          { properties: { title: 'Libur', sheetId: 40, gridProperties: { rowCount: 5 } } },
        ],
      },
    });

    const { data: cells } = await spreadsheets.values.get({
      spreadsheetId: data.spreadsheetId ?? '',
      range: 'Petugas',
    });
    expect(data.properties).toMatchObject({ locale: 'in_ID', timeZone: 'Asia/Makassar' });
    expect(data.sheets?.map((each) => each.properties)).toMatchObject([
      { title: 'Petugas', index: 0, gridProperties: { rowCount: 1000, columnCount: 26 } },
      { title: 'Libur', index: 1, sheetId: 40, gridProperties: { rowCount: 5, columnCount: 26 } },
    ]);
    expect(cells.values).toEqual([[], ['', 'Nama']]);
  });

  test('has one tab when it is given none, and is refused with two of one title', async () => {
    const { spreadsheets } = aSpreadsheet({ Data: [] }).clients.sheets;
    const twice = [{ properties: { title: 'A' } }, { properties: { title: 'a' } }];

    const { data } = await spreadsheets.create({ requestBody: {} });
    const refusal = await refusalOf(spreadsheets.create({ requestBody: { sheets: twice } }));

    expect(data.sheets?.map((each) => each.properties?.title)).toEqual(['Sheet1']);
    expect(refusal.status).toBe(400);
  });
});
