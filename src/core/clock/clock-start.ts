import type { Temporal } from 'temporal-polyfill';
import type { Moment } from '../cases/ledger-state.ts';
import { latestMoment } from './confirmation.ts';
import { isBefore } from './spans.ts';

/** From when the service clock runs: the first completeness, or for a new schedule the first since then. */
export const clockStart = (moments: readonly Moment[]): Temporal.Instant | undefined => {
  const schedule = latestMoment(moments, ['rescheduled']);
  if (schedule === undefined) return moments.find(({ kind }) => kind === 'completed')?.at;
  const before = moments.filter(({ at }) => !isBefore(schedule.at, at));
  if (latestMoment(before, ['completed', 'incomplete'])?.kind === 'completed') return schedule.at;
  return moments.find(({ kind, at }) => kind === 'completed' && isBefore(schedule.at, at))?.at;
};
