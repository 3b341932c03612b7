/**
 * Indonesian wording of days, times and figures, as it stands in cells and messages.
 *
 * Own small tables instead of `Intl`, so that every machine writes the same text. Spaces are plain ones;
 * documents add what keeps a line together.
 */
import { Temporal } from 'temporal-polyfill';
import { localTime } from '../sheet/local-time.ts';
import { onceFor } from '../sheet/once-for.ts';
import type { Finding } from './request.ts';

/** Monday first, as `dayOfWeek` counts. */
export const dayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

export const monthNames = [
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
] as const;

/** "Senin, 23 November 2026" */
export const longDay = (day: Temporal.PlainDate): string => `${dayName(day)}, ${plainDay(day)}`;

/** "23 November 2026" */
export const plainDay = onceFor(
  (day: Temporal.PlainDate): string => `${day.day} ${monthNames[day.month - 1]} ${day.year}`,
);

/** "Senin" */
export const dayName = (day: Temporal.PlainDate): string => dayNames[day.dayOfWeek - 1] ?? '';

/** "Sen 23/11 09.10" */
export const shortMoment = (moment: Temporal.Instant, timeZone: string): string => {
  const { day, ...time } = localTime(moment, timeZone);
  return `${dayName(day).slice(0, 3)} ${twoDigits(day.day)}/${twoDigits(day.month)} ${clockTime(time)}`;
};

/** "09.00" */
export const clockTime = (shown: { hour: number; minute: number }): string => {
  const { hour, minute } =
    shown instanceof Temporal.ZonedDateTime ? localTime(shown, shown.timeZoneId) : shown;
  return `${twoDigits(hour)}.${twoDigits(minute)}`;
};

/** "6 j 30 m", "45 m", "24 j"; a negative length carries its sign in front. */
export const duration = (minutes: number): string => {
  const whole = Math.round(Math.abs(minutes));
  const parts = [
    ...(whole >= 60 ? [`${number(Math.floor(whole / 60))} j`] : []),
    ...(whole % 60 > 0 || whole === 0 ? [`${whole % 60} m`] : []),
  ];
  return `${minutes < 0 && whole > 0 ? '-' : ''}${parts.join(' ')}`;
};

/** "6 jam 26 menit", "45 menit", "24 jam", as signed papers spell it. */
export const longDuration = (minutes: number): string =>
  duration(minutes).replace(' j', ' jam').replace(' m', ' menit');

/** "A", "A dan B", "A, B, dan C" */
export const list = (words: readonly string[]): string => {
  const last = words.at(-1) ?? '';
  if (words.length <= 1) return last;
  if (words.length === 2) return `${words[0]} dan ${last}`;
  return `${words.slice(0, -1).join(', ')}, dan ${last}`;
};

/** The first so many; where there are others, they are counted in the words of `rest`. */
export const firstOf = (
  words: readonly string[],
  most: number,
  rest: (more: number) => string,
): readonly string[] =>
  words.length <= most ? words : [...words.slice(0, most), rest(words.length - most)];

/** Thousands dot and decimal comma: "1.641", "88,31"; at most `decimals` digits after the comma. */
export const number = (value: number, decimals = 2): string => {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
  const digits = fraction?.replace(/0+$/, '') ?? '';
  const text = digits === '' ? grouped : `${grouped},${digits}`;
  return value < 0 && text !== '0' ? `-${text}` : text;
};

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** "Nama", "Hari" */
export const quotedNames = (names: readonly string[]): string =>
  names.map((name) => `"${name}"`).join(', ');

/** The column's name in front, unless the text speaks of it already. */
export const findingLine = ({ field, text }: Finding): string =>
  field === undefined || text.includes(field) ? text : `${field}: ${text}`;
