/** What did not leave in time is told to staff, for as long as a call still helps. */
import { expect, test } from 'vitest';
import type { MessageRecord, MessageState } from '../../../src/core/cases/messages.ts';
import { tooLate } from '../../../src/core/messages/plan-messages.ts';
import { lateNotices } from '../../../src/core/messages/shown/late-notices.ts';
import { instant } from '../../support/builders.ts';

const at = instant('2026-11-23T08:00');

const noticesOf = (state: MessageState, now = '2026-11-24T09:00'): readonly string[] => {
  const record: MessageRecord = {
    key: 'receipt/VC-2026-0001/requester/1',
    thread: 'receipt/VC-2026-0001/requester',
    number: 1,
    kind: 'receipt',
    ticket: 'VC-2026-0001',
    to: { audience: 'requester', name: 'Siti Contoh', address: 'siti@dinas.test' },
    facts: '{}',
    view: {},
    notBefore: at,
    because: 'permohonan diterima',
    promisedAt: at,
    state,
  };
  return lateNotices(new Map([[record.thread, [record]]]), { now: instant(now) });
};

test('a message whose time passed before it could leave', () => {
  const [notice = '', ...others] = noticesOf({ kind: 'withdrawn', at, why: tooLate });

  expect(others).toEqual([]);
  expect(notice).toMatch(/VC-2026-0001.*telepon/);
  expect(noticesOf({ kind: 'withdrawn', at, why: tooLate }, '2026-11-27T09:00')).toEqual([]);
});

test('one that was withdrawn because it was not true any more is nobody’s business', () => {
  expect(noticesOf({ kind: 'withdrawn', at, why: 'tidak berlaku lagi' })).toEqual([]);
});

test('a way out that has been closed for a day', () => {
  const paused: MessageState = { kind: 'waiting', at, why: 'server surat tidak dapat dihubungi' };

  expect(noticesOf(paused)).toEqual([
    '1 pesan tertunda lebih dari sehari: server surat tidak dapat dihubungi. Beri tahu pengelola layanan.',
  ]);
  expect(noticesOf(paused, '2026-11-23T17:00')).toEqual([]);
});
