/**
 * Answers that were overdue before the schedule changed. A new day gives a new clock, and takes nothing back: what
 * ran out under an earlier schedule stays on record, read anew from the moments of that time.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Moment } from '../cases/ledger-state.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { pausesWithin } from '../clock/clock-pauses.ts';
import { clockStart } from '../clock/clock-start.ts';
import { isUndated, latestMoment } from '../clock/confirmation.ts';
import { recordedStart } from '../clock/schedule-mark.ts';
import { dueAt, type ServicePromise } from '../clock/service-clock.ts';
import { isBefore } from '../clock/spans.ts';

/** What was promised for an event that begins then, by a clock that starts then. */
export type PromiseFor = (
  startedAt: Temporal.Instant,
  event: { readonly begin: Temporal.Instant | undefined },
) => ServicePromise;

/** When the answers to earlier schedules were due that were not given in time, oldest first. */
export const lapsedPromises = (
  moments: readonly Moment[],
  { promiseFor, timeZone }: { readonly promiseFor: PromiseFor; readonly timeZone: string },
): readonly Temporal.Instant[] =>
  moments
    .filter(({ kind }) => kind === 'rescheduled')
    .flatMap(({ at: changedAt }) => {
      const before = moments.filter(({ at }) => isBefore(at, changedAt));
      const start = clockStart(before);
      const stop = answeredAt(before) ?? changedAt;
      if (start === undefined || stop === 'unknown') return [];
      const begin = recordedStart(before, timeZone);
      const due = dueAt(start, pausesWithin(before, start, stop), promiseFor(start, { begin }));
      return due !== undefined && isBefore(due, stop) ? [due] : [];
    });

/** When the requester was answered for the schedule that held then, or the event was called off. */
const answeredAt = (moments: readonly Moment[]): Temporal.Instant | 'unknown' | undefined => {
  const schedule = latestMoment(moments, ['rescheduled']);
  const since = moments.filter(({ at }) => schedule === undefined || !isBefore(at, schedule.at));
  const confirmed = latestMoment(since, ['confirmed', 'unconfirmed']);
  const calledOff = latestMoment(since, ['refused', 'cancelled', 'resumed']);
  const stops = [
    ...(confirmed?.kind === 'confirmed' ? [confirmed] : []),
    ...(calledOff !== undefined && calledOff.kind !== 'resumed' ? [calledOff] : []),
  ];
  if (stops.some(isUndated)) return 'unknown';
  return stops.map(({ at }) => at).sort(compareInstants)[0];
};
