import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  afterWorkingMs,
  type OfficeCalendar,
  workingMs,
} from '../../../src/core/clock/office-time.ts';
import { instant, someSettings, timeZone } from '../../support/builders.ts';

const holiday = '2026-11-25';
const calendar: OfficeCalendar = {
  hours: someSettings().officeHours,
  holidays: new Map([
    [holiday, { day: Temporal.PlainDate.from(holiday), kind: 'libur daerah', name: 'Contoh' }],
  ]),
  timeZone,
};
const hour = 3_600_000;
const span = (start: string, end: string) => ({ start: instant(start), end: instant(end) });
const anyMoment = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minutes) => instant('2026-11-01T00:00').add({ minutes }));

describe('office time', () => {
  test('counts a Monday from 07.30 to 16.00 without the hour of break', () => {
    expect(workingMs(span('2026-11-23T00:00', '2026-11-24T00:00'), calendar)).toBe(7.5 * hour);
  });

  test('gives Friday its longer break and its own end', () => {
    expect(workingMs(span('2026-11-27T00:00', '2026-11-28T00:00'), calendar)).toBe(7.5 * hour);
    expect(workingMs(span('2026-11-27T12:00', '2026-11-27T13:30'), calendar)).toBe(0);
  });

  test('counts nothing on week-ends and holidays', () => {
    expect(workingMs(span('2026-11-28T00:00', '2026-11-30T00:00'), calendar)).toBe(0);
    expect(workingMs(span('2026-11-25T00:00', '2026-11-26T00:00'), calendar)).toBe(0);
  });

  test('reaches a length over a night, a break and a holiday', () => {
    const reached = afterWorkingMs(instant('2026-11-24T15:00'), 2 * hour, calendar);

    expect(reached).toEqual(instant('2026-11-26T08:30'));
  });

  test('gives up where no day is a working day', () => {
    const hours = { ...calendar.hours, end: calendar.hours.start, endFriday: calendar.hours.start };

    expect(afterWorkingMs(instant('2026-11-24T15:00'), 1, { ...calendar, hours })).toBeUndefined();
  });

  test('any stretch is the sum of its parts, and never grows shorter with a later end', () => {
    fc.assert(
      fc.property(fc.tuple(anyMoment, anyMoment, anyMoment), (moments) => {
        const [a, b, c] = moments.toSorted(Temporal.Instant.compare);
        if (a === undefined || b === undefined || c === undefined) return;
        const first = workingMs({ start: a, end: b }, calendar);
        const both = workingMs({ start: a, end: c }, calendar);

        expect(first + workingMs({ start: b, end: c }, calendar)).toBe(both);
        expect(both).toBeGreaterThanOrEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  test('any length that is reached is the length counted until then', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 40 * hour }), (from, length) => {
        const reached = afterWorkingMs(from, length, calendar);

        expect(reached && workingMs({ start: from, end: reached }, calendar)).toBe(length);
      }),
      { numRuns: 60 },
    );
  });
});
