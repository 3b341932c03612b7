import type { Cell } from '../sheet/snapshot.ts';
import { textOf } from './cell-text.ts';
import { type MomentWord, wordsOf } from './moment-words.ts';
import { unreadable, unsure } from './reading.ts';

/** The words of a cell, parted into those that say the day and those that say the time. */
export interface SplitMoment {
  readonly kind: 'split';
  readonly days: readonly MomentWord[];
  readonly times: readonly MomentWord[];
  /** What was written beside day and time and says neither. */
  readonly remarks: readonly string[];
  /** "(2 hari)" */
  readonly length?: number;
  /** "besok": so many days after the request was made. */
  readonly relative?: number;
  /** "(benar)": what looks unlikely is meant. */
  readonly isMeant: boolean;
}

/**
 * Parts the words of a cell into day and time, whichever the cell is mainly about.
 *
 * Every word ends up in one of the two or among the remarks, which are said; a denial ("bukan", "ditunda") turns the
 * meaning round, so the whole cell is asked.
 */
export const splitMoment = (
  cell: Cell | undefined,
  about: 'days' | 'times',
): SplitMoment | typeof unreadable | ReturnType<typeof unsure> => {
  const words = wordsOf(textOf(cell));
  if (words === undefined) return unreadable;
  const denial = words.find(({ kind }) => kind === 'denial');
  if (denial !== undefined)
    return unsure(
      `memuat kata "${denial.text}", sehingga belum jelas. Tulis ${about === 'days' ? 'tanggalnya' : 'jamnya'} saja.`,
    );
  const { kept, remarks } = takeRemarks(words);
  const sessions = kept.filter(({ kind }) => kind === 'session').length;
  if (sessions > 1)
    return unsure('menyebut lebih dari satu sesi. Ajukan satu permohonan untuk setiap sesi.');
  return partWords(withoutSession(kept), about, remarks);
};

/** Kinds that say when; a remark has none of them. */
const telling: ReadonlySet<MomentWord['kind']> = new Set<MomentWord['kind']>([
  ...(['number', 'month', 'weekday', 'zone', 'until', 'latest', 'clock', 'end', 'half'] as const),
  ...(['relative', 'really', 'session', 'same', 'days', 'or'] as const),
]);

/** Words in brackets, and "di Aula" behind everything else, say nothing about when. */
const takeRemarks = (
  words: readonly MomentWord[],
): { readonly kept: readonly MomentWord[]; readonly remarks: readonly string[] } => {
  const kept: MomentWord[] = [];
  const remarks: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const close = isMark(word, '(')
      ? words.findIndex((other, index) => index > at && isMark(other, ')'))
      : word.kind === 'place' && at > 0
        ? words.length
        : -1;
    const inside = close < 0 ? [] : words.slice(at, close);
    const says = inside.some(({ kind }) => telling.has(kind));
    const isForeign = inside.some(({ kind }) => kind === 'unknown' || kind === 'place');
    if (isForeign && !says) {
      const said = inside.filter(({ kind }) => kind !== 'mark').map(({ text }) => text);
      remarks.push(said.join(' '));
      at = close;
    } else kept.push(word);
  }
  return { kept, remarks };
};

/** "Tahap 1: …" alone says which part of something larger this is. */
const withoutSession = (words: readonly MomentWord[]): readonly MomentWord[] => {
  const at = words.findIndex(({ kind }) => kind === 'session');
  if (at < 0) return words;
  const isNumbered = words[at + 1]?.kind === 'number' && isMark(words[at + 2], ':');
  return isNumbered ? [...words.slice(0, at), ...words.slice(at + 3)] : words;
};

const partWords = (
  words: readonly MomentWord[],
  about: 'days' | 'times',
  remarks: readonly string[],
): SplitMoment | ReturnType<typeof unsure> => {
  const days: MomentWord[] = [];
  const times: MomentWord[] = [];
  let length: number | undefined;
  let relative: number | undefined;
  let isMeant = false;
  let now: 'days' | 'times' = about;
  const turnTo = (to: 'days' | 'times') => {
    const list = to === 'days' ? days : times;
    if (to !== now && list.length > 0) list.push(comma);
    now = to;
  };
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    const dateWords = dateLength(words, at);
    if (dateWords > 0 || (word.kind === 'weekday' && now === 'times')) {
      if (now === 'times' && times.at(-1)?.kind === 'until')
        return unsure(
          'menyebut hari dan jam mulai serta hari dan jam selesai sekaligus. Tulis masing-masing pada kolomnya.',
        );
      turnTo('days');
      const taken = Math.max(1, dateWords);
      days.push(...words.slice(at, at + taken));
      at += taken;
      if (about === 'times') turnTo('times');
      continue;
    }
    const next = words[at + 1];
    if (word.kind === 'number' && next?.kind === 'days') {
      length = Number(word.digits);
      at += 2;
      continue;
    }
    if (word.kind === 'relative') relative = word.days;
    else if (word.kind === 'really') isMeant = true;
    else if (isDateTimeT(words, at)) turnTo('times');
    else if (word.kind !== 'days' && word.kind !== 'filler' && !isIdle(words, at)) {
      if (now === 'days' && startsTime(words, at, isWholeDate(days))) turnTo('times');
      (now === 'days' ? days : times).push(word);
    }
    at += 1;
  }
  return {
    kind: 'split',
    days,
    times,
    remarks,
    isMeant,
    ...(length !== undefined && { length }),
    ...(relative !== undefined && { relative }),
  };
};

