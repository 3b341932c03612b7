import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { compareInstants, dayAt, watchNow } from '../../../src/core/cases/watched-now.ts';
import { isBefore, later } from '../../../src/core/clock/spans.ts';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const now = instant('2026-11-25T01:30:00Z');
const nextAfter = (ask: (now: Temporal.Instant) => unknown): string | undefined => {
  const watch = watchNow(now);
  ask(watch.now);
  return watch.nextInstant()?.toString();
};

describe('a watched moment', () => {
  test('changes nothing where nobody asks about it', () => {
    expect(nextAfter(() => undefined)).toBeUndefined();
  });

  test('is asked again when what was ahead has come', () => {
    const event = instant('2026-11-25T04:00:00Z');

    expect(nextAfter((at) => isBefore(at, event))).toBe('2026-11-25T04:00:00Z');
    expect(nextAfter((at) => later(event, at))).toBe('2026-11-25T04:00:00Z');
  });

  test('never asks again for what is over', () => {
    expect(nextAfter((at) => isBefore(at, instant('2026-11-25T01:00:00Z')))).toBeUndefined();
  });

  test('is watched through lengths that are added and taken away', () => {
    const event = instant('2026-11-25T04:00:00Z');

    expect(nextAfter((at) => isBefore(at.add({ hours: 1 }), event))).toBe('2026-11-25T03:00:00Z');
    expect(nextAfter((at) => isBefore(event, at.subtract({ hours: 3 })))).toBe(
      '2026-11-25T07:00:00Z',
    );
  });

  test('tells the day until midnight of the office', () => {
    expect(nextAfter((at) => dayAt(at, 'Asia/Makassar'))).toBe('2026-11-25T16:00:00Z');
  });

  test('holds for itself alone once it was read in any other way, and tells the truth', () => {
    const readings: readonly ((at: Temporal.Instant) => unknown)[] = [
      (at) => at.toString(),
      (at) => JSON.stringify({ at }),
      (at) => at.epochMilliseconds,
      (at) => at.epochNanoseconds,
      (at) => at.toZonedDateTimeISO('Asia/Makassar').toString(),
      (at) => at.until(instant('2027-01-01T00:00Z')).toString(),
      (at) => at.since(instant('2025-01-01T00:00Z')).toString(),
      (at) => at.round('hour').toString(),
      (at) => at.equals(now),
      (at) => Temporal.Instant.from(at).toString(),
      (at) => instant('2027-01-01T00:00Z').until(at).toString(),
      (at) => instant('2027-01-01T00:00Z').since(at).toString(),
      (at) => instant('2027-01-01T00:00Z').equals(at),
      (at) => Temporal.Instant.compare(instant('2027-01-01T00:00Z'), at),
      (at) => new Intl.DateTimeFormat('id').format(at.epochMilliseconds),
    ];
    for (const read of readings) {
      const watch = watchNow(now);
      expect(read(watch.now)).toEqual(read(now));
      expect(watch.nextInstant()?.toString()).toBe('2026-11-25T01:30:00.000000001Z');
    }
  });
});

test('any comparisons come out the same at every instant before the next one', () => {
  const minutes = fc.integer({ min: -600, max: 600 });
  fc.assert(
    fc.property(fc.array(fc.tuple(minutes, minutes)), fc.nat({ max: 700 }), (asked, later) => {
      const answers = (at: Temporal.Instant): readonly number[] =>
        asked.map(([shift, other]) =>
          compareInstants(at.add({ minutes: shift }), now.add({ minutes: other })),
        );
      const watch = watchNow(now);
      const before = answers(watch.now);
      const at = now.add({ minutes: later });
      const next = watch.nextInstant();

      if (next === undefined || compareInstants(at, next) < 0) expect(answers(at)).toEqual(before);
    }),
  );
});
