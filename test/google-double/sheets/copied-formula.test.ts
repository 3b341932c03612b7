import { describe, expect, test } from 'vitest';
import { copiedFormula } from './copied-formula.ts';

describe('a formula that was copied one down and two to the right', () => {
  test.each([
    ['=A1', '=C2'],
    ['=$A1+A$1+$A$1', '=$A2+C$1+$A$1'],
    ['=SUM(A1:B2)', '=SUM(C2:D3)'],
    ["='Sheet A1'!A1&Data!B2", "='Sheet A1'!C2&Data!D3"],
    ['="A1 ""B2"""&A1', '="A1 ""B2"""&C2'],
    ['=LOG10(A1)', '=LOG10(C2)'],
    ['=Z1', '=AB2'],
    ['=name1_A1', '=name1_A1'],
  ])('turns %s into %s', (formula, becomes) => {
    expect(copiedFormula(formula, { rows: 1, columns: 2 })).toBe(becomes);
  });

  test('loses what it would refer to beyond the edge', () => {
    expect(copiedFormula('=A1+B2', { rows: -1, columns: 0 })).toBe('=#REF!+B1');
  });
});
