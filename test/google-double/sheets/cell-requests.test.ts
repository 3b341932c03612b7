import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range } from './a-spreadsheet.ts';

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const rows = (...texts: string[][]) => texts.map((row) => ({ values: row.map(text) }));

describe('writing cells', () => {
  test('empties what a range holds beyond what is given, and nothing beyond a corner', async () => {
    const sheet = aSpreadsheet({
      Data: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    const fields = 'userEnteredValue';

    await sheet.does({ updateCells: { range: range([0, 1], [0, 2]), rows: rows(['x']), fields } });
    await sheet.does({
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
        rows: rows(['y']),
        fields,
      },
    });

    expect(await sheet.shows()).toEqual([['x'], ['y', 'd']]);
  });

  test('changes only the fields that are named', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });

    await sheet.does({
      repeatCell: {
        range: range([0, 1], [0, 1]),
        cell: { ...text('b'), note: 'catatan', userEnteredFormat: { wrapStrategy: 'WRAP' } },
        fields: 'note,userEnteredFormat.wrapStrategy',
      },
    });

    expect(await sheet.cell('Data!A1')).toMatchObject({
      userEnteredValue: { stringValue: 'a' },
      userEnteredFormat: { wrapStrategy: 'WRAP' },
      note: 'catatan',
    });
  });

  test('is refused beyond its range, beyond the grid, and without fields', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    const fields = 'userEnteredValue';
    const one = range([0, 1], [0, 1]);
    const last = { sheetId: 0, rowIndex: 999, columnIndex: 25 };

    expect(
      await sheet.refuses({ updateCells: { range: one, rows: rows(['a', 'b']), fields } }),
    ).toBe('Attempting to write column: 1, beyond the last requested column of: 0');
    expect(
      await sheet.refuses({ updateCells: { start: last, rows: rows(['a'], ['b']), fields } }),
    ).toBe('Attempting to write row: 1000, beyond the last requested row of: 999');
    expect(
      await sheet.refuses({ repeatCell: { range: range([0, 1001], [0, 1]), cell: {}, fields } }),
    ).toBe('Range (Data!A1:A1001) exceeds grid limits. Max rows: 1000, max columns: 26');
    expect(await sheet.refuses({ repeatCell: { range: one, cell: text('b') } })).toContain(
      'At least one field must be listed',
    );
  });
});

describe('appending cells', () => {
  test('writes below the last row with a value, and makes room there', async () => {
    const sheet = aSpreadsheet({ Data: [['a'], [''], ['', 'b']] });
    const gridProperties = { rowCount: 3 };

    await sheet.does(
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties },
          fields: 'gridProperties.rowCount',
        },
      },
      { appendCells: { sheetId: 0, rows: rows(['c', 'd'], ['e']), fields: 'userEnteredValue' } },
    );

    expect(await sheet.shows()).toEqual([['a'], [], ['', 'b'], ['c', 'd'], ['e']]);
    expect((await sheet.tab()).properties?.gridProperties?.rowCount).toBe(5);
  });
});
