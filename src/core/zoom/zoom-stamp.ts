/** Days and times as Zoom and the spreadsheets that people open its files with write them. */
import { Temporal } from 'temporal-polyfill';

/** Which number of a date comes first; a date with the month in letters or the year in front is the same in both. */
export type DayOrder = 'day-first' | 'month-first';

/** "11/23/2026 09:02:11 AM", "23/11/2026 09.02", "2026-11-23 09:02:11", "Nov 23, 2026 09:02 AM"; none where it is no such. */
export const readStamp = (text: string, order: DayOrder): Temporal.PlainDateTime | undefined => {
  const tidy = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  const found = /^(.+?)[ ,T]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2})? ?([ap])?\.?(?:m\.?)?$/i.exec(tidy);
  const day = dayOf(found?.[1] ?? '', order);
  const hour = hourOf(Number(found?.[2]), found?.[4]);
  const minute = Number(found?.[3]);
  if (day === undefined || hour === undefined || !(minute < 60)) return undefined;
  return day.toPlainDateTime({ hour, minute });
};

const hourOf = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (!(hour >= 1 && hour <= 12)) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
};

const dayOf = (text: string, order: DayOrder): Temporal.PlainDate | undefined => {
  const numbers = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(text);
  if (numbers !== null) {
    const [, one = '', two = '', three = ''] = numbers;
    if (one.length === 4) return dated(one, two, three);
    return order === 'day-first' ? dated(three, two, one) : dated(three, one, two);
  }
  const [, monthFirst, dayBehind, year] = /^([A-Za-z]+)\.? (\d{1,2}),? (\d{4})$/.exec(text) ?? [];
  if (monthFirst !== undefined) return dated(year ?? '', monthOf(monthFirst), dayBehind ?? '');
  const [, day, month, behind] = /^(\d{1,2})[ -]([A-Za-z]+)\.?[ ,-]+(\d{4})$/.exec(text) ?? [];
  return month === undefined ? undefined : dated(behind ?? '', monthOf(month), day ?? '');
};

const dated = (year: string, month: string, day: string): Temporal.PlainDate | undefined => {
  if (![2, 4].includes(year.length)) return undefined;
  const whole = year.length === 2 ? 2000 + Number(year) : Number(year);
  try {
    return Temporal.PlainDate.from(
      { year: whole, month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
};

/** By the first three letters, in English and Indonesian; 0 is none. */
const monthOf = (word: string): string =>
  String(months.findIndex((names) => names.includes(word.slice(0, 3).toLowerCase())) + 1);

const months: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['may', 'mei'],
  ['jun'],
  ['jul'],
  ['aug', 'agu', 'ags'],
  ['sep'],
  ['oct', 'okt'],
  ['nov', 'nop'],
  ['dec', 'des'],
];
