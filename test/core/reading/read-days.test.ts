import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { longDay } from '../../../src/core/cases/wording.ts';
import { readDays } from '../../../src/core/reading/read-days.ts';
import { dayToSerial } from '../../../src/core/sheet/serial.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const submitted = Temporal.PlainDate.from('2026-11-16');

const shown = (cell: Cell): string => {
  const reading = readDays(cell, submitted);
  if (reading.kind !== 'read') return reading.kind;
  const { from, to } = reading.value;
  return from.equals(to) ? String(from) : `${from} ${to}`;
};

describe('read days', () => {
  test.each([
    46_349,
    46_349.375,
    'Senin, 23 November 2026',
    'senin 23 nopember 2026',
    'Senin,23 November 2026 pukul 09.00 WITA',
    'Hari Senin tanggal 23 November 2026',
    'Senin/23 November 2026',
    'Senin (23-11-2026)',
    '23/11/2026',
    '23-11-26',
    '23.11.2026',
    '23 11 2026',
    '2026-11-23',
    '23 Nov 2026',
    '23-Nov-26',
    "23 Nov '26",
    '23 Novemver 2026',
    'November 23, 2026',
    'Monday, November 23rd 2026',
    '23/11/2026 09:00:00',
  ])('understands %s', (cell) => {
    expect(shown(cell)).toBe('2026-11-23');
  });

  test.each([
    "Jum'at 27 Nopember 2026",
    'Jum’at, 27 November 2026',
    'JUMAT 27/11/2026',
    'Jum at, 27-11-2026',
  ])('knows Friday in %s', (cell) => {
    expect(shown(cell)).toBe('2026-11-27');
  });

  test.each([
    ['23 s.d. 25 November 2026', '2026-11-23 2026-11-25'],
    ['23-25 November 2026', '2026-11-23 2026-11-25'],
    ['23 – 25 Nov 2026', '2026-11-23 2026-11-25'],
    ['Senin s/d Rabu, 23 s/d 25 November 2026', '2026-11-23 2026-11-25'],
    ['Senin-Rabu, 23-25 November 2026', '2026-11-23 2026-11-25'],
    ['30 November sampai 2 Desember 2026', '2026-11-30 2026-12-02'],
    ['30 Desember 2026 - 2 Januari 2027', '2026-12-30 2027-01-02'],
    ['23/11/2026 - 25/11/2026', '2026-11-23 2026-11-25'],
    ['23-11-2026 s.d. 25-11-2026', '2026-11-23 2026-11-25'],
    ['23 dan 24 November 2026', '2026-11-23 2026-11-24'],
    ['23, 24, dan 25 November 2026', '2026-11-23 2026-11-25'],
  ])('understands several days in "%s"', (cell, meaning) => {
    expect(shown(cell)).toBe(meaning);
  });

  test.each([
    ['weekday and date do not agree', 'Sabtu, 22 November 2026'],
    ['the month stands in front', '11/23/2026'],
    ['there is no such day', '31/11/2026'],
    ['the year makes no sense', '23/11/1026'],
    ['days are left out between', '23 dan 25 November 2026'],
    ['the end comes before the start', '25-23 November 2026'],
    ['the year is missing and the day has just passed', '10 November'],
  ])('asks when %s', (_, cell) => {
    expect(shown(cell)).toBe('unsure');
  });

  test('names both weekdays when they do not agree', () => {
    expect(readDays('Sabtu, 22 November 2026', submitted)).toEqual({
      kind: 'unsure',
      question:
        'menyebut hari Sabtu, padahal tanggal itu Minggu, 22 November 2026. Tulis hari dan tanggal yang benar.',
    });
  });

  test('takes the next such day when the year is missing, and says so', () => {
    const reading = readDays('23 November', submitted);

    expect(shown('5 Januari')).toBe('2027-01-05');
    expect(reading).toMatchObject({
      kind: 'read',
      warnings: ['ditulis tanpa tahun dan dibaca 23 November 2026. Periksa tahunnya.'],
    });
  });

  test('asks for the year when it does not know when the request was made', () => {
    expect(readDays('23 November', undefined).kind).toBe('unsure');
  });

  test.each(['minggu depan', 'besok', 'November 2026', '2026', 12, 8.12e10, true, '23-25'])(
    'cannot read %s',
    (cell) => {
      expect(shown(cell)).toBe('unreadable');
    },
  );

  test('reads any day back from the way officials and spreadsheets write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (offset) => {
        const day = Temporal.PlainDate.from('2000-01-01').add({ days: offset });

        expect(shown(longDay(day))).toBe(String(day));
        expect(shown(dayToSerial(day))).toBe(String(day));
        expect(shown(`${day.day}/${day.month}/${day.year}`)).toBe(String(day));
      }),
    );
  });
});
