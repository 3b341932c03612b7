import { clockTime } from '../cases/wording.ts';
import { minutesPerDay } from '../sheet/time-units.ts';
import { hourOfDay, type PartOfDay } from './clock-hour.ts';
import { type Reading, read, unreadable, unsure } from './reading.ts';

/** Minutes since midnight on the clock; `minutesPerDay` is 24.00. */
export type ClockMinute = number;

/** "09.00" of a clock minute; "24.00" at the end of the day. */
export const clockText = (minute: ClockMinute): string =>
  clockTime({ hour: Math.floor(minute / 60), minute: minute % 60 });

/** One time of the clock as it was written, before it is known which half of the day is meant. */
export interface WrittenClock {
  readonly hour: number;
  readonly minute: number;
  /** Without a leading zero, so that an early hour may be an afternoon's. */
  readonly isBare: boolean;
  /** With minutes: "9.00", not "9". */
  readonly hasMinutes: boolean;
  /** "setengah 10" is half an hour before ten. */
  readonly shift: number;
  /** Every part of the day that is named beside it. */
  readonly parts: readonly PartOfDay[];
  /** Why the digits themselves leave a doubt, as the rest of a sentence. */
  readonly doubt?: string;
}

/**
 * The minute that one written time means.
 *
 * "3" and "3.00" may be night or afternoon and are asked; "03.00" has been written on purpose.
 */
export const readClock = (clock: WrittenClock): Reading<ClockMinute> => {
  const { hour, minute, isBare, shift, parts, doubt } = clock;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return unreadable;
  if (doubt !== undefined) return unsure(doubt);
  const [part, ...others] = new Set(parts);
  if (others.length > 0)
    return unsure(
      `menyebut "${part}" dan "${others.join('", "')}". Tulis jamnya dalam 24 jam, misalnya 14.00.`,
    );
  if (part !== undefined) return inPart(clock, part);
  if (isBare && hour === 0) return unsure('belum jelas. Tulis jamnya lengkap, misalnya 09.00.');
  if (isBare && hour >= 1 && hour <= 6) {
    const night = clockText(hour * 60 + minute + shift);
    const day = clockText((hour + 12) * 60 + minute + shift);
    return unsure(`bisa berarti pukul ${night} atau ${day}. Tulis ${night} atau ${day}.`);
  }
  const total = hour * 60 + minute + shift;
  return total < 0 ? unreadable : read(total);
};

const inPart = ({ hour, minute, shift }: WrittenClock, part: PartOfDay): Reading<ClockMinute> => {
  const meant = hourOfDay(hour, part);
  const total = meant === undefined ? undefined : meant * 60 + minute + shift;
  return total === undefined || total < 0 || total > minutesPerDay
    ? unsure(`tidak cocok dengan "${part}". Tulis jamnya dalam 24 jam, misalnya 14.00.`)
    : read(total);
};
