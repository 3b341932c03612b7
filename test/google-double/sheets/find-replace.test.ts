import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range } from './a-spreadsheet.ts';

describe('find and replace', () => {
  test('replaces every occurrence, and counts cells, rows and tabs', async () => {
    const sheet = aSpreadsheet({ Data: [['Google Sheets', 'x'], ['tree']], Lain: [['bee']] });

    const [reply] = await sheet.does({
      findReplace: { find: 'E', replacement: 'o', allSheets: true },
    });

    expect(reply?.findReplace).toEqual({
      valuesChanged: 3,
      occurrencesChanged: 7,
      rowsChanged: 3,
      sheetsChanged: 2,
    });
    expect(await sheet.shows()).toEqual([['Googlo Shoots', 'x'], ['troo']]);
    expect(await sheet.shows('Lain')).toEqual([['boo']]);
  });

  test('minds case, whole cells and the range when asked', async () => {
    const sheet = aSpreadsheet({ Data: [['Ya', 'ya', 'ya sekali'], ['ya']] });

    await sheet.does({
      findReplace: {
        find: 'ya',
        replacement: 'sudah',
        matchCase: true,
        matchEntireCell: true,
        range: range([0, 1], [0, 3]),
      },
    });

    expect(await sheet.shows()).toEqual([['Ya', 'sudah', 'ya sekali'], ['ya']]);
  });

  test('takes a pattern with groups, and otherwise every letter as it is', async () => {
    const sheet = aSpreadsheet({ Data: [['Google Sheets', 'Google Docs', 'a.c', 'abc']] });

    await sheet.does(
      {
        findReplace: {
          find: 'o.* (.*)',
          replacement: '$1 Rocks',
          searchByRegex: true,
          sheetId: 0,
        },
      },
      { findReplace: { find: 'a.c', replacement: '$1', sheetId: 0 } },
    );

    expect(await sheet.shows()).toEqual([['GSheets Rocks', 'GDocs Rocks', '$1', 'abc']]);
  });

  test('looks into formulas only when asked', async () => {
    const sheet = aSpreadsheet({ Data: [['=SUM(A2)']] });

    const [untouched] = await sheet.does({
      findReplace: { find: 'SUM', replacement: 'MAX', sheetId: 0 },
    });
    const [changed] = await sheet.does({
      findReplace: { find: 'SUM', replacement: 'MAX', sheetId: 0, includeFormulas: true },
    });

    expect(untouched?.findReplace).toEqual({});
    expect(changed?.findReplace).toMatchObject({ formulasChanged: 1 });
    expect((await sheet.cell('Data!A1')).userEnteredValue).toEqual({ formulaValue: '=MAX(A2)' });
  });

  test('is refused without one place to look in, or with a broken pattern', async () => {
    const sheet = aSpreadsheet({ Data: [['a']] });
    const refusal = (asked: object) =>
      sheet.refuses({ findReplace: { find: 'a', replacement: 'b', ...asked } });

    expect(await refusal({})).toContain('Exactly one of range, sheetId and allSheets');
    expect(await refusal({ sheetId: 0, allSheets: true })).toContain('Exactly one of');
    expect(await refusal({ sheetId: 0, find: '(', searchByRegex: true })).toContain('Invalid reg');
  });
});
