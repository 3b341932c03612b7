import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Moment } from '../../../../src/core/cases/ledger-state.ts';
import type { Case } from '../../../../src/core/cases/situation.ts';
import { reminder } from '../../../../src/core/messages/kinds/reminder.ts';
import { aCase, aDesk, aSchedule, instant } from '../../../support/builders.ts';
import { lookAt, toldBy } from '../../../support/messages.ts';

const received: Moment = { kind: 'received', at: instant('2026-11-16T09:00') };

const confirmed = (rest: Parameters<typeof aCase>[0] = {}, at = '2026-11-17T08:00'): Case =>
  aCase({
    staff: { confirmed: { kind: 'ticked' } },
    moments: [received, { kind: 'confirmed', at: instant(at) }],
    ...rest,
  });

const wanted = (...args: Parameters<typeof lookAt>) => reminder.wants(lookAt(...args));

test('it goes on the last working day before the event, and ends at its start', () => {
  expect(wanted([confirmed()], { now: '2026-11-20T09:00' })).toMatchObject([
    {
      notBefore: instant('2026-11-20T15:00'),
      notAfter: instant('2026-11-23T09:00'),
      view: { hari: 'Senin, 23 November 2026', petugas: 'Andi Rahman, S.Kom.' },
    },
  ]);
  expect(wanted([confirmed()], { now: '2026-11-18T09:00' })).toEqual([]);
});

test('a holiday moves it to the day before', () => {
  const day = Temporal.PlainDate.from('2026-11-20');
  const desk = aDesk({
    holidays: new Map([['2026-11-20', { day, kind: 'libur', name: 'Libur' }]]),
  });

  expect(wanted([confirmed()], { now: '2026-11-19T09:00', desk })[0]?.notBefore).toEqual(
    instant('2026-11-19T15:00'),
  );
});

test('an hour at which nothing leaves any more gives way to the first of that day', () => {
  const desk = aDesk({ settings: { settleTime: Temporal.PlainTime.from('19:00') } });

  expect(wanted([confirmed()], { now: '2026-11-20T09:00', desk })[0]?.notBefore).toEqual(
    instant('2026-11-20T08:00'),
  );
});

test('each start is reminded of once, whatever else changes', () => {
  const now = '2026-11-20T15:00';
  const told = toldBy(lookAt([confirmed()], { now }), reminder);
  const elsewhere = confirmed({ answers: { place: 'Ruang Oval' } });
  const again = toldBy(lookAt([elsewhere], { now: '2026-11-20T15:30', told }), reminder);
  const moved = confirmed({ answers: { schedule: aSchedule({ day: '2026-11-24' }) } });

  expect(again).toEqual(told);
  expect(wanted([moved], { now: '2026-11-23T15:00', told })).toHaveLength(1);
});

test('what is not confirmed, called off, or was confirmed after that hour is not reminded of', () => {
  const now = '2026-11-20T15:30';

  expect(wanted([aCase()], { now })).toEqual([]);
  expect(wanted([confirmed({ handMade: { state: 'Dibatalkan' } })], { now })).toEqual([]);
  expect(wanted([confirmed({}, '2026-11-20T15:10')], { now })).toEqual([]);
});
