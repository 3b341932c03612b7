import type { Temporal } from 'temporal-polyfill';
import type { Schedule, Session, Zone } from '../cases/request.ts';
import { longDay, plainDay } from '../cases/wording.ts';
import { timeZoneOf, zoneOf } from '../clock/zones.ts';
import { headerOf } from '../columns/request-tab.ts';
import { daysAfter, daysBetween } from '../sheet/calendar-days.ts';
import { dayOfZoned, instantAt, zonedAt } from '../sheet/local-time.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { minuteMs, minutesPerDay } from '../sheet/time-units.ts';
import { answerOf, quote } from './cell-text.ts';
import { hourOfDay, type PartOfDay } from './clock-hour.ts';
import { type MomentWord, wordsOf } from './moment-words.ts';
import { unlikelyDay } from './near-in-time.ts';
import type { Notes } from './notes.ts';
import { present } from './present.ts';
import { type ClockMinute, clockText } from './read-clock.ts';
import {
  type Days,
  type DaysAsWritten,
  type DaysReading,
  readDaysAsWritten,
  readDayWords,
} from './read-days.ts';
import { readTimes, readTimeWords, type Times } from './read-times.ts';
import { readZone } from './read-zone.ts';
import { empty, type Reading } from './reading.ts';

/** The five cells that say when an event takes place. */
export interface ScheduleCells {
  readonly startDay?: Cell;
  readonly endDay?: Cell;
  readonly startTime?: Cell;
  readonly endTime?: Cell;
  readonly zone?: Cell;
}

export interface ScheduleReading {
  readonly cells: ScheduleCells;
  /** The day of submission; a day without a year is the next one from here on. */
  readonly reference: Temporal.PlainDate | undefined;
  /** When a row without a day of submission was first seen. */
  readonly firstSeen?: Temporal.PlainDate;
  /** It tells of what was long ago, such as a row of an old ledger: no day is unlikely. */
  readonly isLongPast?: boolean;
  /** The office's. */
  readonly timeZone: string;
  readonly assumedEventMinutes: number;
  readonly notes: Notes;
}

/**
 * When the event takes place, or `undefined` with everything that stands in the way in the notes.
 *
 * Each day of several has the same hours. What contradicts itself (an end before its start, two different
 * ends, two zones) is asked, and the row goes without a schedule until somebody answers.
 */
export const readSchedule = (reading: ScheduleReading): Schedule | undefined => {
  const { cells, reference, notes } = reading;
  const start = takeDays('startDay', cells.startDay, { reference }, notes);
  const days = readAllDays(reading, start);
  const hours = readHours(reading, start, days?.to ?? start?.to);
  if (days === undefined || hours === undefined) return undefined;
  const span = asSpan(days, hours, reading);
  return span && scheduleOf(span, hours, reading);
};

const longestDays = 31;
const timeAdvice = 'Tulis misalnya 09.30.';
const dayAdvice = 'Tulis misalnya 23/11/2026.';

const readAllDays = (
  { cells, reference, firstSeen, isLongPast, notes }: ScheduleReading,
  start: DaysAsWritten | undefined,
): Days | undefined => {
  const days = start;
  const unfinished = notes.findings.length;
  const end = isSameDay(cells.endDay)
    ? undefined
    : takeDays('endDay', cells.endDay, { reference: days?.from ?? reference, role: 'end' }, notes);
  const endIsUnclear = notes.findings.slice(unfinished).some(({ kind }) => kind !== 'warning');
  if (days === undefined || endIsUnclear) return undefined;
  if (end !== undefined) sayUnusedTimes('endDay', end, notes);
  const unlikely = isLongPast
    ? undefined
    : unlikelyDay(days, present({ submitted: reference, firstSeen }));
  if (unlikely !== undefined) {
    notes.add('question', 'startDay', unlikely);
    return undefined;
  }
  return joined(days, end?.to ?? days.to, notes);
};

