/** What an event would have at another hour is what the rules that assign would give it there, with everybody else where they are. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asSettled } from '../../../src/core/assignment/as-settled.ts';
import { isCalledOff } from '../../../src/core/cases/case-facts.ts';
import type { HandOut } from '../../../src/core/cases/desk.ts';
import type { Schedule } from '../../../src/core/cases/request.ts';
import type {
  Case,
  Decided,
  OtherHours,
  Rule,
  Situation,
} from '../../../src/core/cases/situation.ts';
import { allocateLicences } from '../../../src/core/rules/allocate-licences.ts';
import { assignOfficers } from '../../../src/core/rules/assign-officers.ts';
import {
  askedBeside,
  betterAt,
  compareLacking,
  eventsNear,
  lackingIn,
  provisionAt,
  shifted,
} from '../../../src/core/rules/at-other-hours.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { reserveEquipment } from '../../../src/core/rules/reserve-equipment.ts';
import { anItem, instant } from '../../support/builders.ts';
import { runs } from '../../support/long-runs.ts';
import { someSituation } from '../../support/some-situation.ts';

const sharing = [assignOfficers, allocateLicences, reserveEquipment];

interface BusyDesk {
  readonly cases: readonly Case[];
  readonly situation: Situation;
}

/** With people of the network by hand, things of several kinds, some uncounted or for all, and some that are out. */
const someBusyDesk: fc.Arbitrary<BusyDesk> = fc
  .record({
    desk: someSituation(),
    network: fc.array(fc.constantFrom(undefined, undefined, 'Andi', 'Citra', 'Orang Lain')),
    isAskedAboutNetwork: fc.array(fc.boolean()),
    wishes: fc.array(fc.constantFrom('Tripod', 'internet', 'Kabel', 'Speaker', 'Drone')),
    out: fc.array(
      fc.record({
        number: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
        quantity: fc.integer({ min: 1, max: 2 }),
        due: fc.constantFrom(undefined, '2026-11-18T12:00'),
        at: fc.constantFrom(undefined, '2026-11-17T10:00'),
        back: fc.constantFrom('out', 'out', 'returned'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ desk: { cases, situation }, network, isAskedAboutNetwork, wishes, out }) => ({
    cases: cases.map((subject, at): Case => {
      const { request } = subject;
      const [named, wish] = [network[at], wishes[at]];
      return {
        ...subject,
        request: {
          ...request,
          staff: {
            ...request.staff,
            networkOfficers: named === undefined ? [] : [named],
            ...(isAskedAboutNetwork[at] === false && { network: 'tidak perlu' }),
          },
          answers: {
            ...request.answers,
            equipment: [
              ...request.answers.equipment,
              ...(wish === undefined ? [] : [{ name: wish, quantity: 2, known: true }]),
            ],
          },
        },
      };
    }),
    situation: {
      ...situation,
      desk: {
        ...situation.desk,
        equipment: [
          ...situation.desk.equipment,
          anItem({ kind: 'Tripod', name: 'Tripod', quantity: 3 }),
          anItem({ kind: 'Internet', name: 'Internet', quantity: 1 }),
          uncounted,
        ],
        handOuts: out.map(
          ({ number, quantity, due, at, back }, row): HandOut => ({
            row: row + 2,
            item: 'Tripod',
            kind: 'Tripod',
            quantity,
            ...(number !== undefined && { ticket: `VC-2026-000${number}` }),
            ...(at && { at: instant(at) }),
            ...(due && { due: instant(due) }),
            back: { kind: back },
          }),
        ),
      },
    },
  }));

const { quantity: _, ...uncounted } = anItem({ kind: 'Kabel', name: 'Kabel', quantity: 1 });

/** By the rules themselves, asked about everybody. */
const byTheRules = (
  schedule: Schedule,
  { subject, near, situation }: { subject: Case; near: readonly Case[]; situation: Situation },
): OtherHours => {
  const { request } = subject;
  const moved: Case = {
    ...subject,
    request: { ...request, answers: { ...request.answers, schedule } },
    previous: {},
  };
  const all = [moved, ...near.map(asSettled)];
  const decidedBy = (rule: Rule): Decided =>
    rule(all, situation).get(subject.ticket)?.decided ?? {};
  const decided: Decided = Object.assign({}, ...sharing.map(decidedBy));
  const { officers, licence, equipment } = decided;
  return {
    schedule,
    officers: officers?.people.length ?? 0,
    ...(licence?.name !== undefined && { licence: licence.name }),
    reserved: equipment?.reserved ?? [],
    shortage: (equipment?.shortage ?? []).map(({ name, quantity }) => ({ name, quantity })),
    lack: lackingIn(decided),
  };
};

test('at any hour it is what the rules would give', () => {
  fc.assert(
    fc.property(someBusyDesk, fc.integer({ min: -8, max: 8 }), ({ cases, situation }, steps) => {
      const decided = decide(cases, situation, sharing);
      for (const subject of decided) {
        const { schedule } = subject.request.answers;
        if (schedule === undefined) continue;
        const hours = shifted(schedule, steps * 30);
        for (const near of [eventsNear(subject, decided, { schedule, situation }), []]) {
          const expected = byTheRules(hours, { subject, near, situation });
          const asking = askedBeside(near, { subject, situation });
          const now = lackingIn(subject.decided);

          expect(provisionAt(hours, asking)).toEqual(expected);
          expect(betterAt(hours, asking, now)).toEqual(
            compareLacking(expected.lack, now) < 0 ? expected : undefined,
          );
        }
      }
    }),
    { numRuns: runs(25, 2_000) },
  );
});

test('at any hour of its days nobody else is in its way', () => {
  fc.assert(
    fc.property(someBusyDesk, fc.integer({ min: -8, max: 8 }), ({ cases, situation }, steps) => {
      const decided = decide(cases, situation, sharing);
      const settled = decided.filter((each) => !isCalledOff(each));
      for (const subject of decided) {
        const { schedule } = subject.request.answers;
        if (schedule === undefined) continue;
        const hours = shifted(schedule, steps * 30);
        if (!areOnDaysOf(schedule, hours)) continue;
        const near = eventsNear(subject, decided, { schedule, situation });
        const others = settled.filter((each) => each !== subject);

        expect(provisionAt(hours, askedBeside(near, { subject, situation }))).toEqual(
          provisionAt(hours, askedBeside(others, { subject, situation })),
        );
      }
    }),
    { numRuns: runs(20, 2_000) },
  );
});

const areOnDaysOf = (schedule: Schedule, hours: Schedule): boolean =>
  hours.sessions.every(({ start, end }, at) =>
    [start, end].every((moment) =>
      schedule.sessions[at]?.start.toPlainDate().equals(moment.toPlainDate()),
    ),
  );
