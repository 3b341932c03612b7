import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { nightOfDesk, nightWork } from '../../../src/fleet/work/night-check.ts';

const timeZone = 'Asia/Makassar';
const at = (time: string) => Temporal.Instant.from(`${time}+08:00`);

describe('the night of a desk', () => {
  test('begins between two and five, at a time of its own, so that no many come at once', () => {
    const desks = Array.from({ length: 550 }, (_, index) => index + 1);
    const begun = (time: string) =>
      desks.filter((desk) => nightOfDesk(at(time), { desk, timeZone }) === '2026-11-24').length;

    expect([begun('2026-11-24T01:59'), begun('2026-11-24T05:00')]).toEqual([0, 550]);
    for (let minute = 120; minute < 300; minute += 10) {
      const time = (minutes: number) =>
        at('2026-11-24T00:00').add({ minutes }).toString({ timeZone }).slice(0, 16);
      const inTenMinutes = begun(time(minute + 10)) - begun(time(minute));
      expect(Math.abs(inTenMinutes - 550 / 18)).toBeLessThan(5);
    }
  });
});

describe('what a pass does about the night', () => {
  const night = '2026-11-24';
  const work = (
    time: string,
    given: { readonly checkNight?: string; readonly keptNight?: string },
  ) =>
    nightWork(at(`${night}T${time}`), {
      night,
      timeZone,
      checkNight: undefined,
      keptNight: undefined,
      ...given,
    });

  test('is nothing where this night was begun, with nothing kept or what was kept since', () => {
    expect(work('05:10', { checkNight: night })).toBe('none');
    expect(work('05:10', { checkNight: night, keptNight: night })).toBe('none');
  });

  test('is a check in a new night, and for each worker that keeps something from before', () => {
    expect(work('05:10', { checkNight: '2026-11-23' })).toBe('check');
    expect(work('05:10', { checkNight: night, keptNight: '2026-11-23' })).toBe('check');
  });

  test('is none for a desk that is new, and none while people work', () => {
    expect(work('05:10', {})).toBe('forget');
    expect(work('07:30', { checkNight: '2026-11-23', keptNight: '2026-11-23' })).toBe('forget');
  });
});
