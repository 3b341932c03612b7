import { eachTextOnce } from './each-text-once.ts';
import { lexicon, longestPhrase, type WordMeaning } from './moment-lexicon.ts';
import { monthOf } from './month-words.ts';
import { numberFromWords } from './number-words.ts';
import { isLike } from './spelling.ts';
import { weekdayOf } from './weekday-words.ts';

/** A word, a number or a sign of a cell that holds days and times, and what it means. */
export type MomentWord = (
  | WordMeaning
  /** `digits` as written; a number in words is `spoken`. */
  | { readonly kind: 'number'; readonly digits: string; readonly spoken: boolean }
  /** Nothing that we know. */
  | { readonly kind: 'unknown' }
) & {
  readonly text: string;
  /** Written without a space before it. */
  readonly glued: boolean;
};

/** More words than any day and time need; a cell with more is a letter, and nothing in it is read. */
const mostWords = 80;

/**
 * The words of a cell in order, each with its meaning, or `undefined` where it is too long to be a day or a time.
 *
 * The cell is gone through once, and every reader of days and times must account for each of these words: that is
 * what keeps a reading from overlooking half of a cell.
 */
export const wordsOf = eachTextOnce((text: string): readonly MomentWord[] | undefined => {
  if (text.length > mostWords * 12) return undefined;
  const pieces = piecesOf(text);
  if (pieces.length > mostWords) return undefined;
  const words: MomentWord[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { word, length } = numberAt(pieces, at) ?? phraseAt(pieces, at) ?? single(pieces, at);
    words.push(word);
    at += length;
  }
  return withRomanMonths(words);
});

interface MomentPiece {
  readonly text: string;
  readonly glued: boolean;
}

const piecesOf = (text: string): readonly MomentPiece[] => {
  const plain = text
    .replaceAll('½', '1/2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll('⁄', '/')
    .replaceAll(/s[/.]d(?=\p{L}{3})/gu, 's/d ')
    .replaceAll(/(?<=\p{L})['’‘`´ʼ](?=\p{L})/gu, '')
    .replaceAll(/(?<=\d[.:]?)oo?(?!\p{L})|(?<!\p{L})o(?=\d)/gu, (zeros) =>
      '0'.repeat(zeros.length),
    );
  return [...plain.matchAll(/\d+|\p{L}+|\n|[^\s]/gu)].map(({ 0: piece, index }) => ({
    text: piece,
    glued: index > 0 && !/\s/.test(plain[index - 1] ?? ''),
  }));
};

interface WordFound {
  readonly word: MomentWord;
  /** How many pieces it takes. */
  readonly length: number;
}

/** Digits, or as many words as together say one number. */
const numberAt = (pieces: readonly MomentPiece[], at: number): WordFound | undefined => {
  const { text = '', glued = false } = pieces[at] ?? {};
  if (/^\d/.test(text)) {
    const isHalf = text === '1' && pieces[at + 1]?.text === '/' && pieces[at + 2]?.text === '2';
    if (isHalf && /^\d/.test(pieces[at + 3]?.text ?? ''))
      return { word: { kind: 'half', text: '1/2', glued }, length: 3 };
    return { word: { kind: 'number', digits: text, spoken: false, text, glued }, length: 1 };
  }
  for (let length = 4; length > 0; length -= 1) {
    const said = joined(pieces, at, length);
    const value = said === undefined ? undefined : numberFromWords(said);
    if (said !== undefined && value !== undefined)
      return {
        word: { kind: 'number', digits: String(value), spoken: true, text: said, glued },
        length,
      };
  }
  return undefined;
};

const phraseAt = (pieces: readonly MomentPiece[], at: number): WordFound | undefined => {
  for (let length = longestPhrase; length > 0; length -= 1) {
    const text = joined(pieces, at, length);
    const meaning = text === undefined ? undefined : lexicon.get(text);
    if (text !== undefined && meaning !== undefined)
      return { word: { ...meaning, text, glued: pieces[at]?.glued ?? false }, length };
  }
  return undefined;
};

const joined = (pieces: readonly MomentPiece[], at: number, length: number): string | undefined =>
  at + length > pieces.length
    ? undefined
    : pieces
        .slice(at, at + length)
        .map(({ text }) => text)
        .join(' ');

/** Words that have too many spellings for a list: weekdays, months, and "selesai". */
const single = (pieces: readonly MomentPiece[], at: number): WordFound => {
  const piece = pieces[at] ?? { text: '', glued: false };
  return { word: { ...meaningOf(piece.text), ...piece }, length: 1 };
};

const meaningOf = (text: string): WordMeaning | { readonly kind: 'unknown' } => {
  const weekday = weekdayOf(text);
  if (weekday !== undefined) return { kind: 'weekday', weekday };
  if (isLike(text, 'selesai') || isLike(text, 'rampung')) return { kind: 'end' };
  const month = monthOf(text);
  return month === undefined ? { kind: 'unknown' } : { kind: 'month', month };
};

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** "23/XI/2026": a Roman number between a day and a year is a month. */
const withRomanMonths = (words: readonly MomentWord[]): readonly MomentWord[] => {
  const solid = words.filter((word) => word.kind !== 'mark' && word.kind !== 'until');
  const months = new Map<MomentWord, number>();
  for (const [index, word] of solid.entries()) {
    const before = solid[index - 1];
    const after = solid[index + 1];
    const month = romans.indexOf(word.text) + 1;
    if (
      month > 0 &&
      before?.kind === 'number' &&
      after?.kind === 'number' &&
      after.digits.length === 4
    )
      months.set(word, month);
  }
  return words.map((word) => {
    const month = months.get(word);
    return month === undefined
      ? word
      : { kind: 'month', month, text: word.text, glued: word.glued };
  });
};
