/** Whether and since when a request stands confirmed to the requester, for the schedule it has now. */
import { Temporal } from 'temporal-polyfill';
import { isLateEntry, receivedAt } from '../cases/case-facts.ts';
import type { Moment, MomentKind } from '../cases/ledger-state.ts';
import type { Confirmation } from '../cases/request.ts';
import type { Case } from '../cases/situation.ts';
import { minuteMs } from '../sheet/time-units.ts';
import { earlier, isBefore } from './spans.ts';

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

/** Nobody knows when this moment was. */
export const isUndated = ({ detail }: Moment): boolean => detail?.startsWith(timeUnknown) ?? false;

type Timed = Extract<Confirmation, { readonly kind: 'hour' | 'day' }>;

/** The `detail` of a confirmation that tells an hour without a day that we know, or a day without an hour. */
export const undatedAs = (typed: Timed): string =>
  `${timeUnknown}, ${typed.kind === 'hour' ? typed.time : typed.day}`;

/** What was recorded for an hour or a day as it stands in the cell, since the cell was last empty. */
export const recordedFor = (typed: Timed, moments: readonly Moment[]): Moment | undefined => {
  const emptied = moments.findLastIndex(({ kind }) => kind === 'unconfirmed');
  return moments
    .slice(emptied + 1)
    .findLast(
      (moment) =>
        moment.kind === 'confirmed' &&
        (moment.detail === undatedAs(typed) ||
          (typed.kind === 'hour' &&
            !isUndated(moment) &&
            moment.at.toZonedDateTimeISO(typed.timeZone).toPlainTime().equals(typed.time))),
    );
};

/** Before the minute in which the request reached the office: nobody can have answered it yet. */
export const isBeforeReceipt = (
  at: Temporal.Instant,
  subject: Pick<Case, 'request' | 'moments'>,
): boolean => {
  const received = firstReceipt(subject);
  return received !== undefined && isBefore(at, received) && !isLateEntry(subject);
};

/** By the form or as recorded, whichever is earlier; to the minute, as people write. */
export const firstReceipt = (
  subject: Pick<Case, 'request' | 'moments'>,
): Temporal.Instant | undefined => {
  const recorded = receivedAt(subject);
  const { submittedAt } = subject.request.answers;
  const first = recorded && submittedAt ? earlier(recorded, submittedAt) : recorded;
  return (
    first &&
    Temporal.Instant.fromEpochMilliseconds(
      Math.floor(first.epochMilliseconds / minuteMs) * minuteMs,
    )
  );
};

/**
 * `outdated`: the day, hour or place changed after the confirmation, which must be given again.
 * `ahead`: the typed time is still to come, so that nothing can have been confirmed then.
 * `early`: the typed time lies before the request came in.
 * `day-unknown`, `hour-unknown`: the cell tells only the other of both.
 */
export type StandingConfirmation =
  | {
      readonly kind:
        | 'none'
        | 'ahead'
        | 'outdated'
        | 'early'
        | 'time-unknown'
        | 'day-unknown'
        | 'hour-unknown';
    }
  | { readonly kind: 'at'; readonly at: Temporal.Instant };

/** Told to the requester, though perhaps at a time that nobody knows. */
export const isConfirmed = ({ kind }: StandingConfirmation): boolean =>
  kind !== 'none' && kind !== 'ahead' && kind !== 'outdated';

/** The row tells whether it is confirmed; the moments tell since when a tick has stood. */
export const standingConfirmation = (
  subject: Pick<Case, 'request' | 'moments'>,
  now: Temporal.Instant,
): StandingConfirmation => {
  const { request, moments } = subject;
  const { confirmed } = request.staff;
  const schedule = latestMoment(moments, ['rescheduled']);
  switch (confirmed.kind) {
    case 'none':
      return { kind: 'none' };
    case 'day': {
      const start = confirmed.day.toZonedDateTime(confirmed.timeZone);
      if (isBefore(now, start.toInstant())) return { kind: 'ahead' };
      const end = start.add({ days: 1 }).toInstant();
      if (schedule !== undefined && !isBefore(schedule.at, end)) return { kind: 'outdated' };
      const received = firstReceipt(subject);
      const isEarly = received !== undefined && !isBefore(received, end) && !isLateEntry(subject);
      return { kind: isEarly ? 'early' : 'hour-unknown' };
    }
    case 'ticked':
    case 'hour':
    case 'at': {
      const recorded =
        confirmed.kind === 'hour'
          ? recordedFor(confirmed, moments)
          : latestMoment(moments, ['confirmed']);
      const unknown = confirmed.kind === 'hour' ? 'day-unknown' : 'time-unknown';
      const at = confirmed.kind === 'at' ? confirmed.at : recorded?.at;
      if (at === undefined) return { kind: unknown };
      if (isBefore(now, at)) return { kind: 'ahead' };
      if (confirmed.kind === 'at' && isBeforeReceipt(at, subject)) return { kind: 'early' };
      if (schedule !== undefined && isBefore(at, schedule.at)) return { kind: 'outdated' };
      const isUnknown = confirmed.kind !== 'at' && recorded !== undefined && isUndated(recorded);
      return isUnknown ? { kind: unknown } : { kind: 'at', at };
    }
    default:
      return confirmed satisfies never;
  }
};
