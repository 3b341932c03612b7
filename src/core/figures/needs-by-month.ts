/**
 * What the events of one month wanted and held, so that of a year only the month is gone through again in which something
 * changed. Who wanted it at the same moment is asked over all months, for an event may reach into the next.
 */
import type { Temporal } from 'temporal-polyfill';
import { equipmentKinds } from '../assignment/equipment-kinds.ts';
import { wantsLicence } from '../assignment/wants-licence.ts';
import { isArchived, isCalledOff, isLateEntry } from '../cases/case-facts.ts';
import type { Desk } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { remembering } from '../cases/remembered.ts';
import type { Case } from '../cases/situation.ts';
import type { State } from '../cases/state.ts';
import { blocksOf, occupancyOf, sessionWindows } from '../clock/window.ts';
import { headerOf } from '../columns/request-tab.ts';
import { mayBeShort } from './called-off-short.ts';
import { isDated } from './case-figures.ts';
import { institutionCounted, tookPlace } from './figures.ts';
import { type WantedBy, type WantedWithin, wantedOnce, wantedWithin } from './wanted-at.ts';

/** One event that went without. */
export interface Shortfall {
  readonly ticket: Ticket;
  readonly day: Temporal.PlainDate;
  readonly institution: string;
  readonly quantity: number;
  /** The requester brought it. */
  readonly isMet: boolean;
  /** What became of the event over it; absent where it went ahead. */
  readonly calledOff?: State;
}

export const lackOf = (subject: Case, quantity: number, isMet = false): Shortfall => ({
  ticket: subject.ticket,
  day: dayOf(subject),
  institution: institutionCounted(subject),
  quantity,
  isMet,
  ...(isCalledOff(subject) && { calledOff: subject.handMade.state }),
});

/** Events by their day, then by their ticket. */
export interface MonthOfNeeds {
  readonly live: readonly Case[];
  /** Those that may have been called off for want of something. */
  readonly calledOff: readonly Case[];
  /** Equipment that is short by what stands in the rows. */
  readonly short: readonly { readonly name: string; readonly lack: Shortfall }[];
  /** Equipment under its key: what was asked for, and what is set aside. */
  readonly wished: ByKey;
  readonly held: ByKey;
  /** Meetings on a licence of the office; those that have one, and those that were held without. */
  readonly hosted: WantedWithin;
  readonly licensed: WantedWithin;
  readonly unlicensed: readonly Case[];
  /** Events at which somebody leads; those that were held and name nobody. */
  readonly onSite: WantedWithin;
  readonly unstaffed: readonly Case[];
}

type ByKey = ReadonlyMap<string, WantedWithin>;

/** Of an old ledger nobody knows what was lacking. */
export const needsOfMonth = remembering((month: readonly Case[], { desk }): MonthOfNeeds => {
  const dated = month
    .filter((subject) => isDated(subject) && !isArchived(subject))
    .map((subject) => ({ subject, at: `${dayOf(subject)}${subject.ticket}` }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ subject }) => subject);
  const live = dated.filter((subject) => !isCalledOff(subject));
  const hosted = live.filter(wantsLicence);
  const wanted = hosted.flatMap((subject) => wantedOnce(subject, sessionWindows));
  const onSite = live.filter(isOnSite);
  return {
    live,
    calledOff: dated.filter(mayBeShort),
    short: live.flatMap(shortByRow),
    wished: byKey(live, (subject) => wishesOf(subject, desk)),
    held: byKey(live, (subject) => heldBy(subject, desk)),
    hosted: wantedWithin(wanted),
    licensed: wantedWithin(wanted.filter(({ subject }) => isLicensed(subject))),
    unlicensed: hosted.filter((subject) => wentWithout(subject, isLicensed)),
    onSite: wantedWithin(onSite.flatMap((subject) => leaderWanted(subject, desk))),
    unstaffed: onSite.filter((subject) => wentWithout(subject, isStaffed)),
  };
});

const dayOf = ({ request }: Case): Temporal.PlainDate => {
  const { schedule } = request.answers;
  if (schedule === undefined) throw new Error('asked of dated cases only');
  return schedule.startDay;
};

/** What was keyed in afterwards lacked nothing that anybody could have given. */
const shortByRow = (subject: Case): MonthOfNeeds['short'] =>
  isLateEntry(subject)
    ? []
    : (subject.decided.equipment?.shortage ?? []).map(({ name, quantity }) => ({
        name,
        lack: lackOf(subject, quantity, subject.request.staff.shortageMet),
      }));

const byKey = (
  live: readonly Case[],
  wantedBy: (subject: Case) => ReadonlyMap<string, WantedBy>,
): ByKey => {
  const found = new Map<string, WantedBy[]>();
  for (const subject of live)
    for (const [key, wanted] of wantedBy(subject)) {
      const others = found.get(key);
      if (others) others.push(wanted);
      else found.set(key, [wanted]);
    }
  return new Map([...found].map(([key, wanted]) => [key, wantedWithin(wanted)]));
};

/** What was asked for, with the time for the way and for setting up, as it is set aside. */
export const wishesOf = (subject: Case, desk: Desk): ReadonlyMap<string, WantedBy> =>
  isDoubtful(subject) ? new Map() : blocking(subject, subject.request.answers.equipment, desk);

/** What is set aside, for the same time. */
const heldBy = (subject: Case, desk: Desk): ReadonlyMap<string, WantedBy> =>
  blocking(subject, subject.decided.equipment?.reserved ?? [], desk);

const blocking = (
  subject: Case,
  things: readonly { readonly name: string; readonly quantity: number }[],
  { equipment, settings }: Desk,
): ReadonlyMap<string, WantedBy> => {
  const { schedule, place } = subject.request.answers;
  if (schedule === undefined || things.length === 0) return new Map();
  const { keyFor } = equipmentKinds(equipment);
  const quantities = new Map<string, number>();
  for (const { name, quantity } of things)
    quantities.set(keyFor(name), (quantities.get(keyFor(name)) ?? 0) + quantity);
  const windows = blocksOf(occupancyOf(schedule, { place, allowances: settings }));
  return new Map(
    [...quantities]
      .filter(([, quantity]) => quantity !== 0)
      .map(([key, quantity]) => [key, { subject, ticket: subject.ticket, windows, quantity }]),
  );
};

/** "Speaker banyak" is read as one, with a question. */
export const isDoubtful = ({ request: { findings } }: Case): boolean =>
  findings.some(({ field }) => field === headerOf('equipment'));

export const isOnSite = ({ request }: Case): boolean => request.answers.serviceKind !== 'link';

/** Each event on site wants one who leads. */
export const leaderWanted = (subject: Case, { settings }: Desk): readonly WantedBy[] =>
  wantedOnce(
    subject,
    (schedule) =>
      occupancyOf(schedule, { place: subject.request.answers.place, allowances: settings }).windows,
  );

const isLicensed = ({ decided }: Case): boolean => (decided.licence?.name ?? '') !== '';

const isStaffed = ({ decided }: Case): boolean => decided.officers?.kind !== 'unassigned';

/** It was held, and nothing of the kind is on record; of what was keyed in afterwards nobody knows. */
const wentWithout = (subject: Case, has: (subject: Case) => boolean): boolean =>
  tookPlace(subject) && !isLateEntry(subject) && !has(subject);
