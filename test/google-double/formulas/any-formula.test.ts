import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../support/long-runs.ts';
import { newSheet, type Spreadsheet } from '../sheets/model.ts';
import { newSpreadsheet } from '../sheets/new-spreadsheet.ts';
import { functions } from './functions.ts';
import { shownRows } from './shown-rows.ts';

const pieces = fc.oneof(
  fc.constantFrom(...Object.keys(functions).map((name) => `${name}(`)),
  fc.constantFrom('A1', 'A1:B3', 'B:B', '2:3', 'Lain!A1', 'Tiada', '$A$9:A', '{1,2;3,4}', '#REF!'),
  fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '<', '%', '(', ')', ')', ',', ',', ';'),
  fc.constantFrom('1', '0', '2.5', '"a"', '""', '"*"', '">1"', 'TRUE', '', ' '),
);

/** A sheet with this formula in C1, beside cells of every kind. */
function withFormula(formula: string): Spreadsheet {
  const sheet = newSheet({ gridProperties: { rowCount: 9, columnCount: 9 } }, 0);
  const value = (userEnteredValue: object) => ({ userEnteredValue });
  sheet.rows = [
    [value({ numberValue: 3 }), value({ stringValue: 'a' }), value({ formulaValue: formula })],
    [value({ boolValue: true }), undefined, undefined, value({ formulaValue: '=C1' })],
    [value({ formulaValue: '=1/0' }), value({ stringValue: '' })],
  ];
  return { ...newSpreadsheet('uji', 'Uji'), sheets: [sheet] };
}

test('any formula comes to something, and whatever hangs on it too', () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 9 }), (parts) => {
      // What was opened is closed, so that more of them read as formulas.
      const open = parts.filter((each) => each.endsWith('(')).length;
      const spreadsheet = withFormula(`=${parts.join('')}${')'.repeat(open)}`);
      const [sheet] = spreadsheet.sheets;

      const shown = sheet && shownRows(spreadsheet, sheet, 0);

      expect(shown?.[0]?.[2]?.comesTo).toBeDefined();
      expect(shown?.[1]?.[3]?.comesTo).toBeDefined();
    }),
    { numRuns: runs(500, 1500) },
  );
});
