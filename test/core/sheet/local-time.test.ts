import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dayFromNumber,
  daysAfter,
  daysBetween,
  dayText,
  isSameDay,
  monthText,
  numberOfDay,
} from '../../../src/core/sheet/calendar-days.ts';
import {
  dayOfZoned,
  instantAt,
  instantOf,
  localDay,
  localTime,
  timeOfDay,
  timeShown,
  zonedAt,
} from '../../../src/core/sheet/local-time.ts';

const first = Temporal.PlainDate.from('1970-01-01');
const aNumber = fc.integer({ min: -800_000, max: 3_000_000 });
/** Those of our offices, those with summer time in either half of the world, at odd times, and none at all. */
const aZone = fc.constantFrom(
  'Asia/Makassar',
  'Asia/Jakarta',
  'Asia/Jayapura',
  'Asia/Pontianak',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
);
const aMoment = fc.oneof(
  fc.integer({ min: -3_000_000_000_000, max: 5_000_000_000_000 }),
  fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
);

describe('days by their number', () => {
  test('are as Temporal counts them', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        const expected = first.add({ days: number });
        const day = dayFromNumber(number);

        expect(day.equals(expected)).toBe(true);
        expect(numberOfDay(day)).toBe(number);
        expect(numberOfDay(expected)).toBe(number);
        expect([dayText(day), dayText(expected)]).toEqual([
          expected.toString(),
          expected.toString(),
        ]);
        expect(monthText(expected)).toBe(expected.toPlainYearMonth().toString());
      }),
    );
  });

  test('are the very same object for the same day', () => {
    expect(dayFromNumber(20_000)).toBe(daysAfter(dayFromNumber(19_000), 1000));
  });

  test('are as far apart as Temporal says, in either direction', () => {
    fc.assert(
      fc.property(aNumber, fc.integer({ min: -4000, max: 4000 }), (number, apart) => {
        const from = first.add({ days: number });
        const to = from.add({ days: apart });

        expect(daysBetween(from, to)).toBe(apart);
        expect(daysAfter(from, apart).equals(to)).toBe(true);
        expect(isSameDay(from, to)).toBe(apart === 0);
      }),
    );
  });
});

describe('the clocks of any zone', () => {
  test('show at any moment what Temporal says', () => {
    fc.assert(
      fc.property(aMoment, aZone, (at, timeZone) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(at);
        const zoned = moment.toZonedDateTimeISO(timeZone);
        const { day, hour, minute, second } = localTime(moment, timeZone);

        expect([day.toString(), hour, minute, second]).toEqual([
          zoned.toPlainDate().toString(),
          zoned.hour,
          zoned.minute,
          zoned.second,
        ]);
        expect(localDay(moment, timeZone)).toBe(day);
        expect(dayOfZoned(zoned)).toBe(day);
        expect(instantOf(zoned).equals(moment)).toBe(true);
        expect(instantOf(zoned)).toBe(instantOf(zoned));
        expect(timeShown(zoned)).toBe(timeOfDay(hour * 3600 + minute * 60 + second));
        expect(timeShown(zoned).toString()).toBe(
          zoned.round({ smallestUnit: 'second', roundingMode: 'floor' }).toPlainTime().toString(),
        );
        expect(zonedAt(at, timeZone).equals(zoned)).toBe(true);
        expect(zonedAt(at, timeZone)).toBe(zonedAt(at, timeZone));
      }),
      { numRuns: 300 },
    );
  });

  test('show something at the moment that Temporal says, whatever they leave out or show twice', () => {
    const aSecond = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        aSecond,
        aZone,
        (day, second, zone) => {
          const on = dayFromNumber(day);
          const plainTime = new Temporal.PlainTime().add({ seconds: second });
          const expected = on.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();

          expect(instantAt(on, second, zone).toString()).toBe(expected.toString());
        },
      ),
      { numRuns: 300 },
    );
  });

  test('change at the second at which they are put forward and back', () => {
    const timeZone = 'Europe/Berlin';
    const around = (change: string) =>
      [-1, 0, 1].map((milliseconds) => {
        const moment = Temporal.Instant.from(change).add({ milliseconds });
        return localTime(moment, timeZone).hour;
      });

    expect(around('2026-03-29T01:00:00Z')).toEqual([1, 3, 3]);
    expect(around('2026-10-25T01:00:00Z')).toEqual([2, 2, 2]);
    expect(localTime(Temporal.Instant.from('2026-10-25T02:00:00Z'), timeZone).hour).toBe(3);
    const day = Temporal.PlainDate.from('2026-03-29');
    expect(instantAt(day, 2.5 * 3600, timeZone).toString()).toBe('2026-03-29T01:30:00Z');
  });
});
