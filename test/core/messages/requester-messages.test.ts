/** What a requester hears of one request, whatever people do to its row while time passes: by random edits. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Moment } from '../../../src/core/cases/ledger-state.ts';
import type { MessageMemory, MessageRecord } from '../../../src/core/cases/messages.ts';
import type { Answers, StaffFacts } from '../../../src/core/cases/request.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import type { State } from '../../../src/core/cases/state.ts';
import { awaitedStates } from '../../../src/core/cases/state-groups.ts';
import { observeMoments } from '../../../src/core/clock/observe-moments.ts';
import { messageKinds } from '../../../src/core/messages/kinds/index.ts';
import {
  agreedWords,
  differences,
  scheduleNames,
} from '../../../src/core/messages/requester/agreed.ts';
import { lastWord, saysConfirmed } from '../../../src/core/messages/requester/heard.ts';
import { allocateLicences } from '../../../src/core/rules/allocate-licences.ts';
import { assignOfficers } from '../../../src/core/rules/assign-officers.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { limitDisclosure } from '../../../src/core/rules/limit-disclosure.ts';
import { settleState } from '../../../src/core/rules/settle-state.ts';
import { aCase, aSchedule, aSituation, instant } from '../../support/builders.ts';
import { all, planned, settled } from '../../support/messages.ts';

const secrets = ['topik-rahasia', 'zoom.test/j/1', 'sandi-77', 'rekaman.test/9'];

interface Row {
  readonly day: string;
  readonly from: string;
  readonly place: string;
  readonly isConfirmed: boolean;
  readonly link: boolean;
  readonly lead: string;
  readonly state: State | undefined;
  readonly reason: string | undefined;
  readonly sensitivity: Answers['sensitivity'];
  readonly isWhole: boolean;
}

const edit = fc.oneof(
  fc.record({ day: fc.constantFrom('2026-11-23', '2026-11-24') }),
  fc.record({ from: fc.constantFrom('09:00', '10:00') }),
  fc.record({ place: fc.constantFrom('Aula', 'Ruang Oval') }),
  fc.record({ isConfirmed: fc.boolean() }),
  fc.record({ link: fc.boolean() }),
  fc.record({ lead: fc.constantFrom('Andi Rahman, S.Kom.', 'Budi Santoso, S.T.') }),
  fc.record({
    state: fc.constantFrom<State | undefined>(
      undefined,
      undefined,
      'Ditolak',
      'Dibatalkan',
      'Dijadwalkan Ulang',
    ),
  }),
  fc.record({ reason: fc.constantFrom(undefined, 'petugas sakit') }),
  fc.record({ isWhole: fc.boolean() }),
);

const step = fc.record({
  edit: fc.option(edit, { nil: {} as Partial<Row> }),
  hours: fc.integer({ min: 0, max: 30 }),
  isSent: fc.boolean(),
});

interface Step {
  readonly edit: Partial<Row>;
  readonly hours: number;
  readonly isSent: boolean;
}

const story = (sensitivity: fc.Arbitrary<Answers['sensitivity']>) =>
  fc.record({ sensitivity, steps: fc.array(step, { minLength: 1, maxLength: 10 }) });

const start: Row = {
  day: '2026-11-23',
  from: '09:00',
  place: 'Aula',
  isConfirmed: false,
  link: false,
  lead: 'Andi Rahman, S.Kom.',
  state: undefined,
  reason: undefined,
  sensitivity: 'biasa',
  isWhole: true,
};

/** As the desk sees the row. */
const caseOf = (row: Row, moments: readonly Moment[], now: Temporal.Instant): Case => {
  const schedule = aSchedule({ day: row.day, from: row.from, to: '12:00' });
  const staff: Partial<StaffFacts> = {
    confirmed: row.isConfirmed ? { kind: 'ticked' } : { kind: 'none' },
    ...(row.link && { meetingLink: `https://${secrets[1]}`, meetingId: `77 ${secrets[2]}` }),
    ...(row.reason !== undefined && { reason: row.reason }),
    recordingResult: { kind: 'link', link: `https://${secrets[3]}` },
  };
  const subject = aCase({
    answers: {
      schedule,
      place: row.place,
      sensitivity: row.sensitivity,
      event: row.sensitivity === 'rahasia' ? `Rapat ${secrets[0]}` : 'Rapat',
    },
    staff,
    handMade: {
      officers: [row.lead],
      ...(row.state !== undefined && { state: row.state }),
    },
    moments,
  });
  const findings = row.isWhole
    ? []
    : [{ kind: 'defect', field: 'Jenis Layanan', text: 'Jenis Layanan belum diisi.' } as const];
  const whole = { ...subject, findings, request: { ...subject.request, findings } };
  const seen = observeMoments({
    request: whole.request,
    handMadeState: row.state,
    stateWasShown: true,
    known: moments,
    now,
  });
  return { ...whole, moments: [...moments, ...seen] };
};

