/** What officers, the network team, supervisors and the keeper hear of the desk's work: each kind by an ordinary day. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Complaint, Desk, OfficeSettings } from '../../../src/core/cases/desk.ts';
import type { MessageMemory, MessageRecord } from '../../../src/core/cases/messages.ts';
import type { Case, ClockReading, Decided } from '../../../src/core/cases/situation.ts';
import { addressRefused } from '../../../src/core/messages/kinds/address-refused.ts';
import { complaintHandler } from '../../../src/core/messages/kinds/complaint-handler.ts';
import { deadline } from '../../../src/core/messages/kinds/deadline.ts';
import { evaluationDue } from '../../../src/core/messages/kinds/evaluation-due.ts';
import { levy } from '../../../src/core/messages/kinds/levy.ts';
import { networkQuestion } from '../../../src/core/messages/kinds/network-question.ts';
import { officerChase } from '../../../src/core/messages/kinds/officer-chase.ts';
import { signingQueue } from '../../../src/core/messages/kinds/signing-queue.ts';
import { weeklyDigest } from '../../../src/core/messages/kinds/weekly-digest.ts';
import type { MessageKind, MessageLook } from '../../../src/core/messages/message-kind.ts';
import {
  aCase,
  aDesk,
  anOfficer,
  aSchedule,
  aSituation,
  instant,
  timeZone,
} from '../../support/builders.ts';
import { all, planned, settled } from '../../support/messages.ts';

const andi = anOfficer({ name: 'Andi Rahman, S.Kom.', email: 'andi@dinas.test' });
const network = { name: 'Dedi Gobel', address: 'dedi@dinas.test' };
const supervisor = { name: 'Contoh Ketua, S.Kom.', address: 'ketua@dinas.test' };
const keeper = { address: 'server@dinas.test' };

const disclosure = { publicTopic: 'Rapat', mayPrintLink: true, mayPrintRecording: true };
const decided: Decided = {
  disclosure,
  officers: {
    kind: 'assigned',
    people: [{ name: andi.name, role: 'lead', provisional: false }],
    because: '',
  },
  state: { is: 'Diterima', because: '' },
};

const subjectWith = (more: Partial<Case> & Parameters<typeof aCase>[0] = {}): Case =>
  aCase({ decided, ...more });

const lookAt = (
  now: string,
  {
    cases = [],
    desk = {},
    settings = {},
    ...more
  }: Partial<MessageLook> & {
    readonly desk?: Partial<Omit<Desk, 'settings'>>;
    readonly settings?: Partial<OfficeSettings>;
  } = {},
): MessageLook => ({
  cases,
  situation: aSituation({
    now,
    desk: aDesk({
      officers: [andi],
      ...desk,
      settings: { networkTeam: network, supervisors: [supervisor], keeper, ...settings },
    }),
  }),
  told: new Map(),
  since: instant('2026-11-16T08:00'),
  ...more,
});

const sentAt = (told: MessageMemory, now: string): MessageMemory =>
  settled(told, { kind: 'sent', at: instant(now) });

const wanted = (kind: MessageKind, look: MessageLook) => kind.wants(look);

const local = (at: Temporal.Instant | undefined): string =>
  at?.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? '';

describe('chasing the lead officer', () => {
  const over = (missing: readonly string[]): Case =>
    subjectWith({
      staff: { confirmed: { kind: 'ticked' } },
      moments: [
        { kind: 'received', at: instant('2026-11-16T09:00') },
        { kind: 'confirmed', at: instant('2026-11-17T09:00') },
      ],
      decided: {
        ...decided,
        reportFacts: {
          complete: missing.length === 0,
          waived: false,
          missing: missing.map((header) => ({ header, what: `isi ${header}` })),
        },
      },
    });
  const headers = ['Selesai Aktual', 'Kendala'];

  test('asks once after the event, once on the next working morning, and names exactly what is missing', () => {
    const first = planned(lookAt('2026-11-23T11:30', { cases: [over(headers)] }), [officerChase]);
    const told = sentAt(first, '2026-11-23T13:30');
    const again = planned(lookAt('2026-11-23T14:00', { cases: [over(['Selesai Aktual'])], told }), [
      officerChase,
    ]);
    const last = sentAt(again, '2026-11-24T08:00');
    const after = planned(lookAt('2026-11-24T09:00', { cases: [over(headers)], told: last }), [
      officerChase,
    ]);

    expect(all(after).map(({ view, notBefore }) => [view['kurang'], local(notBefore)])).toEqual([
      [[{ isian: 'Selesai Aktual', soal: 'isi Selesai Aktual' }], '2026-11-23T11:30'],
      [[{ isian: 'Selesai Aktual', soal: 'isi Selesai Aktual' }], '2026-11-24T08:00'],
    ]);
  });

  test('is silent when nothing is missing', () => {
    expect(wanted(officerChase, lookAt('2026-11-23T12:00', { cases: [over([])] }))).toEqual([]);
  });
});

describe('the deadline of an answer', () => {
  const due = (dueAt: string, startedAt = '2026-11-16T09:00'): Case => {
    const clock: ClockReading = {
      kind: 'running',
      flags: [],
      dueAt: instant(dueAt),
      startedAt: instant(startedAt),
      shown: '',
      sentence: '',
    };
    return subjectWith({ decided: { ...decided, clock } });
  };
  const [before, early] = ['2026-11-17T15:40', '2026-11-17T08:00'];

  test('is told in the morning to the lead officer, and on the day before where the morning would be too late', () => {
    const told = (dueAt: string, now: string) =>
      wanted(deadline, lookAt(now, { cases: [due(dueAt)] })).map(({ to, notBefore, notAfter }) => [
        to.address,
        local(notBefore),
        local(notAfter),
      ]);

    expect(told(before, '2026-11-17T07:00')).toEqual([
      ['andi@dinas.test', '2026-11-17T07:30', before],
    ]);
    expect(told(early, '2026-11-16T13:00')).toEqual([
      ['andi@dinas.test', '2026-11-16T13:30', early],
    ]);
    // Most requests are answered by then.
    expect(told(before, '2026-11-16T10:00')).toEqual([]);
  });

  test('is not told any more when it has passed', () => {
    expect(wanted(deadline, lookAt('2026-11-17T16:00', { cases: [due(before)] }))).toEqual([]);
  });
});

describe('the network team', () => {
  const ask = (subject: Case, told: MessageMemory = new Map()): MessageMemory =>
    planned(lookAt('2026-11-17T09:00', { cases: [subject], told }), [networkQuestion]);
  const sent = (told: MessageMemory) => sentAt(told, '2026-11-17T09:30');
  const views = (told: MessageMemory) =>
    all(told).map(({ view, to }) => [to.address, view['tempat'], view['lagi'], view['batal']]);

  test('is asked once, again after a change of place, and hears that the event is called off', () => {
    const first = sent(ask(subjectWith()));
    const same = sent(ask(subjectWith(), first));
    const moved = sent(ask(subjectWith({ answers: { place: 'Ruang Oval' } }), same));
    const off = ask(
      subjectWith({ answers: { place: 'Ruang Oval' }, handMade: { state: 'Dibatalkan' } }),
      moved,
    );

    expect(views(off)).toEqual([
      ['dedi@dinas.test', 'Aula Bappeda', false, false],
      ['dedi@dinas.test', 'Ruang Oval', true, false],
      ['dedi@dinas.test', 'Ruang Oval', false, true],
    ]);
  });

  test('is not asked about what was answered, needs no network, or is over', () => {
    const answered = subjectWith({ staff: { network: 'siap' } });
    const link = subjectWith({ answers: { serviceKind: 'link' } });
    const over = subjectWith({ answers: { schedule: aSchedule({ day: '2026-11-16' }) } });

    for (const subject of [answered, link, over]) expect(views(ask(subject))).toEqual([]);
  });
});

describe('the queue of documents', () => {
  const waiting = (title: string, since: string) => ({
    title,
    ticket: 'VC-2026-0001',
    waits: { for: 'check' as const, since: instant(since) },
  });
  const one = waiting('Laporan Kegiatan', '2026-11-17T08:00');
  const two = waiting('Rekap', '2026-11-17T11:00');

  test('is told when something is new, and not before the next working day', () => {
    const first = sentAt(
      planned(lookAt('2026-11-17T08:30', { queue: [one] }), [signingQueue]),
      '2026-11-17T08:30',
    );
    const same = planned(lookAt('2026-11-18T09:00', { queue: [one], told: first }), [signingQueue]);
    const more = planned(lookAt('2026-11-17T11:30', { queue: [one, two], told: same }), [
      signingQueue,
    ]);

    expect(all(same)).toHaveLength(1);
    expect(all(more).map(({ notBefore }) => local(notBefore))).toEqual([
      '2026-11-17T08:30',
      '2026-11-18T08:00',
    ]);
  });

  test('goes to whoever is named for that step', () => {
    const signers = { checked: ['Orang Lain'], approved: [supervisor.name] };

    expect(
      wanted(signingQueue, lookAt('2026-11-17T09:00', { queue: [one], settings: { signers } })),
    ).toEqual([]);
  });
});

describe('complaints', () => {
  const complaint = (more: Partial<Complaint> = {}): Complaint => ({
    number: 'ADU-2026-0001',
    kind: 'pungutan',
    text: 'Diminta membayar oleh petugas',
    at: instant('2026-11-17T08:00'),
    seenAt: instant('2026-11-17T08:05'),
    row: 2,
    ...more,
  });
  const at = (each: Complaint) => lookAt('2026-11-17T09:00', { desk: { complaints: [each] } });

  test('about money go to the supervisor at once, and are not spelt out', () => {
    const told = wanted(levy, at(complaint()));

    expect(told).toMatchObject([
      { to: { address: 'ketua@dinas.test' }, view: { nomor: 'ADU-2026-0001' } },
    ]);
    expect(JSON.stringify(told)).not.toContain('membayar');
    expect(wanted(levy, at(complaint({ kind: 'pengaduan' })))).toEqual([]);
  });

  test('are told to their handler, but not to whom they may concern', () => {
    const handler = 'Andi Rahman';

    expect(wanted(complaintHandler, at(complaint({ handler })))).toMatchObject([
      { to: { address: 'andi@dinas.test' }, view: { nomor: 'ADU-2026-0001' } },
    ]);
    const named = complaint({ handler, text: 'Pak Rahman tidak datang' });
    expect(wanted(complaintHandler, at(named))).toEqual([]);
  });
});

describe('the weekly digest', () => {
  const desk = {
    actions: [
      {
        year: 2026,
        finding: 'lisensi kurang',
        due: Temporal.PlainDate.from('2026-11-01'),
        state: 'terbuka' as const,
      },
    ],
  };

  test('comes on Monday morning, once a week', () => {
    const monday = planned(lookAt('2026-11-23T08:00', { desk }), [weeklyDigest]);
    const told = sentAt(monday, '2026-11-23T08:05');
    const friday = planned(lookAt('2026-11-27T08:00', { desk, told }), [weeklyDigest]);

    expect(all(friday)).toMatchObject([
      {
        view: { pekan: '23 November 2026', tindakan: ['lisensi kurang, tenggat 1 November 2026'] },
      },
    ]);
    expect(wanted(weeklyDigest, lookAt('2026-11-20T08:00', { desk }))).toEqual([]);
    expect(wanted(weeklyDigest, lookAt('2026-11-23T08:00'))).toEqual([]);
  });
});

test('the yearly evaluation is told on the first working day of January', () => {
  const told = (now: string) =>
    wanted(evaluationDue, lookAt(now, { cases: [subjectWith()] })).map(({ notBefore }) =>
      local(notBefore),
    );

  expect(told('2027-01-01T09:00')).toEqual(['2027-01-01T08:00']);
  expect(told('2026-12-15T09:00')).toEqual([]);
});

test('a refused address is told to the keeper once, with the place where it is typed', () => {
  const record = (address: string): MessageRecord => ({
    key: 'receipt/VC-2026-0001/requester/1',
    thread: 'receipt/VC-2026-0001/requester',
    number: 1,
    kind: 'receipt',
    ticket: 'VC-2026-0001',
    to: { audience: 'requester', name: 'Rahmat', address },
    facts: '{}',
    view: {},
    notBefore: instant('2026-11-17T08:00'),
    because: '',
    promisedAt: instant('2026-11-17T08:00'),
    state: { kind: 'failed', at: instant('2026-11-17T08:10'), why: '550', isPermanent: true },
  });
  const told = new Map([['receipt/VC-2026-0001/requester', [record('salah@dinas.test')]]]);

  expect(wanted(addressRefused, lookAt('2026-11-17T09:00', { told }))).toMatchObject([
    {
      to: { address: 'server@dinas.test' },
      view: { alamat: 'salah@dinas.test', letak: expect.stringContaining('VC-2026-0001') },
    },
  ]);
  expect(
    wanted(
      addressRefused,
      lookAt('2026-11-17T09:00', { told, settings: { keeper: { address: 'salah@dinas.test' } } }),
    ),
  ).toEqual([]);
});
