import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facilityNames } from '../../../src/core/columns/choices.ts';
import {
  namelessParts,
  readReservedCell,
  reservedCell,
} from '../../../src/core/columns/equipment-cell.ts';

describe('the cell Peralatan Disiapkan', () => {
  test('reads back any facilities that it shows', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            name: fc.constantFrom(...facilityNames),
            quantity: fc.integer({ min: 1, max: 99 }),
          }),
          { selector: ({ name }) => name },
        ),
        (reserved) => {
          expect(readReservedCell(reservedCell({ reserved }))).toEqual(reserved);
        },
      ),
    );
  });

  test.each([
    ['Speaker', 1],
    ['2 Speaker', 2],
    ['Speaker 2 unit', 2],
    ['Speaker x3', 3],
    ['Speaker: 2', 2],
    ['- Speaker (2 buah)', 2],
    ['Speaker (1)\nSpeaker (1)', 2],
  ])('reads %j', (text, quantity) => {
    expect(readReservedCell(text)).toEqual([{ name: 'Speaker', quantity }]);
  });

  test('takes a bare number for no thing, and tells which parts name none', () => {
    expect(readReservedCell('0.; Speaker (2); 3')).toEqual([{ name: 'Speaker', quantity: 2 }]);
    expect(namelessParts('0.; Speaker (2); 3; -')).toEqual(['0.', '3']);
  });
});
