import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockText } from '../../../src/core/reading/read-clock.ts';
import { readTimes } from '../../../src/core/reading/read-times.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

/** "09.00", "09.00–12.00", "09.00–selesai WITA", "?" for a question, "x" for what is unreadable. */
const shown = (cell: Cell): string => {
  const reading = readTimes(cell, { home: 'WITA' });
  switch (reading.kind) {
    case 'empty':
      return '';
    case 'unreadable':
      return 'x';
    case 'unsure':
      return '?';
    case 'read': {
      const { from, until, zone } = reading.value;
      const start = from === undefined ? '' : clockText(from);
      const end = until === undefined ? '' : `–${until === 'selesai' ? until : clockText(until)}`;
      return `${start}${end}${zone === undefined ? '' : ` ${zone}`}`;
    }
  }
};

describe('read times', () => {
  test.each([
    ['09.00', '09.00'],
    ['9', '09.00'],
    ['9:00', '09.00'],
    ['09:00:00', '09.00'],
    ['0930', '09.30'],
    ['13,30', '13.30'],
    ['O9.0O', '09.00'],
    ['pkl. 13.30', '13.30'],
    ['jam 9 pagi', '09.00'],
    ['jam 2 siang', '14.00'],
    ['jam 12 siang', '12.00'],
    ['jam 4 sore', '16.00'],
    ['jam 7 malam', '19.00'],
    ['jam 12 malam', '24.00'],
    ['jam 7', '07.00'],
    ['03.00', '03.00'],
    ['2 pm', '14.00'],
    ['9:30 AM', '09.30'],
    ['24.00', '24.00'],
    ['setengah 10', '09.30'],
    ['jam setengah sepuluh pagi', '09.30'],
    ['setengah 3 sore', '14.30'],
    ['jam sembilan lewat seperempat', '09.15'],
    ['10 kurang 15 menit', '09.45'],
    ['Senin, 23 November 2026 pukul 09.00 WITA', '09.00 WITA'],
  ])('understands a start such as "%s"', (cell, meaning) => {
    expect(shown(cell)).toBe(meaning);
  });

  test.each([
    ['09.00-selesai', '09.00–selesai'],
    ['09.00 - Seelsai', '09.00–selesai'],
    ['09.00 s/d Selsai', '09.00–selesai'],
    ['09.00 sELESAI', '09.00–selesai'],
    ['pukul 13.30 wita s.d selesai', '13.30–selesai WITA'],
    ['selesai', '–selesai'],
    ['s.d. selesai', '–selesai'],
    ['09.00 s.d.', '09.00–selesai'],
    ['09:00 s/d 12:00 WITA', '09.00–12.00 WITA'],
    ['09.00 – 11.30', '09.00–11.30'],
    ['jam 9 sampai jam 12', '09.00–12.00'],
    ['1-3 siang', '13.00–15.00'],
    ['10-2 siang', '10.00–14.00'],
    ['sampai dengan 12.00', '–12.00'],
    ['10.00 WIB', '10.00 WIB'],
    ['10.00 WIB / 11.00 WITA', '11.00 WITA'],
    ['11.00 WITA (10.00 WIB)', '11.00 WITA'],
  ])('understands an end and a zone in "%s"', (cell, meaning) => {
    expect(shown(cell)).toBe(meaning);
  });

  test.each([
    [0.375, '09.00'],
    [46_349.395_833_33, '09.30'],
    [9, '09.00'],
    [9.3, '09.30'],
    [930, '09.30'],
    [0, '00.00'],
  ])('understands the number %s in a cell', (cell, meaning) => {
    expect(shown(cell)).toBe(meaning);
  });

  test.each([
    '3',
    'jam 3',
    '3.00',
    'setengah 4',
    '9-3',
    9.5,
    '09.00 WIB / 09.00 WITA',
    'jam 12 pagi',
    '9-10-11',
  ])('asks what %s means', (cell) => {
    expect(shown(cell)).toBe('?');
  });

  test('says between which two hours it hesitates', () => {
    expect(readTimes('jam 3')).toEqual({
      kind: 'unsure',
      question: 'bisa berarti pukul 03.00 atau 15.00. Tulis 03.00 atau 15.00.',
    });
  });

  test.each(['setengah sepuluhan', 'siang', 'menyusul', '25.00', '09.75', 46_349, true])(
    'cannot read %s',
    (cell) => {
      expect(shown(cell)).toBe('x');
    },
  );

  test.each(['', '  ', '-', '\n'])('finds nothing in %j', (cell) => {
    expect(shown(cell)).toBe('');
  });

  test('reads any minute of the day back from the way officials write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(shown(`pukul ${clockText(minute)} WITA`)).toBe(`${clockText(minute)} WITA`);
        expect(shown(minute / 1440)).toBe(clockText(minute));
      }),
    );
  });
});
