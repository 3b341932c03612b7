import { clockTime } from '../wording.ts';
import { hourOfDay, takePartOfDay } from './clock-hour.ts';
import { numberFromWords } from './number-words.ts';
import { type Reading, read, unreadable, unsure } from './reading.ts';

/** Minutes since midnight on the clock; 1440 is 24.00. */
export type ClockMinute = number;

/** "09.00" of a clock minute; "24.00" at the end of the day. */
export const clockText = (minute: ClockMinute): string =>
  clockTime({ hour: Math.floor(minute / 60), minute: minute % 60 });

/**
 * One time of the clock: "09.00", "9", "0930", "9 pagi", "setengah 10", "9 lewat 15", "10 kurang seperempat".
 *
 * "3" and "3.00" may be night or afternoon and are asked; "03.00" has been written on purpose.
 */
export const readClock = (text: string): Reading<ClockMinute> => {
  const { part, rest } = takePartOfDay(text.trim());
  const spoken = readSpoken(rest.replaceAll(/\s+/g, ' ').trim());
  if (spoken === undefined) return unreadable;
  const { hour, minute, bare, shift } = spoken;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return unreadable;
  if (part !== undefined) {
    const meant = hourOfDay(hour, part);
    return meant === undefined
      ? unsure(`tidak cocok dengan "${part}". Tulis jamnya dalam 24 jam, misalnya 14.00.`)
      : read(meant * 60 + minute + shift);
  }
  if (bare && hour === 0) return unsure('belum jelas. Tulis jamnya lengkap, misalnya 09.00.');
  if (bare && hour >= 1 && hour <= 6) {
    const night = clockText(hour * 60 + minute + shift);
    const day = clockText((hour + 12) * 60 + minute + shift);
    return unsure(`bisa berarti pukul ${night} atau ${day}. Tulis ${night} atau ${day}.`);
  }
  const total = hour * 60 + minute + shift;
  return total < 0 ? unreadable : read(total);
};

interface Spoken {
  readonly hour: number;
  readonly minute: number;
  /** Written without a leading zero, so that an early hour may be an afternoon's. */
  readonly bare: boolean;
  /** "setengah 10" is half an hour before ten. */
  readonly shift: number;
}

const readSpoken = (text: string): Spoken | undefined => {
  const written = /^(\d{1,2})(?:\s?[.:,;]\s?| )(\d{2})(?:[.:]\d{2})?$/.exec(text);
  if (written !== null) return spoken(written[1] ?? '', Number(written[2]));
  const together = /^(\d{1,2})(\d{2})$/.exec(text);
  if (together !== null) return spoken(together[1] ?? '', Number(together[2]));
  const half = /^(?:setengah|stngah|1\/2|½) (.+)$/.exec(text);
  if (half !== null) return withShift(readHour(half[1] ?? ''), -30);
  const past = /^(.+?) (?:lewat|lebih|lbh) (.+?)(?: menit)?$/.exec(text);
  if (past !== null) return withShift(readHour(past[1] ?? ''), readMinutes(past[2] ?? ''));
  const before = /^(.+?) kurang (.+?)(?: menit)?$/.exec(text);
  if (before !== null) {
    const minutes = readMinutes(before[2] ?? '');
    return withShift(readHour(before[1] ?? ''), minutes === undefined ? undefined : -minutes);
  }
  return readHour(text.replace(/[.:]$/, ''));
};

const spoken = (hour: string, minute: number): Spoken => ({
  hour: Number(hour),
  minute,
  bare: !hour.startsWith('0'),
  shift: 0,
});

const withShift = (hour: Spoken | undefined, shift: number | undefined): Spoken | undefined =>
  hour === undefined || shift === undefined ? undefined : { ...hour, shift };

const readHour = (text: string): Spoken | undefined => {
  if (/^\d{1,2}$/.test(text))
    return { ...spoken(text, 0), bare: text === '00' || !text.startsWith('0') };
  const hour = numberFromWords(text);
  return hour === undefined ? undefined : { hour, minute: 0, bare: true, shift: 0 };
};

const readMinutes = (text: string): number | undefined => {
  if (text === 'seperempat') return 15;
  if (text === 'setengah') return 30;
  const minutes = /^\d{1,2}$/.test(text) ? Number(text) : numberFromWords(text);
  return minutes !== undefined && minutes < 60 ? minutes : undefined;
};
