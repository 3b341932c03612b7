import type { MomentWord } from './moment-words.ts';
import type { WrittenClock } from './read-clock.ts';
import { isMark } from './split-moment.ts';

/** A time among the words of a cell, and how many of them say it. */
export interface ClockAt {
  readonly clock: WrittenClock;
  readonly length: number;
}

/**
 * The time that stands at a place among the words: "09.00", "9", "0930", "setengah 10", "9 lewat 15",
 * "10 kurang seperempat". Parts of the day are not taken here: people write them before and behind.
 */
export const clockAt = (words: readonly MomentWord[], at: number): ClockAt | undefined => {
  if (words[at]?.kind === 'half') {
    const whole = wholeHour(words[at + 1]);
    return whole && { clock: { ...whole, shift: -30 }, length: 2 };
  }
  const written = digitsAt(words, at);
  if (written === undefined) return undefined;
  return withMinutesSaid(words, at + written.length, written) ?? written;
};

const digitsAt = (words: readonly MomentWord[], at: number): ClockAt | undefined => {
  const first = words[at];
  if (first?.kind !== 'number') return undefined;
  const { digits } = first;
  if (digits.length > 4) return undefined;
  if (digits.length > 2) return { clock: compact(digits), length: 1 };
  const minutes = minutesBehind(words, at + 1);
  if (minutes === undefined) return { clock: plain(first, 0), length: 1 };
  const length = minutes.length + 1 + secondsLength(words, at + 1 + minutes.length);
  const isBare = !digits.startsWith('0');
  const clock = { ...plain(first, minutes.value), isBare, hasMinutes: true };
  if (length > minutes.length + 1) return { clock: { ...clock, isBare: false }, length };
  const { doubt } = minutes;
  return { clock: doubt === undefined ? clock : { ...clock, doubt }, length };
};

const plain = (word: MomentWord & { readonly kind: 'number' }, minute: number): WrittenClock => ({
  hour: Number(word.digits),
  minute,
  isBare: word.spoken || !word.digits.startsWith('0') || Number(word.digits) === 0,
  hasMinutes: false,
  shift: 0,
  parts: [],
});

/** "0930"; "2026" is a year that got into the wrong cell. */
const compact = (digits: string): WrittenClock => {
  const hour = Number(digits.slice(0, -2));
  const minute = Number(digits.slice(-2));
  const isYear = hour === 20 && minute >= 20 && minute < 30;
  return {
    hour,
    minute,
    isBare: !digits.startsWith('0'),
    hasMinutes: true,
    shift: 0,
    parts: [],
    ...(isYear && { doubt: yearDoubt }),
  };
};

const yearDoubt = 'bisa berarti tahun atau jam. Tulis jamnya dengan titik, misalnya 09.30.';

interface MinutesBehind {
  readonly value: number;
  readonly length: number;
  readonly doubt?: string;
}

const minutesBehind = (words: readonly MomentWord[], at: number): MinutesBehind | undefined => {
  const sign = words[at];
  if (isSpaced(words, at)) return spacedMinutes(words, at);
  const minutes = words[at + 1];
  const isSign =
    isMark(sign, '.') ||
    isMark(sign, ':') ||
    ((isMark(sign, ',') || isMark(sign, ';')) && sign?.glued && minutes?.glued);
  if (!isSign || minutes?.kind !== 'number' || minutes.spoken) return undefined;
  const value = Number(minutes.digits);
  if (minutes.digits.length === 2) return { value, length: 2 };
  if (minutes.digits === '0') return { value: 0, length: 2 };
  const half = Number(minutes.digits) < 6 ? `.${minutes.digits}0` : '.30';
  return {
    value: 0,
    length: 2,
    doubt: `belum jelas menitnya. Tulis dua angka di belakang titik, misalnya 09${half}.`,
  };
};

const isSpaced = (words: readonly MomentWord[], at: number): boolean => {
  const minutes = words[at];
  return (
    minutes?.kind === 'number' &&
    !minutes.glued &&
    !minutes.spoken &&
    minutes.digits.length === 2 &&
    !isMark(words[at + 1], '.') &&
    !isMark(words[at + 1], ':')
  );
};

/** "9 30" is a time; "9 12" may be two of them. */
const spacedMinutes = (words: readonly MomentWord[], at: number): MinutesBehind => {
  const digits = words[at]?.text ?? '';
  return {
    value: Number(digits),
    length: 1,
    ...(!['00', '30', '45'].includes(digits) && {
      doubt: 'belum jelas. Tulis jamnya dengan titik, misalnya 09.30.',
    }),
  };
};

/** ":00" of "09:00:00", and the thousandths behind it. */
const secondsLength = (words: readonly MomentWord[], at: number): number => {
  const isSeconds = (index: number, digits: number) => {
    const number = words[index + 1];
    return (
      (isMark(words[index], '.') || isMark(words[index], ':')) &&
      number?.kind === 'number' &&
      number.digits.length === digits
    );
  };
  if (!isSeconds(at, 2)) return 0;
  return isSeconds(at + 2, 3) ? 4 : 2;
};

/** "9 lewat 15", "10 kurang seperempat", with or without "menit". */
const withMinutesSaid = (
  words: readonly MomentWord[],
  at: number,
  { clock, length }: ClockAt,
): ClockAt | undefined => {
  const sign = words[at]?.kind === 'past' ? 1 : words[at]?.kind === 'less' ? -1 : 0;
  if (sign === 0 || clock.hasMinutes) return undefined;
  const said = words[at + 1];
  const minutes =
    said?.kind === 'quarter'
      ? 15
      : said?.kind === 'half'
        ? 30
        : said?.kind === 'number' && Number(said.digits) < 60
          ? Number(said.digits)
          : undefined;
  if (minutes === undefined) return undefined;
  const unit = words[at + 2]?.kind === 'minutes' ? 1 : 0;
  return {
    clock: { ...clock, shift: sign * minutes, hasMinutes: true },
    length: length + 2 + unit,
  };
};

const wholeHour = (word: MomentWord | undefined): WrittenClock | undefined =>
  word?.kind === 'number' && word.digits.length <= 2
    ? { ...plain(word, 0), isBare: true, hasMinutes: true }
    : undefined;
