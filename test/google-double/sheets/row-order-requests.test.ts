import { describe, expect, test } from 'vitest';
import { aSpreadsheet, lines, range } from './a-spreadsheet.ts';

const sorted = (
  direction: 'ASCENDING' | 'DESCENDING',
  [start, end]: readonly [number, number],
) => ({
  sortRange: {
    range: { sheetId: 0, startRowIndex: start, endRowIndex: end },
    sortSpecs: [{ dimensionIndex: 0, sortOrder: direction }],
  },
});

describe('sorting', () => {
  test('puts numbers, then texts, then yes and no, and empty cells last either way', async () => {
    const sheet = aSpreadsheet({ Data: [['b'], [''], [2], [true], ['A'], [10]] });

    await sheet.does(sorted('ASCENDING', [0, 6]));
    const upwards = await sheet.shows();
    await sheet.does(sorted('DESCENDING', [0, 6]));

    expect(upwards).toEqual([['2'], ['10'], ['A'], ['b'], ['TRUE']]);
    expect(await sheet.shows()).toEqual([['TRUE'], ['b'], ['A'], ['10'], ['2']]);
  });

  test('leaves hidden rows where they are', async () => {
    const sheet = aSpreadsheet({ Data: [['c'], ['z'], ['a'], ['b']] });
    await sheet.does({
      updateDimensionProperties: {
        range: lines('ROWS', 1, 2),
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    });

    await sheet.does(sorted('ASCENDING', [0, 4]));

    expect(await sheet.shows()).toEqual([['a'], ['z'], ['b'], ['c']]);
  });

  test('moves what one batch wrote just before', async () => {
    const sheet = aSpreadsheet({ Data: [['c'], ['b']] });
    const values = (text: string) => ({ values: [{ userEnteredValue: { stringValue: text } }] });

    await sheet.does(
      {
        updateCells: {
          range: range([0, 3], [0, 1]),
          rows: [values('z'), values('y'), values('x')],
          fields: 'userEnteredValue',
        },
      },
      sorted('ASCENDING', [0, 3]),
    );

    expect(await sheet.shows()).toEqual([['x'], ['y'], ['z']]);
  });

  test('is refused over vertical merges, and below the grid', async () => {
    const sheet = aSpreadsheet({ Data: [['c'], ['b'], ['a']] });
    await sheet.does({ mergeCells: { range: range([1, 3], [0, 1]), mergeType: 'MERGE_ALL' } });

    expect(await sheet.refuses(sorted('ASCENDING', [0, 3]))).toBe(
      "You can't sort a range containing vertical merges. There is a vertical merge at A2:A3",
    );
    expect(await sheet.refuses(sorted('ASCENDING', [1000, 1001]))).toBe(
      'range.startRowIndex is larger than current grid size (1000)',
    );
  });
});

describe('shuffling', () => {
  test('keeps every row, in the same new order in every run', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => [`baris ${index}`, index]);
    const order = async () => {
      const sheet = aSpreadsheet({ Data: rows });
      await sheet.does({ randomizeRange: { range: range([0, 9], [0, 2]) } });
      return sheet.shows();
    };

    const first = await order();

    expect(await order()).toEqual(first);
    expect(first).not.toEqual(rows.map((row) => row.map(String)));
    expect(first.toSorted()).toEqual(rows.map((row) => row.map(String)));
  });
});