const joined = (days: Days, to: Temporal.PlainDate, notes: Notes): Days | undefined => {
  const length = daysBetween(days.from, to) + 1;
  if (length < 1) {
    const text = `Tanggal Selesai ${longDay(to)} lebih awal daripada Tanggal Mulai ${longDay(days.from)}. Periksa kedua tanggal itu.`;
    notes.add('question', 'endDay', text);
    return undefined;
  }
  if (!days.to.equals(days.from) && !days.to.equals(to)) {
    const text = `Tanggal Mulai menyebut sampai ${plainDay(days.to)}, tetapi Tanggal Selesai ${plainDay(to)}. Samakan keduanya.`;
    notes.add('question', 'endDay', text);
    return undefined;
  }
  if (length > longestDays) {
    const text = `Kegiatan ${length} hari, ${plainDay(days.from)} s.d. ${plainDay(to)}, tampak terlalu lama. Periksa kedua tanggal itu atau ajukan satu permohonan untuk setiap bulan.`;
    notes.add('question', 'endDay', text);
    return undefined;
  }
  return { from: days.from, to };
};

const takeDays = (
  field: 'startDay' | 'endDay',
  cell: Cell | undefined,
  how: DaysReading,
  notes: Notes,
): DaysAsWritten | undefined => {
  const reading = readDaysAsWritten(cell, how);
  if (reading.kind === 'empty' && field === 'startDay')
    notes.add('defect', field, `Tanggal Mulai belum diisi. ${dayAdvice}`);
  return notes.take(reading, { field, cell, advice: dayAdvice, otherwise: 'defect' });
};

/** "sama", "hari itu juga", "s/d selesai": the end is on the day of the start. */
const isSameDay = (cell: Cell | undefined): boolean => {
  const words = typeof cell === 'string' ? wordsOf(cell) : undefined;
  if (words === undefined || words.length === 0) return false;
  const [one, behind, ...more] = words.filter(({ kind }) => kind !== 'mark');
  const isOne = (word: MomentWord | undefined): boolean =>
    word?.kind === 'number' && word.digits === '1';
  const isTold = behind?.kind === 'number' && behind.spoken && isOne(behind);
  const [unit, ...rest] = isTold ? more : [behind, ...more];
  const isOneDay = isOne(one) && unit?.kind === 'days' && rest.length === 0;
  const says = words.some(({ kind }) => kind === 'same' || kind === 'end');
  const leaves = ['same', 'end', 'until', 'filler', 'mark', 'days'];
  return isOneDay || (says && words.every(({ kind }) => leaves.includes(kind)));
};

/** A time beside the day counts only where its own column is empty. */
const sayUnusedTimes = (field: 'startDay' | 'endDay', days: DaysAsWritten, notes: Notes): void => {
  if (!days.times.some(({ kind }) => kind === 'number')) return;
  notes.add(
    'warning',
    field,
    `${headerOf(field)} juga memuat jam, yang tidak ikut dibaca. Tulis jam pada kolom Jam Mulai dan Jam Selesai.`,
  );
};

interface Hours {
  readonly from: ClockMinute;
  readonly until: ClockMinute | 'selesai';
  readonly zone: Zone;
}

const readHours = (
  reading: ScheduleReading,
  days: DaysAsWritten | undefined,
  last: Temporal.PlainDate | undefined,
): Hours | undefined => {
  const { cells, notes } = reading;
  const before = notes.findings.length;
  const home = zoneOf(reading.timeZone);
  const startReading = startTimes(cells, days, home);
  const start = notes.take(startReading, {
    field: 'startTime',
    cell: cells.startTime,
    advice: timeAdvice,
    otherwise: 'defect',
  });
  const end = notes.take(readTimes(cells.endTime, { role: 'end', home }), {
    field: 'endTime',
    cell: cells.endTime,
    advice: 'Tulis misalnya 12.00 atau selesai.',
    otherwise: 'question',
  });
  const column = notes.take(readZone(cells.zone), {
    field: 'zone',
    cell: cells.zone,
    advice: 'Pilih WITA, WIB, atau WIT.',
    otherwise: 'question',
  });
  if (startReading.kind === 'empty' || (start !== undefined && start.from === undefined))
    notes.add('defect', 'startTime', `Jam Mulai belum diisi. ${timeAdvice}`);
  const zone = agreedZone([column, start?.zone, end?.zone], home, notes);
  const until = agreedEnd(start, end, notes);
  askForOtherDays('startTime', start, days?.from, reading);
  askForOtherDays('endTime', end, last, reading);
  if (start !== undefined) askForNight(start, notes);
  if (start !== undefined && days !== undefined) holdAgainstDayCell(start, days, reading);
  const unclear = notes.findings.slice(before).some(({ kind }) => kind !== 'warning');
  return unclear || start?.from === undefined || zone === undefined || until === undefined
    ? undefined
    : { from: start.from, until, zone };
};

