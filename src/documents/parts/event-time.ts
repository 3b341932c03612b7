/**
 * When an event takes place, in the words of an official letter.
 *
 * A span of days has no date format that a template could choose, so these come as finished phrases; single
 * days stand in the views as ISO days (`2026-11-23`), and the template words them.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Schedule } from '../../core/cases/request.ts';
import { clockTime, dayName, longDay, monthNames, plainDay } from '../../core/cases/wording.ts';
import { zoneOf } from '../../core/clock/zones.ts';

/** "Senin, 23 November 2026", "Senin s.d. Rabu, 23 s.d. 25 November 2026"; `''` without a schedule. */
export const dayPhrase = (schedule: Schedule | undefined): string => {
  if (schedule === undefined) return '';
  const { startDay, endDay } = schedule;
  if (startDay.equals(endDay)) return unbreakable(longDay(startDay));
  return `${dayName(startDay)} s.d. ${dayName(endDay)}, ${unbreakable(shortened(startDay, endDay))} s.d. ${unbreakable(plainDay(endDay))}`;
};

/** "09.00 s.d. 11.00 WITA", "09.00 s.d. selesai WITA", "… setiap hari"; `''` without a schedule. */
export const timePhrase = (schedule: Schedule | undefined): string => {
  const first = schedule?.sessions[0];
  if (schedule === undefined || first === undefined) return '';
  const end = schedule.openEnd ? 'selesai' : clockTime(first.end);
  const daily = schedule.sessions.length > 1 ? ' setiap hari' : '';
  return `${unbreakable(`${clockTime(first.start)} s.d. ${end} ${zoneName(first.start)}`)}${daily}`;
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
