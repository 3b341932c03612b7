import { Temporal } from 'temporal-polyfill';
import { dayFromSerial } from '../serial.ts';
import type { Cell } from '../snapshot.ts';
import { dayNames, longDay, plainDay } from '../wording.ts';
import { answerOf } from './cell-text.ts';
import { monthOf } from './month-words.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { weekdayOf } from './weekday-words.ts';

/** The first and last day that a cell names; the same day where it names one. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/**
 * Reads cells that hold a day, and "Senin, 23 November 2026", "23/11/2026" (day first), "23-11-26",
 * "Jum'at 27 Nopember 2026", "23 s.d. 25 November 2026".
 *
 * A weekday that is not the date's, a month in front, or days with a gap between them are asked. A year that was
 * left out is the next one from `reference` on, the day of submission, with a warning.
 */
export const readDays = (
  cell: Cell | undefined,
  reference: Temporal.PlainDate | undefined,
): Reading<Days> => {
  if (typeof cell === 'number') return readSerial(cell);
  const text = answerOf(cell);
  if (text === undefined) return empty;
  const { weekdays, plain } = plainDays(text);
  const written = readWritten(plain);
  if (written === undefined) return unreadable;
  return inCalendar(written, weekdays, reference);
};

const earliest = Temporal.PlainDate.from('2000-01-01');
const latest = Temporal.PlainDate.from('2100-12-31');

const readSerial = (serial: number): Reading<Days> => {
  const day = dayFromSerial(serial);
  return day === undefined || !isPlausible(day) ? unreadable : read({ from: day, to: day });
};

const isPlausible = (day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(earliest, day) <= 0 && Temporal.PlainDate.compare(day, latest) <= 0;

/** Lower case, months as "m11", words for "until" as "~", weekdays and the time of day taken out. */
const plainDays = (
  text: string,
): { readonly weekdays: readonly number[]; readonly plain: string } => {
  const weekdays: number[] = [];
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/['’‘`´](?=\d)/g, ' ')
    .replaceAll(/\bjum['’‘`´ ]?at\b/g, 'jumat')
    .replace(/[,;\s]*(?:\b(?:pukul|pkl|jam)\b|@).*$/s, '')
    .replace(/[,\sT]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*(?:wita|wib|wit))?$/, '')
    .replaceAll(/\bs\s?[./]?\s?d\b\.?|\b(?:sampai(?: dengan)?|hingga|to|until)\b/g, '~')
    .replaceAll(/\b(?:hari|tanggal|tgl|tahun|bulan)\b\.?|[()]/g, ' ')
    .replaceAll(/\p{L}+/gu, (word) => {
      const weekday = weekdayOf(word);
      if (weekday !== undefined) {
        weekdays.push(weekday);
        return '';
      }
      if (word === 'dan') return '&';
      const month = monthOf(word);
      return month === undefined ? word : `m${month}`;
    })
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,./~&-]+|[\s,./]+$/g, '')
    .trim();
  return { weekdays, plain };
};

interface WrittenDay {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}
interface WrittenDays {
  readonly from: WrittenDay;
  readonly to: WrittenDay;
  /** Days that a list names one by one. */
  readonly listed?: readonly number[];
}

const readWritten = (text: string): WrittenDays | undefined => {
  const single = readSingle(text);
  if (single !== undefined) return { from: single, to: single };
  const listed = /^(\d{1,2}(?:\s*(?:,|&|, &)\s*\d{1,2})+)\s*([ ./-]?\s*m\d+.*)$/.exec(text);
  if (listed !== null) return readList(listed[1] ?? '', listed[2] ?? '');
  for (const separator of text.matchAll(/[~-]/g)) {
    const to = readSingle(text.slice(separator.index + 1).replace(/^[\s,]+/, ''));
    const from = to && readStart(text.slice(0, separator.index).replace(/[\s,]+$/, ''), to);
    if (from !== undefined && to !== undefined) return { from, to };
  }
  return undefined;
};

const readList = (numbers: string, rest: string): WrittenDays | undefined => {
  const listed = numbers.split(/[,&\s]+/).map(Number);
  const to = readSingle(`${listed.at(-1)} ${rest}`);
  return to && { from: { ...to, day: listed[0] ?? to.day }, to, listed };
};

/** The start of a range takes the month and the year it leaves out from the end. */
const readStart = (text: string, to: WrittenDay): WrittenDay | undefined => {
  if (/^\d{1,2}$/.test(text)) return { ...to, day: Number(text) };
  const from = readSingle(text);
  return (
    from && (from.year === undefined && to.year !== undefined ? { ...from, year: to.year } : from)
  );
};

const readSingle = (text: string): WrittenDay | undefined => {
  const named = /^(\d{1,2})\s*[-/. ]?\s*m(\d+)(?!\d)(?:\s*[-/.,]?\s*(\d{4}|\d{2}))?$/.exec(text);
  if (named !== null) return writtenDay(named[1], named[2], named[3]);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso !== null) return writtenDay(iso[3], iso[2], iso[1]);
  const numeric = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/.exec(text);
  if (numeric !== null) return writtenDay(numeric[1], numeric[2], numeric[3]);
  const english = /^m(\d+)(?!\d)\s*(\d{1,2})(?:st|nd|rd|th)?(?:[\s,]\s*(\d{4}))?$/.exec(text);
  if (english !== null) return writtenDay(english[2], english[1], english[3]);
  const withoutYear = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  return withoutYear === null ? undefined : writtenDay(withoutYear[1], withoutYear[2], undefined);
};