/** People write the time behind the day, or the day's cell holds a time; it counts where *Jam Mulai* is empty. */
const startTimes = (
  { startTime, startDay }: ScheduleCells,
  days: DaysAsWritten | undefined,
  home: Zone,
): Reading<Times> => {
  const times = readTimes(startTime, { home });
  if (times.kind !== 'empty') return times;
  if (typeof startDay === 'number') return startDay % 1 === 0 ? empty : readTimes(startDay);
  const behindDay = days === undefined ? [] : days.times;
  return behindDay.length === 0 ? empty : readTimeWords(behindDay, { home });
};

/** 05.00, 18.00 and 06.00 as minutes of the clock: what starts before the first is asked about. */
const earliestUsual = 5 * 60;
const evening = 18 * 60;
const morning = 6 * 60;

/** Hours at which nobody holds a meeting: "00.00" is an empty time, "02.00" an afternoon's; "dini hari" is meant. */
const askForNight = ({ from, part }: Times, notes: Notes): void => {
  if (from === undefined || (from >= earliestUsual && from < minutesPerDay) || part === 'dini hari')
    return;
  const text =
    from === minutesPerDay || from < 60
      ? `Jam Mulai ${clockText(from)} belum jelas. Tulis jamnya, misalnya 09.00; bila memang tengah malam, tulis ${clockText(from % minutesPerDay)} dini hari dengan tanggal yang dimaksud.`
      : `Jam Mulai ${clockText(from)} bisa berarti ${clockText(from)} dini hari atau ${clockText(from + minutesPerDay / 2)}. Tulis ${clockText(from)} dini hari atau ${clockText(from + minutesPerDay / 2)}.`;
  notes.add('question', 'startTime', text);
};

/** "Rabu 14.00", "23/11/2026 09.00": a day beside the time must be the first day of the event, or its last. */
const askForOtherDays = (
  field: 'startTime' | 'endTime',
  times: Times | undefined,
  day: Temporal.PlainDate | undefined,
  { cells, reference, notes }: ScheduleReading,
): void => {
  const cell = cells[field];
  if (day === undefined) return;
  const said =
    typeof cell === 'number' && cell >= firstDaySerial
      ? readDaysAsWritten(cell, { reference })
      : times?.days?.some(({ kind }) => kind === 'number')
        ? readDayWords(times.days, { reference })
        : undefined;
  const column = field === 'startTime' ? headerOf('startDay') : headerOf('endDay');
  if (said !== undefined && !(said.kind === 'read' && said.value.from.equals(day)))
    notes.add(
      'question',
      field,
      `${headerOf(field)} ${quote(cell)} menyebut tanggal lain daripada ${column} ${plainDay(day)}. Samakan tanggalnya, atau tulis jamnya saja.`,
    );
  else if (said === undefined && times?.days?.some((word) => isOtherWeekday(word, day)))
    notes.add(
      'warning',
      field,
      `${headerOf(field)} ${quote(cell)} menyebut hari lain daripada ${longDay(day)}. Periksa tanggalnya.`,
    );
};

const isOtherWeekday = (word: MomentWord, day: Temporal.PlainDate): boolean =>
  word.kind === 'weekday' && word.weekday !== day.dayOfWeek;

/** 2000-01-01: smaller numbers are hours. */
const firstDaySerial = 36_526;

/** A time in the day's cell beside *Jam Mulai*: another start is asked, an end or a part of the day is said. */
const holdAgainstDayCell = (
  start: Times,
  days: DaysAsWritten,
  { cells, notes }: ScheduleReading,
): void => {
  if (answerOf(cells.startTime) === undefined) return;
  const said = readTimeWords(days.times);
  if (said.kind !== 'read' || start.from === undefined) return;
  const { from, until, part, zone } = said.value;
  if (
    from !== undefined &&
    (from !== start.from || (zone !== undefined && start.zone !== undefined && zone !== start.zone))
  )
    notes.add(
      'question',
      'startTime',
      `Jam Mulai disebut dua kali dan berbeda: ${clockText(from)} pada Tanggal Mulai dan ${clockText(start.from)}. Tulis satu jam yang benar.`,
    );
  else if (typeof until === 'number') sayUnusedTimes('startDay', days, notes);
  else if (part !== undefined && from === undefined && !isIn(part, start.from))
    notes.add(
      'warning',
      'startDay',
      `Tanggal Mulai menyebut "${part}", padahal Jam Mulai ${clockText(start.from)}. Periksa jamnya.`,
    );
};

