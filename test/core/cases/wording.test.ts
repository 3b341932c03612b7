import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  clockTime,
  duration,
  list,
  longDay,
  number,
  plainDay,
  shortMoment,
} from '../../../src/core/cases/wording.ts';

const day = Temporal.PlainDate.from('2026-11-23');

describe('wording', () => {
  test('writes days as officials do', () => {
    expect(longDay(day)).toBe('Senin, 23 November 2026');
    expect(longDay(Temporal.PlainDate.from('2026-05-03'))).toBe('Minggu, 3 Mei 2026');
    expect(plainDay(day)).toBe('23 November 2026');
  });

  test('writes times with a dot', () => {
    expect(clockTime(Temporal.PlainTime.from('09:00'))).toBe('09.00');
  });

  test('writes moments short, in the time zone of the office', () => {
    const moment = Temporal.Instant.from('2026-11-23T01:10:00Z');

    expect(shortMoment(moment, 'Asia/Makassar')).toBe('Sen 23/11 09.10');
  });

  test('writes lengths in hours and minutes', () => {
    expect([390, 45, 1440, 0, 59.7, -90].map(duration)).toEqual([
      '6 j 30 m',
      '45 m',
      '24 j',
      '0 m',
      '1 j',
      '-1 j 30 m',
    ]);
  });

  test('joins words with "dan"', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(list)).toEqual([
      '',
      'A',
      'A dan B',
      'A, B, dan C',
    ]);
  });

  test('writes figures with thousands dot and decimal comma', () => {
    expect([0, 1641, 1_234_567, 88.31, 76.5, -12, -0.001].map((value) => number(value))).toEqual([
      '0',
      '1.641',
      '1.234.567',
      '88,31',
      '76,5',
      '-12',
      '0',
    ]);
    expect(number(2.26, 1)).toBe('2,3');
  });
});
