import { describe, expect, test } from 'vitest';
import { holderOf, sameCell } from '../../../src/core/sheet/three-way.ts';

describe('three-way comparison', () => {
  test.each([
    ['an empty cell that we never wrote is ours to fill', '', undefined, 'ours'],
    ['a cell that reads as we left it is ours', 'Rahmat', { written: 'Rahmat' }, 'ours'],
    [
      'a cell that we were about to write is ours though we were killed after',
      'Siti',
      { written: 'Rahmat', intended: 'Siti' },
      'ours',
    ],
    [
      'a cell that we were killed before writing is ours',
      'Rahmat',
      { written: 'Rahmat', intended: 'Siti' },
      'ours',
    ],
    ['another value is made by hand', 'Budi', { written: 'Rahmat' }, 'hand-made'],
    ['a value in a cell we never wrote is made by hand', 'Budi', undefined, 'hand-made'],
    ['an emptied cell is handed back', '', { written: 'Rahmat' }, 'handed-back'],
    ['a cell that we left empty and is empty is ours', '', { written: '' }, 'ours'],
  ] as const)('%s', (_name, now, memory, holder) => {
    expect(holderOf(now, memory)).toBe(holder);
  });

  test('does not take a line end or a rounding that a program changed on saving for a change by hand', () => {
    expect(sameCell('Rahmat\r\nSiti', 'Rahmat\nSiti ')).toBe(true);
    expect(sameCell(46349.38194444445, 46349.381944444)).toBe(true);
    expect(sameCell(46349.38194444445, 46349.38263888889)).toBe(false);
  });
});
