/** What officers hear of one event, whatever people do to its row while time passes. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Officer } from '../../../src/core/cases/desk.ts';
import type { Moment } from '../../../src/core/cases/ledger-state.ts';
import type { MessageMemory, MessageRecord } from '../../../src/core/cases/messages.ts';
import type { Answers, StaffFacts } from '../../../src/core/cases/request.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import type { State } from '../../../src/core/cases/state.ts';
import { observeMoments } from '../../../src/core/clock/observe-moments.ts';
import { dutyKinds } from '../../../src/core/messages/duty/duty-lines.ts';
import { duty } from '../../../src/core/messages/kinds/duty.ts';
import { dutyChange } from '../../../src/core/messages/kinds/duty-change.ts';
import { dutyReminder } from '../../../src/core/messages/kinds/duty-reminder.ts';
import { dutyWithdrawn } from '../../../src/core/messages/kinds/duty-withdrawn.ts';
import { assignOfficers } from '../../../src/core/rules/assign-officers.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { limitDisclosure } from '../../../src/core/rules/limit-disclosure.ts';
import { settleState } from '../../../src/core/rules/settle-state.ts';
import { aCase, aDesk, anOfficer, aSchedule, aSituation, instant } from '../../support/builders.ts';
import { all, planned, settled } from '../../support/messages.ts';

const kinds = [duty, dutyChange, dutyWithdrawn, dutyReminder];
const andi = 'Andi Rahman, S.Kom.';
const budi = 'Budi Santoso, S.T.';
const withMail = (name: string, address: string): Officer => anOfficer({ name, email: address });
const officers = [withMail(andi, 'andi@dinas.test'), withMail(budi, 'budi@dinas.test')];
const since = instant('2026-11-16T08:00');

interface Row {
  readonly day: string;
  readonly from: string;
  readonly place: string;
  readonly people: readonly string[];
  readonly state: State | undefined;
  readonly sensitivity: Answers['sensitivity'];
  readonly staff: Partial<StaffFacts>;
}

const start: Row = {
  day: '2026-11-23',
  from: '09:00',
  place: 'Aula',
  people: [andi],
  state: undefined,
  sensitivity: 'biasa',
  staff: { confirmed: { kind: 'ticked' } },
};

interface Moving {
  readonly row: Row;
  readonly moments: readonly Moment[];
  readonly now: Temporal.Instant;
  readonly told: MessageMemory;
}

const caseOf = ({ row, moments, now }: Moving): Case => {
  const { day, from, place, people, state, sensitivity, staff } = row;
  const subject = aCase({
    answers: { schedule: aSchedule({ day, from, to: '12:00' }), place, sensitivity },
    staff,
    handMade: { officers: people, ...(state !== undefined && { state }) },
    moments,
  });
  const seen = observeMoments({
    request: subject.request,
    handMadeState: state,
    stateWasShown: true,
    known: moments,
    now,
  });
  return { ...subject, moments: [...moments, ...seen] };
};

const lookedAt = (at: Moving) => {
  const situation = aSituation({ now: at.now, desk: aDesk({ officers }) });
  const cases = decide([caseOf(at)], situation, [limitDisclosure, assignOfficers, settleState]);
  return { cases, situation, told: at.told, since };
};

const isDue =
  (now: Temporal.Instant) =>
  ({ notBefore }: MessageRecord): boolean =>
    Temporal.Instant.compare(notBefore, now) <= 0;

/** One pass, and the delivery beside it. */
const passed = (at: Moving, isSent: boolean): Moving => {
  const look = lookedAt(at);
  const told = planned(look, kinds);
  return {
    ...at,
    moments: look.cases[0]?.moments ?? at.moments,
    told: isSent ? settled(told, { kind: 'sent', at: at.now }, isDue(at.now)) : told,
  };
};

/** A pass, and another one when all that waits has come due. */
const heardAfter = (at: Moving, edit: Partial<Row> = {}): Moving => {
  const first = passed({ ...at, row: { ...at.row, ...edit } }, true);
  return passed({ ...first, now: first.now.add({ minutes: 30 }) }, true);
};

const begun: Moving = {
  row: start,
  moments: [],
  now: instant('2026-11-16T09:05'),
  told: new Map(),
};

const said = ({ told }: Pick<Moving, 'told'>): readonly MessageRecord[] =>
  all(told)
    .filter(({ state }) => state.kind === 'sent')
    .toSorted(
      (a, b) => Temporal.Instant.compare(a.promisedAt, b.promisedAt) || a.key.localeCompare(b.key),
    );

const heard = (at: Moving): readonly string[] =>
  said(at).map(({ kind, to }) => `${kind} ${to.name?.split(' ')[0] ?? ''}`);

