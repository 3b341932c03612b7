/**
 * Calendar days by their number, so that loops over rows count instead of asking Temporal.
 *
 * The same day is the very same object, with its text and its month beside it: a ledger of ten years knows some four
 * thousand days and asks for them a hundred times a row. Days are of the ISO calendar, as everywhere here.
 */
import { Temporal } from 'temporal-polyfill';
import { dayMs } from './time-units.ts';

/** The day that is so many after 1 January 1970. */
export const dayFromNumber = (number: number): Temporal.PlainDate => knownDay(number).day;

/** How many days it is after 1 January 1970. */
export const numberOfDay = (day: Temporal.PlainDate): number =>
  known.get(day)?.number ?? new Date(0).setUTCFullYear(day.year, day.month - 1, day.day) / dayMs;

/** As `day.toString()`: "2026-11-23". */
export const dayText = (day: Temporal.PlainDate): string => known.get(day)?.text ?? day.toString();

/** As `day.toPlainYearMonth().toString()`: "2026-11". */
export const monthText = (day: Temporal.PlainDate): string => dayText(day).slice(0, -3);

/** As `day.add({ days })`, before it where negative. */
export const daysAfter = (day: Temporal.PlainDate, days: number): Temporal.PlainDate =>
  dayFromNumber(numberOfDay(day) + days);

/** How many days after `from` the day `to` is; negative where it is before. */
export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from === to ? 0 : numberOfDay(to) - numberOfDay(from);

export const isSameDay = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  daysBetween(a, b) === 0;

interface KnownDay {
  readonly number: number;
  readonly day: Temporal.PlainDate;
  readonly text: string;
}

/** More than a century of them; a sheet full of stray days costs no more memory than that. */
const mostDays = 40_000;
const days = new Map<number, KnownDay>();
const known = new WeakMap<Temporal.PlainDate, KnownDay>();

const knownDay = (number: number): KnownDay => {
  const found = days.get(number);
  if (found !== undefined) return found;
  const date = new Date(number * dayMs);
  const day = new Temporal.PlainDate(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
  );
  const made = { number, day, text: day.toString() };
  if (days.size >= mostDays) days.clear();
  days.set(number, made);
  known.set(day, made);
  return made;
};
