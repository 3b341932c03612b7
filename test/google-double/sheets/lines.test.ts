import { describe, expect, test } from 'vitest';
import { aSpreadsheet, lines, range } from './a-spreadsheet.ts';

const rows = [['kepala'], ['a'], ['b'], ['c']];
const bold = { userEnteredFormat: { textFormat: { bold: true } }, note: 'catatan' };

describe('inserting rows', () => {
  test.each([
    [true, undefined],
    [false, true],
  ])(
    'gives them the look of a neighbour (from before: %s), and nothing else',
    async (inheritFromBefore, isBold) => {
      const sheet = aSpreadsheet({ Data: rows });
      await sheet.does({
        repeatCell: { range: range([2, 3], [0, 1]), cell: bold, fields: 'userEnteredFormat,note' },
      });

      await sheet.does({ insertDimension: { range: lines('ROWS', 2, 3), inheritFromBefore } });

      const cell = await sheet.cell('Data!A3');
      expect(cell.userEnteredFormat?.textFormat?.bold).toBe(isBold);
      expect(cell.formattedValue ?? cell.note).toBeUndefined();
      expect(await sheet.shows()).toEqual([['kepala'], ['a'], [], ['b'], ['c']]);
    },
  );

  test('after the last row only inherits from before', async () => {
    const sheet = aSpreadsheet({ Data: rows });
    const atEnd = lines('ROWS', 1000, 1001);

    const after = await sheet.refuses({ insertDimension: { range: atEnd } });
    const beyond = await sheet.refuses({
      insertDimension: { range: lines('ROWS', 1001, 1002), inheritFromBefore: true },
    });
    await sheet.does({ insertDimension: { range: atEnd, inheritFromBefore: true } });

    expect(after).toBe(
      'range.startIndex must be less than the grid size (1000) if inheritFromBefore is false.',
    );
    expect(beyond).toBe('range.startIndex is larger than current grid size (1000)');
    expect((await sheet.tab()).properties?.gridProperties?.rowCount).toBe(1001);
  });

  test('keeps what is frozen frozen', async () => {
    const sheet = aSpreadsheet({ Data: rows });
    const gridProperties = { frozenRowCount: 2 };
    await sheet.does({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties },
        fields: 'gridProperties.frozenRowCount',
      },
    });

    await sheet.does({ insertDimension: { range: lines('ROWS', 1, 2), inheritFromBefore: true } });
    const inserted = await sheet.tab();
    await sheet.does({ deleteDimension: { range: lines('ROWS', 0, 2) } });

    expect(inserted.properties?.gridProperties?.frozenRowCount).toBe(3);
    expect((await sheet.tab()).properties?.gridProperties?.frozenRowCount).toBe(1);
  });
});

describe('deleting rows', () => {
  test('is refused for rows that are not there, for all, and for all that are not frozen', async () => {
    const sheet = aSpreadsheet({ Data: rows });
    await sheet.does({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
        fields: 'gridProperties.frozenRowCount',
      },
    });
    const refusal = (start: number, end: number) =>
      sheet.refuses({ deleteDimension: { range: lines('ROWS', start, end) } });

    expect(await refusal(1000, 1001)).toBe(
      "Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
    );
    expect(await refusal(0, 1000)).toBe("You can't delete all the rows on the sheet.");
    expect(await refusal(1, 1000)).toBe('Sorry, it is not possible to delete all non-frozen rows.');
  });

  test('takes what lies beyond a smaller grid away for good', async () => {
    const sheet = aSpreadsheet({ Data: rows });
    const resize = (rowCount: number) => ({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount } },
        fields: 'gridProperties.rowCount',
      },
    });

    await sheet.does(resize(2));
    await sheet.does(resize(10));

    expect(await sheet.shows()).toEqual([['kepala'], ['a']]);
  });
});

describe('moving rows', () => {
  test('puts them before the row that is named as if nothing had moved yet', async () => {
    const sheet = aSpreadsheet({ Data: [['0'], ['1'], ['2'], ['3'], ['4']] });

    await sheet.does({ moveDimension: { source: lines('ROWS', 1, 3), destinationIndex: 4 } });

    expect(await sheet.shows()).toEqual([['0'], ['3'], ['1'], ['2'], ['4']]);
  });

  test('takes a merge within one row along, but crosses none over several', async () => {
    const sheet = aSpreadsheet({ Data: [['0'], ['1'], ['2'], ['3'], ['4']] });
    await sheet.does(
      { mergeCells: { range: range([0, 1], [0, 2]), mergeType: 'MERGE_ALL' } },
      { mergeCells: { range: range([2, 4], [0, 2]), mergeType: 'MERGE_ALL' } },
    );
    const move = (start: number, to: number) => ({
      moveDimension: { source: lines('ROWS', start, start + 1), destinationIndex: to },
    });

    const into = await sheet.refuses(move(0, 3));
    const outOf = await sheet.refuses(move(2, 0));
    await sheet.does(move(0, 2));

    const words =
      'Sorry, it is not possible to move a row to a position that crosses a merged cell. Please unmerge and try again.';
    expect([into, outOf]).toEqual([words, words]);
    expect((await sheet.tab()).merges?.[0]).toMatchObject({ startRowIndex: 1, endRowIndex: 2 });
  });
});
