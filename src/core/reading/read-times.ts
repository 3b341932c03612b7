import type { Zone } from '../request.ts';
import { timeFromSerial } from '../serial.ts';
import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { type ClockMinute, readClock } from './read-clock.ts';
import { minutesAheadOfWib, zonesIn } from './read-zone.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { fold, isLike } from './spelling.ts';

/** What a cell of *Jam Mulai* or *Jam Selesai* says; people write a whole range into either. */
export interface Times {
  readonly from?: ClockMinute;
  readonly until?: ClockMinute | 'selesai';
  readonly zone?: Zone;
}

/**
 * Reads "09.00", "jam 9 pagi", "setengah 10", "09.00-selesai", "09:00 s/d 12:00 WITA", and cells that hold a
 * time. An hour from 1 to 6 without a part of the day may be morning or afternoon: that is asked.
 */
export const readTimes = (cell: Cell | undefined): Reading<Times> => {
  if (typeof cell === 'number') return readNumber(cell);
  const text = answerOf(cell);
  return text === undefined ? empty : readText(plainTimes(text));
};

const readNumber = (value: number): Reading<Times> => {
  if (value >= 0 && value < 1) return readSerial(value);
  const hundredths = Math.round(value * 100);
  if (value >= 1 && value < 25 && Math.abs(value * 100 - hundredths) < 1e-6) {
    const minute = hundredths % 100;
    const hour = String(Math.floor(value));
    if (minute === 50)
      return unsure(
        `bisa berarti pukul ${hour}.30 atau ${hour}.50. Tulis jamnya, misalnya ${hour}.30.`,
      );
    const text = minute === 0 ? hour : `${hour}.${String(minute).padStart(2, '0')}`;
    return readText(text);
  }
  if (Number.isInteger(value) && value >= 100 && value <= 2400) return readText(String(value));
  return value > 25 && !Number.isInteger(value) ? readSerial(value) : unreadable;
};

const readSerial = (value: number): Reading<Times> => {
  const time = timeFromSerial(value);
  return time === undefined ? unreadable : read({ from: time.hour * 60 + time.minute });
};

/** One spelling for what people write in many: separators become "~", fillers go, letter o among digits is 0. */
const plainTimes = (text: string): string => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/(?<=\d)o|o(?=\d)/g, '0')
    .replaceAll(/\([^)\d]*\)/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const behindDay = /(?:\d{4}|\d\/\d+).*?\b(?:pukul|pkl|jam)\b\.?(.*)$/.exec(plain)?.[1];
  return (behindDay ?? plain)
    .replaceAll(/\b(?:kurang lebih|kira-kira|lebih kurang)\b/g, ' ')
    .replaceAll(/\bs\s?[./]?\s?d\b\.?|\b(?:sampai(?: dengan)?|sampe|hingga|smp)\b/g, ' ~ ')
    .replaceAll('-', ' ~ ')
    .replaceAll(/\b(?:pukul|pkl|jam|jm|tepat|sekitar|mulai|dari)\b\.?|±/g, ' ')
    .replaceAll(/(?:\s*~)+\s*/g, ' ~ ')
    .replaceAll(/\s+/g, ' ')
    .trim();
};

const readText = (text: string): Reading<Times> => {
  const zones = zonesIn(fold(text));
  const [zone, ...others] = zones;
  if (others.length > 0) return readInSeveralZones(text);
  const withoutZone = text.replaceAll(/\b(?:wit+a+|wib+|wit)\b\.?/g, ' ');
  const sides = withoutZone.split('~').map((side) => side.trim());
  if (sides.length > 2) return unreadable;
  const times =
    sides.length === 2 ? readRange(sides[0] ?? '', sides[1] ?? '') : readOne(withoutZone);
  return times.kind === 'read' && zone !== undefined
    ? { ...times, value: { ...times.value, zone } }
    : times;
};

const readOne = (text: string): Reading<Times> => {
  const words = text.trim().split(' ');
  if (!isEnd(words.at(-1) ?? '')) return startingAt(readClock(text));
  const before = words.slice(0, -1).join(' ');
  return before === '' ? read({ until: 'selesai' }) : readRange(before, 'selesai');
};

const readRange = (left: string, right: string): Reading<Times> => {
  const open = right === '' || isEnd(right);
  const until = open ? undefined : readClock(right);
  const from = left === '' ? undefined : startOfRange(left, right, until);
  for (const side of [from, until]) if (side !== undefined && side.kind !== 'read') return side;
  return read({
    ...(from?.kind === 'read' && { from: from.value }),
    until: until?.kind === 'read' ? until.value : 'selesai',
  });
};

/** "1-3 siang": the part of the day behind the end counts for the start too, where that comes before the end. */
const startOfRange = (
  left: string,
  right: string,
  until: Reading<ClockMinute> | undefined,
): Reading<ClockMinute> => {
  const alone = readClock(left);
  if (alone.kind !== 'unsure' || until?.kind !== 'read') return alone;
  const part = /\b(?:pagi|siang|sore|petang|malam|dini hari|subuh|am|pm)\b/.exec(right)?.[0];
  const together = part === undefined ? alone : readClock(`${left} ${part}`);
  return together.kind === 'read' && together.value < until.value ? together : alone;
};

/** "10.00 WIB / 11.00 WITA" says one thing twice; if the two do not agree we ask. */
const readInSeveralZones = (text: string): Reading<Times> => {
  const readings = text
    .split(/[/(),|=]/)
    .filter((part) => /\d/.test(part))
    .map(readText);
  const values = readings.flatMap((reading) => (reading.kind === 'read' ? [reading.value] : []));
  const starts = new Set(
    values.map(({ from, zone }) =>
      from === undefined || zone === undefined ? undefined : from - minutesAheadOfWib[zone],
    ),
  );
  const first = values.find(({ zone }) => zone === 'WITA') ?? values[0];
  const agree = values.length === readings.length && starts.size === 1 && !starts.has(undefined);
  return agree && first !== undefined
    ? read(first)
    : unsure(
        'menyebut lebih dari satu zona waktu. Tulis satu jam dengan zonanya, misalnya 09.00 WITA.',
      );
};

const startingAt = (clock: Reading<ClockMinute>): Reading<Times> =>
  clock.kind === 'read' ? read({ from: clock.value }) : clock;

/** "selesai" in the dozens of spellings of real ledgers. */
const isEnd = (text: string): boolean => {
  const word = text.replaceAll(/[^a-z]/g, '');
  return ['selesai', 'slesai', 'seleai', 'rampung', 'usai', 'finish', 'done'].some((end) =>
    isLike(word, end),
  );
};
