import { Temporal } from 'temporal-polyfill';
import { dayNames, firstOf, list, longDay, plainDay } from '../cases/wording.ts';
import { daysBetween } from '../sheet/calendar-days.ts';
import { dayFromSerial } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf } from './cell-text.ts';
import type { MomentWord } from './moment-words.ts';
import { saysRepetition } from './read-repetition.ts';
import { readTimeWords, remarkWarnings } from './read-times.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { daysSaid } from './repeated-days.ts';
import { splitMoment } from './split-moment.ts';
import { type WrittenDay, type WrittenDays, writtenDays } from './written-days.ts';

/** The first and last day that a cell names; the same day where it names one. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Days with what is known of how they were written. */
export interface DaysAsWritten extends Days {
  /** A cell that holds a day, digits alone ("23/11/2026"), or a month by its name. */
  readonly form: 'serial' | 'digits' | 'words';
  /** The right weekday or "(benar)" stands beside it, so that it is meant however unlikely it is. */
  readonly isMeant: boolean;
  /** What the cell says about the time besides. */
  readonly times: readonly MomentWord[];
}

export interface DaysReading {
  /** The day of submission, from which a year that was left out is told. */
  readonly reference: Temporal.PlainDate | undefined;
  /** Whether a day without a year lies ahead, as events do, or behind, as letters do. Ahead unless said. */
  readonly side?: 'ahead' | 'behind';
  /** Whether the cell says the first day or the last: "s.d. 24 November 2026". The first unless said. */
  readonly role?: 'start' | 'end';
}

/**
 * Reads cells that hold a day, and "Senin, 23 November 2026", "23/11/2026" (day first), "23-11-26",
 * "Jum'at 27 Nopember 2026", "23 s.d. 25 November 2026", "23/XI/2026".
 *
 * A weekday that is not the date's, a month in front, or days with a gap between them are asked. A year that was
 * left out is the next one from `reference` on, the day of submission, with a warning. Every word must say a day or
 * a time; "di Aula" and brackets are left aside and said.
 */
export const readDays = (
  cell: Cell | undefined,
  reference: Temporal.PlainDate | undefined,
  side: 'ahead' | 'behind' = 'ahead',
): Reading<Days> => {
  const reading = readDaysAsWritten(cell, { reference, side });
  return reading.kind === 'read'
    ? { ...reading, value: { from: reading.value.from, to: reading.value.to } }
    : reading;
};

/** The same for readers who look at how the days were written, and at a time beside them. */
export const readDaysAsWritten = (
  cell: Cell | undefined,
  how: DaysReading,
): Reading<DaysAsWritten> => {
  if (typeof cell === 'number') return readSerial(cell);
  if (answerOf(cell) === undefined) return empty;
  const repeated = repetitionIn(String(cell), how);
  if (repeated !== undefined) return unsure(repeated);
  const split = splitMoment(cell, 'days');
  if (split.kind !== 'split') return split;
  const times = readTimeWords(split.times);
  if (times.kind !== 'read') return times;
  const isUntil = how.role === 'end' && split.days[0]?.kind === 'until';
  const days = readDayWords(isUntil ? split.days.slice(1) : split.days, how);
  if (days.kind !== 'read') return days;
  const { from, to } = days.value;
  const doubt =
    wrongLength(split.length, days.value) ?? wrongRelative(split.relative, from, how.reference);
  if (doubt !== undefined) return unsure(doubt);
  const hasWeekday = split.days.some(({ kind }) => kind === 'weekday');
  const isNamed = split.days.some(({ kind }) => kind === 'month');
  const value: DaysAsWritten = {
    from,
    to,
    form: isNamed ? 'words' : 'digits',
    isMeant: split.isMeant || hasWeekday,
    times: split.times,
  };
  return read(value, ...days.warnings, ...remarkWarnings(split.remarks));
};

const mostNamed = 10;

