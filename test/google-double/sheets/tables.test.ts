import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range, spreadsheetId } from './a-spreadsheet.ts';

const aTable = { name: 'Jawaban', tableId: 't', range: range([0, 3], [0, 2]) };
const aBook = () =>
  aSpreadsheet({
    Data: [
      ['Waktu', 'Nama', '', 'Status'],
      [1, 'Sari', '', 'Baru'],
      [2, 'Budi', '', 'Baru'],
    ],
  });

describe('a table', () => {
  test('names its columns by its header, tells their types, and moves with its cells', async () => {
    const book = aBook();
    const columnProperties = [{ columnIndex: 0, columnType: 'DATE_TIME' }];
    await book.does({ addTable: { table: { ...aTable, columnProperties } } });

    await book.does(
      { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
      {
        updateCells: {
          start: { rowIndex: 0, columnIndex: 2 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'Pemohon' } }] }],
          fields: 'userEnteredValue',
        },
      },
    );

    expect((await book.tab()).tables).toEqual([
      {
        tableId: 't',
        name: 'Jawaban',
        range: { startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 },
        columnProperties: [
          { columnName: 'Waktu', columnType: 'DATE_TIME' },
          { columnIndex: 1, columnName: 'Pemohon' },
        ],
      },
    ]);
  });

  test('is widened over more columns, and names those without a header', async () => {
    const book = aBook();
    await book.does({ addTable: { table: aTable } });

    await book.does({
      updateTable: { table: { tableId: 't', range: range([0, 3], [0, 4]) }, fields: 'range' },
    });

    expect(await book.shows('Data!A1:D1')).toEqual([['Waktu', 'Nama', 'Column 3', 'Status']]);
  });

  test('lies over no other table and no filter, and no filter over it', async () => {
    const book = aBook();
    const filter = { range: range([0, 3], [0, 4]) };
    await book.does({ addTable: { table: aTable } });

    expect(await book.refuses({ setBasicFilter: { filter } })).toMatch(/overlaps a table/u);
    expect(await book.refuses({ addTable: { table: { range: range([0, 2], [1, 3]) } } })).toMatch(
      /overlaps another table/u,
    );
  });

  test('takes no format of numbers and no rule into a typed column, and any into others', async () => {
    const book = aBook();
    const columnProperties = [{ columnIndex: 1, columnType: 'TEXT' }];
    await book.does({ addTable: { table: { ...aTable, columnProperties } } });
    const format = (column: number) => ({
      repeatCell: {
        range: range([1, 3], [column, column + 1]),
        cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
        fields: 'userEnteredFormat(numberFormat,wrapStrategy)',
      },
    });
    const rule = {
      setDataValidation: {
        range: range([1, 3], [1, 2]),
        rule: { condition: { type: 'BOOLEAN' } },
      },
    };

    expect(await book.refuses(format(1))).toMatch(/typed columns/u);
    expect(await book.refuses(rule)).toMatch(/typed columns/u);
    expect(await book.does(format(0))).toEqual([{}]);
  });

  test('goes with all that stands in it', async () => {
    const book = aBook();
    await book.does({ addTable: { table: aTable } });

    await book.does({ deleteTable: { tableId: 't' } });

    expect((await book.tab()).tables).toBeUndefined();
    expect(await book.shows('Data!A1:D2')).toEqual([
      ['', '', '', 'Status'],
      ['', '', '', 'Baru'],
    ]);
  });

  test('takes in the rows that its form puts below it', async () => {
    const { double, tab } = aBook();
    const formId = double.people.makeForm({ title: 'F', questions: ['Nama'] });
    const name = double.people.linkForm({ formId, spreadsheetId, table: 'typed' });

    for (const Nama of ['Sari', 'Budi', 'Tuti']) {
      double.people.submitResponse({ formId, answers: { Nama } });
    }

    const [table] = (await tab(name)).tables ?? [];
    expect(table?.columnProperties?.[0]?.columnType).toBe('DATE_TIME');
    expect(table?.range?.endRowIndex).toBeGreaterThanOrEqual(4);
  });
});
