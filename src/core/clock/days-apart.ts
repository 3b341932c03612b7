/**
 * Cases by days that have nothing to do with each other: across the night between two of them nobody and nothing is held or
 * on the way, nor would be if an event were moved to another hour of its day. A rule that looks at what could be in an
 * event's way answers for such days as for all, so that a change is judged beside the events of its own days.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Request } from '../cases/request.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { reachMinutes } from '../cases/time-axis.ts';
import { daysAfter } from '../sheet/calendar-days.ts';
import { dayOfZoned, instantAt } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';
import { minuteMs } from '../sheet/time-units.ts';
import { heldWindows } from './held-windows.ts';
import { sessionWindows, type Window } from './window.ts';

/** In the order of the list; those without a time stand together. */
export const daysApart = <Subject extends Pick<Case, 'request'>>(
  cases: readonly Subject[],
  situation: Pick<Situation, 'desk'>,
): readonly (readonly Subject[])[] =>
  placesApart(cases, situation).map((places) => places.flatMap((place) => cases[place] ?? []));

/** Of each case its place in the list. */
export const placesApart = (
  cases: readonly Pick<Case, 'request'>[],
  { desk }: Pick<Situation, 'desk'>,
): readonly (readonly number[])[] => {
  const reachMs = reachMinutes(desk.settings) * minuteMs;
  const spans = cases.map(({ request }) => spansOf(request));
  const timed = spans
    .flatMap((each, place) => (each === undefined ? [] : [{ place, ...each }]))
    .sort((a, b) => a.hours.from - b.hours.from);
  const firstDays = earliestFromEach(timed.map(({ days }) => days.from));
  const groups: number[][] = [];
  let [heldUntil, askedUntil] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [at, { place, hours, days }] of timed.entries()) {
    const isApart = askedUntil <= hours.from && heldUntil <= (firstDays[at] ?? 0) - reachMs;
    if (isApart) groups.push([]);
    groups.at(-1)?.push(place);
    heldUntil = Math.max(heldUntil, hours.to);
    askedUntil = Math.max(askedUntil, days.to + reachMs);
  }
  const timeless = spans.flatMap((each, place) => (each === undefined ? [place] : []));
  return [...groups.map((group) => group.sort((a, b) => a - b)), timeless].filter(
    (group) => group.length > 0,
  );
};

/** The least of each number and those behind it: of another zone, a later event may have begun its day before. */
const earliestFromEach = (moments: readonly number[]): readonly number[] => {
  const earliest = [...moments];
  for (let at = earliest.length - 2; at >= 0; at -= 1)
    earliest[at] = Math.min(earliest[at] ?? 0, earliest[at + 1] ?? 0);
  return earliest;
};

interface EventSpans {
  /** As asked for and as staff noted it, from its beginning to its end. */
  readonly hours: Window;
  /** Its days, from midnight to midnight. */
  readonly days: Window;
}

const spansOf = onceFor((request: Request): EventSpans | undefined => {
  const { schedule } = request.answers;
  if (schedule === undefined || schedule.sessions.length === 0) return undefined;
  return {
    hours: hullOf([...sessionWindows(schedule), ...heldWindows(request)]),
    days: hullOf(
      schedule.sessions.map(({ start, end }) => ({
        from: midnight(start, 0),
        to: midnight(end, 1),
      })),
    ),
  };
});

const hullOf = (windows: readonly Window[]): Window => ({
  from: Math.min(...windows.map(({ from }) => from)),
  to: Math.max(...windows.map(({ to }) => to)),
});

/** With which the day begins, or so many days later. */
export const midnight = (at: Temporal.ZonedDateTime, days: number): number =>
  instantAt(daysAfter(dayOfZoned(at), days), 0, at.timeZoneId).epochMilliseconds;
