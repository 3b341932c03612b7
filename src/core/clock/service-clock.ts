/**
 * The arithmetic of the service clock: when it is due and what it has counted, by the wall and by office hours.
 *
 * Nothing here knows about states or wording; `rules/keep-service-clock.ts` decides from when to when it runs,
 * `rules/word-service-clock.ts` puts it into words.
 */

import type { Temporal } from 'temporal-polyfill';
import { hourMs, minuteMs } from '../sheet/time-units.ts';
import { afterWorkingMs, type OfficeCalendar, workingMs } from './office-time.ts';
import { earlier, isBefore, lengthMs, merged, type Span, without } from './spans.ts';

export interface ServicePromise {
  /** Which hours are promised. */
  readonly clock: 'wall' | 'working-hours';
  readonly serviceHours: number;
  readonly calendar: OfficeCalendar;
  /** An event that comes sooner than the promised hours: by this moment, were there no pauses. */
  readonly cap?: Temporal.Instant;
}

/** What a stretch has cost, whole minutes, pauses left out. */
export const countMinutes = (
  span: Span,
  pauses: readonly Span[],
  calendar: OfficeCalendar,
): { readonly wall: number; readonly working: number; readonly paused: number } => {
  const counted = without(span, pauses);
  const wall = counted.reduce((sum, part) => sum + lengthMs(part), 0);
  const working = counted.reduce((sum, part) => sum + workingMs(part, calendar), 0);
  const whole = (ms: number) => Math.floor(ms / minuteMs);
  return { wall: whole(wall), working: whole(working), paused: whole(lengthMs(span) - wall) };
};

/** When and how long the clock stands still: finished pauses, and since when one lasts. */
export interface Pauses {
  readonly closed: readonly Span[];
  readonly openSince: Temporal.Instant | undefined;
}

/** When the service is due; undefined while a pause lasts that began before. */
export const dueAt = (
  start: Temporal.Instant,
  pauses: Pauses,
  { clock, serviceHours, calendar, cap }: ServicePromise,
): Temporal.Instant | undefined => {
  const measure = clock === 'wall' ? wallTime : officeTime(calendar);
  const full = reach({ start, length: serviceHours * hourMs, pauses, measure });
  if (cap === undefined) return full;
  const length = lengthMs({ start, end: cap });
  const capped = reach({ start, length, pauses, measure: wallTime });
  return full === undefined || capped === undefined ? (full ?? capped) : earlier(full, capped);
};

interface Measure {
  readonly count: (span: Span) => number;
  readonly after: (from: Temporal.Instant, ms: number) => Temporal.Instant | undefined;
}

const wallTime: Measure = {
  count: lengthMs,
  after: (from, ms) => from.add({ milliseconds: ms }),
};

const officeTime = (calendar: OfficeCalendar): Measure => ({
  count: (span) => workingMs(span, calendar),
  after: (from, ms) => afterWorkingMs(from, ms, calendar),
});

/** The moment at which `length` has been counted since `start`, pauses left out. */
const reach = ({
  start,
  length,
  pauses: { closed, openSince },
  measure,
}: {
  readonly start: Temporal.Instant;
  readonly length: number;
  readonly pauses: Pauses;
  readonly measure: Measure;
}): Temporal.Instant | undefined => {
  let remaining = length;
  let from = start;
  for (const pause of merged(closed)) {
    const counted = measure.count({ start: from, end: pause.start });
    if (remaining <= counted) return measure.after(from, remaining);
    remaining -= counted;
    from = isBefore(from, pause.end) ? pause.end : from;
  }
  if (openSince !== undefined && measure.count({ start: from, end: openSince }) < remaining) {
    return undefined;
  }
  return measure.after(from, remaining);
};