const comma: MomentWord = { kind: 'mark', mark: ',', text: ',', glued: true };

export const isMark = (word: MomentWord | undefined, mark: string): boolean =>
  word?.kind === 'mark' && word.mark === mark;

/** A full stop or colon that does not stand between two numbers separates nothing: "Pukul : ", "Des.", "12.00." */
const isIdle = (words: readonly MomentWord[], at: number): boolean => {
  if (!isMark(words[at], '.') && !isMark(words[at], ':')) return false;
  const isDoubled = isMark(words[at + 1], '.') && words[at + 2] !== undefined;
  return !(
    words[at - 1]?.kind === 'number' &&
    (words[at + 1]?.kind === 'number' || words[at + 1]?.kind === 'month' || isDoubled)
  );
};

/** "2026-11-23T09:00" */
const isDateTimeT = (words: readonly MomentWord[], at: number): boolean => {
  const word = words[at];
  return (
    word?.text === 't' &&
    word.glued &&
    words[at - 1]?.kind === 'number' &&
    words[at + 1]?.kind === 'number'
  );
};

const isWholeDate = (days: readonly MomentWord[]): boolean =>
  days.some(
    (word) => word.kind === 'month' || (word.kind === 'number' && word.digits.length === 4),
  ) || /^\d{1,2}([/-])\d{1,2}\1\d{2}$/.test(days.map(({ text }) => text).join(''));

const timeKinds: ReadonlySet<MomentWord['kind']> = new Set<MomentWord['kind']>([
  ...(['clock', 'zone', 'part', 'half', 'prayer', 'after', 'latest', 'end'] as const),
]);

const startsTime = (words: readonly MomentWord[], at: number, afterDate: boolean): boolean => {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return false;
  if (timeKinds.has(word.kind)) return true;
  if (word.kind === 'until' && next !== undefined && timeKinds.has(next.kind)) return true;
  if (word.kind !== 'number') return false;
  const minutes = words[at + 2];
  const isClock = minutes?.kind === 'number' && minutes.digits.length === 2;
  return isClock && (isMark(next, ':') || (afterDate && isMark(next, '.')));
};

/** How many words from here on make a whole date: "23 November 2026", "23/11/2026", "2026-11-23"; 0 for none. */
const dateLength = (words: readonly MomentWord[], at: number): number => {
  const first = words[at];
  if (first?.kind !== 'number' || first.spoken) return 0;
  const named = namedDateLength(words, at);
  if (named > 0) return named;
  const [one, second, two, third] = words.slice(at + 1, at + 5);
  if (second?.kind !== 'number' || third?.kind !== 'number') return 0;
  const between = one?.text;
  const isSeparated = between === '/' || between === '-' || between === '.';
  const hasYear = first.digits.length === 4 || third.digits.length === 4;
  return isSeparated && two?.text === between && hasYear ? 5 : 0;
};

const namedDateLength = (words: readonly MomentWord[], at: number): number => {
  let month = at + 1;
  while (month < at + 3 && isBetween(words[month])) month += 1;
  if (words[month]?.kind !== 'month') return 0;
  const between = isBetween(words[month + 1]) ? month + 2 : month + 1;
  const year = words[between];
  const hasYear =
    year?.kind === 'number' && (year.digits.length === 4 || isShortYear(words, between));
  return (hasYear ? between : month) - at + 1;
};

/** "Nov 26", unless it is the hour of "Nov 09.00" or the end of "Nov - 27 Nov". */
const isShortYear = (words: readonly MomentWord[], at: number): boolean => {
  const year = words[at];
  const next = words[at + 1];
  const isTime = (isMark(next, '.') || isMark(next, ':')) && words[at + 2]?.kind === 'number';
  const isDay = next?.kind === 'month' || (isBetween(next) && words[at + 2]?.kind === 'month');
  return (
    year?.kind === 'number' &&
    year.digits.length === 2 &&
    !year.spoken &&
    (words[at - 1]?.kind !== 'until' || year.glued) &&
    !isTime &&
    !isDay
  );
};

const isBetween = (word: MomentWord | undefined): boolean =>
  word?.kind === 'ordinal' ||
  isMark(word, '/') ||
  isMark(word, '.') ||
  isMark(word, ',') ||
  (word?.kind === 'until' && word.text === '-');