/** One request is one event, with people and things of its own. */
const repetitionIn = (text: string, { reference, side = 'ahead' }: DaysReading) => {
  if (!saysRepetition(text)) return undefined;
  const days = daysSaid(text, { reference, dayIn: dayReader({ reference, side }) });
  switch (days.kind) {
    case 'read': {
      const names = days.value.all.map(plainDay);
      return `menyebut kegiatan berulang: ${list(firstOf(names, mostNamed, (more) => `${more} hari lainnya`))}. Ajukan satu permohonan untuk setiap hari.`;
    }
    case 'unsure':
      return `${days.question} Boleh juga diajukan satu permohonan untuk setiap hari.`;
    default:
      return 'menyebut kegiatan berulang yang harinya belum jelas. Tulis misalnya "setiap Senin sampai 14 Desember 2026", atau ajukan satu permohonan untuk setiap hari.';
  }
};

/** Reads one day of words, where they say one. */
export const dayReader =
  (how: DaysReading) =>
  (text: string): Temporal.PlainDate | undefined => {
    const day = readDaysAsWritten(text.trim(), how);
    return day.kind === 'read' && day.value.from.equals(day.value.to) ? day.value.from : undefined;
  };

/** The days that words say, with the weekdays among them. */
export const readDayWords = (
  words: readonly MomentWord[],
  { reference, side = 'ahead' }: DaysReading,
): Reading<Days> => {
  const written = writtenDays(words);
  if (written === undefined) return unreadable;
  const days = inCalendar(written, { reference, side });
  if (days.kind !== 'read') return days;
  const doubt = wrongWeekday(words, days.value);
  return doubt === undefined ? days : unsure(doubt);
};

type DaysToTell = Required<Pick<DaysReading, 'reference' | 'side'>>;

const earliest = Temporal.PlainDate.from('2000-01-01');
const latest = Temporal.PlainDate.from('2100-12-31');

const readSerial = (serial: number): Reading<DaysAsWritten> => {
  const day = dayFromSerial(serial);
  return day === undefined || !isPlausible(day)
    ? unreadable
    : read({ from: day, to: day, form: 'serial', isMeant: false, times: [] });
};

const isPlausible = (day: Temporal.PlainDate): boolean =>
  daysBetween(earliest, day) >= 0 && daysBetween(day, latest) >= 0;

const inCalendar = (written: WrittenDays, how: DaysToTell): Reading<Days> => {
  const swapped = [written.from, written.to].find(({ day, month }) => month > 12 && day <= 12);
  if (swapped !== undefined) return askForDayFirst(swapped);
  const year = written.to.year ?? written.from.year ?? yearOf(written.from, how);
  if (typeof year !== 'number') return unsure(year.question);
  const { from, to } = overNewYear(written, year);
  if (from === undefined || to === undefined)
    return unsure('tidak ada dalam kalender. Periksa tanggalnya, lalu tulis misalnya 23/11/2026.');
  if (!isPlausible(from) || !isPlausible(to))
    return unsure('tahunnya tidak masuk akal. Tulis lengkap, misalnya 23/11/2026.');
  if (Temporal.PlainDate.compare(to, from) < 0)
    return unsure('berakhir sebelum mulai. Periksa kedua tanggalnya.');
  const doubt = gapIn(written, { from, to });
  if (doubt !== undefined) return unsure(doubt);
  const hasYear = written.to.year !== undefined || written.from.year !== undefined;
  return hasYear
    ? read({ from, to })
    : read({ from, to }, `ditulis tanpa tahun dan dibaca ${plainDay(from)}. Periksa tahunnya.`);
};

/** "29 Desember s.d. 2 Januari 2027" begins in the year before; `year` is the one that was written, or the start's. */
const overNewYear = (
  { from, to }: WrittenDays,
  year: number,
): {
  readonly from: Temporal.PlainDate | undefined;
  readonly to: Temporal.PlainDate | undefined;
} => {
  const turns = from.month === 12 && to.month === 1;
  const isEnds = to.year !== undefined;
  return {
    from: plainDate(from, from.year ?? (turns && isEnds ? year - 1 : year)),
    to: plainDate(to, to.year ?? (turns ? year + 1 : year)),
  };
};

