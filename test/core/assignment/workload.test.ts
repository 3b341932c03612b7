import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { daysAvailable, loadOf, periodOf } from '../../../src/core/assignment/workload.ts';
import { occupancyOf } from '../../../src/core/clock/window.ts';
import { aDesk, anOfficer, aSchedule, timeZone } from '../../support/builders.ts';

const holiday = { day: Temporal.PlainDate.from('2026-11-25'), kind: 'libur daerah', name: 'Libur' };
const desk = aDesk({ holidays: new Map([['2026-11-25', holiday]]) });
const allowances = { preparationMinutes: 0, travelMinutes: 0, clearingMinutes: 0 };
const occupancy = (day: string, from: string, to: string) =>
  occupancyOf(aSchedule({ day, from, to }), { place: 'Aula', allowances });

describe('the workload of an event', () => {
  test.each([
    ['within office hours', '2026-11-23', '09:00', '11:00', 120],
    ['half of it after office hours', '2026-11-23', '15:00', '17:00', 60 + 90],
    ['in the evening', '2026-11-23', '19:00', '21:00', 180],
    ['at the week-end', '2026-11-22', '09:00', '11:00', 240],
    ['on a holiday', '2026-11-25', '09:00', '11:00', 240],
  ])('%s', (_, day, from, to, minutes) => {
    expect(loadOf(occupancy(day, from, to), { desk, timeZone })).toBe(minutes);
  });

  test('is compared by month in the time zone of the office', () => {
    const lastMinute = occupancy('2026-11-30', '23:00', '23:59');
    const nextMorning = occupancy('2026-12-01', '00:30', '01:00');

    expect(periodOf(nextMorning, timeZone) - periodOf(lastMinute, timeZone)).toBe(1);
  });

  test('is set against the working days on which the officer is there', () => {
    const [from, to] = [
      Temporal.PlainDate.from('2026-11-02'),
      Temporal.PlainDate.from('2026-11-08'),
    ];
    const november = periodOf(occupancy('2026-11-23', '09:00', '10:00'), timeZone);

    expect(daysAvailable(anOfficer(), november, desk)).toBe(20);
    expect(daysAvailable(anOfficer({ leave: [{ from, to }] }), november, desk)).toBe(15);
  });
});
