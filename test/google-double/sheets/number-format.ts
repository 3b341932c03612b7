import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { customsOf, type LocaleCustoms } from './locale.ts';
import { patternedNumber, plainNumber } from './number-digits.ts';
import { dateOfSerial } from './serial-date.ts';

const momentTypes: readonly string[] = ['DATE', 'TIME', 'DATE_TIME'];

/** Whether a format shows its number as a date or a time. */
export const showsMoment = (format: sheets_v4.Schema$NumberFormat | null | undefined): boolean =>
  momentTypes.includes(format?.type ?? '');

/**
 * A number as Sheets shows it under a format and a locale: dates and times by their tokens, other numbers by their digits.
 */
export function formatNumber(
  number: number,
  format: sheets_v4.Schema$NumberFormat | null | undefined,
  locale: string,
): string {
  const customs = customsOf(locale);
  if (showsMoment(format)) {
    return formatMoment(number, format?.pattern ?? defaultPattern(format?.type, customs), customs);
  }
  const pattern = format?.pattern;
  if (!pattern || pattern === '@' || pattern === 'General') {
    return plainNumber(number, customs);
  }
  return patternedNumber(number, pattern, customs);
}

function defaultPattern(type: string | null | undefined, customs: LocaleCustoms): string {
  if (type === 'DATE') return customs.date;
  return type === 'TIME' ? 'H:mm:ss' : customs.dateTime;
}

const tokens = /"[^"]*"|\\.|y+|M+|d+|h+|H+|m+|s+|am\/pm|AM\/PM|./gu;

function formatMoment(serial: number, pattern: string, customs: LocaleCustoms): string {
  const date = dateOfSerial(serial);
  // A number that no calendar of ours reaches.
  if (Number.isNaN(date.getTime())) return String(serial);
  const pieces = pattern.match(tokens) ?? [];
  const isHalfDay = /am\/pm/iu.test(pattern);
  return pieces
    .map((token, index) => {
      const isMinute = /^m+$/u.test(token) && isBesideTime(pieces, index);
      return momentPiece(isMinute ? '\0'.repeat(token.length) : token, {
        date,
        customs,
        isHalfDay,
      });
    })
    .join('');
}

/** `mm` means minutes next to hours or seconds, months elsewhere. */
function isBesideTime(pieces: readonly string[], index: number): boolean {
  const isLetter = (each: string): boolean => /^[yMdhHms]+$/u.test(each);
  const before = pieces.slice(0, index).findLast(isLetter) ?? '';
  const after = pieces.slice(index + 1).find(isLetter) ?? '';
  return /^[hH]/u.test(before) || after.startsWith('s');
}

function momentPiece(
  token: string,
  shown: { readonly date: Date; readonly customs: LocaleCustoms; readonly isHalfDay: boolean },
): string {
  const { date, customs, isHalfDay } = shown;
  const padded = (value: number): string => String(value).padStart(Math.min(token.length, 2), '0');
  const hour = date.getUTCHours();
  switch (token[0]) {
    case 'y':
      return token.length > 2 ? String(date.getUTCFullYear()) : padded(date.getUTCFullYear() % 100);
    case 'M':
    case 'm':
      return token.length > 2
        ? named(customs.months, date, token.length)
        : padded(date.getUTCMonth() + 1);
    case '\0':
      return padded(date.getUTCMinutes());
    case 'd':
      return token.length > 2
        ? named(customs.weekdays, date, token.length)
        : padded(date.getUTCDate());
    case 'h':
    case 'H':
      return padded(isHalfDay ? ((hour + 11) % 12) + 1 : hour);
    case 's':
      return padded(date.getUTCSeconds());
    case 'a':
    case 'A':
      return /^am\/pm$/iu.test(token) ? (hour < 12 ? 'AM' : 'PM') : token;
    case '"':
      return token.slice(1, -1);
    case '\\':
      return token.slice(1);
    default:
      return token;
  }
}

const named = (names: Intl.DateTimeFormat, date: Date, length: number): string =>
  length > 3 ? names.format(date) : names.format(date).slice(0, 3);
