/** An event that was typed into the past although its requester knows another day. */
import { expect, test } from 'vitest';
import type { Moment } from '../../../src/core/cases/ledger-state.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { confirmation } from '../../../src/core/messages/kinds/confirmation.ts';
import { officerChase } from '../../../src/core/messages/kinds/officer-chase.ts';
import { thanks } from '../../../src/core/messages/kinds/thanks.ts';
import { movedBackNotices } from '../../../src/core/messages/requester/moved-back.ts';
import { aCase, aSchedule, instant } from '../../support/builders.ts';
import { lookAt, toldBy } from '../../support/messages.ts';

const moments: readonly Moment[] = [
  { kind: 'received', at: instant('2026-11-16T09:00') },
  { kind: 'confirmed', at: instant('2026-11-17T08:00') },
];

const onDay = (day?: string, state?: 'Dibatalkan'): Case =>
  aCase({
    answers: { ...(day !== undefined && { schedule: aSchedule({ day }) }) },
    // With the day behind it the tick stands for whatever the row says.
    staff: { confirmed: { kind: 'ticked' } },
    moments,
    handMade: { officers: ['Andi Rahman'], ...(state && { state }) },
  });

const told = toldBy(lookAt([onDay()], { now: '2026-11-17T09:00' }), confirmation);
const lookOn = (subject: Case, now = '2026-11-19T09:00') => lookAt([subject], { now, told });
const noticesFor = (subject: Case, now?: string) => {
  const look = lookOn(subject, now);
  return movedBackNotices(look.cases, look);
};

test('staff are told, and nobody is thanked or asked about what did not take place yet', () => {
  const look = lookOn(onDay('2026-11-18'));

  expect(noticesFor(onDay('2026-11-18'))).toEqual([
    expect.stringMatching(/^VC-2026-0001: pemohon diberi tahu Senin, 23 November 2026 .*Periksa/),
  ]);
  expect([thanks, officerChase].flatMap((kind) => kind.wants(look))).toEqual([]);
});

test('nothing is said where the day is as it was told, is over by now, or the event is called off', () => {
  expect(noticesFor(onDay())).toEqual([]);
  expect(noticesFor(onDay('2026-11-18'), '2026-11-24T09:00')).toEqual([]);
  expect(noticesFor(onDay('2026-11-18', 'Dibatalkan'))).toEqual([]);
});
