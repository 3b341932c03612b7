/**
 * How well people are shared out: the public instances with as few workers as the best known solutions use, and
 * invented months against naming first come, first served.
 */
import { Temporal } from 'temporal-polyfill';
import { place } from '../../src/core/assignment/place.ts';
import { loadOf } from '../../src/core/assignment/workload.ts';
import type { Case, Situation } from '../../src/core/cases/situation.ts';
import { collide, occupancyOf } from '../../src/core/clock/window.ts';
import { assignOfficers } from '../../src/core/rules/assign-officers.ts';
import {
  aCase,
  aDesk,
  anOfficer,
  aSchedule,
  aSituation,
  timeZone,
} from '../../test/support/builders.ts';
import { publicInstances, publicInstancesMissing } from '../../test/support/public-instances.ts';

export const run = (): void => {
  if (publicInstancesMissing) say(publicInstancesMissing);
  else comparePublicInstances();
  compareMonths();
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const comparePublicInstances = (): void => {
  say('instance               tasks  workers  unassigned     ms');
  for (const { name, tasks, workers, problem } of publicInstances()) {
    const { ms, made } = timed(() => place(problem, { poolRounds: 20_000 }));
    const open = made.filter((owner) => owner === undefined).length;
    say(
      `${name.padEnd(22)} ${cell(tasks, 5)} ${cell(workers, 8)} ${cell(open, 11)} ${cell(ms, 6)}`,
    );
  }
};

const compareMonths = (): void => {
  say('\n12 officers, 300 events in a month');
  say('month  without lead: first come  ours  ratio   hours apart: first come   ours     ms');
  for (const month of [1, 2, 3, 4, 5]) {
    const { cases, situation } = inventedMonth(month);
    const { ms, made } = timed(() => assignOfficers(cases, situation));
    const ours = cases.map(({ ticket }) =>
      (made.get(ticket)?.decided?.officers?.people ?? []).map(({ name }) => name),
    );
    const theirs = firstComeFirstServed(cases, situation);
    const [left, leftByThem] = [ours, theirs].map(
      (teams) => teams.filter((team) => team.length === 0).length,
    );
    const [apart, apartForThem] = [ours, theirs].map((teams) =>
      hoursApart(cases, teams, situation),
    );
    say(
      `${cell(month, 5)} ${cell(leftByThem ?? 0, 25)} ${cell(left ?? 0, 5)} ${((left ?? 0) / Math.max(1, leftByThem ?? 0)).toFixed(2).padStart(6)} ${cell(apartForThem ?? 0, 26)} ${cell(apart ?? 0, 6)} ${cell(ms, 6)}`,
    );
  }
};

const timed = <T>(make: () => T): { readonly ms: number; readonly made: T } => {
  const start = performance.now();
  const made = make();
  return { made, ms: performance.now() - start };
};

const cell = (value: number, width: number): string =>
  (Number.isInteger(value) ? String(value) : value.toFixed(1)).padStart(width);

const letters = 'ABCDEFGHIJKL';

/** The same month for the same number: most events in the morning, some long, few in the evening. */
const inventedMonth = (
  seed: number,
): { readonly cases: readonly Case[]; readonly situation: Situation } => {
  let state = seed;
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  const officers = [...letters].map((letter, at) =>
    anOfficer({
      name: `Petugas ${letter}`,
      competences:
        at % 3 === 0 ? ['video-conference', 'information-security'] : ['video-conference'],
    }),
  );
  const cases = Array.from({ length: 300 }, (_, at) => {
    const from = [8, 9, 9, 10, 13, 14, 19][roll(7)] ?? 9;
    const day = Temporal.PlainDate.from('2026-11-02').add({ days: roll(26) });
    return aCase({
      ticket: `VC-2026-${String(at + 1).padStart(4, '0')}`,
      answers: {
        schedule: aSchedule({
          day: day.toString(),
          from: `${String(from).padStart(2, '0')}:00`,
          to: `${String(from + 1 + roll(4)).padStart(2, '0')}:00`,
        }),
        place: `Kantor ${roll(30)}`,
        submittedAt: Temporal.PlainDateTime.from('2026-10-20T08:00')
          .add({ minutes: at * 20 })
          .toZonedDateTime(timeZone)
          .toInstant(),
        sensitivity: roll(10) === 0 ? 'rahasia' : 'biasa',
        serviceKind: roll(4) === 0 ? 'link-and-operator' : 'operator',
      },
    });
  });
  return { cases, situation: aSituation({ now: '2026-10-31T09:00', desk: aDesk({ officers }) }) };
};

/** A whole team at once for each event as it comes in: whoever is free and has had the fewest hours so far. */
const firstComeFirstServed = (
  cases: readonly Case[],
  { desk }: Situation,
): readonly (readonly string[])[] => {
  const minutes = new Map<string, number>();
  const taken: { readonly name: string; readonly occupancy: ReturnType<typeof occupancyOf> }[] = [];
  return cases.map(({ request: { answers } }) => {
    if (answers.schedule === undefined) return [];
    const occupancy = occupancyOf(answers.schedule, {
      place: answers.place,
      allowances: desk.settings,
    });
    const free = desk.officers
      .filter(
        ({ name, competences }) =>
          (answers.sensitivity !== 'rahasia' || competences.includes('information-security')) &&
          !taken.some((other) => other.name === name && collide(other.occupancy, occupancy)),
      )
      .sort((a, b) => (minutes.get(a.name) ?? 0) - (minutes.get(b.name) ?? 0));
    const team = free
      .slice(0, answers.serviceKind === 'link-and-operator' ? 2 : 1)
      .map(({ name }) => name);
    const load = loadOf(occupancy, { desk, timeZone });
    for (const name of team) minutes.set(name, (minutes.get(name) ?? 0) + load);
    taken.push(...team.map((name) => ({ name, occupancy })));
    return team;
  });
};

/** Weighted hours between the officer with most and the one with least. */
const hoursApart = (
  cases: readonly Case[],
  teams: readonly (readonly string[])[],
  { desk }: Situation,
): number => {
  const hours = desk.officers.map(({ name }) =>
    cases.reduce((sum, { request: { answers } }, at) => {
      if (!teams[at]?.includes(name) || answers.schedule === undefined) return sum;
      const occupancy = occupancyOf(answers.schedule, {
        place: answers.place,
        allowances: desk.settings,
      });
      return sum + loadOf(occupancy, { desk, timeZone }) / 60;
    }, 0),
  );
  return Math.max(...hours) - Math.min(...hours);
};
