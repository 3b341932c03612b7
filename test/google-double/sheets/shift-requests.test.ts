import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range } from './a-spreadsheet.ts';

const grid = [
  ['a1', 'b1', 'c1'],
  ['a2', 'b2', 'c2'],
  ['a3', 'b3', 'c3'],
];

describe('inserting cells', () => {
  test('pushes those below down, and leaves other columns alone', async () => {
    const sheet = aSpreadsheet({ Data: grid });

    await sheet.does({ insertRange: { range: range([1, 2], [0, 2]), shiftDimension: 'ROWS' } });

    expect(await sheet.shows()).toEqual([
      ['a1', 'b1', 'c1'],
      ['', '', 'c2'],
      ['a2', 'b2', 'c3'],
      ['a3', 'b3'],
    ]);
  });

  test('pushes those beside to the right', async () => {
    const sheet = aSpreadsheet({ Data: grid });

    await sheet.does({ insertRange: { range: range([1, 3], [1, 2]), shiftDimension: 'COLUMNS' } });

    expect(await sheet.shows()).toEqual([
      ['a1', 'b1', 'c1'],
      ['a2', '', 'b2', 'c2'],
      ['a3', '', 'b3', 'c3'],
    ]);
  });

  test('makes the grid larger rather than losing what stands at its end', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    const end = range([999, 1000], [0, 1]);
    const rows = [{ values: [{ userEnteredValue: { stringValue: 'akhir' } }] }];
    await sheet.does({ updateCells: { range: end, rows, fields: 'userEnteredValue' } });

    await sheet.does({ insertRange: { range: range([0, 2], [0, 1]), shiftDimension: 'ROWS' } });

    expect(await sheet.shows('Data!A1002')).toEqual([['akhir']]);
  });

  test('takes names and merges along', async () => {
    const sheet = aSpreadsheet({ Data: grid });
    const below = range([2, 3], [0, 2]);
    await sheet.does(
      { mergeCells: { range: below, mergeType: 'MERGE_ALL' } },
      { addNamedRange: { namedRange: { name: 'bawah', range: below } } },
    );

    await sheet.does({ insertRange: { range: range([1, 2], [0, 2]), shiftDimension: 'ROWS' } });

    const { merges } = await sheet.tab();
    expect(merges).toEqual([
      { startRowIndex: 3, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 },
    ]);
    expect(await sheet.shows('bawah')).toEqual([['a3']]);
  });

  test('is refused where it would tear a merge apart', async () => {
    const sheet = aSpreadsheet({ Data: grid });
    await sheet.does({ mergeCells: { range: range([2, 3], [0, 2]), mergeType: 'MERGE_ALL' } });

    const message = await sheet.refuses({
      insertRange: { range: range([1, 2], [0, 1]), shiftDimension: 'ROWS' },
    });

    expect(message).toBe("You can't perform a paste that partially intersects a merge.");
  });
});

describe('deleting cells', () => {
  test('lets those below close up', async () => {
    const sheet = aSpreadsheet({ Data: grid });

    await sheet.does({ deleteRange: { range: range([0, 2], [1, 2]), shiftDimension: 'ROWS' } });

    expect(await sheet.shows()).toEqual([
      ['a1', 'b3', 'c1'],
      ['a2', '', 'c2'],
      ['a3', '', 'c3'],
    ]);
  });

  test('lets those beside close up', async () => {
    const sheet = aSpreadsheet({ Data: grid });

    await sheet.does({ deleteRange: { range: range([0, 1], [0, 2]), shiftDimension: 'COLUMNS' } });

    expect(await sheet.shows('Data!A1:C2')).toEqual([['c1'], ['a2', 'b2', 'c2']]);
  });

  test('is refused beyond the grid', async () => {
    const sheet = aSpreadsheet({ Data: grid });

    const message = await sheet.refuses({
      deleteRange: { range: range([999, 1001], [0, 2]), shiftDimension: 'ROWS' },
    });

    expect(message).toBe(
      'Range (Data!A1000:B1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
  });
});
