import { describe, expect, test } from 'vitest';
import { dayPhrase, timePhrase } from '../../../src/core/clock/event-time.ts';
import { aSchedule } from '../../support/builders.ts';

/** Spaces that do not break, shown as ordinary ones. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('the days of an event', () => {
  test('read as one day with its name', () => {
    expect(plain(dayPhrase(aSchedule()))).toBe('Senin, 23 November 2026');
  });

  test('read as a span that says month and year once', () => {
    expect(plain(dayPhrase(aSchedule({ endDay: '2026-11-25' })))).toBe(
      'Senin s.d. Rabu, 23 s.d. 25 November 2026',
    );
  });

  test('name both months, and both years, where they differ', () => {
    const acrossMonths = aSchedule({ day: '2026-11-30', endDay: '2026-12-02' });
    const acrossYears = aSchedule({ day: '2026-12-31', endDay: '2027-01-01' });

    expect(plain(dayPhrase(acrossMonths))).toBe(
      'Senin s.d. Rabu, 30 November s.d. 2 Desember 2026',
    );
    expect(plain(dayPhrase(acrossYears))).toBe(
      'Kamis s.d. Jumat, 31 Desember 2026 s.d. 1 Januari 2027',
    );
  });

  test('are empty without a readable date', () => {
    expect(dayPhrase(undefined)).toBe('');
    expect(timePhrase(undefined)).toBe('');
  });

  test('never part within a date', () => {
    expect(dayPhrase(aSchedule())).toBe('Senin,\u00A023\u00A0November\u00A02026');
  });
});

describe('the hours of an event', () => {
  test('stand in the zone of the office', () => {
    expect(plain(timePhrase(aSchedule({ zone: 'WIB' })))).toBe('09.00 s.d. 11.00 WITA');
  });

  test('end with "selesai" when nobody knows the end', () => {
    expect(plain(timePhrase(aSchedule({ openEnd: true })))).toBe('09.00 WITA s.d. selesai');
  });

  test('say that they are the same on every day', () => {
    expect(plain(timePhrase(aSchedule({ endDay: '2026-11-24' })))).toBe(
      '09.00 s.d. 11.00 WITA setiap hari',
    );
  });

  const night = (endDay?: string) => {
    const { sessions, ...rest } = aSchedule({
      from: '22:00',
      to: '22:00',
      ...(endDay && { endDay }),
    });
    return {
      ...rest,
      sessions: sessions.map(({ start }) => ({ start, end: start.add({ hours: 4 }) })),
    };
  };

  test('name the second day of a night', () => {
    expect(plain(timePhrase(night()))).toBe(
      '22.00 WITA s.d. Selasa, 24 November 2026 pukul 02.00 WITA',
    );
    expect(plain(timePhrase(night('2026-11-24')))).toBe(
      '22.00 s.d. 02.00 WITA hari berikutnya, setiap hari',
    );
  });

  test('end at 24.00 when they end at midnight', () => {
    const { sessions, ...rest } = aSchedule({ from: '22:00', to: '22:00' });
    const untilMidnight = sessions.map(({ start }) => ({ start, end: start.add({ hours: 2 }) }));

    expect(plain(timePhrase({ ...rest, sessions: untilMidnight }))).toBe('22.00 s.d. 24.00 WITA');
  });
});
