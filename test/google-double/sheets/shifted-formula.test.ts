import { describe, expect, test } from 'vitest';
import { aSpreadsheet, lines, range } from './a-spreadsheet.ts';
import { shiftedFormula } from './shifted-formula.ts';

const inserted = { dimension: 'ROWS', at: 2, count: 2 } as const;
const deleted = { dimension: 'ROWS', at: 1, count: -2 } as const;

describe('a formula', () => {
  test.each([
    ['=A1+A3', '=A1+A5'],
    ['=SUM(A2:A4)', '=SUM(A2:A6)'],
    ['=SUM($B$3:C)', '=SUM($B$5:C)'],
    ['=SUM(A:A)', '=SUM(A:A)'],
    ['=SUM(2:3)', '=SUM(2:5)'],
    ['=Data!A3&Lain!A3', '=Data!A5&Lain!A3'],
    ["='data'!A3", "='data'!A5"],
    ['="A3"&LOG10(A3)', '="A3"&LOG10(A5)'],
  ])('goes on meaning the same cells after rows were inserted: %s', (formula, becomes) => {
    expect(shiftedFormula(formula, { shift: inserted, tab: 'Data', isOwn: true })).toBe(becomes);
  });

  test.each([
    ['=A1+A4', '=A1+A2'],
    ['=A2', '=#REF!'],
    ['=SUM(A1:A4)', '=SUM(A1:A2)'],
    ['=SUM(A2:A3)', '=SUM(#REF!)'],
  ])('loses what was deleted: %s', (formula, becomes) => {
    expect(shiftedFormula(formula, { shift: deleted, tab: 'Data', isOwn: true })).toBe(becomes);
  });

  test('of another tab follows the lines of the one that it names', async () => {
    const sheet = aSpreadsheet({ Data: [['a'], ['b']], Lain: [['=Data!A2'], ['=A1']] });

    await sheet.does({ insertDimension: { range: lines('ROWS', 0, 1) } });

    expect((await sheet.cell('Lain!A1')).userEnteredValue).toEqual({ formulaValue: '=Data!A3' });
    expect(await sheet.shows('Lain')).toEqual([['b'], ['b']]);
  });

  test('goes along with its row when rows are sorted', async () => {
    const sheet = aSpreadsheet({
      Data: [
        [3, '=A1*10'],
        [1, '=A2*10'],
        [2, '=$A$2*A3'],
      ],
    });

    await sheet.does({
      sortRange: { range: range([0, 3], [0, 2]), sortSpecs: [{ dimensionIndex: 0 }] },
    });

    expect((await sheet.cell('Data!B3')).userEnteredValue).toEqual({ formulaValue: '=A3*10' });
    expect(await sheet.shows()).toEqual([
      ['1', '10'],
      ['2', '4'],
      ['3', '30'],
    ]);
  });
});
