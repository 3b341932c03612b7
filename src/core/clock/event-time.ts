/**
 * When an event takes place, in the words of an official letter; what must not part at a line's end hangs together.
 *
 * A span of days has no date format that a template could choose, so these come as finished phrases; single
 * days stand in the views of documents as ISO days (`2026-11-23`), and the template words them.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Answers, Schedule } from '../cases/request.ts';
import { clockTime, dayName, longDay, monthNames, plainDay } from '../cases/wording.ts';
import { daysBetween } from '../sheet/calendar-days.ts';
import { dayOfZoned } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';
import { zoneOf } from './zones.ts';

/** "Senin, 23 November 2026", "Senin s.d. Rabu, 23 s.d. 25 November 2026"; `''` without a schedule. */
export const dayPhrase = (schedule: Schedule | undefined): string =>
  schedule === undefined ? '' : daysOf(schedule);

const daysOf = onceFor(({ startDay, endDay }: Schedule): string => {
  if (startDay.equals(endDay)) return unbreakable(longDay(startDay));
  return `${dayName(startDay)} s.d. ${dayName(endDay)}, ${unbreakable(shortened(startDay, endDay))} s.d. ${unbreakable(plainDay(endDay))}`;
});

/** Its day or days, also of what an old ledger tells without an hour; `''` where none is known. */
export const answeredDay = ({ schedule, day }: Pick<Answers, 'schedule' | 'day'>): string =>
  day === undefined ? dayPhrase(schedule) : longDay(day);

/** "09.00 s.d. 11.00 WITA", "09.00 WITA s.d. selesai", "… setiap hari"; `''` without a schedule. */
export const timePhrase = (schedule: Schedule | undefined): string =>
  schedule === undefined ? '' : hoursOf(schedule);

const hoursOf = onceFor((schedule: Schedule): string => {
  const first = schedule.sessions[0];
  if (first === undefined) return '';
  const isDaily = schedule.sessions.length > 1;
  const span = schedule.openEnd
    ? unbreakable(`${clockTime(first.start)} ${zoneName(first.start)} s.d. selesai`)
    : spanPhrase(first, { isDaily });
  return `${span}${isDaily ? ' setiap hari' : ''}`;
});

/**
 * From one moment to another: "09.00 s.d. 11.00 WITA", and over midnight with the day on which it ends,
 * "22.00 WITA s.d. Selasa, 24 November 2026 pukul 02.00 WITA". What ends at midnight ends at 24.00.
 */
export const spanPhrase = (
  { start, end }: { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime },
  { isDaily = false }: { readonly isDaily?: boolean } = {},
): string => {
  const [from, zone] = [clockTime(start), zoneName(start)];
  const nights = daysBetween(dayOfZoned(start), dayOfZoned(end));
  if (nights === 0) return unbreakable(`${from} s.d. ${clockTime(end)} ${zone}`);
  if (nights === 1 && end.hour === 0 && end.minute === 0)
    return unbreakable(`${from} s.d. 24.00 ${zone}`);
  return isDaily
    ? `${unbreakable(`${from} s.d. ${clockTime(end)} ${zone}`)} hari berikutnya,`
    : `${unbreakable(`${from} ${zone}`)} s.d. ${unbreakable(longDay(dayOfZoned(end)))} ${unbreakable(`pukul ${clockTime(end)} ${zone}`)}`;
};

/** "WITA" for Asia/Makassar. */
export const zoneName = ({ timeZoneId }: Temporal.ZonedDateTime): string => zoneOf(timeZoneId);

/** Joins words that must not part at a line's end. */
export const unbreakable = (text: string): string => text.replaceAll(' ', '\u00A0');

/** The first day of a span without what the last day says anyway: "23", "30 November". */
const shortened = (from: Temporal.PlainDate, to: Temporal.PlainDate): string => {
  if (from.year !== to.year) return plainDay(from);
  return from.month === to.month ? String(from.day) : `${from.day} ${monthNames[from.month - 1]}`;
};
