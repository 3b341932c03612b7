import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dayFromSerial,
  dayToSerial,
  fromSerial,
  timeFromSerial,
  toSerial,
} from '../../../src/core/sheet/serial.ts';

const timeZone = 'Asia/Makassar';

describe('serial numbers', () => {
  test('count days from 30 December 1899', () => {
    expect(dayFromSerial(0)?.toString()).toBe('1899-12-30');
    expect(dayFromSerial(46_349)?.toString()).toBe('2026-11-23');
    expect(dayToSerial(Temporal.PlainDate.from('2026-11-23'))).toBe(46_349);
  });

  test('hold the time of day in the fraction, rounded to the second', () => {
    expect(timeFromSerial(46_349 + 9.5 / 24)?.toString()).toBe('09:30:00');
    expect(timeFromSerial(0.395833333)?.toString()).toBe('09:30:00');
  });

  test('belong to the next day when rounding reaches midnight', () => {
    const justBefore = 46_349 + 0.999_999_9;

    expect(dayFromSerial(justBefore)?.toString()).toBe('2026-11-24');
    expect(timeFromSerial(justBefore)?.toString()).toBe('00:00:00');
  });

  test('are moments in the time zone of the workbook', () => {
    expect(fromSerial(46_349.375, timeZone)?.toString()).toBe('2026-11-23T01:00:00Z');
    expect(toSerial(Temporal.Instant.from('2026-11-23T01:00:00Z'), timeZone)).toBe(46_349.375);
  });

  test('outside what spreadsheets show are no days', () => {
    for (const serial of [-1, 3_000_000, 8.12e10, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(dayFromSerial(serial)).toBeUndefined();
      expect(timeFromSerial(serial)).toBeUndefined();
      expect(fromSerial(serial, timeZone)).toBeUndefined();
    }
  });

  test('show any moment to the nearest second', () => {
    const start = Temporal.PlainDate.from('1899-12-30');
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (at) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(at);
        const { year, month, day, hour, minute, second } = moment
          .toZonedDateTimeISO(timeZone)
          .round('second');
        const days = start.until({ year, month, day }, { largestUnit: 'days' }).days;

        expect(toSerial(moment, timeZone)).toBe(
          days + (hour * 3600 + minute * 60 + second) / 86_400,
        );
      }),
    );
  });

  test('bring back any second of any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

        expect(fromSerial(toSerial(moment, timeZone), timeZone)?.equals(moment)).toBe(true);
      }),
    );
  });
});
