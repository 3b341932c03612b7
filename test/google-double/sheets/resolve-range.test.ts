import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range, spreadsheetId } from './a-spreadsheet.ts';

const rows = [
  ['kepala', 'b1'],
  ['a2', 'b2'],
  ['a3', 'b3'],
];

/** A sheet in which the cells A2:B3 of the tab `Data` are called Petugas. */
async function aNamedRange(name = 'Petugas') {
  const sheet = aSpreadsheet({ Data: rows, Lain: [['lain']] });
  await sheet.does({ addNamedRange: { namedRange: { name, range: range([1, 3], [0, 2]) } } });
  return { ...sheet, values: sheet.clients.sheets.spreadsheets.values };
}

describe('a named range', () => {
  test.each(['Petugas', 'petugas', 'Data!Petugas', "'Data'!PETUGAS"])(
    'is read as %s, and answered by its cells',
    async (text) => {
      const { values } = await aNamedRange();

      const { data } = await values.get({ spreadsheetId, range: text });

      expect(data).toEqual({
        range: 'Data!A2:B3',
        majorDimension: 'ROWS',
        values: [
          ['a2', 'b2'],
          ['a3', 'b3'],
        ],
      });
    },
  );

  test('stands for its cells wherever a range is named', async () => {
    const { values, clients, shows } = await aNamedRange();

    const read = await values.batchGet({ spreadsheetId, ranges: ['Petugas', 'Lain'] });
    const written = await values.update({
      spreadsheetId,
      range: 'Data!Petugas',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
    const got = await clients.sheets.spreadsheets.get({
      spreadsheetId,
      ranges: ['Petugas'],
      fields: 'sheets.data(startRow,rowData.values.formattedValue)',
    });
    const cleared = await values.clear({ spreadsheetId, range: 'Petugas' });

    expect(read.data.valueRanges?.map((each) => each.range)).toEqual([
      'Data!A2:B3',
      'Lain!A1:Z1000',
    ]);
    expect(written.data.updatedRange).toBe('Data!A2');
    expect(got.data.sheets?.[0]?.data?.[0]).toMatchObject({
      startRow: 1,
      rowData: [{ values: [{ formattedValue: 'x' }, { formattedValue: 'b2' }] }, {}],
    });
    expect(cleared.data.clearedRange).toBe('Data!A2:B3');
    expect(await shows()).toEqual([['kepala', 'b1']]);
  });

  test('goes before a tab of that title, unless quotes say that the tab is meant', async () => {
    const { shows } = await aNamedRange('Lain');

    expect(await shows('Lain')).toEqual([
      ['a2', 'b2'],
      ['a3', 'b3'],
    ]);
    expect(await shows("'Lain'")).toEqual([['lain']]);
  });

  test.each(['Tamu', 'Data!Tamu', 'Tiada!Petugas', "'Petugas'"])(
    'is refused as %s, which nothing is called',
    async (text) => {
      const { values } = await aNamedRange();

      await expect(values.get({ spreadsheetId, range: text })).rejects.toThrow(
        `Unable to parse range: ${text}`,
      );
    },
  );
});
