import fc from 'fast-check';
import { describe, test } from 'vitest';
import { aDirtyWorkbook, unheardRows } from '../support/dirty-workbook.ts';

describe('no row goes unheard', () => {
  test('whatever people typed, each filled row of every tab changes a figure or is named in Ringkasan', () => {
    fc.assert(
      fc.property(aDirtyWorkbook, (workbook) => {
        const unheard = unheardRows(workbook);
        if (unheard.length > 0) throw new Error(`unheard: ${unheard.join(', ')}`);
      }),
      { numRuns: 150 },
    );
    // Twenty seconds of a quiet machine; several times as long beside other work.
  }, 180_000);
});