const writtenDay = (day = '', month = '', year: string | undefined): WrittenDay => ({
  day: Number(day),
  month: Number(month),
  ...(year !== undefined && { year: year.length === 2 ? 2000 + Number(year) : Number(year) }),
});

const inCalendar = (
  written: WrittenDays,
  weekdays: readonly number[],
  reference: Temporal.PlainDate | undefined,
): Reading<Days> => {
  const swapped = [written.from, written.to].find(({ day, month }) => month > 12 && day <= 12);
  if (swapped !== undefined) return askForDayFirst(swapped);
  const year = written.to.year ?? written.from.year ?? nextYearOf(written.from, reference);
  if (typeof year !== 'number') return unsure(year.question);
  const to = plainDate(written.to, year);
  const from = plainDate(written.from, year);
  if (from === undefined || to === undefined)
    return unsure('tidak ada dalam kalender. Periksa tanggalnya, lalu tulis misalnya 23/11/2026.');
  if (!isPlausible(from) || !isPlausible(to))
    return unsure('tahunnya tidak masuk akal. Tulis lengkap, misalnya 23/11/2026.');
  if (Temporal.PlainDate.compare(to, from) < 0)
    return unsure('berakhir sebelum mulai. Periksa kedua tanggalnya.');
  const doubt = gapIn(written, from, to) ?? wrongWeekday(weekdays, from, to);
  if (doubt !== undefined) return unsure(doubt);
  const hasYear = written.to.year !== undefined || written.from.year !== undefined;
  return hasYear
    ? read({ from, to })
    : read({ from, to }, `ditulis tanpa tahun dan dibaca ${plainDay(from)}. Periksa tahunnya.`);
};

const askForDayFirst = ({ day, month, year }: WrittenDay): Reading<Days> => {
  const meant = plainDate({ day: month, month: day }, year ?? 2024);
  if (meant === undefined) return unreadable;
  const numbers = [month, day, ...(year === undefined ? [] : [year])].join('/');
  return unsure(`tampaknya menyebut bulan lebih dahulu. Tulis tanggal di depan: ${numbers}.`);
};

/** The year in which the day next comes; just past days are asked, because people key in events afterwards. */
const nextYearOf = (
  written: WrittenDay,
  reference: Temporal.PlainDate | undefined,
): number | { readonly question: string } => {
  const question = 'ditulis tanpa tahun. Tulis lengkap, misalnya 23/11/2026.';
  if (reference === undefined) return { question };
  const thisYear = plainDate(written, reference.year);
  if (thisYear !== undefined) {
    const daysAgo = thisYear.until(reference, { largestUnit: 'days' }).days;
    if (daysAgo <= 0) return reference.year;
    if (daysAgo <= 60) return { question };
  }
  return reference.year + 1;
};

const plainDate = (
  { day, month, year }: WrittenDay,
  otherwise: number,
): Temporal.PlainDate | undefined => {
  const first = { year: year ?? otherwise, month, day: 1 };
  if (month < 1 || month > 12 || day < 1) return undefined;
  const monthStart = Temporal.PlainDate.from(first);
  return day > monthStart.daysInMonth ? undefined : monthStart.with({ day });
};

const gapIn = (
  { listed }: WrittenDays,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): string | undefined => {
  const days = from.until(to, { largestUnit: 'days' }).days + 1;
  return listed === undefined || listed.length === days
    ? undefined
    : 'menyebut hari yang tidak berurutan. Ajukan satu permohonan untuk setiap hari.';
};

const wrongWeekday = (
  weekdays: readonly number[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): string | undefined => {
  const [first, last] = weekdays;
  const wrong =
    first !== undefined && first !== from.dayOfWeek
      ? { said: first, day: from }
      : last !== undefined && weekdays.length === 2 && last !== to.dayOfWeek
        ? { said: last, day: to }
        : undefined;
  return (
    wrong &&
    `menyebut hari ${dayNames[wrong.said - 1]}, padahal tanggal itu ${longDay(wrong.day)}. Tulis hari dan tanggal yang benar.`
  );
};
