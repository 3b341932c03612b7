/**
 * The day, hour and place of an event as one comparable text, kept with the moments that set them.
 *
 * Spelling of the place does not matter ("Aula Bappeda", "aula  BAPPEDA"). A part that is not known yet is
 * empty and equals anything: filling in what was missing is no new schedule.
 */
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../cases/ledger-state.ts';
import type { Answers } from '../cases/request.ts';
import { clockTime } from '../cases/wording.ts';
import { dayText } from '../sheet/calendar-days.ts';
import { localTime } from '../sheet/local-time.ts';

const separator = '|';

/** "2026-11-23T09:00|aulabappeda" */
export const scheduleMark = ({ schedule, place }: Pick<Answers, 'schedule' | 'place'>): string => {
  const start = schedule?.sessions[0]?.start;
  const where = place?.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return `${start === undefined ? '' : toTheMinute(start)}${separator}${where ?? ''}`;
};

/** "2026-11-23T09:00" */
const toTheMinute = (zoned: Temporal.ZonedDateTime): string => {
  const { day, ...time } = localTime(zoned, zoned.timeZoneId);
  return `${dayText(day)}T${clockTime(time).replace('.', ':')}`;
};

/** The last known day, hour and place among the recorded moments; empty where none was known. */
export const recordedMark = (moments: readonly Moment[]): string => {
  let start = '';
  let place = '';
  for (const { detail } of moments) {
    if (!detail?.includes(separator)) continue;
    const [newStart = '', newPlace = ''] = detail.split(separator);
    start = newStart || start;
    place = newPlace || place;
  }
  return `${start}${separator}${place}`;
};

/** When the event was to begin, by the moments recorded; absent where none told. */
export const recordedStart = (
  moments: readonly Moment[],
  timeZone: string,
): Temporal.Instant | undefined => {
  const [start = ''] = recordedMark(moments).split(separator);
  return start === ''
    ? undefined
    : Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone).toInstant();
};

/** Both know a day and hour, or a place, and do not agree on it. */
export const isOtherSchedule = (was: string, is: string): boolean => {
  const before = was.split(separator);
  const after = is.split(separator);
  return before.some((part, index) => part !== '' && after[index] !== '' && part !== after[index]);
};

/** The day and hour in a mark; none where it has none. */
export const startOfMark = (mark: string): Temporal.PlainDateTime | undefined => {
  const [start = ''] = mark.split(separator);
  return start === '' ? undefined : Temporal.PlainDateTime.from(start);
};
