import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { latestOf, refusedClock } from '../../../src/core/plan/guard-clock.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const timeZone = 'Asia/Makassar';
const kindsOf = (now: string, latest?: string) =>
  refusedClock({
    now: at(now),
    latest: latest === undefined ? undefined : at(latest),
    timeZone,
  }).map(({ kind }) => kind);

describe('guard clock', () => {
  test('refuses a pass that lies clearly before the last one', () => {
    expect(kindsOf('2026-11-16T09:00+08:00', '2026-11-17T09:00+08:00')).toEqual(['earlier-clock']);
    expect(kindsOf('2026-11-17T08:00+08:00', '2026-11-17T09:00+08:00')).toEqual(['earlier-clock']);
    expect(kindsOf('1970-01-01T00:00Z', '2026-11-17T09:00+08:00')).toEqual(['earlier-clock']);
  });

  test('lets a clock pass that was put right by minutes, and any that went on', () => {
    expect(kindsOf('2026-11-17T08:45+08:00', '2026-11-17T09:00+08:00')).toEqual([]);
    expect(kindsOf('2026-11-17T09:00+08:00', '2026-11-17T09:00+08:00')).toEqual([]);
    expect(kindsOf('2031-01-01T09:00+08:00', '2026-11-17T09:00+08:00')).toEqual([]);
  });

  test('refuses a first pass in a year before this version came out, by the clock on the wall', () => {
    expect(kindsOf('2025-12-31T23:59+08:00')).toEqual(['clock-before-release']);
    expect(kindsOf('2025-12-31T16:00Z')).toEqual([]);
  });

  test('says both times, what to put right, and the way out', () => {
    const [refusal] = refusedClock({
      now: at('2026-01-01T00:10+08:00'),
      latest: at('2026-11-17T09:00+08:00'),
      timeZone,
    });

    expect(refusal?.text).toMatch(
      /2026-01-01 00:10.*2026-11-17 09:00.*date and time of this computer.*run --accept-earlier-clock/,
    );
  });

  test('does not let the clock creep back by as little as is tolerated each time', () => {
    const noted = at('2026-11-17T09:00+08:00');

    expect(latestOf(at('2026-11-17T08:50+08:00'), noted)).toEqual(noted);
    expect(latestOf(at('2026-11-17T09:05+08:00'), noted)).toEqual(at('2026-11-17T09:05+08:00'));
    expect(latestOf(at('2026-11-10T09:00+08:00'), noted)).toEqual(at('2026-11-10T09:00+08:00'));
  });
});
