/** What officers hear of an event that goes on as a later request, and comes back. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Moment } from '../../../src/core/cases/ledger-state.ts';
import type { MessageMemory, MessageRecord } from '../../../src/core/cases/messages.ts';
import type { Case } from '../../../src/core/cases/situation.ts';
import { duty } from '../../../src/core/messages/kinds/duty.ts';
import { dutyChange } from '../../../src/core/messages/kinds/duty-change.ts';
import { dutyWithdrawn } from '../../../src/core/messages/kinds/duty-withdrawn.ts';
import { officerCalendars } from '../../../src/core/messages/officer-calendars.ts';
import { assignOfficers } from '../../../src/core/rules/assign-officers.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { limitDisclosure } from '../../../src/core/rules/limit-disclosure.ts';
import { settleState } from '../../../src/core/rules/settle-state.ts';
import { aCase, aDesk, anOfficer, aSchedule, aSituation, instant } from '../../support/builders.ts';
import { all, planned, settled } from '../../support/messages.ts';

const kinds = [duty, dutyChange, dutyWithdrawn];
const [andi, budi] = ['Andi Rahman, S.Kom.', 'Budi Santoso, S.T.'] as const;
const officers = [andi, budi].map((name, at) => anOfficer({ name, email: `${at}@dinas.test` }));
const [a, b] = ['VC-2026-0001', 'VC-2026-0002'] as const;
const days = { [a]: '2026-11-23', [b]: '2026-11-25' } as const;

interface World {
  readonly isMoved: boolean;
  readonly isCalledOff: boolean;
  /** Who serves each. */
  readonly people: Readonly<Record<typeof a | typeof b, readonly string[]>>;
}

const first: World = {
  isMoved: false,
  isCalledOff: false,
  people: { [a]: [andi], [b]: [] },
};
const moved: World = { ...first, isMoved: true, people: { [a]: [], [b]: [andi] } };

const eventOf = (ticket: typeof a | typeof b, { isMoved, isCalledOff, people }: World): Case => {
  const received: Moment = { kind: 'received', at: instant('2026-11-16T09:00') };
  const state =
    ticket === a && isMoved
      ? ('Dijadwalkan Ulang' as const)
      : ticket === b && isCalledOff
        ? ('Dibatalkan' as const)
        : undefined;
  return aCase({
    ticket,
    answers: { schedule: aSchedule({ day: days[ticket] }), place: `Aula ${ticket}` },
    handMade: { officers: people[ticket], ...(state && { state }) },
    moments: state
      ? [received, { kind: 'cancelled', at: instant('2026-11-16T09:30') }]
      : [received],
    ...(ticket === a && isMoved && { movedTo: b }),
    ...(ticket === b && isMoved && !isCalledOff && { moveAnswer: { kind: 'moved', from: [a] } }),
  });
};

const lookAt = (world: World, told: MessageMemory, now: Temporal.Instant) => {
  const situation = aSituation({ now, desk: aDesk({ officers }) });
  const events = [eventOf(a, world), eventOf(b, world)];
  const cases = decide(events, situation, [limitDisclosure, assignOfficers, settleState]);
  return { cases, situation, told, since: instant('2026-11-16T08:00') };
};

/** Two passes, the second when what waits is due. */
const heardAfter = (worlds: readonly World[], isSent: readonly boolean[] = []): MessageMemory => {
  let told: MessageMemory = new Map();
  let now = instant('2026-11-16T10:00');
  worlds.forEach((world, at) => {
    for (const minutes of [1, 20]) {
      now = now.add({ minutes });
      told = planned(lookAt(world, told, now), kinds);
      if (minutes > 1 && isSent[at] !== false) told = settled(told, { kind: 'sent', at: now });
    }
  });
  return told;
};

const saidTo = (name: string, told: MessageMemory): readonly MessageRecord[] =>
  all(told)
    .filter(({ state, to }) => state.kind === 'sent' && to.name === name)
    .toSorted((x, y) => Temporal.Instant.compare(x.promisedAt, y.promisedAt));

const heard = (name: string, told: MessageMemory) =>
  saidTo(name, told).map(({ kind, ticket }) => `${kind} ${ticket}`);

