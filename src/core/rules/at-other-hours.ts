/**
 * What an event would have if it began at another hour: asked of the rules that assign, with everybody else where they are.
 */
import type { Temporal } from 'temporal-polyfill';
import { asSettled } from '../assignment/as-settled.ts';
import { type PeopleThere, peopleBeside } from '../assignment/people-beside.ts';
import { isCalledOff } from '../cases/case-facts.ts';
import type { Desk } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Schedule } from '../cases/request.ts';
import type {
  Case,
  EquipmentAllocation,
  Lacking,
  LicenceAllocation,
  OfficerAssignment,
  OtherHours,
  Situation,
} from '../cases/situation.ts';
import { reachMinutes } from '../cases/time-axis.ts';
import { midnight } from '../clock/days-apart.ts';
import { sessionWindows } from '../clock/window.ts';
import { zonedAt } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';
import { minuteMs } from '../sheet/time-units.ts';
import { licenceBeside } from './allocate-licences.ts';
import { equipmentBeside } from './reserve-equipment.ts';

/** What rules have settled for it now. */
export const lackingIn = ({
  officers,
  licence,
  equipment,
}: {
  readonly officers?: Pick<OfficerAssignment, 'kind' | 'lacksNetwork'> | undefined;
  readonly licence?: Pick<LicenceAllocation, 'kind'> | undefined;
  readonly equipment?: Pick<EquipmentAllocation, 'shortage'> | undefined;
}): Lacking => ({
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

/**
 * Those who could be in its way at some hour of these days, with the way there and back, and those with whose equipment
 * somebody is to leave or has left: until it is back others may have to do without.
 */
export const eventsNear = (
  subject: Case,
  cases: readonly Case[],
  {
    schedule: { sessions },
    situation: { desk },
  }: {
    readonly schedule: Pick<Schedule, 'sessions'>;
    readonly situation: Pick<Situation, 'desk'>;
  },
): readonly Case[] => {
  const reachMs = reachMinutes(desk.settings) * minuteMs;
  const from = Math.min(...sessions.map(({ start }) => midnight(start, 0))) - reachMs;
  const to = Math.max(...sessions.map(({ end }) => midnight(end, 1))) + reachMs;
  const isNear = (schedule: Schedule): boolean =>
    sessionWindows(schedule).some((session) => session.from < to && from < session.to);
  const away = handedOutFor(desk.handOuts);
  return cases.filter((other) => {
    const { schedule } = other.request.answers;
    return (
      other.ticket !== subject.ticket &&
      !isCalledOff(other) &&
      schedule !== undefined &&
      (isNear(schedule) || away.has(other.ticket))
    );
  });
};

const handedOutFor = onceFor(
  (handOuts: Desk['handOuts']): ReadonlySet<Ticket | undefined> =>
    new Set(handOuts.flatMap(({ ticket, back }) => (back.kind === 'returned' ? [] : [ticket]))),
);

/** Events with whose equipment somebody is to leave or has left. */
export const withThingsAway = (
  cases: readonly Case[],
  { desk: { handOuts } }: Pick<Situation, 'desk'>,
): readonly Case[] => {
  const away = handedOutFor(handOuts);
  return away.size === 0 ? [] : cases.filter(({ ticket }) => away.has(ticket));
};

/** An event, and what the others leave: found once, however many hours are asked about. */
export interface AskedElsewhere {
  readonly subject: Case;
  readonly people: ReturnType<typeof peopleBeside>;
  readonly licence: ReturnType<typeof licenceBeside>;
  readonly equipment: ReturnType<typeof equipmentBeside>;
}

/** @param near Those that could be in its way; none: what it would have were it alone. */
export const askedBeside = (
  near: readonly Case[],
  { subject, situation }: { readonly subject: Case; readonly situation: Situation },
): AskedElsewhere => {
  const others = near.map(asSettled);
  return {
    subject,
    people: peopleBeside(others, situation),
    licence: licenceBeside(others, situation),
    equipment: equipmentBeside(others, situation),
  };
};

export const provisionAt = (schedule: Schedule, asking: AskedElsewhere): OtherHours => {
  const moved = movedTo(schedule, asking.subject);
  return provisionOf(schedule, { ...thingsFor(moved, asking), officers: asking.people(moved) });
};

/** The same where it would lack less than that. */
export const betterAt = (
  schedule: Schedule,
  asking: AskedElsewhere,
  than: Lacking,
): OtherHours | undefined => {
  const moved = movedTo(schedule, asking.subject);
  const things = thingsFor(moved, asking);
  if (compareLacking(lackingIn(things), than) >= 0) return undefined;
  const provision = provisionOf(schedule, { ...things, officers: asking.people(moved) });
  return compareLacking(provision.lack, than) < 0 ? provision : undefined;
};

interface Things {
  readonly licence: ReturnType<AskedElsewhere['licence']>;
  readonly equipment: ReturnType<AskedElsewhere['equipment']>;
}

const thingsFor = (moved: Case, { licence, equipment }: AskedElsewhere): Things => ({
  licence: licence(moved),
  equipment: equipment(moved),
});

const provisionOf = (
  schedule: Schedule,
  { officers, licence, equipment }: Things & { readonly officers: PeopleThere },
): OtherHours => ({
  schedule,
  officers: officers.count,
  ...(licence.name !== undefined && { licence: licence.name }),
  reserved: equipment.reserved,
  shortage: equipment.shortage.map(({ name, quantity }) => ({ name, quantity })),
  lack: lackingIn({ officers, licence, equipment }),
});

/** Nothing of what stood in its row was for that time. */
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
  const move = (at: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
    zonedAt(at.epochMilliseconds + minutes * minuteMs, at.timeZoneId);
  return {
    ...schedule,
    sessions: schedule.sessions.map(({ start, end }) => ({ start: move(start), end: move(end) })),
  };
};
