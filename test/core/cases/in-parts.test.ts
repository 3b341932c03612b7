import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  madeInParts,
  madeInStretches,
  partsOf,
  stretchesOf,
} from '../../../src/core/cases/in-parts.ts';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import type { Situation } from '../../../src/core/cases/situation.ts';
import { aSituation } from '../../support/builders.ts';

interface Thing {
  readonly key: string;
  readonly says: number;
}

const things = (count: number): readonly Thing[] =>
  Array.from({ length: count }, (_, at) => ({ key: `VC-2026-${at}`, says: at }));

const remembering = (): Situation => ({ ...aSituation(), remembered: openRemembered() });

const keyOf = ({ key }: Thing): string => key;

/** What the things say, and how many of them had to be looked at for it. */
const reading = () => {
  let looked = 0;
  const by = {};
  return {
    looked: () => looked,
    says: (list: readonly Thing[], situation: Situation): readonly number[] =>
      madeInParts(
        list,
        { by, keyOf },
        {
          situation,
          make: (part) =>
            part.map(({ says }) => {
              looked += 1;
              return says;
            }),
        },
      ).flat(),
  };
};

describe('a long list in parts', () => {
  const edit = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('change', 'leave', 'come', 'sort'),
    says: fc.nat(),
  });

  test('says the same as without memory, whatever was done to it meanwhile', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.array(edit, { maxLength: 12 }), (count, edits) => {
        const { says } = reading();
        const situation = remembering();
        let list = things(count);
        for (const { at, kind, says: now } of edits) {
          const place = at % (list.length + 1);
          const subject = list[place];
          const others = list.toSpliced(place, 1);
          if (kind === 'come')
            list = list.toSpliced(place, 0, { key: `VC-2027-${now}`, says: now });
          else if (subject !== undefined && kind === 'leave') list = others;
          else if (subject !== undefined && kind === 'change')
            list = list.with(place, { ...subject, says: now });
          else if (subject !== undefined) list = others.toSpliced(now % list.length, 0, subject);
          expect(says(list, situation)).toEqual(list.map((each) => each.says));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('costs what changed: a part of some thousand, wherever a thing changed, came or left', () => {
    const { says, looked } = reading();
    const situation = remembering();
    const list = things(10_000);
    says(list, situation);
    const others = [
      list.with(5_000, { key: 'VC-2026-5000', says: 0 }),
      list.toSpliced(0, 1),
      list.toSpliced(3, 0, { key: 'VC-2027-1', says: 1 }),
    ];

    const costs = others.map((other) => {
      const before = looked();
      says(other, situation);
      return looked() - before;
    });
    expect(Math.max(...costs)).toBeLessThan(700);
    expect(Math.min(...costs)).toBeGreaterThan(0);
  });

  test('is looked at whole where nothing is remembered', () => {
    const { says } = reading();
    expect(says(things(200), aSituation())).toHaveLength(200);
    expect(says([], remembering())).toEqual([]);
  });

  test('holds the very parts of an earlier list, whatever else was cut meanwhile', () => {
    const list = things(1_000);
    const other = list.with(500, { key: 'VC-2026-500', says: 0 });
    for (const cut of [stretchesOf, (all: readonly Thing[]) => partsOf(all, keyOf)]) {
      const before = cut(list);
      cut(list.filter(({ says }) => says % 2 === 0));
      const after = cut(other);
      expect(after.flat()).toEqual(other);
      expect(after.filter((part, at) => part !== before[at])).toHaveLength(1);
      expect(cut([...list]).every((part, at) => part === before[at])).toBe(true);
    }
  });

  test('asks what lies beside a part again only where that may be other', () => {
    const situation = remembering();
    const list = things(200);
    let asked = 0;
    const by = {};
    const sums = (beside: ReadonlyMap<string, number>): number =>
      madeInStretches(
        list,
        {
          by,
          besideOf: [beside],
          beside: (part) => {
            asked += part.length;
            return part.map(({ key }) => beside.get(key) ?? 0);
          },
        },
        {
          situation,
          make: (part) => part.reduce((sum, { key }) => sum + (beside.get(key) ?? 0), 0),
        },
      ).reduce((sum, each) => sum + each, 0);
    const beside = new Map(list.map(({ key, says }) => [key, says]));
    const all = sums(beside);

    expect([sums(beside), asked]).toEqual([all, 200]);
    expect([sums(new Map([...beside, ['VC-2026-7', 8]])), asked]).toEqual([all + 1, 400]);
  });
});
