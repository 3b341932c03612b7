import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  eachTextOnce,
  eachTextOnceBeside,
  eachTextOnceFor,
} from '../../../src/core/reading/each-text-once.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const aCell = fc.oneof(
  fc.constantFrom<Cell | undefined>(undefined, '', '1', 1, true, 'TRUE', 'x'.repeat(300)),
  fc.integer({ min: 0, max: 6000 }),
);
const shown = (cell: Cell | undefined): string => `${typeof cell} ${String(cell)}`;

describe('a reader that reads each text once', () => {
  test('answers any cells in any order as the reader itself', () => {
    const once = eachTextOnce(shown);
    fc.assert(
      fc.property(aCell, (cell) => {
        expect(once(cell)).toBe(shown(cell));
      }),
    );
  });

  test('reads a text that stands in many rows a single time, an answer of nothing too', () => {
    let count = 0;
    const once = eachTextOnce((_: Cell | undefined): undefined => {
      count += 1;
    });

    once('Aula');
    once('Aula');

    expect(count).toBe(1);
  });

  test('keeps no more than a few thousand, and no letter that somebody pasted into a cell', () => {
    const made = new Set<object>();
    const once = eachTextOnce((_: Cell | undefined) => ({}));
    for (let round = 0; round < 2; round += 1) {
      for (let at = 0; at < 6000; at += 1) made.add(once(at));
    }

    expect(made.size).toBe(12_000);
    expect(once('a'.repeat(201))).not.toBe(once('a'.repeat(201)));
  });

  test('tries again where it threw', () => {
    let isBroken = true;
    const once = eachTextOnce((cell: Cell | undefined) => {
      if (isBroken) throw new Error('broken');
      return shown(cell);
    });

    expect(() => once('Aula')).toThrow('broken');
    isBroken = false;
    expect(once('Aula')).toBe('string Aula');
  });

  test('tells apart what stands beside it', () => {
    const beside = eachTextOnceBeside(
      (cell: Cell | undefined, { role }: { readonly role: string }) => `${shown(cell)} ${role}`,
      ({ role }) => role,
    );
    const given = eachTextOnceFor(
      (cell: Cell | undefined, names: readonly string[]) => `${shown(cell)} ${names.join()}`,
    );
    fc.assert(
      fc.property(aCell, fc.nat({ max: 120 }), (cell, at) => {
        expect(beside(cell, { role: `role ${at}` })).toBe(`${shown(cell)} role ${at}`);
        expect(given(cell, [`${at}`])).toBe(`${shown(cell)} ${at}`);
      }),
    );
  });
});
