/** The times at which an event really began and ended, as staff note them. */
import { Temporal } from 'temporal-polyfill';
import type { Answers } from '../cases/request.ts';
import { timeZoneOf } from '../clock/zones.ts';
import { headerOf } from '../columns/request-tab.ts';
import { daysBetween, isSameDay } from '../sheet/calendar-days.ts';
import { dayOfZoned, localDay, timeOfDay } from '../sheet/local-time.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { minutesPerDay } from '../sheet/time-units.ts';
import type { Notes } from './notes.ts';
import { readMoment } from './read-moment.ts';
import { readTimes } from './read-times.ts';
import { type Reading, unreadable, unsure } from './reading.ts';

interface Planned {
  readonly timeZone: string;
  readonly reference: Temporal.PlainDate | undefined;
  readonly schedule: Answers['schedule'];
}

/** One time of the clock, in the office's zone; a range or "selesai" is none, and a day must be the event's. */
export const readActualTime = (
  cell: Cell | undefined,
  planned: Planned,
): Reading<Temporal.PlainTime> => {
  const times = readTimes(cell);
  if (times.kind !== 'read') return times;
  const { from, until, zone, days } = times.value;
  if (from === undefined || until !== undefined) return unreadable;
  const namesDay = days !== undefined || (typeof cell === 'number' && cell > 36_526);
  if (namesDay && !isOfEvent(cell, planned))
    return unsure('menyebut hari yang bukan hari pelaksanaan. Tulis jamnya saja, misalnya 09.30.');
  const time = timeOfDay((from % minutesPerDay) * 60);
  if (zone === undefined) return { ...times, value: time };
  const here = new Temporal.PlainDate(2026, 1, 1)
    .toZonedDateTime({ timeZone: timeZoneOf[zone], plainTime: time })
    .withTimeZone(planned.timeZone);
  return { ...times, value: here.toPlainTime() };
};

const isOfEvent = (cell: Cell | undefined, { timeZone, reference, schedule }: Planned): boolean => {
  const moment = readMoment(cell, { timeZone, reference });
  if (moment.kind !== 'read' || schedule === undefined) return false;
  const day = localDay(moment.value, timeZone);
  return schedule.sessions.some(
    ({ start, end }) =>
      daysBetween(localDay(start, timeZone), day) >= 0 &&
      daysBetween(day, localDay(end, timeZone)) >= 0,
  );
};

/** Both times, or neither where the end is not after the start and the event was not to go over midnight. */
export const withoutReversed = (
  actualStart: Temporal.PlainTime | undefined,
  actualEnd: Temporal.PlainTime | undefined,
  { schedule, notes }: { readonly schedule: Answers['schedule']; readonly notes: Notes },
): {
  readonly actualStart: Temporal.PlainTime | undefined;
  readonly actualEnd: Temporal.PlainTime | undefined;
} => {
  const isReversed =
    actualStart !== undefined &&
    actualEnd !== undefined &&
    Temporal.PlainTime.compare(actualEnd, actualStart) <= 0;
  const overMidnight = schedule?.sessions.some(
    ({ start, end }) => !isSameDay(dayOfZoned(start), dayOfZoned(end)),
  );
  if (!isReversed || overMidnight) return { actualStart, actualEnd };
  notes.add(
    'warning',
    'actualEnd',
    `${headerOf('actualEnd')} tidak sesudah ${headerOf('actualStart')}. Perbaiki salah satunya; sampai jelas, waktu sebenarnya tidak dicetak.`,
  );
  return { actualStart: undefined, actualEnd: undefined };
};
