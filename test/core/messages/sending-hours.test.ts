/** At which hours a message leaves, and when it does where it may not now. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  maySendAt,
  nextSending,
  type SendingCalendar,
} from '../../../src/core/messages/sending/sending-hours.ts';
import { instant, someSettings, timeZone } from '../../support/builders.ts';

const calendar: SendingCalendar = {
  sending: someSettings().sending,
  holidays: new Map([
    [
      '2026-11-25',
      { day: Temporal.PlainDate.from('2026-11-25'), kind: 'libur', name: 'Hari Contoh' },
    ],
  ]),
  timeZone,
};

describe('an ordinary message', () => {
  test.each([
    ['on a Monday morning', '2026-11-23T08:00', true],
    ['before the office opens', '2026-11-23T07:59', false],
    ['at noon', '2026-11-23T12:00', false],
    ['when the morning ends', '2026-11-23T11:30', false],
    ['in the afternoon', '2026-11-23T13:30', true],
    ['in the evening', '2026-11-23T16:00', false],
    ['on a Friday before the prayer', '2026-11-27T10:59', true],
    ['on a Friday at eleven', '2026-11-27T11:00', false],
    ['on a Friday afternoon', '2026-11-27T13:45', true],
    ['on a Saturday', '2026-11-28T09:00', false],
    ['on a Sunday', '2026-11-29T09:00', false],
    ['on a holiday', '2026-11-25T09:00', false],
  ])('%s', (_, at, may) => {
    expect(maySendAt(instant(at), 'ordinary', calendar)).toBe(may);
  });

  test('that came in the evening before a holiday leaves on the morning after it', () => {
    expect(nextSending(instant('2026-11-24T17:00'), 'ordinary', calendar)).toEqual(
      instant('2026-11-26T08:00'),
    );
  });
});

describe('an urgent message', () => {
  test.each([
    ['early in the morning', '2026-11-23T06:30', true],
    ['at noon', '2026-11-23T12:00', true],
    ['at night', '2026-11-23T21:00', false],
    ['on a Saturday', '2026-11-28T09:00', true],
    ['on a Sunday', '2026-11-29T09:00', false],
    ['on a holiday', '2026-11-25T09:00', false],
  ])('%s', (_, at, may) => {
    expect(maySendAt(instant(at), 'urgent', calendar)).toBe(may);
  });
});

test('whenever a message is told to leave next, it may leave then and not a second sooner', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 30 });
  const urgency = fc.constantFrom('ordinary' as const, 'urgent' as const);
  fc.assert(
    fc.property(minute, urgency, (minutes, how) => {
      const from = instant('2026-11-01T00:00').add({ minutes });
      const next = nextSending(from, how, calendar);
      if (next === undefined) throw new Error('never');
      expect(maySendAt(next, how, calendar)).toBe(true);
      if (!next.equals(from))
        expect(maySendAt(next.subtract({ seconds: 1 }), how, calendar)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('settings that leave no hour are found out', () => {
  const sending = { ordinary: [], friday: [], urgent: [] };
  expect(
    nextSending(instant('2026-11-23T09:00'), 'ordinary', { ...calendar, sending }),
  ).toBeUndefined();
});
