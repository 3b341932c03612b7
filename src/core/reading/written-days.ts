import type { MomentWord } from './moment-words.ts';

/** A day as written: the year may be left out. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

/** The first and the last day as written. */
export interface WrittenDays {
  readonly from: WrittenDay;
  readonly to: WrittenDay;
  /** How many days a list names one by one; `undefined` for a range. */
  readonly listed?: number;
}

/**
 * The days that words say, or `undefined` where they are no day or leave a word over.
 *
 * "23 November 2026", "23/11/2026" (day first), "2026-11-23", "Nov 23, 2026", "23 s.d. 25 November 2026",
 * "7-9/12", "23, 24, dan 25 November 2026", "29 Desember s.d. 2 Januari 2027".
 */
export const writtenDays = (words: readonly MomentWord[]): WrittenDays | undefined => {
  const text = sketch(words);
  const single = readSingle(text);
  if (single !== undefined) return { from: single, to: single };
  return readList(text) ?? readRange(text);
};

/** The words in few signs: months as "m11", "until" as "~", weekdays gone; short, so that patterns are cheap. */
const sketch = (words: readonly MomentWord[]): string =>
  words
    .map((word) => (word.glued || word.kind === 'ordinal' ? '' : ' ') + signOf(word))
    .join('')
    .replaceAll(/w(?: ?[~&,/-]+ ?w| w)*/g, ' ')
    .replaceAll(/\( *\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ ,./&():;=|-]+/, '')
    .replace(/[ ,./():;=|-]+$/, '');

const signOf = (word: MomentWord): string => {
  switch (word.kind) {
    case 'number':
      return word.digits;
    case 'month':
      return ` m${word.month} `;
    case 'weekday':
      return 'w';
    case 'until':
      return word.text === '-' ? '-' : '~';
    case 'and':
      return '&';
    case 'ordinal':
      return '';
    case 'mark':
      return word.mark === '\n' ? '&' : word.mark;
    default:
      return `?${word.text}`;
  }
};

/** "23, 24, dan 25 November 2026"; "23 November 2026 dan 24 November 2026". */
const readList = (text: string): WrittenDays | undefined => {
  const parts = text
    .split(/[&,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const dashed = /^\d{1,2} ?(?:- ?\d{1,2} ?){2,}m/.test(text) ? readDashed(text) : undefined;
  if (parts.length < 2) return dashed;
  const days: WrittenDay[] = [];
  for (const part of parts.toReversed()) {
    const next = days[0];
    const day =
      next !== undefined && /^\d{1,2}$/.test(part)
        ? { ...next, day: Number(part) }
        : readSingle(part);
    if (day === undefined) return undefined;
    days.unshift(day);
  }
  const [from] = days;
  const to = days.at(-1);
  return from && to && { from, to, listed: days.length };
};

/** "23-24-25 November 2026" */
const readDashed = (text: string): WrittenDays | undefined => {
  const month = text.indexOf('m');
  const numbers = text.slice(0, month).split('-').map(Number);
  const to = readSingle(`${numbers.at(-1)} ${text.slice(month)}`);
  return to && { from: { ...to, day: numbers[0] ?? to.day }, to, listed: numbers.length };
};

const readRange = (text: string): WrittenDays | undefined => {
  for (const { index } of text.matchAll(/[~-]/g)) {
    const end = text.slice(index + 1).replace(/^[ ,./~-]+/, '');
    const to = readSingle(end);
    const from = to && readStart(text.slice(0, index).replace(/[ ,]+$/, ''), to);
    if (from !== undefined && to !== undefined) return { from, to };
  }
  return undefined;
};

/** The start of a range takes the month that it leaves out from the end. */
const readStart = (text: string, to: WrittenDay): WrittenDay | undefined => {
  if (/^\d{1,2}$/.test(text)) return { ...to, day: Number(text) };
  const short = /^(\d{1,2}) ?[-./] ?(\d{1,2})$/.exec(text);
  return short === null ? readSingle(text) : { day: Number(short[1]), month: Number(short[2]) };
};

const readSingle = (text: string): WrittenDay | undefined => {
  const named = /^(\d{1,2}) ?[-/.]? ?m(\d+)(?: [-/.,]? ?(\d{4}|\d{2}))?$/.exec(text);
  if (named !== null) return writtenDay(named[1], named[2], named[3]);
  const iso = /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/.exec(text);
  if (iso !== null) return writtenDay(iso[4], iso[3], iso[1]);
  const full = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})$/.exec(text);
  if (full !== null) return writtenDay(full[1], full[2], full[3]);
  const short = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{2})$/.exec(text);
  if (short !== null) return writtenDay(short[1], short[3], short[4]);
  const english = /^m(\d+) (\d{1,2})(?:[ ,] ?(\d{4}))?$/.exec(text);
  if (english !== null) return writtenDay(english[2], english[1], english[3]);
  const withoutYear = /^(\d{1,2}) ?\/ ?(\d{1,2})$/.exec(text);
  return withoutYear === null ? undefined : writtenDay(withoutYear[1], withoutYear[2], undefined);
};

const writtenDay = (day = '', month = '', year: string | undefined): WrittenDay => ({
  day: Number(day),
  month: Number(month),
  ...(year !== undefined && { year: year.length === 2 ? 2000 + Number(year) : Number(year) }),
});
