/**
 * The cases of a desk in parts of which none has anything to do with another in time: what was over long ago in months or
 * so, and the rest. A rule that looks at a case and what is beside it in time answers for each part as for the whole, so
 * that a part in which nothing changed need not be asked again, and years of closed requests are nobody's neighbours.
 */
import { daysAfter, numberOfDay } from '../sheet/calendar-days.ts';
import { dayOfZoned } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';
import { dayMs, minuteMs } from '../sheet/time-units.ts';
import { placesByTicket } from './by-ticket.ts';
import { ticketOf } from './case-facts.ts';
import type { OfficeSettings } from './desk.ts';
import { partsOf } from './in-parts.ts';
import type { Ticket } from './ledger-state.ts';
import { keptTogether, recalled } from './remembered.ts';
import type { Schedule, Session } from './request.ts';
import type { Case, Situation } from './situation.ts';

export interface TimeAxis {
  /** What is over, oldest first; then what may still matter to what is to come, and what has no time. */
  readonly parts: AxisParts;
  /** Of each case in each part: its place among all. */
  readonly places: readonly (readonly number[])[];
  /** The cases of all parts, however these were judged meanwhile, in the order in which they came; the very list where none was. */
  together(parts: AxisParts): readonly Case[];
  /** Such cases in their parts again. */
  apart(cases: readonly Case[]): AxisParts;
  /** In which part the case with that ticket is, and at which place in it. */
  spotOf(ticket: Ticket): AxisSpot | undefined;
}

export type AxisParts = readonly (readonly Case[])[];

interface AxisSpot {
  readonly part: number;
  readonly index: number;
}

/** @param by Stands for the list: of two lists at one time each has its own days. */
export const timeAxis = (cases: readonly Case[], situation: Situation, by: object): TimeAxis => {
  const places = placesOf(cases, situation, by);
  const apart = (of: readonly Case[]): AxisParts => places.map((part) => thoseAt(part, of));
  const parts = apart(cases).map((part) => keptTogether(part, situation, timeAxis));
  /** Rules ask in turn, and most leave most parts as the one before left them. */
  let last: { readonly parts: AxisParts; readonly cases: readonly Case[] } = { parts, cases };
  return {
    parts,
    places,
    together: (judged) => {
      const changed = [...judged.keys()].filter((at) => judged[at] !== last.parts[at]);
      if (changed.length === 0) return last.cases;
      const together = [...last.cases];
      for (const at of changed)
        places[at]?.forEach((place, index) => {
          const subject = judged[at]?.[index];
          if (subject !== undefined) together[place] = subject;
        });
      last = { parts: judged, cases: together };
      return together;
    },
    apart,
    spotOf: (ticket) => spotsIn(places)[placesByTicket(cases)(ticket) ?? -1],
  };
};

/** By the place among all. */
const spotsIn = onceFor((places: TimeAxis['places']): readonly AxisSpot[] => {
  const spots: AxisSpot[] = [];
  for (const [part, those] of places.entries())
    for (const [index, place] of those.entries()) spots[place] = { part, index };
  return spots;
});

const thoseAt = (places: readonly number[], of: readonly Case[]): readonly Case[] => {
  const those: Case[] = [];
  for (const place of places) {
    const subject = of[place];
    if (subject !== undefined) those.push(subject);
  }
  return those;
};

/** Where each stands rests on the days of all, and on nothing else of them: mostly they are those of the pass before. */
const placesOf = (
  cases: readonly Case[],
  situation: Situation,
  by: object,
): readonly (readonly number[])[] => {
  const days = partsOf(cases, ticketOf).map(daysIn);
  return recalled({ by: placesOf, of: 'places', within: by, from: days }, situation, () =>
    placesInParts(
      days.flat().map((each, place) => ({ place, days: each })),
      situation,
    ),
  );
};

const daysIn = onceFor((part: readonly Case[]): readonly (EventDays | undefined)[] =>
  part.map(({ request }) => {
    const { schedule } = request.answers;
    return schedule && daysOf(schedule);
  }),
);

/** Where a case stands in the list, and on which days its event is. */
interface PlacedCase {
  readonly place: number;
  readonly days: EventDays | undefined;
}

/** By number, in the office's time; `month` is where it is grouped. */
interface EventDays {
  readonly first: number;
  readonly last: number;
  readonly month: number;
}

const placesInParts = (
  placed: readonly PlacedCase[],
  situation: Situation,
): readonly (readonly number[])[] => {
  const timed = placed
    .flatMap(({ place, days }) => (days === undefined ? [] : [{ place, ...days }]))
    .sort((a, b) => a.first - b.first || a.place - b.place);
  const horizon = horizonOf(timed, situation);
  const past: (readonly number[])[] = [];
  /** Since the last cut. */
  let rest: number[] = [];
  /** So many of the rest are over, and nothing is held across the night that follows them. */
  let over = 0;
  let [lastDay, month] = [Number.NEGATIVE_INFINITY, Number.NaN];
  for (const { place, first, last, ...days } of timed) {
    if (first > lastDay && lastDay < horizon) {
      over = rest.length;
      if (days.month !== month && over > 0) {
        past.push(rest);
        [rest, over] = [[], 0];
      }
    }
    if (rest.length === 0) month = days.month;
    rest.push(place);
    lastDay = Math.max(lastDay, last);
  }
  if (lastDay < horizon) over = rest.length;
  const timeless = placed.flatMap(({ place, days }) => (days === undefined ? [place] : []));
  const live = [...rest.slice(over), ...timeless];
  // In the order in which they came: of two that are equal in all else, rules name the one with the lower number first.
  return [...past, rest.slice(0, over), live]
    .filter((part) => part.length > 0)
    .map((part) => part.toSorted((a, b) => a - b));
};

/**
 * What was over before this day matters to nothing that is not over today: it holds nobody up for it, with the way there and
 * back, is not among those that are looked at beside another hour or day (`eventsNear`), and is of a month in which nobody's
 * hours are compared any more (`periodOf`).
 */
const horizonOf = (
  timed: readonly Pick<EventDays, 'first' | 'last'>[],
  { today, desk: { settings } }: Situation,
): number => {
  const now = numberOfDay(today);
  const earliest = timed.reduce(
    (first, days) => (days.last >= now ? Math.min(first, days.first) : first),
    now,
  );
  const from = daysAfter(today, earliest - now - reachDays(settings));
  return numberOfDay(from) - from.day + 1;
};

/** An event is asked about at any hour of its day. */
const reachDays = (settings: OfficeSettings): number =>
  2 + Math.ceil((reachMinutes(settings) * minuteMs) / dayMs);

/** Farther apart than this, two events keep nobody from each other. */
export const reachMinutes = ({
  preparationMinutes,
  travelMinutes,
  clearingMinutes,
}: OfficeSettings): number => preparationMinutes + clearingMinutes + 2 * travelMinutes;

const daysOf = onceFor(({ startDay, sessions }: Schedule): EventDays | undefined => {
  const days = sessions.flatMap(({ start, end }) => [dayIn(start), dayIn(end)]);
  if (days.length === 0) return undefined;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  return { first, last, month: startDay.year * 12 + startDay.month };
});

const dayIn = (at: Session['start']): number => numberOfDay(dayOfZoned(at));
