import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countMinutes, dueAt } from '../../../src/core/clock/service-clock.ts';
import { instant, someSettings, timeZone } from '../../support/builders.ts';

const calendar = { hours: someSettings().officeHours, holidays: new Map(), timeZone };
const wall = { clock: 'wall', serviceHours: 24, calendar } as const;
const office = { clock: 'working-hours', serviceHours: 8, calendar } as const;
const start = instant('2026-11-23T09:00');
const none = { closed: [], openSince: undefined };

describe('service clock', () => {
  test('is due after the promised hours by the wall', () => {
    expect(dueAt(start, none, wall)).toEqual(instant('2026-11-24T09:00'));
  });

  test('is due after the promised office hours when these count', () => {
    expect(dueAt(start, none, office)).toEqual(instant('2026-11-24T09:30'));
  });

  test('has no due time while a pause lasts that began before', () => {
    const paused = { closed: [], openSince: instant('2026-11-23T12:00') };
    const pausedAfterwards = { closed: [], openSince: instant('2026-11-24T12:00') };

    expect(dueAt(start, paused, wall)).toBeUndefined();
    expect(dueAt(start, pausedAfterwards, wall)).toEqual(instant('2026-11-24T09:00'));
  });

  test('lets a pause at night cost no office hours', () => {
    const night = { start: instant('2026-11-23T18:00'), end: instant('2026-11-24T06:00') };

    expect(dueAt(start, { closed: [night], openSince: undefined }, office)).toEqual(
      instant('2026-11-24T09:30'),
    );
  });

  test('is due at the cap of an event that comes sooner', () => {
    const cap = instant('2026-11-23T13:00');

    expect(dueAt(start, none, { ...wall, cap })).toEqual(cap);
  });

  test('any pause before the due time moves it by exactly its length, and is not counted', () => {
    const minutes = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(minutes, minutes, (after, length) => {
        const from = start.add({ minutes: after });
        const pause = { start: from, end: from.add({ minutes: length }) };
        const due = dueAt(start, { closed: [pause], openSince: undefined }, wall);

        expect(due).toEqual(instant('2026-11-24T09:00').add({ minutes: length }));
        expect(due && countMinutes({ start, end: due }, [pause], calendar)).toMatchObject({
          wall: 1_440,
          paused: length,
        });
      }),
      { numRuns: 50 },
    );
  });
});
