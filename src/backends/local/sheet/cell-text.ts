/**
 * Text as spreadsheet parts spell it: what XML cannot carry stands as `_xHHHH_`.
 *
 * Source: ECMA-376 part 1, 22.9.2.19 ST_Xstring. A carriage return is `_x000D_`, and an underscore that
 * would begin such a word is itself written `_x005F_`.
 */

/** The most characters Excel keeps in one cell; it cuts longer text without a word. */
export const longestText = 32_767;

const loneSurrogate =
  '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const unwritable = `[\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]|${loneSurrogate}`;
const toEscape = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${unwritable}))|${unwritable}`, 'g');
const escaped = /_x([0-9A-Fa-f]{4})_/g;

export const escapeCellText = (text: string): string => text.replace(toEscape, escapedUnit);

export const unescapeCellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Whether every character of the text stands for itself in a part. */
export const isPlainCellText = (text: string): boolean => escapeCellText(text) === text;

const escapedUnit = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
