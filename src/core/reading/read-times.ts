import type { Zone } from '../cases/request.ts';
import { minutesAheadOfWib } from '../clock/zones.ts';
import { timeFromSerial } from '../sheet/serial.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf } from './cell-text.ts';
import type { PartOfDay } from './clock-hour.ts';
import { eachTextOnceBeside } from './each-text-once.ts';
import type { MomentWord } from './moment-words.ts';
import { type ClockMinute, readClock, type WrittenClock } from './read-clock.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { splitMoment } from './split-moment.ts';
import { type TimeItem, type TimeItems, timeItems } from './time-items.ts';

/** What a cell of *Jam Mulai* or *Jam Selesai* says; people write a whole range into either. */
export interface Times {
  readonly from?: ClockMinute;
  readonly until?: ClockMinute | 'selesai';
  readonly zone?: Zone;
  /** The part of the day that was named beside the start. */
  readonly part?: PartOfDay;
  /** Days that the cell names besides. */
  readonly days?: readonly MomentWord[];
}

export interface TimesReading {
  /** Which of the two cells it is: a lone time in *Jam Selesai* is an end. A start unless said. */
  readonly role?: 'start' | 'end';
  /** The zone that counts where two zones say the same. */
  readonly home?: Zone;
}

/**
 * Reads "09.00", "jam 9 pagi", "setengah 10", "09.00-selesai", "09:00 s/d 12:00 WITA", and cells that hold a
 * time. An hour from 1 to 6 without a part of the day may be morning or afternoon: that is asked, and so is
 * whatever leaves a word or a digit over.
 */
export const readTimes = (cell: Cell | undefined, how: TimesReading = {}): Reading<Times> =>
  readOnce(cell, how);

const readOnce = eachTextOnceBeside(
  (cell: Cell | undefined, how: TimesReading) => timesIn(cell, how),
  ({ role, home }) => `${role} ${home}`,
);

const timesIn = (cell: Cell | undefined, how: TimesReading): Reading<Times> => {
  if (typeof cell === 'number') return withRole(readNumber(cell), how);
  if (answerOf(cell) === undefined) return empty;
  const split = splitMoment(cell, 'times');
  if (split.kind !== 'split') return split;
  if (split.length !== undefined)
    return unsure('menyebut jumlah hari, bukan jamnya. Tulis misalnya 09.30.');
  if (split.relative !== undefined) return unreadable;
  const times = readTimeWords(split.times, how);
  if (times.kind !== 'read') return times;
  const { from, until } = times.value;
  if (from === undefined && until === undefined) return unreadable;
  const value = split.days.length > 0 ? { ...times.value, days: split.days } : times.value;
  return read(value, ...times.warnings, ...remarkWarnings(split.remarks));
};

/** What was written beside a day or a time is said, so that nobody thinks that it was taken into account. */
export const remarkWarnings = (remarks: readonly string[]): readonly string[] =>
  remarks.map((remark) => `memuat keterangan "${remark}" yang tidak ikut dibaca. Periksa.`);

const readNumber = (value: number): Reading<Times> => {
  if (value >= 0 && value < 1) return readSerial(value);
  const hundredths = Math.round(value * 100);
  if (value >= 1 && value < 25 && Math.abs(value * 100 - hundredths) < 1e-6) {
    const minute = hundredths % 100;
    const hour = Math.floor(value);
    if (minute === 50)
      return unsure(
        `bisa berarti pukul ${hour}.30 atau ${hour}.50. Tulis jamnya, misalnya ${hour}.30.`,
      );
    return readTimes(minute === 0 ? `${hour}` : `${hour}.${String(minute).padStart(2, '0')}`);
  }
  if (Number.isInteger(value) && value >= 100 && value <= 2400) return readTimes(String(value));
  return value > 36_526 && value < 73_415 && !Number.isInteger(value)
    ? readSerial(value)
    : unreadable;
};

const readSerial = (value: number): Reading<Times> => {
  const time = timeFromSerial(value);
  return time === undefined ? unreadable : read({ from: time.hour * 60 + time.minute });
};

