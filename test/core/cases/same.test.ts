import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isSame } from '../../../src/core/cases/same.ts';

const leaf = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, 0, -1, 0.5, Number.NaN, '', 'Aula', '0'),
  fc.nat({ max: 2 }).map((days) => Temporal.PlainDate.from('2026-11-23').add({ days })),
  fc.nat({ max: 2 }).map((minutes) => Temporal.PlainTime.from('09:00').add({ minutes })),
);
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
    fc
      .array(fc.tuple(fc.constantFrom('x', 'y'), tie('value')), { maxLength: 2 })
      .map((all) => new Map(all)),
    fc.array(leaf, { maxLength: 3 }).map((all) => new Set(all)),
  ),
})).value;

/** All that there is to be told apart, in words. */
const inWords = (value: unknown): string =>
  value instanceof Map
    ? `Map(${[...value].map(inWords)})`
    : value instanceof Set
      ? `Set(${[...value].map(inWords)})`
      : Array.isArray(value)
        ? `[${value.map(inWords)}]`
        : typeof value !== 'object' || value === null
          ? `${typeof value} ${value}`
          : Object.getPrototypeOf(value) === Object.prototype ||
              Object.getPrototypeOf(value) === null
            ? `{${Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, each]) => `${name}: ${inWords(each)}`)}}`
            : `${value.constructor.name} ${value}`;

test('values are the same where nobody could tell them apart, and only there', () => {
  fc.assert(
    fc.property(anything, anything, (one, other) => {
      expect(isSame(one, one)).toBe(true);
      if (isSame(one, other)) expect(inWords(one)).toBe(inWords(other));
    }),
    { numRuns: 500 },
  );
});

test('a copy is the same', () => {
  const made = () => ({
    rows: [['Aula', 46_349.5], new Map([['a', { links: new Set(['x']) }]])],
    day: Temporal.PlainDate.from('2026-11-23'),
    at: Temporal.Instant.from('2026-11-23T09:00:00+08:00'),
    gone: undefined,
  });

  expect(isSame(made(), made())).toBe(true);
  expect(isSame(made(), { ...made(), gone: null })).toBe(false);
  expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
});

test('what is of a kind that says nothing of itself is another', () => {
  const words = () => () => 'a';

  expect(isSame(words(), words())).toBe(false);
  expect(isSame(/a/, /a/)).toBe(false);
});