const isIn = (part: PartOfDay, minute: ClockMinute): boolean => {
  const hour = Math.floor(minute / 60);
  return hourOfDay(hour, part) === hour || (part === 'malam' && hour >= 18);
};

/** The office's own zone unless another is said. */
const agreedZone = (
  said: readonly (Zone | undefined)[],
  home: Zone,
  notes: Notes,
): Zone | undefined => {
  const [zone = home, ...others] = new Set(said.filter((one) => one !== undefined));
  if (others.length === 0) return zone;
  const names = [zone, ...others].join(' dan ');
  notes.add(
    'question',
    'zone',
    `Zona waktu disebut berbeda-beda: ${names}. Tulis satu zona yang benar.`,
  );
  return undefined;
};

/** No end is an open end, as in nine of ten requests. */
const agreedEnd = (
  start: Times | undefined,
  end: Times | undefined,
  notes: Notes,
): Hours['until'] | undefined => {
  const lone = end?.until === undefined || end.from === undefined;
  if (!lone && start?.from !== undefined && end.from !== start.from)
    return askForOne(`${clockText(start.from)} dan ${clockText(end.from)}`, 'startTime', notes);
  const typed = end?.until ?? end?.from;
  const inStart = start?.until;
  if (typeof typed === 'number' && typeof inStart === 'number' && typed !== inStart)
    return askForOne(`${clockText(inStart)} dan ${clockText(typed)}`, 'endTime', notes);
  return typeof typed === 'number' ? typed : (inStart ?? 'selesai');
};

const askForOne = (both: string, field: 'startTime' | 'endTime', notes: Notes): undefined => {
  notes.add(
    'question',
    field,
    `${headerOf(field)} disebut dua kali dan berbeda: ${both}. Tulis satu jam yang benar.`,
  );
};

/** Days of the sessions' starts, and how many minutes each lasts; `undefined` length is an open end. */
interface DaysWithMinutes extends Days {
  readonly minutes: number | undefined;
}

const asSpan = (
  days: Days,
  hours: Hours,
  { notes }: ScheduleReading,
): DaysWithMinutes | undefined => {
  const { from } = hours;
  const until = hours.until === 0 ? minutesPerDay : hours.until;
  if (until === 'selesai') return { ...days, minutes: undefined };
  if (until > from) return { ...days, minutes: until - from };
  const untilMorning = from >= evening && until <= morning;
  const nights = daysBetween(days.from, days.to);
  if (!untilMorning || nights > 1) {
    const text = `Jam Selesai ${clockText(until)} tidak sesudah Jam Mulai ${clockText(from)}. Periksa kedua jam itu; tulis dalam 24 jam, misalnya 14.00.`;
    notes.add('question', 'endTime', text);
    return undefined;
  }
  const end = `${longDay(days.from.add({ days: 1 }))} pukul ${clockText(until)}`;
  notes.add(
    'warning',
    'endTime',
    `Kegiatan melewati tengah malam; dibaca selesai ${end}. Periksa.`,
  );
  return { from: days.from, to: days.from, minutes: until + minutesPerDay - from };
};

const scheduleOf = (
  span: DaysWithMinutes,
  { from, zone }: Hours,
  { timeZone, assumedEventMinutes }: ScheduleReading,
): Schedule => {
  const minutes = span.minutes ?? assumedEventMinutes;
  const length = daysBetween(span.from, span.to) + 1;
  const sessions = Array.from({ length }, (_, offset): Session => {
    const midnight = instantAt(daysAfter(span.from, offset), 0, timeZoneOf[zone]);
    const start = midnight.epochMilliseconds + from * minuteMs;
    return {
      start: zonedAt(start, timeZone),
      end: zonedAt(start + minutes * minuteMs, timeZone),
    };
  });
  const first = sessions[0];
  const last = sessions.at(-1);
  return {
    startDay: first ? dayOfZoned(first.start) : span.from,
    endDay: last ? dayOfZoned(last.start) : span.to,
    sessions,
    openEnd: span.minutes === undefined,
    zone,
  };
};
