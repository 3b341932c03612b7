import { Temporal } from 'temporal-polyfill';
import type { FleetSettings } from './fleet-settings.ts';

/** @param now Milliseconds since 1970. */
export const isQuietAt = (
  hours: FleetSettings['quietHours'],
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): boolean => {
  if (hours === undefined) return false;
  const time = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  const { from, until } = hours;
  // Most nights go over midnight.
  return from <= until ? from <= time && time < until : time >= from || time < until;
};
