/** "Setiap Senin sampai 14 Desember", "tiap Rabu minggu ke-2", "2 minggu sekali, 4 kali": how often an event comes again. */
import { Temporal } from 'temporal-polyfill';
import { monthOf } from './month-words.ts';
import { numberFromWords } from './number-words.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';
import { weekdayOf } from './weekday-words.ts';

export interface Repetition {
  readonly every: Rhythm;
  readonly from?: Temporal.PlainDate;
  readonly until?: Temporal.PlainDate;
  /** So many days. */
  readonly times?: number;
  /** So long from the first day on. */
  readonly span?: Temporal.DurationLike;
}

/** Without weekdays or days of the month, those of the first day. */
export type Rhythm =
  | { readonly kind: 'days'; readonly step: number }
  | { readonly kind: 'workdays' }
  | { readonly kind: 'weeks'; readonly step: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'months'; readonly step: number; readonly monthDays: readonly number[] }
  /** -1: the last one of the month. */
  | { readonly kind: 'nth'; readonly nth: readonly number[]; readonly weekdays: readonly number[] };

export interface RepetitionSource {
  /** The day of submission. */
  readonly reference: Temporal.PlainDate | undefined;
  /** Reads one day. */
  readonly dayIn: (text: string) => Temporal.PlainDate | undefined;
}

/** What stands in brackets is a remark: "23/11/2026 (rapat rutin)" is one day. */
export const saysRepetition = (text: string): boolean =>
  /\b(?:se)?tiap\b|\brutin\b/i.test(withoutBrackets(text));

/** Every word must say something of the rhythm or its bounds; what does not is asked about. */
export const readRepetition = (text: string, source: RepetitionSource): Reading<Repetition> => {
  const plain = spelledOut(text);
  if (plain.trim() === '') return empty;
  // "2 kali seminggu" is no number of days in all.
  if (timesWithin.test(plain) || remarkOnDays.test(text)) return unreadable;
  const times = taken(plain, timesWords);
  const span = taken(times.rest, /\bselama (\d{1,3}|[a-z]+) (minggu|pekan|bulan)\b/);
  const parts = bounds(span.rest);
  const count = times.found && numberOf(times.found[1] ?? times.found[2]);
  const length = span.found && numberOf(span.found[1]);
  const from = parts.from === undefined ? undefined : source.dayIn(parts.from);
  const until = parts.until === undefined ? undefined : lastDayIn(parts.until, source);
  const isLost =
    (times.found && count === undefined) ||
    (span.found && length === undefined) ||
    (parts.from !== undefined && from === undefined) ||
    (parts.until !== undefined && until === undefined);
  const every = isLost ? unreadable : rhythmIn(parts.rule);
  if (every.kind !== 'read') return every;
  const unit = span.found?.[2] === 'bulan' ? 'months' : 'weeks';
  return read({
    every: every.value,
    ...(from && { from }),
    ...(until && until !== 'open' && { until }),
    ...(count !== undefined && { times: count }),
    ...(length !== undefined && { span: { [unit]: length } }),
  });
};

const timesWords =
  /\b(?:sebanyak |total )?(?:(\d{1,3}) ?x|(\d{1,3}|dua belas|sebelas|sepuluh|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan) (?:kali|pertemuan|sesi))\b/;

const timesWithin =
  /(?:\bkali|\dx) ?(?:dalam |per |(?:se)?tiap )?(?:(?:se)?(?:minggu|pekan|bulan)|sehari|hari(?! (?:minggu|senin|selasa|rabu|kamis|jumat|sabtu|ahad)))\b/;

/** "(kecuali 7 Desember)", "(pukul 09.00)": a remark that is more than one. */
const remarkOnDays = /\([^)]*(?:\d|\bkecuali\b|\bselain\b|\btanpa\b|\blibur\b|\btidak\b)/i;

const withoutBrackets = (text: string): string => text.replaceAll(/\([^)]*\)/g, ' ');

