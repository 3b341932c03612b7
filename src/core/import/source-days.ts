/** The day of an event as a ledger writes it: whole, or with month and year left to a title, a sheet's name, a row above. */
import { Temporal } from 'temporal-polyfill';
import { dayNames, longDay, monthNames, plainDay } from '../cases/wording.ts';
import { type Days, readDaysAsWritten } from '../reading/read-days.ts';
import { weekdayOf } from '../reading/weekday-words.ts';
import { dayFromSerial } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';
import type { WhenContext } from './when-context.ts';

/** `month-first` where a column writes 4/22/2025; `mixed` where it writes both, so that 3/4/2025 may be either. */
export type DigitOrder = 'day-first' | 'month-first' | 'mixed';

export interface SourceDays extends Days {
  /** Why somebody should look at it, in the staff's words; absent where it is plain. */
  readonly doubt?: string;
  /** Where month or year came from, in the staff's words; absent where the cell says all of it. */
  readonly taken?: string;
}

export interface DayCells {
  /** Of the day's column, without what it says about the time. */
  readonly day: Cell;
  readonly isMoment: boolean;
  /** Of the weekday's column. */
  readonly weekday: string;
  readonly context: WhenContext;
  readonly order: DigitOrder;
}

/** The order in which a column writes day and month, told from the dates that can be read in one way only. */
export const orderOf = (texts: readonly string[]): DigitOrder => {
  const pairs = texts.flatMap((text) => {
    const [, one, two] = /^\D{0,12}(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(text.trim()) ?? [];
    return one === undefined ? [] : [{ one: Number(one), two: Number(two) }];
  });
  const monthFirst = pairs.some(({ one, two }) => two > 12 && one <= 12);
  const dayFirst = pairs.some(({ one, two }) => one > 12 && two <= 12);
  if (monthFirst) return dayFirst ? 'mixed' : 'month-first';
  return 'day-first';
};

/** `undefined` where no day can be made out. */
export const readSourceDays = (cells: DayCells): SourceDays | undefined => {
  const found = fromDayCell(cells) ?? fromWeekday(cells);
  if (found === undefined) return undefined;
  const doubt = found.doubt ?? wrongWeekday(found, cells) ?? otherMonth(found, cells);
  return doubt === undefined ? found : { ...found, doubt };
};

const fromDayCell = (cells: DayCells): SourceDays | undefined => {
  const { day, isMoment, context } = cells;
  if (typeof day === 'number') {
    if (isMoment || day > 20_000) return asOne(dayFromSerial(day));
    return Number.isInteger(day) ? fromText(String(day), cells) : undefined;
  }
  const text = String(day).trim();
  if (text !== '') return fromText(text, cells);
  const { span } = context;
  return span?.from.equals(span.to)
    ? { ...span, taken: 'tanggal pada baris judul di atasnya' }
    : undefined;
};

const asOne = (day: Temporal.PlainDate | undefined): SourceDays | undefined =>
  day && { from: day, to: day };

const fromText = (typed: string, cells: DayCells): SourceDays | undefined => {
  const { context, order } = cells;
  const swapped = inDayOrder(typed, order);
  const text = swapped.text;
  const year = context.year ?? context.span?.from.year;
  const month = context.month;
  const monthName = month === undefined ? undefined : monthNames[month - 1];
  const tries: readonly { readonly text: string; readonly taken?: string }[] = [
    { text },
    ...(year === undefined
      ? []
      : [
          { text: withYear(text, year), taken: `tahun ${year} dari judul` },
          ...(monthName === undefined
            ? []
            : [{ text: `${text} ${monthName} ${year}`, taken: `${monthName} ${year} dari judul` }]),
        ]),
  ];
  for (const one of tries) {
    const reading = readDaysAsWritten(one.text, { reference: undefined });
    const doubt = swapped.doubt;
    const said = { ...(one.taken && { taken: one.taken }), ...(doubt && { doubt }) };
    if (reading.kind === 'read') return { from: reading.value.from, to: reading.value.to, ...said };
    const bare = readDaysAsWritten(withoutWeekdays(one.text), { reference: undefined });
    if (reading.kind === 'unsure' && bare.kind === 'read') {
      const { from, to } = bare.value;
      return { from, to, ...said, doubt: `buku lama ${withoutAdvice(reading.question)}` };
    }
  }
  return undefined;
};

/** What to do is said once, at the end of the whole question. */
const withoutAdvice = (question: string): string =>
  question.replace(/\.\s+(?:Tulis|Periksa|Ajukan|Pilih)\b.*$|\.$/s, '');

const withYear = (text: string, year: number): string =>
  /\d{1,2}\s*[/.-]\s*\d{1,2}$/.test(text)
    ? `${text}/${year}`.replaceAll('.', '/')
    : `${text} ${year}`;

/** Put day first what was written month first; where both occur, what can be read in two ways is asked. */
const inDayOrder = (
  text: string,
  order: DigitOrder,
): { readonly text: string; readonly doubt?: string } => {
  const match = /^(\D{0,12})(\d{1,2})([/.-])(\d{1,2})\3(\d{2,4})\b/.exec(text);
  if (match === null) return { text };
  const [whole, before = '', one = '', sign = '/', two = '', year = ''] = match;
  const turned = `${before}${two}${sign}${one}${sign}${year}${text.slice(whole.length)}`;
  if (Number(two) > 12) return { text: turned };
  if (Number(one) > 12 || one === two) return { text };
  if (order === 'month-first') return { text: turned };
  return order === 'day-first'
    ? { text }
    : {
        text,
        doubt: `tertulis ${text}; kolom itu memakai urutan hari/bulan dan bulan/hari, jadi bisa tertukar`,
      };
};

const withoutWeekdays = (text: string): string =>
  text.replaceAll(/\p{L}[\p{L}'’‘\x60]*/gu, (word) =>
    weekdayOf(word.toLowerCase().replaceAll(/['’‘\x60]/g, '')) === undefined ? word : ' ',
  );

/** Only the weekday stands there, and the title names the week. */
const fromWeekday = ({ weekday, context: { span } }: DayCells): SourceDays | undefined => {
  const [said] = weekdaysIn(weekday);
  if (span === undefined || said === undefined) return undefined;
  const day = span.from.add({ days: (said - span.from.dayOfWeek + 7) % 7 });
  return Temporal.PlainDate.compare(day, span.to) <= 0
    ? { from: day, to: day, taken: 'minggu pada baris judul di atasnya' }
    : undefined;
};

export const weekdaysIn = (text: string): readonly number[] =>
  (
    text
      .toLowerCase()
      .replaceAll(/['’‘\x60]/g, '')
      .match(/\p{L}{3,}/gu) ?? []
  ).flatMap((word) => weekdayOf(word) ?? []);

const wrongWeekday = ({ from, to }: Days, { weekday }: DayCells): string | undefined => {
  const said = weekdaysIn(weekday);
  const [first] = said;
  const last = said.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (first === from.dayOfWeek && (said.length === 1 || last === to.dayOfWeek)) return undefined;
  return `buku lama menulis hari ${dayNames[first - 1]}, padahal tanggal itu ${longDay(first === from.dayOfWeek ? to : from)}`;
};

/** The sheet or the title is of another month. */
const otherMonth = ({ from, to }: Days, { context, day }: DayCells): string | undefined => {
  const { month, year, span } = context;
  if (span !== undefined) {
    const isWithin =
      Temporal.PlainDate.compare(from, span.to.add({ days: 2 })) <= 0 &&
      Temporal.PlainDate.compare(to, span.from) >= 0;
    return isWithin || day === ''
      ? undefined
      : `${plainDay(from)} di luar minggu pada judul di atasnya`;
  }
  if (year !== undefined && from.year !== year && to.year !== year)
    return `${plainDay(from)} di luar tahun ${year} pada judul`;
  if (month === undefined || from.month === month || to.month === month) return undefined;
  return `${plainDay(from)} di luar bulan ${monthNames[month - 1]} pada judul`;
};
