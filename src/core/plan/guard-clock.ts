/** Refuses a pass by a clock that cannot be right, such as that of a computer whose battery is dead. */
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../clock/spans.ts';
import type { Refusal } from './guard.ts';

/** The year this version was released in: before it, nobody can have run it. */
export const releaseYear = 2026;

/**
 * How far a pass may lie before the last one. Clocks that drift are put right by seconds or minutes, and two computers
 * that take turns differ by as much; a wrong zone is off by an hour, a dead battery by days or years.
 */
const tolerated = { minutes: 15 };

/**
 * A pass of yesterday's clock would take states back, name officers for events that are over, and record moments that
 * nobody can take out again.
 *
 * @param latest When the latest pass over this desk was made; absent before the first one.
 */
export const refusedClock = ({
  now,
  latest,
  timeZone,
}: {
  readonly now: Temporal.Instant;
  readonly latest: Temporal.Instant | undefined;
  readonly timeZone: string;
}): readonly Refusal[] => {
  const shown = (moment: Temporal.Instant): string =>
    moment
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ');
  const wayOut = 'run "npx layanan-vicon run --accept-earlier-clock" once.';
  if (latest !== undefined) {
    return isBefore(now, latest.subtract(tolerated))
      ? [
          {
            kind: 'earlier-clock',
            text: `The clock says ${shown(now)}, and the last pass over this desk was made at ${shown(latest)} (${timeZone}). Put the date and time of this computer right. If they are right, so that the last pass was made by a clock that was ahead, ${wayOut}`,
          },
        ]
      : [];
  }
  return now.toZonedDateTimeISO(timeZone).year < releaseYear
    ? [
        {
          kind: 'clock-before-release',
          text: `The clock says ${shown(now)} (${timeZone}), before the year ${releaseYear} in which this version came out. Put the date and time of this computer right. If that moment is meant, as in a trial, ${wayOut}`,
        },
      ]
    : [];
};

/** The moment to remember as the latest: a clock that creeps back within what is tolerated does not move it. */
export const latestOf = (
  now: Temporal.Instant,
  latest: Temporal.Instant | undefined,
): Temporal.Instant =>
  latest !== undefined && isBefore(now, latest) && !isBefore(now, latest.subtract(tolerated))
    ? latest
    : now;
