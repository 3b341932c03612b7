/**
 * *Dijadwalkan Ulang* set by hand is an order: once a new day, hour or place stands in the row it has been carried
 * out, and the state follows the facts again.
 */
import type { Moment } from '../cases/ledger-state.ts';
import { isSameDay } from '../sheet/calendar-days.ts';
import { localDay } from '../sheet/local-time.ts';
import { isBefore } from './spans.ts';

/** The `detail` of the moment at which *Dijadwalkan Ulang* was seen, beside other ways to call off. */
export const rescheduleDetail = 'dijadwalkan ulang';

/** `moved-before`: the new schedule stood there already when the state was set on the same day; that is said. */
export type RescheduleOrder = 'waiting' | 'moved' | 'moved-before';

/** What became of the latest order, by the moments recorded in order. */
export const rescheduleOrder = (moments: readonly Moment[], timeZone: string): RescheduleOrder => {
  const order = moments.findLast(({ kind }) => kind === 'cancelled');
  const changes = moments.filter(({ kind }) => kind === 'rescheduled');
  const change = changes.at(-1);
  if (order === undefined || change === undefined) return 'waiting';
  if (!isBefore(change.at, order.at)) return 'moved';
  const since = changes.at(-2)?.at;
  const isAnswer = moments.some(
    ({ kind, at }) =>
      kind === 'cancelled' &&
      !isBefore(change.at, at) &&
      (since === undefined || isBefore(since, at)),
  );
  const isConfirmed = moments.some(
    ({ kind, at }) => kind === 'confirmed' && !isBefore(at, change.at) && !isBefore(order.at, at),
  );
  const onOneDay = isSameDay(localDay(change.at, timeZone), localDay(order.at, timeZone));
  return onOneDay && !isAnswer && !isConfirmed ? 'moved-before' : 'waiting';
};

/** The order found its new schedule standing there already, and nobody has confirmed that one yet. */
export const wasMovedBefore = (moments: readonly Moment[], timeZone: string): boolean => {
  const order = moments.findLast(({ kind }) => kind === 'cancelled');
  return (
    order?.detail === rescheduleDetail &&
    rescheduleOrder(moments, timeZone) === 'moved-before' &&
    !moments.some(({ kind, at }) => kind === 'confirmed' && !isBefore(at, order.at))
  );
};