/** The times that words say, wherever they stood; a value without start and end says neither. */
export const readTimeWords = (
  words: readonly MomentWord[],
  how: TimesReading = {},
): Reading<Times> => {
  const found = timeItems(words);
  if (found.kind !== 'items') return found;
  const statements: Statement[] = [];
  for (const group of groupsOf(found.items)) {
    const statement = readGroup(group);
    if (statement.kind !== 'read') return statement;
    statements.push(endOnly(statement.value, how));
  }
  const whole = joined(statements, how);
  return whole.kind === 'read' ? checked(whole.value, found) : whole;
};

const severalZones = unsure(
  'menyebut lebih dari satu zona waktu. Tulis satu jam dengan zonanya, misalnya 09.00 WITA.',
);
const severalTimes = unsure(
  'menyebut lebih dari satu jam. Tulis satu jam mulai dan satu jam selesai; untuk beberapa sesi, ajukan satu permohonan untuk setiap sesi.',
);

/** One statement about when, such as one side of "09.00 WIB / 10.00 WITA". */
type Statement = Pick<Times, 'from' | 'until' | 'zone' | 'part'>;

const groupsOf = (items: readonly TimeItem[]): readonly (readonly TimeItem[])[] => {
  const groups: TimeItem[][] = [[]];
  for (const item of items) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isSaidAgain =
      item.kind === 'clock' &&
      before?.kind === 'clock' &&
      item.zone !== undefined &&
      before.zone !== undefined;
    if (item.kind === 'break') groups.push([]);
    else if (isSaidAgain) groups.push([item]);
    else group?.push(item);
  }
  return groups.filter((group) => group.length > 0);
};

const letters = { clock: 'T', until: 'U', end: 'E', break: '' } as const;

/** A start, an end, or both: "09.00", "09.00 s.d. 12.00", "09.00 s.d. selesai", "selesai pukul 12.00". */
const readGroup = (group: readonly TimeItem[]): Reading<Statement> => {
  const clocks = group.flatMap((item) => (item.kind === 'clock' ? [item] : []));
  const [zone, ...others] = new Set(
    clocks.flatMap((item) => (item.zone === undefined ? [] : [item.zone])),
  );
  if (others.length > 0) return severalZones;
  const [first, second] = clocks.map((item) => item.clock);
  const shape = group.map(({ kind }) => letters[kind]).join('');
  const said = readShape(shape, first, second);
  return said.kind === 'read' && zone !== undefined
    ? { ...said, value: { ...said.value, zone } }
    : said;
};

const readShape = (
  shape: string,
  first: WrittenClock | undefined,
  second: WrittenClock | undefined,
): Reading<Statement> => {
  switch (shape) {
    case 'T':
    case 'TU':
    case 'TUE':
    case 'TE':
      return first === undefined ? unreadable : readStart(first, shape === 'T' ? {} : openEnd);
    case 'E':
    case 'UE':
      return read(openEnd);
    case 'UT':
    case 'ET':
    case 'EUT':
    case 'UET':
      return first === undefined ? unreadable : readEnd(first);
    case 'TT':
      return first?.hasMinutes && second?.hasMinutes ? readRange(first, second) : severalTimes;
    case 'TUT':
    case 'TET':
    case 'TUET':
      return first === undefined || second === undefined ? unreadable : readRange(first, second);
    default:
      return (shape.match(/T/g) ?? []).length > 1 ? severalTimes : unreadable;
  }
};

const openEnd = { until: 'selesai' } as const;

const readStart = (clock: WrittenClock, rest: Pick<Times, 'until'>): Reading<Statement> => {
  const from = readClock(clock);
  return from.kind === 'read' ? read({ from: from.value, ...partOf(clock), ...rest }) : from;
};

const readEnd = (clock: WrittenClock): Reading<Statement> => {
  const until = readClock(clock);
  return until.kind === 'read' ? read({ until: until.value }) : until;
};

const partOf = ({ parts: [part] }: WrittenClock): Pick<Times, 'part'> =>
  part === undefined ? {} : { part };

