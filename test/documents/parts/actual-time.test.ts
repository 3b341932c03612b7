import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { actualTimePhrase } from '../../../src/documents/parts/actual-time.ts';
import { aSchedule } from '../../support/builders.ts';

describe('the hours that an event really took', () => {
  const night = () => {
    const { sessions, ...rest } = aSchedule({
      from: '22:00',
      to: '22:00',
    });
    return {
      ...rest,
      sessions: sessions.map(({ start }) => ({ start, end: start.add({ hours: 4 }) })),
    };
  };

  const actual = (actualStart?: string, actualEnd?: string, schedule = aSchedule()) =>
    actualTimePhrase(schedule, {
      ...(actualStart && { actualStart: Temporal.PlainTime.from(actualStart) }),
      ...(actualEnd && { actualEnd: Temporal.PlainTime.from(actualEnd) }),
    }).replaceAll('\u00A0', ' ');

  test('are those that staff noted, over midnight too', () => {
    expect(actual('09:10', '11:45')).toBe('09.10 s.d. 11.45 WITA');
    expect(actual('22:10', '01:45', night())).toBe(
      '22.10 WITA s.d. Selasa, 24 November 2026 pukul 01.45 WITA',
    );
    expect(actual('22:10', '23:30', night())).toBe('22.10 s.d. 23.30 WITA');
  });

  test('never invent the hour that nobody noted', () => {
    expect(actual('09:10')).toBe('09.10 WITA s.d. BELUM DIISI');
    expect(actual(undefined, '11:45')).toBe('BELUM DIISI s.d. 11.45 WITA');
    expect(actual()).toBe('');
  });
});
