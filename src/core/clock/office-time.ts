/**
 * Working time of the office: what of a stretch falls into office hours, and when so much of it has passed.
 *
 * Week-ends, holidays and the break do not count; Friday has its own break and end. Lengths are milliseconds,
 * so that parts add up exactly; whoever shows them rounds.
 */
import { Temporal } from 'temporal-polyfill';
import type { Desk, OfficeHours } from '../cases/desk.ts';
import { earlier, later, lengthMs, type Span } from './spans.ts';

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
): boolean => day.dayOfWeek < saturday && !holidays.has(day.toString());

/** The working day that is so many after this one; a calendar without working days answers with the last day searched. */
export const workingDayAfter = (
  day: Temporal.PlainDate,
  days: number,
  calendar: Pick<OfficeCalendar, 'holidays'>,
): Temporal.PlainDate => {
  let found = day;
  let left = days;
  for (let searched = 0; left > 0 && searched < searchDays; searched += 1) {
    found = found.add({ days: 1 });
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
  const lastDay = dayOf(span.end, calendar);
  let total = 0;
  for (
    let day = dayOf(span.start, calendar);
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const open of officeSpans(day, calendar)) {
      total += lengthMs({ start: later(open.start, span.start), end: earlier(open.end, span.end) });
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
  let remaining = length;
  let day = dayOf(from, calendar);
  for (let searched = 0; searched < searchDays; searched += 1) {
    for (const open of officeSpans(day, calendar)) {
      const start = later(open.start, from);
      const available = lengthMs({ start, end: open.end });
      if (available > 0 && available >= remaining) return start.add({ milliseconds: remaining });
      remaining -= available;
    }
    day = day.add({ days: 1 });
  }
  return undefined;
};

/** Days already worked out, because many requests share the same few days. */
const remembered = new WeakMap<OfficeCalendar, Map<string, readonly Span[]>>();

const officeSpans = (day: Temporal.PlainDate, calendar: OfficeCalendar): readonly Span[] => {
  const days = remembered.get(calendar) ?? new Map<string, readonly Span[]>();
  remembered.set(calendar, days);
  const key = day.toString();
  const spans = days.get(key) ?? spansOf(day, calendar);
  days.set(key, spans);
  return spans;
};

/** When the office closes on such a day, were it a working day. */
export const closesAt = (
  { dayOfWeek }: Pick<Temporal.PlainDate, 'dayOfWeek'>,
  { end, endFriday }: Pick<OfficeHours, 'end' | 'endFriday'>,
): Temporal.PlainTime => (dayOfWeek === friday ? endFriday : end);

const spansOf = (day: Temporal.PlainDate, calendar: OfficeCalendar): readonly Span[] => {
  const { hours, timeZone } = calendar;
  if (!isWorkingDay(day, calendar)) return [];
  const isFriday = day.dayOfWeek === friday;
  const breakMinutes = isFriday ? hours.breakMinutesFriday : hours.breakMinutes;
  const on = (plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const start = on(hours.start);
  const end = on(closesAt(day, hours));
  const breakStart = on(hours.breakStart);
  const breakEnd = breakStart.add({ minutes: breakMinutes });
  return [
    { start, end: earlier(end, breakStart) },
    { start: later(start, breakEnd), end },
  ];
};

const dayOf = (moment: Temporal.Instant, { timeZone }: OfficeCalendar): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(timeZone).toPlainDate();
