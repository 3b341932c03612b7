import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Moment } from '../../../../src/core/cases/ledger-state.ts';
import type {
  MessageMemory,
  MessageRecord,
  MessageState,
} from '../../../../src/core/cases/messages.ts';
import type { Case } from '../../../../src/core/cases/situation.ts';
import type { State } from '../../../../src/core/cases/state.ts';
import { cancellation } from '../../../../src/core/messages/kinds/cancellation.ts';
import { confirmation } from '../../../../src/core/messages/kinds/confirmation.ts';
import { receipt } from '../../../../src/core/messages/kinds/receipt.ts';
import { aCase, aDesk, aSchedule, instant } from '../../../support/builders.ts';
import { all, lookAt, planned, toldBy } from '../../../support/messages.ts';

const received: Moment = { kind: 'received', at: instant('2026-11-16T09:00') };
const off: Moment = { kind: 'cancelled', at: instant('2026-11-17T08:50') };

const calledOff = (state: State, rest: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({ handMade: { state }, moments: [received, off], ...rest });

const wanted = (...args: Parameters<typeof lookAt>) => cancellation.wants(lookAt(...args));

test.each([
  ['Ditolak', 'ditolak'],
  ['Dibatalkan', 'dibatalkan'],
  ['Dijadwalkan Ulang', 'dijadwalkanUlang'],
  ['Tidak Terlaksana', 'tidakTerlaksana'],
] as const)('%s is told with its reason', (state, word) => {
  const [message] = wanted([calledOff(state, { staff: { reason: 'Ruangan dipakai.' } })]);

  expect(message?.view).toMatchObject({ [word]: true, alasan: 'Ruangan dipakai' });
});

test('it waits longer for a reason that staff are still asked for', () => {
  const leaves = (subject: Case) => all(planned(lookAt([subject]), [cancellation]))[0]?.notBefore;

  expect(leaves(calledOff('Ditolak'))).toEqual(instant('2026-11-17T10:00'));
  expect(leaves(calledOff('Ditolak', { staff: { reason: 'penuh' } }))).toEqual(
    instant('2026-11-17T09:10'),
  );
});

test('a reason that is reworded is no news, another way of ending is', () => {
  const first = calledOff('Dibatalkan', { staff: { reason: 'batal' } });
  const told = toldBy(lookAt([first]), cancellation);
  const look = lookAt([calledOff('Dibatalkan', { staff: { reason: 'batal oleh pemohon' } })], {
    told,
  });

  expect(cancellation.wants(look)).toEqual([]);
  expect(cancellation.holds?.(look)).toHaveLength(1);
  expect(wanted([calledOff('Ditolak')], { told })).toHaveLength(1);
});

test('an entry in the calendar is taken back, and only where there is one', () => {
  const confirmed: Moment = { kind: 'confirmed', at: instant('2026-11-16T10:00') };
  const before = aCase({
    staff: { confirmed: { kind: 'ticked' } },
    moments: [received, confirmed],
  });
  const told = toldBy(lookAt([before], { now: '2026-11-16T10:00' }), confirmation);
  const [message] = wanted([calledOff('Dibatalkan')], { told });

  expect(message?.invitation).toMatchObject({ method: 'cancel', uid: 'VC-2026-0001-pemohon' });
  expect(wanted([calledOff('Dibatalkan')])[0]).not.toHaveProperty('invitation');
});

test('of a confidential event the reason is told by phone', () => {
  const subject = calledOff('Ditolak', {
    answers: { sensitivity: 'rahasia' },
    staff: { reason: 'rapat mutasi ditunda' },
  });

  expect(wanted([subject])[0]?.view).toMatchObject({ alasan: '', alasanTertutup: true });
});

test('what has begun, and what was called off before the ledger told anything, is told to nobody', () => {
  const old = calledOff('Ditolak', {
    moments: [received, { ...off, at: instant('2026-11-16T07:00') }],
  });

  expect(wanted([calledOff('Tidak Terlaksana')], { now: '2026-11-23T12:00' })).toEqual([]);
  expect(wanted([old])).toEqual([]);
});

describe('an event that was moved to a later request', () => {
  const [a, b] = ['VC-2026-0001', 'VC-2026-0002'];
  const earlier = calledOff('Dijadwalkan Ulang', { ticket: a, movedTo: b });
  const later = (email = 'rahmat@bappeda.test') =>
    aCase({
      ticket: b,
      answers: { schedule: aSchedule({ day: '2026-11-25' }), email },
      moveAnswer: { kind: 'moved', from: [a] },
    });
  const told = (...args: Parameters<typeof lookAt>) =>
    all(toldBy(lookAt(...args), cancellation, receipt)).map(({ kind, ticket }) => [kind, ticket]);

  test('is told in one message: from which day to which, and under which number', () => {
    const now = '2026-11-17T09:00';

    expect(told([earlier, later()], { now })).toEqual([['cancellation', a]]);
    expect(wanted([earlier, later()])[0]?.view).toMatchObject({
      hari: 'Senin, 23 November 2026',
      nomorBaru: b,
      hariBaru: 'Rabu, 25 November 2026',
      waktuBaru: '09.00 s.d. 11.00 WITA',
    });
  });

  test('is told with a receipt, too, where somebody else filed it, or that message is turned off', () => {
    const mutedMessages = [cancellation.title];
    const desk = aDesk({ settings: { mutedMessages } });

    expect(told([earlier, later('lain@bappeda.test')])).toEqual([
      ['cancellation', a],
      ['receipt', b],
    ]);
    expect(receipt.wants(lookAt([earlier, later()], { desk }))).toHaveLength(1);
  });

  test('is told by the receipt where it was said before that a new day is awaited', () => {
    const before = calledOff('Dijadwalkan Ulang', { ticket: a });
    const heard = toldBy(lookAt([before]), cancellation);
    const look = lookAt([earlier, later()], { told: heard });

    expect(cancellation.wants(look)).toEqual([]);
    expect(receipt.wants(look)).toMatchObject([{ ticket: b }]);
  });
});

describe('of a day of an event that comes again, which the service made', () => {
  const series = {
    kind: 'made' as const,
    from: 'VC-2026-0001',
    day: Temporal.PlainDate.from('2026-11-30'),
  };
  const made = calledOff('Dibatalkan', { ticket: 'VC-2026-0002', staff: { series } });
  const naming = ({ ticket }: Case) => ({ daftar: [{ hari: '', tiket: ticket }] });
  const listed = (state: MessageState, rest: Partial<MessageRecord> = {}): MessageMemory => {
    const record = toldBy(lookAt([aCase()]), receipt)
      .values()
      .next().value?.[0];
    return new Map(
      record === undefined
        ? []
        : [['hari', [{ ...record, kind: 'series-days', view: naming(made), state, ...rest }]]],
    );
  };
  const sentAt = (at: string) => ({ kind: 'sent', at: instant(at) }) as const;
  const messages = (told: MessageMemory, rest: object = {}) =>
    wanted([made], { told, ...rest }).length;

  test('nothing is told before its number was named to anybody', () => {
    const at = instant('2026-11-17T08:00');

    expect(messages(new Map())).toBe(0);
    expect(messages(listed({ kind: 'waiting' }))).toBe(0);
    expect(messages(listed({ kind: 'withdrawn', at, why: '' }))).toBe(0);
    expect(messages(listed(sentAt('2026-11-17T08:00'), { view: naming(aCase()) }))).toBe(0);
    expect(messages(listed({ kind: 'waiting', why: 'sibuk' }, { mails: 1, tries: 1 }))).toBe(0);
    expect(
      messages(
        listed(sentAt('2026-11-17T08:00'), {
          to: { audience: 'requester', address: 'lama@contoh.go.id' },
        }),
      ),
    ).toBe(0);
  });

  test('it is told once the list of all days named it, or people may have', () => {
    expect(messages(listed(sentAt('2026-11-17T08:00')))).toBe(1);
    expect(messages(listed(sentAt('2026-11-17T08:55')))).toBe(1);
    expect(messages(listed({ kind: 'waiting' }, { mails: 1 }))).toBe(1);
    expect(messages(listed({ kind: 'withdrawn', at: off.at, why: '' }, { mails: 1 }))).toBe(1);
    const without = { ...made, request: { ...made.request, answers: { ...made.request.answers } } };
    delete (without.request.answers as { email?: string }).email;
    const byHand = listed({ kind: 'by-hand' }, { to: { audience: 'requester' } });
    const early = new Map(
      [...byHand].map(([key, [first]]) => [
        key,
        first ? [{ ...first, promisedAt: instant('2026-11-17T08:00') }] : [],
      ]),
    );
    expect(wanted([without], { told: early })).toHaveLength(1);
  });

  test('it is told in one message, too, where it was moved to a later request', () => {
    const [day, later] = ['VC-2026-0002', 'VC-2026-0003'];
    const moved = calledOff('Dijadwalkan Ulang', {
      ticket: day,
      movedTo: later,
      staff: { series },
    });
    const goesOn = aCase({ ticket: later, moveAnswer: { kind: 'moved', from: [day] } });
    const look = lookAt([moved, goesOn], { told: listed(sentAt('2026-11-17T08:00')) });

    expect(cancellation.wants(look)).toMatchObject([{ view: { nomorBaru: later } }]);
    expect(receipt.wants(look)).toEqual([]);
  });

  test('it is told where others name the days, by telephone or with a ledger that is lost', () => {
    const desk = aDesk({ settings: { mutedMessages: ['Jadwal berulang'] } });

    expect(messages(new Map(), { desk })).toBe(1);
    expect(messages(new Map(), { since: instant('2026-11-16T20:00') })).toBe(1);
  });
});
