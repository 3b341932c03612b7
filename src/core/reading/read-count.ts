import type { Cell } from '../snapshot.ts';
import { number } from '../wording.ts';
import { answerOf } from './cell-text.ts';
import { numberFromWords } from './number-words.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { fold } from './spelling.ts';

/**
 * A number of people or things: "1.641", "±50 orang", "1-300" (its upper end), "dua puluh".
 *
 * A spreadsheet that takes the thousands dot for a decimal one leaves 1,641 in the cell; there is no such
 * number of people, so it is read back as 1.641.
 */
export const readCount = (cell: Cell | undefined): Reading<number> => {
  if (typeof cell === 'number') return readNumber(cell);
  const text = answerOf(cell);
  if (text === undefined) return empty;
  const plain = text
    .toLowerCase()
    .replaceAll(/\([^)\d]*\)/g, ' ')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (/^(?:belum|tidak|blm|tdk)\b/.test(plain)) return empty;
  const figures = [...plain.matchAll(/\d+(?:[.,]\d{3})*(?![\d.,]*\d)/g)].map(([figure]) =>
    Number(figure.replaceAll(/[.,]/g, '')),
  );
  const [first, second] = figures;
  if (first === undefined) return inWords(plain);
  if (second === undefined)
    return /\d[.,]\d{1,2}(?!\d)/.test(plain) ? unreadable : plausible(first);
  const isRange = /\d\s*(?:-|~|s\s?[./]?\s?d\b\.?|sampai|hingga)\s*\d/.test(plain);
  if (figures.length === 2 && isRange && second >= first)
    return read(second, `dibaca ${number(second)}, batas atasnya.`);
  return unsure(
    `menyebut beberapa angka. Tulis satu jumlah, misalnya ${number(Math.max(...figures))}.`,
  );
};

const readNumber = (value: number): Reading<number> => {
  if (Number.isInteger(value)) return value < 0 ? unreadable : plausible(value);
  const thousands = Math.round(value * 1000);
  const isGrouped = value > 1 && value < 1000 && Math.abs(value * 1000 - thousands) < 1e-6;
  return isGrouped ? read(thousands, `dibaca ${number(thousands)}.`) : unreadable;
};

const plausible = (value: number): Reading<number> =>
  value > 20_000 ? read(value, `dibaca ${number(value)}. Periksa jumlah itu.`) : read(value);

const inWords = (text: string): Reading<number> => {
  const words = fold(text)
    .replace(/^(?:kurang lebih|sekitar|kira kira|maksimal|minimal) /, '')
    .replace(/ (?:orang|peserta|org|unit|buah)$/, '');
  const value = numberFromWords(words);
  return value === undefined ? unreadable : plausible(value);
};