interface Moving {
  readonly row: Row;
  readonly moments: readonly Moment[];
  readonly now: Temporal.Instant;
  readonly told: MessageMemory;
}

const rules = [limitDisclosure, assignOfficers, allocateLicences, settleState];
const since = instant('2026-11-16T08:00');

const looked = ({ row, moments, now, told }: Moving) => {
  const situation = aSituation({ now });
  const cases = decide([caseOf(row, moments, now)], situation, rules);
  return { cases, situation, told, since };
};

const isDue =
  (now: Temporal.Instant) =>
  ({ notBefore }: MessageRecord): boolean =>
    Temporal.Instant.compare(notBefore, now) <= 0;

/** One pass, and the delivery beside it. */
const passed = (at: Moving, isSent: boolean): Moving => {
  const look = looked(at);
  const told = planned(look, messageKinds);
  const [subject] = look.cases;
  return {
    ...at,
    moments: subject?.moments ?? at.moments,
    told: isSent ? settled(told, { kind: 'sent', at: at.now }, isDue(at.now)) : told,
  };
};

const lived = (sensitivity: Answers['sensitivity'], steps: readonly Step[]) => {
  let at: Moving = {
    row: { ...start, sensitivity },
    moments: [],
    now: instant('2026-11-16T09:05'),
    told: new Map(),
  };
  const states: Moving[] = [];
  for (const { edit: change, hours, isSent } of steps) {
    at = passed({ ...at, row: { ...at.row, ...change } }, isSent);
    states.push(at);
    at = { ...at, now: at.now.add({ hours }) };
  }
  return { last: at, states };
};

const afterwards = new Set(['thanks', 'chase']);

const isBegun = ({ row, now }: Moving): boolean =>
  Temporal.Instant.compare(instant(`${row.day}T${row.from}`), now) <= 0;

const expectNothingLate = (states: readonly Moving[]): void => {
  for (const at of states.filter(isBegun)) {
    const late = all(at.told).filter(
      ({ kind, promisedAt }) => !afterwards.has(kind) && promisedAt.equals(at.now),
    );
    expect(late.map(({ key }) => key)).toEqual([]);
  }
};

const expectNothingTwice = (told: MessageMemory): void => {
  for (const records of told.values()) {
    const said = records.filter(({ state }) => state.kind === 'sent').map(({ facts }) => facts);
    expect(said.filter((facts, index) => facts === said[index - 1])).toEqual([]);
  }
};

/** Once all that waits was sent. */
const expectTruth = (at: Moving): void => {
  const { cases, situation } = looked(at);
  const [subject] = cases;
  if (subject === undefined || isBegun(at)) return;
  const heard = lastWord(subject, at.told);
  const isConfirmed = awaitedStates.has(subject.decided.state?.is ?? 'Diajukan');
  if (at.row.state !== undefined) {
    expect(heard?.kind).toBe('cancellation');
    return;
  }
  if (heard === undefined) {
    expect(isConfirmed).toBe(false);
    return;
  }
  expect(heard.kind).not.toBe('cancellation');
  expect(saysConfirmed(heard)).toBe(isConfirmed);
  const view = agreedWords(subject, situation);
  expect(differences(view, heard, isConfirmed ? {} : { names: scheduleNames })).toEqual([]);
};

const seed = Number(process.env['MESSAGE_SEED'] ?? Number.NaN);
const runs = {
  numRuns: Number(process.env['MESSAGE_RUNS'] ?? 40),
  ...(Number.isNaN(seed) ? {} : { seed }),
};

test('whatever happens, nothing is told of what has begun, nothing twice in a row, and what was heard last is true', () => {
  fc.assert(
    fc.property(story(fc.constant('biasa')), ({ sensitivity, steps }) => {
      const { states, last } = lived(sensitivity, steps);
      let at = last;
      for (let round = 0; round < 3; round += 1) {
        at = passed(at, true);
        at = { ...at, now: at.now.add({ hours: 2 }) };
      }
      expectNothingLate(states);
      expectNothingTwice(at.told);
      expectTruth(at);
    }),
    runs,
  );
});

test('a confidential event keeps its topic, link, passcode and recording to itself', () => {
  fc.assert(
    fc.property(story(fc.constantFrom('terbatas', 'rahasia')), ({ sensitivity, steps }) => {
      const text = JSON.stringify(all(lived(sensitivity, steps).last.told));
      for (const secret of secrets) expect(text).not.toContain(secret);
    }),
    { ...runs, numRuns: runs.numRuns / 2 },
  );
});