describe('an officer', () => {
  test('hears of his duty once, with all that he needs', () => {
    const at = heardAfter(heardAfter(begun));

    expect(heard(at)).toEqual(['duty Andi']);
    expect(said(at)[0]).toMatchObject({
      view: {
        hari: 'Senin, 23 November 2026',
        waktu: '09.00 s.d. 12.00 WITA',
        tempat: 'Aula',
        peran: 'petugas utama',
        siap: 'pukul 08.00 WITA',
        kontakTempat: 'Sri Lestari; pemohon: Rahmat Pakaya, S.Sos., 081200000001',
      },
      invitation: { method: 'request', sequence: 0, location: 'Aula', confidential: false },
    });
  });

  test('hears what changed, and that it changed back', () => {
    const at = heardAfter(heardAfter(heardAfter(begun), { from: '10:00' }), { from: '09:00' });

    expect(heard(at)).toEqual(['duty Andi', 'duty-change Andi', 'duty-change Andi']);
    expect(said(at).map(({ view }) => view['perubahan'])).toEqual([
      undefined,
      [{ apa: 'Waktu', dari: '09.00 s.d. 12.00 WITA', menjadi: '10.00 s.d. 12.00 WITA' }],
      [{ apa: 'Waktu', dari: '10.00 s.d. 12.00 WITA', menjadi: '09.00 s.d. 12.00 WITA' }],
    ]);
    expect(said(at).map(({ invitation }) => invitation?.sequence)).toEqual([0, 1, 2]);
  });

  test('who is replaced hears so, and so does whoever comes', () => {
    const at = heardAfter(heardAfter(begun), { people: [budi] });

    expect(heard(at)).toEqual(['duty Andi', 'duty-withdrawn Andi', 'duty Budi']);
    const [first, cancelled] = said(at).map(({ invitation }) => invitation);
    expect(cancelled).toMatchObject({ method: 'cancel', uid: first?.uid, sequence: 1 });
  });

  test('who is sent again after that hears of it again', () => {
    const gone = heardAfter(heardAfter(begun), { people: [budi] });
    const at = heardAfter(gone, { people: [andi] });

    expect(heard(at).filter((each) => each.endsWith('Andi'))).toEqual([
      'duty Andi',
      'duty-withdrawn Andi',
      'duty Andi',
    ]);
  });

  test('hears that the event is called off, and why', () => {
    const at = heardAfter(heardAfter(begun), { state: 'Dibatalkan' });

    expect(said(at).at(-1)).toMatchObject({
      kind: 'duty-withdrawn',
      view: { sebab: 'kegiatannya dibatalkan', hari: 'Senin, 23 November 2026' },
    });
  });

  test('is reminded on the last working day before, and not when he was told just now', () => {
    const before = heardAfter(begun);
    const friday = passed({ ...before, now: instant('2026-11-20T15:00') }, true);
    const late = passed({ ...begun, now: instant('2026-11-20T15:10') }, true);

    expect(heard(friday)).toEqual(['duty Andi', 'duty-reminder Andi']);
    expect(heard(heardAfter(late))).toEqual(['duty Andi']);
  });

  test('of a confidential event hears place and hour; his calendar says busy', () => {
    const at = heardAfter(begun, { sensitivity: 'rahasia' });

    expect(said(at)[0]).toMatchObject({
      view: { kegiatan: 'Kegiatan rahasia', tempat: 'Aula', dirahasiakan: true },
      invitation: { summary: 'Sibuk', confidential: true },
    });
    expect(JSON.stringify(said(at)[0]?.invitation)).not.toContain('Aula');
  });

  test('who was named before this ledger told anything hears of it when the event settles', () => {
    const moments: readonly Moment[] = [{ kind: 'received', at: instant('2026-11-13T09:00') }];
    const early = heardAfter({ ...begun, moments });
    const settledAt = heardAfter({ ...early, now: instant('2026-11-20T15:00') });

    expect(heard(early)).toEqual([]);
    expect(heard(settledAt)).toContain('duty Andi');
  });
});

const edit = fc.oneof(
  fc.record({ day: fc.constantFrom('2026-11-23', '2026-11-24') }),
  fc.record({ from: fc.constantFrom('09:00', '10:00') }),
  fc.record({ place: fc.constantFrom('Aula', 'Ruang Oval') }),
  fc.record({ people: fc.constantFrom([andi], [budi], [andi, budi], [budi, andi], []) }),
  fc.record({
    state: fc.constantFrom<State | undefined>(
      undefined,
      undefined,
      'Dibatalkan',
      'Dijadwalkan Ulang',
    ),
  }),
);
const step = fc.record({
  edit: fc.option(edit, { nil: {} as Partial<Row> }),
  hours: fc.integer({ min: 0, max: 20 }),
  isSent: fc.boolean(),
});

const aboutDuty = (at: Moving, name: string): readonly MessageRecord[] =>
  said(at).filter(({ kind, to }) => to.name === name && dutyKinds.some((each) => each === kind));

test('any officer who heard of a duty that is not true any more is told so once, nobody else is, and calendars follow', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let at = begun;
      for (const { edit: change, hours, isSent } of steps) {
        at = passed({ ...at, row: { ...at.row, ...change } }, isSent);
        at = { ...at, now: at.now.add({ hours }) };
      }
      const isOpen = Temporal.Instant.compare(at.now, instant('2026-11-19T00:00')) < 0;
      // Until the next morning has come too.
      for (const hours of [0, 1, 16, 16]) at = heardAfter({ ...at, now: at.now.add({ hours }) });
      for (const name of [andi, budi]) {
        const records = aboutDuty(at, name);
        // Never withdrawn without having been told, and never twice in a row.
        records.forEach(({ kind }, index) => {
          const before = records[index - 1]?.kind;
          if (kind !== 'duty') expect(['duty', 'duty-change']).toContain(before);
          else expect([undefined, 'duty-withdrawn']).toContain(before);
        });
        const sequences = records.flatMap(({ invitation }) => invitation?.sequence ?? []);
        expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
        if (!isOpen) continue;
        const goes = at.row.state === undefined && at.row.people.includes(name);
        const last = records.at(-1);
        expect(last !== undefined && last.kind !== 'duty-withdrawn').toBe(goes);
        if (goes)
          expect(last?.view).toMatchObject({
            tempat: at.row.place,
            waktu: `${at.row.from.replace(':', '.')} s.d. 12.00 WITA`,
          });
      }
    }),
    { numRuns: Number(process.env['MESSAGE_RUNS'] ?? 15) },
  );
});
