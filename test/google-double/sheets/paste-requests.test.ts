import { describe, expect, test } from 'vitest';
import { aSpreadsheet, range } from './a-spreadsheet.ts';

const red = { rgbColor: { red: 1 } };

describe('copying cells', () => {
  test('repeats the source where the destination is a multiple of it', async () => {
    const sheet = aSpreadsheet({ Data: [['a', 'b']] });

    await sheet.does({
      copyPaste: { source: range([0, 1], [0, 2]), destination: range([1, 3], [0, 4]) },
    });

    expect(await sheet.shows()).toEqual([
      ['a', 'b'],
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ]);
  });

  test('pastes all of the source where the destination is smaller', async () => {
    const sheet = aSpreadsheet({ Data: [['a', 'b', 'c']] });

    await sheet.does({
      copyPaste: { source: range([0, 1], [0, 3]), destination: range([1, 2], [0, 2]) },
    });

    expect(await sheet.shows('Data!A2:D2')).toEqual([['a', 'b', 'c']]);
  });

  test('turns rows into columns when asked', async () => {
    const sheet = aSpreadsheet({
      Data: [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    });

    await sheet.does({
      copyPaste: {
        source: range([0, 2], [0, 3]),
        destination: range([2, 3], [0, 1]),
        pasteOrientation: 'TRANSPOSE',
      },
    });

    expect(await sheet.shows('Data!A3:B5')).toEqual([
      ['a', 'd'],
      ['b', 'e'],
      ['c', 'f'],
    ]);
  });

  test('reads the source before it writes, where both overlap', async () => {
    const sheet = aSpreadsheet({ Data: [['a'], ['b'], ['c']] });

    await sheet.does({
      copyPaste: { source: range([0, 3], [0, 1]), destination: range([1, 4], [0, 1]) },
    });

    expect(await sheet.shows()).toEqual([['a'], ['a'], ['b'], ['c']]);
  });

  test('lets the references of a formula move along', async () => {
    const sheet = aSpreadsheet({ Data: [['=A2+$B$2']] });

    await sheet.does({
      copyPaste: { source: range([0, 1], [0, 1]), destination: range([1, 2], [1, 2]) },
    });

    expect((await sheet.cell('Data!B2')).userEnteredValue).toEqual({ formulaValue: '=B3+$B$2' });
  });

  test.each([
    ['PASTE_NORMAL', { value: 'x', colour: red, note: 'catatan' }],
    ['PASTE_VALUES', { value: 'x', colour: undefined, note: undefined }],
    ['PASTE_FORMULA', { value: 'x', colour: undefined, note: undefined }],
    ['PASTE_FORMAT', { value: 'y', colour: red, note: undefined }],
    ['PASTE_NO_BORDERS', { value: 'x', colour: red, note: 'catatan' }],
    ['PASTE_DATA_VALIDATION', { value: 'y', colour: undefined, note: undefined }],
  ])('takes of a cell what %s says', async (pasteType, expected) => {
    const sheet = aSpreadsheet({ Data: [['x', 'y']] });
    const source = range([0, 1], [0, 1]);
    const cell = { userEnteredFormat: { backgroundColorStyle: red }, note: 'catatan' };
    await sheet.does({ repeatCell: { range: source, cell, fields: 'userEnteredFormat,note' } });

    await sheet.does({ copyPaste: { source, destination: range([0, 1], [1, 2]), pasteType } });

    const pasted = await sheet.cell('Data!B1');
    expect({
      value: pasted.formattedValue,
      colour: pasted.userEnteredFormat?.backgroundColorStyle,
      note: pasted.note,
    }).toEqual(expected);
  });

  test('leaves lines behind where borders are not to come along', async () => {
    const sheet = aSpreadsheet({ Data: [['x', 'y']] });
    const source = range([0, 1], [0, 1]);
    await sheet.does({ updateBorders: { range: source, top: { style: 'SOLID' } } });

    await sheet.does({
      copyPaste: { source, destination: range([1, 2], [0, 1]), pasteType: 'PASTE_NO_BORDERS' },
    });

    expect((await sheet.cell('Data!A2')).userEnteredFormat).toBeUndefined();
  });

  test('brings merges and rules of colour along', async () => {
    const sheet = aSpreadsheet({ Data: [['x', '']] });
    const source = range([0, 1], [0, 2]);
    const booleanRule = { condition: { type: 'NOT_BLANK' }, format: { backgroundColorStyle: red } };
    await sheet.does(
      { mergeCells: { range: source, mergeType: 'MERGE_ALL' } },
      { addConditionalFormatRule: { rule: { ranges: [source], booleanRule }, index: 0 } },
    );

    await sheet.does({ copyPaste: { source, destination: range([3, 4], [1, 3]) } });

    const { merges, conditionalFormats } = await sheet.tab();
    const pasted = { startRowIndex: 3, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 3 };
    expect(merges).toContainEqual(pasted);
    expect(conditionalFormats?.[0]?.ranges).toContainEqual(pasted);
  });

  test('is refused where it would cut a merge in two, or reach beyond the grid', async () => {
    const sheet = aSpreadsheet({ Data: [['x']] });
    await sheet.does({ mergeCells: { range: range([2, 4], [0, 2]), mergeType: 'MERGE_ALL' } });
    const source = range([0, 1], [0, 1]);

    const cutting = await sheet.refuses({
      copyPaste: { source, destination: range([2, 3], [0, 1]) },
    });
    const beyond = await sheet.refuses({
      copyPaste: { source: range([0, 1], [0, 2]), destination: range([0, 1], [25, 26]) },
    });

    expect(cutting).toBe("You can't perform a paste that partially intersects a merge.");
    expect(beyond).toBe('Range (Data!Z1:AA1) exceeds grid limits. Max rows: 1000, max columns: 26');
  });
});

describe('cutting cells', () => {
  test('moves them with all that they carry, even onto themselves', async () => {
    const sheet = aSpreadsheet({ Data: [['a'], ['b'], ['=A1']] });
    const cell = { note: 'catatan' };
    await sheet.does({ repeatCell: { range: range([0, 1], [0, 1]), cell, fields: 'note' } });

    await sheet.does({
      cutPaste: {
        source: range([0, 3], [0, 1]),
        destination: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
      },
    });

    expect(await sheet.shows('Data!A1:A3')).toEqual([[], ['a'], ['b']]);
    expect((await sheet.cell('Data!A2')).note).toBe('catatan');
    expect((await sheet.cell('Data!A4')).userEnteredValue).toEqual({ formulaValue: '=A1' });
  });

  test('empties the source whatever of it is pasted', async () => {
    const sheet = aSpreadsheet({ Data: [['a', 'b']], Lain: [['c']] });

    await sheet.does({
      cutPaste: {
        source: range([0, 1], [0, 2]),
        destination: { sheetId: 1, rowIndex: 0, columnIndex: 0 },
        pasteType: 'PASTE_FORMAT',
      },
    });

    expect(await sheet.shows()).toEqual([]);
    expect(await sheet.shows('Lain')).toEqual([['c']]);
  });
});
