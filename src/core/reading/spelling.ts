/** Comparing words as people spell them: without case, accents and punctuation, and with a slip or two. */
import { eachTextOnce } from './each-text-once.ts';

/** Lower case without accents; everything that is no letter or digit becomes one space. */
export const fold = eachTextOnce((text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim()
    : text
        .normalize('NFKD')
        .replaceAll(/\p{M}+/gu, '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
);

/**
 * How many letters to insert, drop, replace or swap with their neighbour to make one word of the other;
 * counting stops above `most`.
 */
export const editDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
};

/** The same word but for a slip: one in words of four letters and more, two from seven on. */
export const isLike = (typed: string, word: string): boolean => {
  if (typed === word) return true;
  const shorter = Math.min(typed.length, word.length);
  const slips = shorter >= 7 ? 2 : shorter >= 4 ? 1 : 0;
  return slips > 0 && editDistance(typed, word, slips) <= slips;
};
