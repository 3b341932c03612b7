import { describe, expect, test } from 'vitest';
import { collide, collisions, occupancyOf } from '../../../src/core/clock/window.ts';
import { aSchedule } from '../../support/builders.ts';

/** One hour of preparation, half an hour of travel each way, half an hour of clearing. */
const allowances = { preparationMinutes: 60, travelMinutes: 30, clearingMinutes: 30 };
const at = (from: string, to: string, place?: string, endDay?: string) =>
  occupancyOf(aSchedule({ from, to, ...(endDay && { endDay }) }), { place, allowances });

const morning = at('09:00', '11:00', 'Aula Bappeda, Lt. 2');

describe('an occupancy', () => {
  test.each([
    ['13:29', true],
    ['13:30', false],
  ])('keeps people from an event elsewhere at %s: %s', (from, isKept) => {
    expect(collide(morning, at(from, '15:00', 'Kantor Gubernur'))).toBe(isKept);
  });

  test.each([
    ['12:29', true],
    ['12:30', false],
  ])('keeps people from the next event at the same place at %s: %s', (from, isKept) => {
    expect(collide(morning, at(from, '15:00', 'aula bappeda lt 2'))).toBe(isKept);
  });

  test('takes two unknown places for different ones', () => {
    expect(collide(at('09:00', '11:00'), at('13:00', '14:00'))).toBe(true);
  });

  test('leaves the nights between the days of a long event free', () => {
    const long = at('09:00', '11:00', 'Aula', '2026-11-25');

    expect(collide(long, at('18:00', '20:00', 'Kantor Gubernur'))).toBe(false);
    expect(collisions([long, morning, at('18:00', '20:00', 'Kantor Gubernur')])).toEqual([
      [1],
      [0],
      [],
    ]);
  });
});
