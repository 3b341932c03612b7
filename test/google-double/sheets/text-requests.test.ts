import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range } from './a-spreadsheet.ts';

describe('texts in cells', () => {
  test('are trimmed at both ends and between words, and stay texts', async () => {
    const sheet = aSpreadsheet({ Data: [["'  a \n b "], ['c'], ["' =1"]] });

    const [reply] = await sheet.does({ trimWhitespace: { range: range([0, 3], [0, 1]) } });

    expect(reply?.trimWhitespace).toEqual({ cellsChangedCount: 2 });
    expect(await sheet.shows()).toEqual([['a b'], ['c'], ['=1']]);
  });

  test('are split into columns', async () => {
    const sheet = aSpreadsheet({ Data: [['a;2', 'lama'], ['b']] });

    await sheet.does({
      textToColumns: { source: range([0, 2], [0, 1]), delimiterType: 'SEMICOLON' },
    });

    expect(await sheet.shows()).toEqual([['a', '2'], ['b']]);
    expect((await sheet.cell('Data!B1')).userEnteredValue).toEqual({ numberValue: 2 });
  });

  test('are pasted by lines and delimiters', async () => {
    const sheet = aSpreadsheet({ Data: [['x']] });

    await sheet.does({
      pasteData: {
        coordinate: { sheetId: 0, rowIndex: 1, columnIndex: 1 },
        data: 'a,1\nb,2',
        delimiter: ',',
        type: 'PASTE_NORMAL',
      },
    });

    expect(await sheet.shows()).toEqual([['x'], ['', 'a', '1'], ['', 'b', '2']]);
  });
});

describe('rows that are there twice', () => {
  test('are taken out but for the first, in the range alone', async () => {
    const sheet = aSpreadsheet({
      Data: [
        ['a', 1, 'p'],
        ['b', 2, 'q'],
        ['A', 1, 'r'],
        ['c', 1, 's'],
      ],
    });

    const [reply] = await sheet.does({ deleteDuplicates: { range: range([0, 4], [0, 2]) } });

    expect(reply?.deleteDuplicates).toEqual({ duplicatesRemovedCount: 1 });
    expect(await sheet.shows()).toEqual([
      ['a', '1', 'p'],
      ['b', '2', 'q'],
      ['c', '1', 'r'],
      ['', '', 's'],
    ]);
  });

  test('are told by the columns that count', async () => {
    const sheet = aSpreadsheet({
      Data: [
        ['a', 1],
        ['b', 1],
      ],
    });

    await sheet.does({
      deleteDuplicates: {
        range: range([0, 2], [0, 2]),
        comparisonColumns: [{ sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }],
      },
    });

    expect(await sheet.shows()).toEqual([['a', '1']]);
  });
});