const askForDayFirst = ({ day, month, year }: WrittenDay): Reading<Days> => {
  const meant = plainDate({ day: month, month: day }, year ?? 2024);
  if (meant === undefined) return unreadable;
  const numbers = [month, day, ...(year === undefined ? [] : [year])].join('/');
  return unsure(`tampaknya menyebut bulan lebih dahulu. Tulis tanggal di depan: ${numbers}.`);
};

/** The year in which the day next comes; just past days are asked, because people key in events afterwards. */
const yearOf = (
  written: WrittenDay,
  { reference, side }: DaysToTell,
): number | { readonly question: string } => {
  const question = 'ditulis tanpa tahun. Tulis lengkap, misalnya 23/11/2026.';
  if (reference === undefined) return { question };
  const thisYear = plainDate(written, reference.year);
  if (thisYear === undefined) return reference.year;
  const ahead = daysBetween(reference, thisYear);
  if (side === 'behind') return ahead <= daysAfterReference ? reference.year : reference.year - 1;
  if (ahead >= 0) return reference.year;
  return ahead < -60 ? reference.year + 1 : { question };
};

/** A letter may be dated a little after the form was sent. */
const daysAfterReference = 31;

const plainDate = (
  { day, month }: Pick<WrittenDay, 'day' | 'month'>,
  year: number,
): Temporal.PlainDate | undefined => {
  try {
    return new Temporal.PlainDate(year, month, day);
  } catch {
    return undefined;
  }
};

const lengthOf = ({ from, to }: Days): number => daysBetween(from, to) + 1;

const gapIn = ({ listed }: WrittenDays, days: Days): string | undefined =>
  listed === undefined || listed === lengthOf(days)
    ? undefined
    : 'menyebut hari yang tidak berurutan. Ajukan satu permohonan untuk setiap hari.';

const wrongLength = (length: number | undefined, days: Days): string | undefined =>
  length === undefined || length === lengthOf(days)
    ? undefined
    : `menyebut ${length} hari, padahal tanggalnya ${lengthOf(days)} hari. Periksa tanggalnya.`;

const wrongRelative = (
  relative: number | undefined,
  from: Temporal.PlainDate,
  reference: Temporal.PlainDate | undefined,
): string | undefined =>
  relative === undefined || reference?.add({ days: relative }).equals(from)
    ? undefined
    : 'menyebut hari dan tanggal yang berbeda. Tulis tanggalnya saja, misalnya 23/11/2026.';

/** One weekday belongs to the start, or to the end that it stands beside; two are start and end; more are all days. */
const wrongWeekday = (words: readonly MomentWord[], days: Days): string | undefined => {
  const said = words.flatMap((word, index) =>
    word.kind === 'weekday' ? [{ weekday: word.weekday, index }] : [],
  );
  const firstNumber = words.findIndex(({ kind }) => kind === 'number');
  const last = said.at(-1);
  const wrong = said.find(({ weekday, index }) => {
    if (said.length === 1 && index > firstNumber && weekday === days.to.dayOfWeek) return false;
    if (index === said[0]?.index) return weekday !== days.from.dayOfWeek;
    return index === last?.index ? weekday !== days.to.dayOfWeek : !isAmong(weekday, days);
  });
  if (wrong === undefined) return undefined;
  const day = wrong.index === last?.index && said.length > 1 ? days.to : days.from;
  return `menyebut hari ${dayNames[wrong.weekday - 1]}, padahal tanggal itu ${longDay(day)}. Tulis hari dan tanggal yang benar.`;
};

const isAmong = (weekday: number, days: Days): boolean =>
  (weekday - days.from.dayOfWeek + 7) % 7 < lengthOf(days);
