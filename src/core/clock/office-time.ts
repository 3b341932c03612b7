/**
 * Working time of the office: what of a stretch falls into office hours, and when so much of it has passed.
 *
 * Week-ends, holidays and the break do not count; Friday has its own break and end. Lengths are milliseconds,
 * so that parts add up exactly; whoever shows them rounds.
 */
import { Temporal } from 'temporal-polyfill';
import type { Desk, OfficeHours } from '../cases/desk.ts';
import { dayFromNumber, daysAfter, dayText, numberOfDay } from '../sheet/calendar-days.ts';
import { localDay } from '../sheet/local-time.ts';
import { minuteMs } from '../sheet/time-units.ts';
import type { Span } from './spans.ts';
import type { Window } from './window.ts';

/** When the office works. Keys of `holidays` are ISO days. */
export interface OfficeCalendar {
  readonly hours: OfficeHours;
  readonly holidays: Desk['holidays'];
  readonly timeZone: string;
}

/** Neither a week-end nor a holiday. */
export const isWorkingDay = (
  day: Temporal.PlainDate,
  { holidays }: Pick<OfficeCalendar, 'holidays'>,
): boolean => day.dayOfWeek < saturday && !holidays.has(dayText(day));

/** The working day that is so many after this one; a calendar without working days answers with the last day searched. */
export const workingDayAfter = (
  day: Temporal.PlainDate,
  days: number,
  calendar: Pick<OfficeCalendar, 'holidays'>,
): Temporal.PlainDate => {
  let found = day;
  let left = days;
  for (let searched = 0; left > 0 && searched < searchDays; searched += 1) {
    found = daysAfter(found, 1);
    if (isWorkingDay(found, calendar)) left -= 1;
  }
  return found;
};

const saturday = 6;
const friday = 5;
/** A calendar without a single working day in this time is a mistake in the settings, not a reason to search on. */
const searchDays = 3_660;

/** Milliseconds of office hours within the span. */
export const workingMs = (span: Span, calendar: OfficeCalendar): number => {
  const [start, end] = [span.start.epochMilliseconds, span.end.epochMilliseconds];
  const lastDay = numberOfDay(localDay(span.end, calendar.timeZone));
  let total = 0;
  for (let day = numberOfDay(localDay(span.start, calendar.timeZone)); day <= lastDay; day += 1) {
    for (const open of officeSpans(dayFromNumber(day), calendar)) {
      total += Math.max(0, Math.min(open.to, end) - Math.max(open.from, start));
    }
  }
  return total;
};

/** The moment when `length` milliseconds of office hours have passed since `from`. */
export const afterWorkingMs = (
  from: Temporal.Instant,
  length: number,
  calendar: OfficeCalendar,
): Temporal.Instant | undefined => {
  const fromMs = from.epochMilliseconds;
  let remaining = length;
  let day = localDay(from, calendar.timeZone);
  for (let searched = 0; searched < searchDays; searched += 1) {
    for (const open of officeSpans(day, calendar)) {
      const available = Math.max(0, open.to - Math.max(open.from, fromMs));
      if (available > 0 && available >= remaining) {
        const start = fromMs > open.from ? from : Temporal.Instant.fromEpochMilliseconds(open.from);
        return start.add({ milliseconds: remaining });
      }
      remaining -= available;
    }
    day = daysAfter(day, 1);
  }
  return undefined;
};

/** Days already worked out, because many requests share the same few days. */
const remembered = new WeakMap<OfficeCalendar, Map<string, readonly Window[]>>();

const officeSpans = (day: Temporal.PlainDate, calendar: OfficeCalendar): readonly Window[] => {
  const days = remembered.get(calendar) ?? new Map<string, readonly Window[]>();
  remembered.set(calendar, days);
  const key = dayText(day);
  const found = days.get(key);
  if (found !== undefined) return found;
  const made = spansOf(day, calendar);
  days.set(key, made);
  return made;
};

/** When the office closes on such a day, were it a working day. */
export const closesAt = (
  { dayOfWeek }: Pick<Temporal.PlainDate, 'dayOfWeek'>,
  { end, endFriday }: Pick<OfficeHours, 'end' | 'endFriday'>,
): Temporal.PlainTime => (dayOfWeek === friday ? endFriday : end);

const spansOf = (day: Temporal.PlainDate, calendar: OfficeCalendar): readonly Window[] => {
  const { hours, timeZone } = calendar;
  if (!isWorkingDay(day, calendar)) return [];
  const isFriday = day.dayOfWeek === friday;
  const breakMinutes = isFriday ? hours.breakMinutesFriday : hours.breakMinutes;
  const on = (plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  const from = on(hours.start);
  const to = on(closesAt(day, hours));
  const breakStart = on(hours.breakStart);
  const breakEnd = breakStart + breakMinutes * minuteMs;
  return [
    { from, to: Math.min(to, breakStart) },
    { from: Math.max(from, breakEnd), to },
  ];
};
