/** Whether and since when a request stands confirmed to the requester, for the schedule it has now. */
import type { Temporal } from 'temporal-polyfill';
import type { Moment, MomentKind } from './ledger-state.ts';
import type { Case } from './situation.ts';
import { isBefore } from './spans.ts';

/** The `detail` of a moment whose time nobody knows, because it already stood in the row at first sight. */
export const timeUnknown = 'waktu tidak diketahui';

/** Of these kinds the moment with the latest time; of equals the one recorded last. */
export const latestMoment = (
  moments: readonly Moment[],
  kinds: readonly MomentKind[],
): Moment | undefined => {
  let latest: Moment | undefined;
  for (const moment of moments) {
    if (!kinds.includes(moment.kind)) continue;
    if (latest === undefined || !isBefore(moment.at, latest.at)) latest = moment;
  }
  return latest;
};

/**
 * `outdated`: the day, hour or place changed after the confirmation, which must be given again.
 * `ahead`: the typed time is still to come, so that nothing can have been confirmed then.
 */
export type StandingConfirmation =
  | { readonly kind: 'none' | 'ahead' | 'outdated' | 'time-unknown' }
  | { readonly kind: 'at'; readonly at: Temporal.Instant };

/** The row tells whether it is confirmed; the moments tell since when a tick has stood. */
export const standingConfirmation = (
  { request, moments }: Pick<Case, 'request' | 'moments'>,
  now: Temporal.Instant,
): StandingConfirmation => {
  const { confirmed } = request.staff;
  if (confirmed.kind === 'none') return { kind: 'none' };
  const recorded = latestMoment(moments, ['confirmed']);
  const at = confirmed.kind === 'at' ? confirmed.at : recorded?.at;
  if (at === undefined) return { kind: 'time-unknown' };
  if (isBefore(now, at)) return { kind: 'ahead' };
  const schedule = latestMoment(moments, ['rescheduled']);
  if (schedule !== undefined && isBefore(at, schedule.at)) return { kind: 'outdated' };
  if (confirmed.kind === 'ticked' && recorded?.detail === timeUnknown) {
    return { kind: 'time-unknown' };
  }
  return { kind: 'at', at };
};