const readRange = (first: WrittenClock, second: WrittenClock): Reading<Statement> => {
  const until = readClock(second);
  if (until.kind !== 'read') return until;
  const shared = withPartOf(first, second);
  const together = shared === first ? undefined : readClock(shared);
  if (together?.kind === 'read' && together.value < until.value)
    return read({ from: together.value, ...partOf(shared), until: until.value });
  const from = readClock(first);
  return from.kind === 'read'
    ? read({ from: from.value, ...partOf(first), until: until.value })
    : from;
};

/** "7 - 9 malam": the part of the day behind the end counts for the start too, where that comes before the end. */
const withPartOf = (first: WrittenClock, second: WrittenClock): WrittenClock =>
  first.parts.length > 0 || second.parts.length === 0 ? first : { ...first, parts: second.parts };

const withRole = (times: Reading<Times>, how: TimesReading): Reading<Times> =>
  times.kind === 'read' ? { ...times, value: endOnly(times.value, how) } : times;

/** A lone time in *Jam Selesai* is the end. */
const endOnly = (statement: Statement, { role }: TimesReading): Statement => {
  if (role !== 'end' || statement.until !== undefined || statement.from === undefined)
    return statement;
  const { from: until, part: _, ...rest } = statement;
  return { ...rest, until };
};

const joined = (statements: readonly Statement[], how: TimesReading): Reading<Statement> => {
  let whole: Statement = {};
  for (const statement of statements) {
    const both = together(whole, statement, how);
    if (both === undefined) {
      const zones = new Set(statements.map(({ zone }) => zone));
      return zones.size > 1 ? severalZones : severalTimes;
    }
    whole = both;
  }
  return read(whole);
};

/** Two statements as one, or `undefined` where they contradict each other or say two different things. */
const together = (
  one: Statement,
  two: Statement,
  { home }: TimesReading,
): Statement | undefined => {
  const [kept, other] =
    two.zone !== undefined && (one.zone === undefined || two.zone === home)
      ? [two, one]
      : [one, two];
  const ahead =
    kept.zone === undefined || other.zone === undefined
      ? 0
      : minutesAheadOfWib[kept.zone] - minutesAheadOfWib[other.zone];
  const from = same(kept.from, other.from, ahead);
  const until = sameEnd(kept.until, other.until, ahead);
  if (from === 'different' || until === 'different') return undefined;
  const part = kept.part ?? other.part;
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(part !== undefined && { part }),
    ...(kept.zone !== undefined && { zone: kept.zone }),
  };
};

const same = (
  kept: ClockMinute | undefined,
  other: ClockMinute | undefined,
  ahead: number,
): ClockMinute | undefined | 'different' => {
  if (other === undefined) return kept;
  return kept === undefined || kept === other + ahead ? other + ahead : 'different';
};

/** "12.00 / selesai" ends at twelve. */
const sameEnd = (
  kept: Times['until'],
  other: Times['until'],
  ahead: number,
): Times['until'] | 'different' => {
  if (other === undefined || other === 'selesai') return kept ?? other;
  if (kept === 'selesai') return other + ahead;
  return same(kept, other, ahead);
};

/** Holds the whole against what stands beside the times: zones without a time, and prayers. */
const checked = (
  times: Statement,
  { looseZones, prayers, lonePart }: TimeItems,
): Reading<Statement> => {
  if (prayers.length > 0 && times.from === undefined)
    return unsure('menyebut waktu salat. Tulis jamnya, misalnya 13.30.');
  const { from } = times;
  if (
    from !== undefined &&
    prayers.some(({ earliest, latest }) => from < earliest || from > latest)
  )
    return unsure(
      'tidak cocok dengan waktu salat yang disebut. Tulis jamnya saja, misalnya 13.30.',
    );
  const named = times.zone === undefined ? looseZones : [times.zone, ...looseZones];
  const [zone, ...others] = new Set(named);
  if (others.length > 0) return severalZones;
  return read({
    ...times,
    ...(zone !== undefined && { zone }),
    ...(lonePart !== undefined && { part: lonePart }),
  });
};
