/**
 * Days and times in the words of an Indonesian letter, with spaces that do not break at a line's end.
 *
 * A view gives plain dates and times ("2026-11-23", "2026-11-23T09:00", "09:00"): the wall clock of the
 * office, already chosen by whoever made the view. An offset behind them is not converted.
 */
const nbsp = '\u00A0';
const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const dayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const dateWords = (typed: string): string => {
  const date = dayOf(typed);
  return date === undefined ? typed : words(date);
};

export const dayName = (typed: string): string => {
  const date = dayOf(typed);
  if (date === undefined) return '';
  return dayNames[new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()] ?? '';
};

/** "November 2026", from a day or a month. */
export const monthName = (typed: string): string => {
  const found = /^(\d{4})-(\d{2})(?:$|-)/.exec(typed);
  const name = monthNames[Number(found?.[2]) - 1];
  return found === null || name === undefined ? typed : `${name}${nbsp}${Number(found[1])}`;
};

/** "09.00 WITA"; an empty zone leaves the time alone. */
export const timeWords = (typed: string, zone: string): string => {
  const time = clockOf(typed);
  if (time === undefined) return typed;
  return zone === '' ? time : `${time}${nbsp}${zone}`;
};

/** "09.00–11.30 WITA", or "09.00 WITA sampai selesai" while the end is not known. */
export const timeRange = (from: string, until: string, zone: string): string => {
  const start = clockOf(from);
  const end = clockOf(until);
  if (start === undefined) return [from, until].filter((part) => part !== '').join('–');
  if (end === undefined) {
    const open = until === '' ? 'selesai' : until;
    return `${timeWords(from, zone)} sampai ${open}`;
  }
  return zone === '' ? `${start}–${end}` : `${start}–${end}${nbsp}${zone}`;
};

/** "23 November 2026", "23–25 November 2026", "30 November–2 Desember 2026". */
export const dateRange = (from: string, until: string): string => {
  const start = dayOf(from);
  const end = dayOf(until);
  if (start === undefined || end === undefined) return dateWords(from === '' ? until : from);
  if (start.year !== end.year) return `${words(start)}–${words(end)}`;
  if (start.month !== end.month)
    return `${start.day}${nbsp}${monthNames[start.month - 1]}–${words(end)}`;
  return start.day === end.day ? words(start) : `${start.day}–${words(end)}`;
};

const words = ({ year, month, day }: Day): string =>
  `${day}${nbsp}${monthNames[month - 1]}${nbsp}${year}`;

const dayOf = (typed: string): Day | undefined => {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(typed);
  if (found === null) return undefined;
  const [year, month, day] = found.slice(1, 4).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? { year, month, day }
    : undefined;
};

const clockOf = (typed: string): string | undefined => {
  const found = /(?:^|[T ])([01]?\d|2[0-3])[:.]([0-5]\d)/.exec(typed);
  return found === null ? undefined : `${found[1]?.padStart(2, '0')}.${found[2]}`;
};
