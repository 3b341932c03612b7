import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readLetterDay } from '../../../src/core/reading/read-letter-day.ts';

const submitted = Temporal.PlainDate.from('2026-03-02');

const shown = (cell: string): string => {
  const reading = readLetterDay(cell, submitted);
  if (reading.kind !== 'read') return reading.kind;
  return `${reading.value}${reading.warnings.length > 0 ? ' !' : ''}`;
};

describe('read letter day', () => {
  test.each([
    ['27 Februari 2026', '2026-02-27'],
    ['Limboto, 27 Februari 2026', '2026-02-27'],
    ['Kota Gorontalo, 27/02/2026', '2026-02-27'],
    ['20 Maret 2026', '2026-03-20'],
    ['27 Februari', '2026-02-27 !'],
    ['27 Februari 2025', '2025-02-27 !'],
    ['27 Februari 2062', 'unsure'],
    ['27 Februari 2027', 'unsure'],
    ['terlampir', 'unreadable'],
    ['Limboto, terlampir', 'unreadable'],
  ])('reads %j as %s', (typed, day) => {
    expect(shown(typed)).toBe(day);
  });
});
