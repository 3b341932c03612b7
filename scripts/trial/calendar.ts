/** The weeks of a trial: on every working day the desk sits once or twice, and once more when all is over. */
import { Temporal } from 'temporal-polyfill';

export const timeZone = 'Asia/Makassar';

/** A stretch of some seconds in which people and service work side by side; between two of them the clock leaps. */
export interface Sitting {
  readonly index: number;
  readonly at: Temporal.ZonedDateTime;
}

/** Days on which nobody works, as the joint decrees have them. */
const holidays: ReadonlySet<string> = new Set([
  '2026-12-24',
  '2026-12-25',
  '2027-01-01',
  '2027-01-05',
]);

export const isWorkday = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !holidays.has(day.toString());

/** The `count`th working day after a day; a negative count goes back. */
export const workdayFrom = (day: Temporal.PlainDate, count: number): Temporal.PlainDate => {
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = found.add({ days: Math.sign(count) });
    if (isWorkday(found)) left -= 1;
  }
  return found;
};

const mornings = ['08:07', '08:40', '09:25', '10:12', '11:03'];
const afternoons = ['13:20', '14:36', '15:18', '15:50'];

/** How many requests a day brings; sister offices had up to five. */
const requestsADay = 6;

/**
 * The sittings for so many requests, from the last days of November over the turn of the year; every second day has one
 * in the afternoon as well. One more comes after all events are over.
 */
export const sittingsFor = (
  requests: number,
  days: number = Math.ceil(requests / requestsADay),
): readonly Sitting[] => {
  const moments: Temporal.ZonedDateTime[] = [];
  let day = Temporal.PlainDate.from('2026-11-27');
  for (let n = 0; n < days; n += 1) {
    moments.push(moment(day, mornings[n % mornings.length]));
    if (n % 2 === 0) moments.push(moment(day, afternoons[n % afternoons.length]));
    day = workdayFrom(day, 1);
  }
  moments.push(moment(workdayFrom(day, 12)));
  return moments.map((at, index) => ({ index, at }));
};

const moment = (day: Temporal.PlainDate, time = '09:00'): Temporal.ZonedDateTime =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
