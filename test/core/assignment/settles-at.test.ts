import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { settlesAt } from '../../../src/core/assignment/settles-at.ts';
import { aCase, aDesk, aSchedule, someSettings } from '../../support/builders.ts';

const whenFor = (day: string, { settleDays = 1, holidays = [] as readonly string[] } = {}) =>
  settlesAt(aCase({ answers: { schedule: aSchedule({ day }) } }), {
    ...aDesk({
      holidays: new Map(
        holidays.map((day) => [day, { day: Temporal.PlainDate.from(day), kind: '', name: '' }]),
      ),
    }),
    settings: someSettings({ settleDays }),
  })
    ?.toPlainDateTime()
    .toString();

test('people settle at the hour of the settings on the last working day before', () => {
  expect(whenFor('2026-11-25')).toBe('2026-11-24T15:00:00');
  expect(whenFor('2026-11-23')).toBe('2026-11-20T15:00:00');
  expect(whenFor('2026-11-22')).toBe('2026-11-20T15:00:00');
});

test('people settle before a run of holidays', () => {
  const holidays = ['2026-12-24', '2026-12-25'];

  expect(whenFor('2026-12-28', { holidays })).toBe('2026-12-23T15:00:00');
});

test('people settle as many working days before as the settings say', () => {
  expect(whenFor('2026-11-24', { settleDays: 3 })).toBe('2026-11-19T15:00:00');
  expect(whenFor('2026-11-24', { settleDays: 0 })).toBe('2026-11-24T15:00:00');
});
