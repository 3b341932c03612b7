import { expect, test } from 'vitest';
import { receipt } from '../../../../src/core/messages/kinds/receipt.ts';
import { planMessages } from '../../../../src/core/messages/plan-messages.ts';
import { aCase, aRequest, aSchedule, instant } from '../../../support/builders.ts';
import { all, lookAt, planned } from '../../../support/messages.ts';

const received = { kind: 'received', at: instant('2026-11-16T09:00') } as const;
const completed = { kind: 'completed', at: instant('2026-11-16T09:00') } as const;
const fresh = aCase({ moments: [received, completed] });
const wanted = (...args: Parameters<typeof lookAt>) => receipt.wants(lookAt(...args));

test('a request is acknowledged with its number and when the answer is due', () => {
  const [message] = wanted([fresh], { now: '2026-11-16T09:05' });

  expect(message).toMatchObject({
    ticket: 'VC-2026-0001',
    to: { audience: 'requester', address: 'rahmat@bappeda.test' },
    view: {
      tiket: 'VC-2026-0001',
      kegiatan: 'Rapat Koordinasi Perencanaan',
      batasKabar: 'Selasa, 17 November 2026 pukul 09.00 WITA',
      perluDilengkapi: false,
    },
  });
});

test('a receipt that waits is told as things stand by then, and stays the same one', () => {
  const told = planned(lookAt([fresh], { now: '2026-11-16T09:05' }), [receipt]);
  const { promised, standing } = planMessages(lookAt([fresh], { told, now: '2026-11-17T10:00' }), [
    receipt,
  ]);

  expect(promised).toEqual([]);
  expect(standing[0]?.view['batasKabar']).toBe('');
});

test('an answer that is due no more is not promised', () => {
  expect(wanted([fresh], { now: '2026-11-17T10:00' })[0]?.view['batasKabar']).toBe('');
});

test('what came before the ledger told anything, what is over and what was keyed in afterwards gets none', () => {
  const late = aCase({ moments: [{ kind: 'received', at: instant('2026-11-24T09:00') }] });
  const called = aCase({ moments: [received], handMade: { state: 'Dibatalkan' } });

  expect(wanted([fresh], { since: instant('2026-11-16T10:00') })).toEqual([]);
  expect(wanted([fresh], { now: '2026-11-23T09:00' })).toEqual([]);
  expect(wanted([late], { now: '2026-11-24T09:10' })).toEqual([]);
  expect(wanted([called])).toEqual([]);
});

test('who keys in a row by hand is given time to finish it', () => {
  const { submittedAt: _, ...answers } = fresh.request.answers;
  const typed = { ...fresh, request: { ...aRequest(), answers } };

  const [promised] = all(planned(lookAt([typed], { now: '2026-11-16T09:05' }), [receipt]));

  expect(promised?.notBefore).toEqual(instant('2026-11-16T09:35'));
});

test('a number that comes too late is none', () => {
  const far = aCase({
    moments: [received],
    answers: { schedule: aSchedule({ day: '2026-12-23' }) },
  });

  expect(wanted([far])[0]?.notAfter).toEqual(instant('2026-11-23T09:00'));
});
