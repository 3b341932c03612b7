/** Typed text made fit for a message: nothing in it ends a line of ours, turns the letters round or is half a letter. */

/** One line, for a header, a name or a place within a sentence; every run of blanks and line ends is one blank. */
export const plainLine = (text: string): string =>
  wholeLetters(text)
    .replaceAll(unseen, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Several lines, their ends as `\n`; blanks within them as typed. */
export const plainLines = (text: string): string =>
  wholeLetters(text)
    .replaceAll(unseen, '')
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '');

/** Half an emoji cannot be written in UTF-8 and makes `encodeURIComponent` throw. */
const wholeLetters = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');

/** Byte order marks, zero-width blanks, and what shows the rest of a line in another order than it is written in. */
const unseen = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
