/**
 * What an event would have if it began at another hour: asked of the rules that assign, with everybody else where they are.
 */
import type { Temporal } from 'temporal-polyfill';
import { isCalledOff } from '../cases/case-facts.ts';
import type { Schedule } from '../cases/request.ts';
import type {
  Case,
  Decided,
  HandMade,
  Lacking,
  OtherHours,
  Rule,
  Situation,
} from '../cases/situation.ts';
import { nearDays } from '../cases/time-axis.ts';
import { sessionWindows } from '../clock/window.ts';
import { dayMs } from '../sheet/time-units.ts';
import { allocateLicences } from './allocate-licences.ts';
import { assignOfficers } from './assign-officers.ts';
import { reserveEquipment } from './reserve-equipment.ts';

/** What rules have settled for it now. */
export const lackingIn = ({ officers, licence, equipment }: Decided): Lacking => ({
  lead: officers?.kind === 'unassigned',
  licence: licence?.kind === 'short',
  network: officers?.lacksNetwork ?? false,
  pieces: (equipment?.shortage ?? []).reduce((sum, { quantity }) => sum + quantity, 0),
});

/** Negative: `a` lacks less. Somebody to lead it counts before a licence, that before somebody for the network, he before things. */
export const compareLacking = (a: Lacking, b: Lacking): number =>
  Number(a.lead) - Number(b.lead) ||
  Number(a.licence) - Number(b.licence) ||
  Number(a.network) - Number(b.network) ||
  a.pieces - b.pieces;

/** Those who could be in its way on these days. */
export const eventsNear = (
  subject: Case,
  cases: readonly Case[],
  { sessions }: Pick<Schedule, 'sessions'>,
): readonly Case[] => {
  const from = Math.min(...sessions.map(({ start }) => start.epochMilliseconds)) - nearMs;
  const to = Math.max(...sessions.map(({ end }) => end.epochMilliseconds)) + nearMs;
  const isNear = (schedule: Schedule): boolean =>
    sessionWindows(schedule).some((session) => session.from < to && from < session.to);
  return cases.filter(
    (other) =>
      other.ticket !== subject.ticket &&
      !isCalledOff(other) &&
      other.request.answers.schedule !== undefined &&
      isNear(other.request.answers.schedule),
  );
};

const nearMs = nearDays * dayMs;

/** With what it has as if chosen by hand: nobody is moved for another event. The very same for all that ask. */
export const asSettled = (other: Case): Case => {
  const settled = settledBefore.get(other) ?? {
    ...other,
    handMade: { ...other.handMade, ...asChosen(other.decided) },
  };
  settledBefore.set(other, settled);
  return settled;
};

const settledBefore = new WeakMap<Case, Case>();

const asChosen = ({ officers, licence, equipment }: Decided): HandMade => ({
  // Whoever is provisional gives way to an event without a lead; people of the network lead none.
  officers: (officers?.people ?? [])
    .filter(({ provisional, role }) => !provisional || role === 'network')
    .map(({ name }) => name),
  licence: licence?.name ?? '',
  reserved: equipment?.reserved ?? [],
});

interface AskedElsewhere {
  readonly subject: Case;
  /** Others, each as `asSettled` gives it; none: what it would have were it alone. */
  readonly near: readonly Case[];
  readonly situation: Situation;
}

export const provisionAt = (schedule: Schedule, asking: AskedElsewhere): OtherHours => {
  const things = thingsAt(schedule, asking);
  return withPeople(things, schedule, asking);
};

/** The same where it would lack less than that. People are asked last, because they cost the most. */
export const betterAt = (
  schedule: Schedule,
  asking: AskedElsewhere,
  than: Lacking,
): OtherHours | undefined => {
  const things = thingsAt(schedule, asking);
  if (compareLacking({ ...lackingIn(things), lead: false }, than) >= 0) return undefined;
  const provision = withPeople(things, schedule, asking);
  return compareLacking(provision.lack, than) < 0 ? provision : undefined;
};

type Things = Pick<Decided, 'licence' | 'equipment'>;

const thingsAt = (schedule: Schedule, asking: AskedElsewhere): Things => ({
  ...decidedBy(reserveEquipment, schedule, asking),
  ...decidedBy(allocateLicences, schedule, asking),
});

const withPeople = (things: Things, schedule: Schedule, asking: AskedElsewhere): OtherHours => {
  const decided: Decided = { ...things, ...decidedBy(assignOfficers, schedule, asking) };
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

const decidedBy = (
  rule: Rule,
  schedule: Schedule,
  { subject, near, situation }: AskedElsewhere,
): Decided =>
  rule([movedTo(schedule, subject), ...near], situation).get(subject.ticket)?.decided ?? {};

const movedTo = (schedule: Schedule, subject: Case): Case => {
  const { request } = subject;
  return {
    ...subject,
    request: { ...request, answers: { ...request.answers, schedule } },
    previous: {},
  };
};

/** The same hours of every session so many minutes later; negative: earlier. */
export const shifted = (schedule: Schedule, minutes: number): Schedule => {
  const move = (at: Temporal.ZonedDateTime): Temporal.ZonedDateTime => at.add({ minutes });
  return {
    ...schedule,
    sessions: schedule.sessions.map(({ start, end }) => ({ start: move(start), end: move(end) })),
  };
};
