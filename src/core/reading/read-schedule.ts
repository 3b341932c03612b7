import type { Temporal } from 'temporal-polyfill';
import type { Schedule, Session, Zone } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { longDay, plainDay } from '../wording.ts';
import type { Notes } from './notes.ts';
import { type ClockMinute, clockText } from './read-clock.ts';
import { type Days, readDays } from './read-days.ts';
import { readTimes, type Times } from './read-times.ts';
import { readZone, timeZoneOf } from './read-zone.ts';

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
  const days = readAllDays(reading);
  const hours = readHours(reading);
  if (days === undefined || hours === undefined) return undefined;
  const span = asSpan(days, hours, reading);
  return span && scheduleOf(span, hours, reading);
};

const longestDays = 31;
const timeAdvice = 'Tulis misalnya 09.30.';
const dayAdvice = 'Tulis misalnya 23/11/2026.';

const readAllDays = ({ cells, reference, notes }: ScheduleReading): Days | undefined => {
  const days = takeDays('startDay', cells.startDay, reference, notes);
  const unfinished = notes.findings.length;
  const end = isSameDayWord(cells.endDay)
    ? undefined
    : takeDays('endDay', cells.endDay, days?.from ?? reference, notes);
  const endIsUnclear = notes.findings.slice(unfinished).some(({ kind }) => kind !== 'warning');
  if (days === undefined || endIsUnclear) return undefined;
  return joined(days, end?.to ?? days.to, { reference, notes });
};

const joined = (
  days: Days,
  to: Temporal.PlainDate,
  { reference, notes }: Pick<ScheduleReading, 'reference' | 'notes'>,
): Days | undefined => {
  const length = days.from.until(to, { largestUnit: 'days' }).days + 1;
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
  warnOfFarDay(days.from, reference, notes);
  return { from: days.from, to };
};

const takeDays = (
  field: 'startDay' | 'endDay',
  cell: Cell | undefined,
  reference: Temporal.PlainDate | undefined,
  notes: Notes,
): Days | undefined => {
  const reading = readDays(cell, reference);
  if (reading.kind === 'empty' && field === 'startDay')
    notes.add('defect', field, `Tanggal Mulai belum diisi. ${dayAdvice}`);
  return notes.take(reading, { field, cell, advice: dayAdvice, otherwise: 'defect' });
};

const isSameDayWord = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' &&
  /^\s*(?:selesai|sama|idem|s\.?\s?d\.? selesai|1 hari)\s*$/i.test(cell);

const warnOfFarDay = (
  from: Temporal.PlainDate,
  reference: Temporal.PlainDate | undefined,
  notes: Notes,
): void => {
  if (reference === undefined) return;
  const ahead = reference.until(from, { largestUnit: 'days' }).days;
  if (Math.abs(ahead) <= 366) return;
  const side = ahead > 0 ? 'sesudah' : 'sebelum';
  notes.add(
    'warning',
    'startDay',
    `Tanggal Mulai ${plainDay(from)} lebih dari satu tahun ${side} permohonan diajukan. Periksa tahunnya.`,
  );
};

interface Hours {
  readonly from: ClockMinute;
  readonly until: ClockMinute | 'selesai';
  readonly zone: Zone;
}

const readHours = ({ cells, notes }: ScheduleReading): Hours | undefined => {
  const before = notes.findings.length;
  const startReading = startTimes(cells);
  const start = notes.take(startReading, {
    field: 'startTime',
    cell: cells.startTime,
    advice: timeAdvice,
    otherwise: 'defect',
  });
  const end = notes.take(readTimes(cells.endTime), {
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
  const zone = agreedZone([column, start?.zone, end?.zone], notes);
  const until = agreedEnd(start, end, notes);
  const unclear = notes.findings.slice(before).some(({ kind }) => kind !== 'warning');
  if (unclear || start?.from === undefined || zone === undefined || until === undefined)
    return undefined;
  if (start.from === 1440) {
    notes.add(
      'question',
      'startTime',
      'Jam Mulai 24.00 belum jelas harinya. Tulis 00.00 dengan tanggal yang dimaksud.',
    );
    return undefined;
  }
  return { from: start.from, until, zone };
};

/** People write the time behind the day, or the day's cell holds a time; it counts where *Jam Mulai* is empty. */
const startTimes = ({ startTime, startDay }: ScheduleCells): ReturnType<typeof readTimes> => {
  const times = readTimes(startTime);
  if (times.kind !== 'empty') return times;
  const behindDay =
    typeof startDay === 'number'
      ? startDay % 1 || undefined
      : /\b(?:pukul|pkl|jam)\b.*$/is.exec(String(startDay ?? ''))?.[0];
  return behindDay === undefined ? times : readTimes(behindDay);
};

const agreedZone = (said: readonly (Zone | undefined)[], notes: Notes): Zone | undefined => {
  const [zone = 'WITA', ...others] = new Set(said.filter((one) => one !== undefined));
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
    return askForOne(`${clockText(start.from)} dan ${clockText(end.from)}`, 'Jam Mulai', notes);
  const typed = end?.until ?? end?.from;
  const inStart = start?.until;
  if (typeof typed === 'number' && typeof inStart === 'number' && typed !== inStart)
    return askForOne(`${clockText(inStart)} dan ${clockText(typed)}`, 'Jam Selesai', notes);
  return typeof typed === 'number' ? typed : (inStart ?? 'selesai');
};

const askForOne = (both: string, header: string, notes: Notes): undefined => {
  const field = header === 'Jam Mulai' ? 'startTime' : 'endTime';
  notes.add(
    'question',
    field,
    `${header} disebut dua kali dan berbeda: ${both}. Tulis satu jam yang benar.`,
  );
};

/** Days of the sessions' starts, and how many minutes each lasts; `undefined` length is an open end. */
interface Span extends Days {
  readonly minutes: number | undefined;
}

const asSpan = (days: Days, hours: Hours, { notes }: ScheduleReading): Span | undefined => {
  const { from } = hours;
  const until = hours.until === 0 ? 1440 : hours.until;
  if (until === 'selesai') return { ...days, minutes: undefined };
  if (until > from) return { ...days, minutes: until - from };
  const untilMorning = from >= 18 * 60 && until <= 6 * 60;
  const nights = days.from.until(days.to, { largestUnit: 'days' }).days;
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
  return { from: days.from, to: days.from, minutes: until + 1440 - from };
};

const scheduleOf = (
  span: Span,
  { from, zone }: Hours,
  { timeZone, assumedEventMinutes }: ScheduleReading,
): Schedule => {
  const minutes = span.minutes ?? assumedEventMinutes;
  const length = span.from.until(span.to, { largestUnit: 'days' }).days + 1;
  const sessions = Array.from({ length }, (_, offset): Session => {
    const day = span.from.add({ days: offset }).toZonedDateTime(timeZoneOf[zone]);
    const start = day.add({ minutes: from }).withTimeZone(timeZone);
    return { start, end: start.add({ minutes }) };
  });
  const first = sessions[0];
  const last = sessions.at(-1);
  return {
    startDay: first?.start.toPlainDate() ?? span.from,
    endDay: last?.start.toPlainDate() ?? span.to,
    sessions,
    openEnd: span.minutes === undefined,
    zone,
  };
};