/** What his calendar holds, by what the invitations did to it. */
const calendar = (name: string, told: MessageMemory): readonly string[] => {
  const entries = new Map<string, NonNullable<MessageRecord['invitation']>>();
  for (const { invitation } of saidTo(name, told).toSorted(
    (x, y) => (x.invitation?.sequence ?? 0) - (y.invitation?.sequence ?? 0),
  ))
    if (invitation) entries.set(invitation.uid, invitation);
  return [...entries.values()]
    .filter(({ method }) => method === 'request')
    .map(({ start }) => start.slice(0, 10))
    .sort();
};

describe('an officer of an event that was moved', () => {
  test('who stays hears one message: from which day and number to which', () => {
    const told = heardAfter([first, moved, moved]);

    expect(heard(andi, told)).toEqual([`duty ${a}`, `duty-change ${b}`]);
    expect(saidTo(andi, told)[1]?.view).toMatchObject({
      digeser: true,
      perubahan: [
        { apa: 'Nomor permohonan', dari: a, menjadi: b },
        { apa: 'Hari', dari: 'Senin, 23 November 2026', menjadi: 'Rabu, 25 November 2026' },
        { apa: 'Tempat', dari: `Aula ${a}`, menjadi: `Aula ${b}` },
      ],
    });
    expect(calendar(andi, told)).toEqual([days[b]]);
  });

  test('who leaves and who enters hear just that', () => {
    const told = heardAfter([first, { ...moved, people: { [a]: [], [b]: [budi] } }]);

    expect(heard(andi, told)).toEqual([`duty ${a}`, `duty-withdrawn ${a}`]);
    expect(saidTo(andi, told)[1]?.view['sebab']).toBe(
      `kegiatannya digeser ke Rabu, 25 November 2026 sebagai nomor ${b}`,
    );
    expect(heard(budi, told)).toEqual([`duty ${b}`]);
  });

  test('hears that it came back, and when it is called off after all', () => {
    expect(heard(andi, heardAfter([first, moved, first]))).toEqual([
      `duty ${a}`,
      `duty-change ${b}`,
      `duty-change ${a}`,
    ]);
    const off = heardAfter([first, moved, { ...moved, isCalledOff: true }]);
    expect(heard(andi, off).at(-1)).toBe(`duty-withdrawn ${b}`);
    expect(calendar(andi, off)).toEqual([]);
  });

  test('who was told of both hears that the earlier one is off', () => {
    const both = { ...first, people: { [a]: [andi], [b]: [andi] } };
    const told = heardAfter([both, moved]);

    expect(heard(andi, told).at(-1)).toBe(`duty-withdrawn ${a}`);
    expect(calendar(andi, told)).toEqual([days[b]]);
  });

  test('finds it in the file of his calendar under the entry that he was sent', () => {
    const told = heardAfter([first, moved]);
    const { cases, situation } = lookAt(moved, told, instant('2026-11-16T12:00'));
    const [file] = officerCalendars(cases, situation, { told: new Map(), messages: told });

    expect(file?.entries.map(({ event }) => [event.uid, event.start.slice(0, 10)])).toEqual([
      [saidTo(andi, told)[0]?.invitation?.uid, days[b]],
    ]);
  });
});

test('whatever is moved, taken back and staffed anew: calendars hold where each officer goes, once, and nobody is told twice', () => {
  const people = fc.constantFrom<readonly string[]>([], [andi], [budi], [andi, budi]);
  const world = fc.record({
    isMoved: fc.boolean(),
    isCalledOff: fc.boolean(),
    people: fc.record({ [a]: people, [b]: people }),
  });
  const steps = fc.array(fc.record({ world, isSent: fc.boolean() }), { maxLength: 7 });
  fc.assert(
    fc.property(steps, world, (before, last) => {
      const worlds = [first, ...before.map((step) => step.world), last];
      const isSent = [true, ...before.map((step) => step.isSent), true];
      const told = heardAfter(worlds, isSent);
      for (const name of [andi, budi]) {
        const goes = [
          ...(last.isMoved || !last.people[a].includes(name) ? [] : [days[a]]),
          ...(last.isCalledOff || !last.people[b].includes(name) ? [] : [days[b]]),
        ];
        expect(calendar(name, told)).toEqual(goes);
      }
      // Once all is said, it stays said.
      expect(all(heardAfter([...worlds, last], [...isSent, true])).length).toBe(all(told).length);
    }),
    { numRuns: Number(process.env['MESSAGE_RUNS'] ?? 6) },
  );
});