const spelledOut = (text: string): string =>
  withoutBrackets(text)
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll(/\bke[\s-]*(?=\d)/g, 'ke-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(weekOfDay, 'pekan')
    .replaceAll(weekdayRange, (whole, first: string, last: string) => {
      const [from, to] = [weekdayOf(first), weekdayOf(last)];
      if (from === undefined || to === undefined || first === 'minggu') return whole;
      const length = ((to - from + 7) % 7) + 1;
      return Array.from({ length }, (_, ahead) => weekdays[(from - 1 + ahead) % 7]).join(', ');
    });

const weekdays = ['senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'ahad'] as const;
/** "Setiap minggu hari Rabu", "hari Rabu setiap minggu": the week, and no Sunday. */
const weekOfDay =
  /(?<!\bhari )\bminggu(?=,? (?:pada )?(?:(?:se)?tiap )?hari (?!minggu|kerja))|(?<=tiap )minggu(?= (?:senin|selasa|rabu|kamis|jumat|sabtu)\b)|(?<=(?<!tiap )\b(?:senin|selasa|rabu|kamis|jumat|sabtu),? (?:(?:se)?tiap|per) )minggu\b(?! ke)/g;
const weekdayRange =
  /\b([a-z]{3,}) ?(?:-|–|s\.?[d/]\.?d?\.?|sampai(?: dengan)?|hingga) ?([a-z]{3,})\b/g;

interface Taken {
  readonly found: RegExpExecArray | undefined;
  readonly rest: string;
}

const taken = (text: string, pattern: RegExp): Taken => {
  const found = pattern.exec(text) ?? undefined;
  return { found, rest: found ? text.replace(found[0], ' ') : text };
};

const numberOf = (words: string | undefined): number | undefined =>
  words === undefined ? undefined : /^\d+$/.test(words) ? Number(words) : numberFromWords(words);

interface Bounds {
  readonly rule: string;
  readonly from?: string;
  readonly until?: string;
}

/** The rule, and behind the words for it where it begins and ends, in either order. */
const bounds = (text: string): Bounds => {
  const [rule = '', ...rest] = text.split(
    /\b(mulai(?: dari| sejak| pada)?|dari|sejak|sampai(?: dengan)?|s\.? ?[d/]\.? ?d?\b\.?|hingga)(?=\s|\d|$)/,
  );
  const said: { from?: string; until?: string } = {};
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const side = /^(?:mulai|dari|sejak)/.test(rest[at] ?? '') ? 'from' : 'until';
    const words = (rest[at + 1] ?? '').replaceAll(
      /^[\s,;]*(?:pada |tanggal |tgl\.? |hari )*|[\s,;.]+$/g,
      '',
    );
    said[side] = [said[side], words].filter((part) => part !== undefined && part !== '').join(' ');
  }
  return { rule, ...said };
};

/** "akhir Desember", "Maret 2027": to the last day of the month; "selesai" names no end. */
const lastDayIn = (
  text: string,
  { reference, dayIn }: RepetitionSource,
): Temporal.PlainDate | 'open' | undefined => {
  if (/^(?:selesai|selanjutnya|seterusnya|ada pemberitahuan.*)$/.test(text)) return 'open';
  const [, word = '', digits] = /^(?:akhir )?(?:bulan )?([a-z]+)(?: (\d{4}))?$/.exec(text) ?? [];
  const month = word === 'tahun' ? 12 : word === '' ? undefined : monthOf(word);
  if (month === undefined) return dayIn(text);
  const year =
    digits === undefined
      ? reference && reference.year + (month < reference.month ? 1 : 0)
      : Number(digits);
  if (year === undefined) return undefined;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.with({ day: first.daysInMonth });
};

const ordinals: ReadonlyMap<string, number> = new Map([
  ['pertama', 1],
  ['kesatu', 1],
  ['kedua', 2],
  ['ketiga', 3],
  ['keempat', 4],
  ['kelima', 5],
  ['terakhir', -1],
]);

const ordinalOf = (word: string): number | undefined => {
  const [, digits] = /^ke-([1-5])$/.exec(word) ?? [];
  return digits === undefined ? ordinals.get(word) : Number(digits);
};

const fillers: ReadonlySet<string> = new Set([
  ...['setiap', 'tiap', 'tiap-tiap', 'rutin', 'pada', 'dan', 'sekali', 'di', 'per', '&'],
]);

/** What the words of a rule said so far. */
interface RhythmWords {
  readonly weekdays: number[];
  readonly nth: number[];
  readonly monthDays: number[];
  readonly units: Set<'days' | 'workdays' | 'weeks' | 'months'>;
  step: number;
  isSunday: boolean;
}

const rhythmIn = (rule: string): Reading<Rhythm> => {
  const words = rule.split(/[\s,;.]+/).filter((word) => word !== '');
  const said: RhythmWords = {
    weekdays: [],
    nth: [],
    monthDays: [],
    units: new Set(),
    step: 1,
    isSunday: false,
  };
  for (let at = 0; at < words.length; ) {
    const used = wordsUsed(words.slice(at), said);
    if (used === 0) return unreadable;
    at += used;
  }
  return rhythmOf(said);
};

const unitWords: ReadonlyMap<string, 'days' | 'weeks' | 'months'> = new Map([
  ['harian', 'days'],
  ['pekan', 'weeks'],
  ['mingguan', 'weeks'],
  ['seminggu', 'weeks'],
  ['sepekan', 'weeks'],
  ['bulan', 'months'],
  ['bulanan', 'months'],
  ['sebulan', 'months'],
]);

/** How many of the words say something, from the first on; 0 where that says nothing known. */
const wordsUsed = (
  [word = '', next = '', ...more]: readonly string[],
  said: RhythmWords,
): number => {
  if (word === 'hari' && next === 'kerja') {
    said.units.add('workdays');
    return 2;
  }
  if (word === 'hari' && next === 'minggu') {
    said.weekdays.push(7);
    return 2;
  }
  if (word === 'hari' && weekdayOf(next) !== undefined) return 1;
  if (word === 'hari') {
    said.units.add('days');
    return 1;
  }
  if (word === 'tanggal' || word === 'tgl') return daysOfMonth([next, ...more], said);
  const count = /^\d{1,2}$/.test(word) ? Number(word) : numberFromWords(word);
  if (
    count !== undefined &&
    count > 0 &&
    /^(?:minggu|mingguan|pekan|bulan|bulanan|hari)$/.test(next)
  ) {
    said.step = count;
    said.units.add(next.startsWith('bulan') ? 'months' : next === 'hari' ? 'days' : 'weeks');
    return 2;
  }
  const nth = ordinalOf(word);
  if (nth !== undefined) {
    said.nth.push(nth);
    return 1;
  }
  // A week where it is counted, or stands by itself; a Sunday beside other days.
  if (word === 'minggu') {
    if (ordinalOf(next) !== undefined) return 1;
    if (said.weekdays.length > 0) said.weekdays.push(7);
    else said.isSunday = true;
    return 1;
  }
  const unit = unitWords.get(word);
  if (unit !== undefined) {
    if (ordinalOf(next) === undefined) said.units.add(unit);
    return 1;
  }
  if (fillers.has(word)) return 1;
  const weekday = weekdayOf(word);
  if (weekday === undefined) return 0;
  said.weekdays.push(weekday);
  return 1;
};

const daysOfMonth = (words: readonly string[], said: RhythmWords): number => {
  const end = words.findIndex((word) => !/^(?:\d{1,2}|dan|&|)$/.test(word));
  const days = words.slice(0, end < 0 ? undefined : end).filter((word) => /^\d/.test(word));
  if (days.length === 0 || days.some((day) => Number(day) < 1 || Number(day) > 31)) return 0;
  said.monthDays.push(...days.map(Number));
  return 1 + (end < 0 ? words.length : end);
};

const rhythmOf = ({
  weekdays: found,
  nth,
  monthDays,
  units,
  step,
  isSunday,
}: RhythmWords): Reading<Rhythm> => {
  const days = [...new Set(isSunday && found.length > 0 ? [...found, 7] : found)].sort(
    (a, b) => a - b,
  );
  const isWeek = isSunday && found.length === 0;
  const kinds = new Set<string>([...units, ...(isWeek ? ['weeks'] : [])]);
  if (nth.length > 0)
    return monthDays.length > 0 || step > 1 || kinds.has('days') || kinds.has('workdays')
      ? unreadable
      : read({ kind: 'nth', nth: [...new Set(nth)], weekdays: days });
  if (monthDays.length > 0)
    return days.length > 0 || kinds.has('weeks') || kinds.has('days')
      ? unreadable
      : read({ kind: 'months', step, monthDays: [...new Set(monthDays)].sort((a, b) => a - b) });
  if (days.length > 0)
    return kinds.has('months') || kinds.has('workdays') || kinds.has('days')
      ? unreadable
      : read({ kind: 'weeks', step, weekdays: days });
  if (kinds.size !== 1) return unreadable;
  if (kinds.has('workdays')) return read({ kind: 'workdays' });
  if (kinds.has('days')) return read({ kind: 'days', step });
  return kinds.has('months')
    ? read({ kind: 'months', step, monthDays: [] })
    : read({ kind: 'weeks', step, weekdays: [] });
};
