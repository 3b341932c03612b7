/** The days of an event that comes again, as a rule of words says them. */
import { Temporal } from 'temporal-polyfill';
import {
  type Repetition,
  type RepetitionSource,
  type Rhythm,
  readRepetition,
} from './read-repetition.ts';
import { type Reading, read, unreadable, unsure } from './reading.ts';

/** More, and nobody looks through what is offered; a weekly meeting for a year is fewer. */
const mostDays = 60;
/** Nobody plans farther ahead. */
const longest = { years: 2 };

export interface DaysSaid {
  /** In order, the row's own day among them. */
  readonly all: readonly [Temporal.PlainDate, ...Temporal.PlainDate[]];
  readonly isWorkdays: boolean;
  /** As the words say it. */
  readonly until?: Temporal.PlainDate;
}

export interface DaysSource extends RepetitionSource {
  /** The row's own; absent where the words stand in its place. */
  readonly startDay?: Temporal.PlainDate | undefined;
  /** "Setiap Senin" beside *Tanggal Selesai*: until then. */
  readonly until?: Temporal.PlainDate | undefined;
  /** Counts where neither the row nor the words have a first day. */
  readonly notBefore?: Temporal.PlainDate;
}

/** The days that words say; without a bound, or a day to begin with, they are asked about. */
export const daysSaid = (
  words: string,
  { reference, startDay, until, notBefore, dayIn }: DaysSource,
): Reading<DaysSaid> => {
  const near = startDay ?? reference;
  const rule = readRepetition(words, { reference: near, dayIn });
  if (rule.kind !== 'read') return rule.kind === 'empty' ? unreadable : rule;
  const first = rule.value.from ?? startDay ?? notBefore ?? reference;
  if (first === undefined) return unreadable;
  if (startDay === undefined && rule.value.from === undefined && restsOnFirstDay(rule.value))
    return unsure(
      'menyebut kegiatan berulang tanpa harinya. Tulis misalnya "setiap hari Senin sampai 14 Desember 2026".',
    );
  const bound = rule.value.until ?? until;
  const days = repeatedDays({ ...rule.value, ...(bound && { until: bound }) }, first);
  if (days.kind !== 'read') return days.kind === 'empty' ? unreadable : days;
  const [day = first, ...more] = inOrder([...(startDay ? [startDay] : []), ...days.value]);
  return read({
    all: [day, ...more],
    isWorkdays: rule.value.every.kind === 'workdays',
    ...(rule.value.until && { until: rule.value.until }),
  });
};

/** "setiap minggu", "tiap bulan": on which day, only a first day tells. */
const restsOnFirstDay = ({ every }: Repetition): boolean =>
  (every.kind === 'weeks' && every.weekdays.length === 0) ||
  (every.kind === 'nth' && every.weekdays.length === 0) ||
  (every.kind === 'months' && every.monthDays.length === 0);

const inOrder = (days: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] =>
  days
    .toSorted(Temporal.PlainDate.compare)
    .filter((day, at, sorted) => at === 0 || !sorted[at - 1]?.equals(day));

/**
 * All of them, in order, none before `first`.
 *
 * @param first The row's own day, or that of submission; where the rule says when it begins, that counts.
 */
const repeatedDays = (
  rule: Repetition,
  first: Temporal.PlainDate,
): Reading<readonly Temporal.PlainDate[]> => {
  const begin = rule.from ?? first;
  const ends = [
    ...(rule.until ? [rule.until] : []),
    ...(rule.span ? [begin.add(rule.span).subtract({ days: 1 })] : []),
  ].sort((a, b) => b.until(a, { largestUnit: 'days' }).days);
  const [end] = ends;
  if (end === undefined && rule.times === undefined)
    return unsure(
      'menyebut kegiatan berulang tanpa batas. Tulis sampai kapan, misalnya "setiap Senin sampai 14 Desember 2026".',
    );
  const last = begin.add(longest);
  const isTooFar = end !== undefined && last.until(end, { largestUnit: 'days' }).days > 0;
  const isIn = matcher(rule.every, begin);
  const most = Math.min(end ? mostDays + 1 : (rule.times ?? mostDays + 1), mostDays + 1);
  const days: Temporal.PlainDate[] = [];
  for (
    let day = begin;
    (end ?? last).since(day, { largestUnit: 'days' }).days >= 0 && days.length < most;
    day = day.add({ days: 1 })
  )
    if (isIn(day)) days.push(day);
  if (days.length === 0)
    return unsure('menyebut kegiatan berulang tanpa satu hari pun. Periksa tanggal batasnya.');
  if (days.length > mostDays)
    return unsure(`menyebut lebih dari ${mostDays} hari. Tulis batas yang lebih dekat.`);
  const { times = days.length } = rule;
  if (isTooFar || (end === undefined && days.length < times))
    return unsure('menyebut hari lebih dari dua tahun ke depan. Tulis batas yang lebih dekat.');
  return days.length === times
    ? read(days)
    : unsure(
        `menyebut ${times} kali, tetapi sampai batasnya ada ${days.length} hari. Betulkan salah satunya.`,
      );
};

const matcher = (
  every: Rhythm,
  begin: Temporal.PlainDate,
): ((day: Temporal.PlainDate) => boolean) => {
  const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });
  switch (every.kind) {
    case 'days':
      return (day) => begin.until(day, { largestUnit: 'days' }).days % every.step === 0;
    case 'workdays':
      return ({ dayOfWeek }) => dayOfWeek <= 5;
    case 'weeks': {
      const weekdays = every.weekdays.length > 0 ? every.weekdays : [begin.dayOfWeek];
      // The week of the first such day counts, not that of a first day that is none.
      const start = Array.from({ length: 7 }, (_, ahead) => begin.add({ days: ahead })).find(
        ({ dayOfWeek }) => weekdays.includes(dayOfWeek),
      );
      return (day) =>
        weekdays.includes(day.dayOfWeek) &&
        (monday(start ?? begin).until(monday(day), { largestUnit: 'days' }).days / 7) %
          every.step ===
          0;
    }
    case 'months': {
      const monthDays = every.monthDays.length > 0 ? every.monthDays : [begin.day];
      return (day) => monthDays.includes(day.day) && monthsApart(begin, day) % every.step === 0;
    }
    case 'nth': {
      const weekdays = every.weekdays.length > 0 ? every.weekdays : [begin.dayOfWeek];
      return (day) =>
        weekdays.includes(day.dayOfWeek) &&
        every.nth.some((nth) =>
          nth < 0 ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === nth,
        );
    }
  }
};

const monthsApart = (a: Temporal.PlainDate, b: Temporal.PlainDate): number =>
  (b.year - a.year) * 12 + b.month - a.month;
