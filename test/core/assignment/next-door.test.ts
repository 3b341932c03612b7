import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDoor } from '../../../src/core/assignment/next-door.ts';
import type { Occupancy } from '../../../src/core/clock/window.ts';
import { hourMs } from '../../../src/core/sheet/time-units.ts';

const anEvent: fc.Arbitrary<Occupancy> = fc.record({
  place: fc.constantFrom('', 'aula', 'kantor'),
  travelMs: fc.constant(0),
  windows: fc.array(
    fc.nat({ max: 96 }).map((quarter) => {
      const from = (quarter * hourMs) / 2;
      return { from, to: from + hourMs };
    }),
    { maxLength: 3 },
  ),
});

describe('whoever is next door', () => {
  test('is whoever begins at the same place within half a day, looked at one by one', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 12 }), (events) => {
        expect(nextDoor(events)).toEqual(
          events.map((one, at) =>
            events.flatMap((other, place) => (place !== at && isNear(one, other) ? [place] : [])),
          ),
        );
      }),
    );
  });

  test('is nobody at places that are not known', () => {
    const unknown = { place: '', travelMs: 0, windows: [{ from: 0, to: hourMs }] };

    expect(nextDoor([unknown, unknown])).toEqual([[], []]);
  });
});

const isNear = (one: Occupancy, other: Occupancy): boolean =>
  one.place !== '' &&
  one.place === other.place &&
  one.windows.some(({ from }) =>
    other.windows.some((window) => Math.abs(window.from - from) < 12 * hourMs),
  );
