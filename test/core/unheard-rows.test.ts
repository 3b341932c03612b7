import fc from 'fast-check';
import { describe, test } from 'vitest';
import { aDirtyWorkbook, unheardRows } from '../support/dirty-workbook.ts';
import { runs } from '../support/long-runs.ts';

describe('no row goes unheard', () => {
  test('whatever people typed, each filled row of every tab changes a figure or is named in Ringkasan', () => {
    fc.assert(
      fc.property(aDirtyWorkbook, (workbook) => {
        const unheard = unheardRows(workbook);
        if (unheard.length > 0) throw new Error(`unheard: ${unheard.join(', ')}`);
      }),
      { numRuns: runs(15, 400) },
    );
  });
});
