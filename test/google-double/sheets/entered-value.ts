import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { customsOf, type LocaleCustoms } from './locale.ts';
import { serialOf } from './serial-date.ts';

/** What Sheets makes of something typed: the value that it keeps, and a number format where it adds one. */
export type Entered = {
  readonly value: sheets_v4.Schema$ExtendedValue;
  readonly format?: sheets_v4.Schema$NumberFormat;
};

/** A value stored as it is: how `RAW` writes, and what `stringValue` means. */
export function rawValue(given: unknown): sheets_v4.Schema$ExtendedValue {
  if (typeof given === 'number') return { numberValue: given };
  if (typeof given === 'boolean') return { boolValue: given };
  return { stringValue: String(given) };
}

/**
 * Reads a text as if a person had typed it: `007` becomes 7, `=…` a formula, `2/11/2026` a date by the locale,
 * and an apostrophe in front keeps the rest as text.
 *
 * Dates and times become serial numbers with a format, as in Sheets. Spellings with month names are not known
 * here and stay text.
 */
export function enteredValue(text: string, locale: string): Entered {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (/^[=+](?=.)/u.test(text) && !/^\+[\d.,\s]*$/u.test(text)) {
    return { value: { formulaValue: text.startsWith('+') ? `=${text.slice(1)}` : text } };
  }
  if (/^(true|false)$/iu.test(text)) return { value: { boolValue: text.toLowerCase() === 'true' } };
  const trimmed = text.trim();
  const customs = customsOf(locale);
  return (
    enteredNumber(trimmed, customs) ??
    enteredMoment(trimmed, customs) ?? { value: { stringValue: text } }
  );
}

function enteredNumber(text: string, customs: LocaleCustoms): Entered | undefined {
  const { decimal, currency } = customs;
  const amount = /^([+-]?)(\D*?)\s*([+-]?)(\d.*)$/u.exec(text);
  if (amount?.[2] === currency && (amount[1] === '' || amount[3] === '')) {
    const digits = digitsIn(`${amount[1]}${amount[3]}${amount[4]}`, customs);
    if (digits === undefined) return undefined;
    const pattern = `"${currency}"${text.includes(decimal) ? '#,##0.00' : '#,##0'}`;
    return { value: { numberValue: digits.number }, format: { type: 'CURRENCY', pattern } };
  }
  const isPercent = text.endsWith('%');
  const digits = digitsIn(isPercent ? text.slice(0, -1).trim() : text, customs);
  if (digits === undefined) return undefined;
  const hasDecimals = text.includes(decimal);
  if (isPercent) {
    const pattern = hasDecimals ? '0.00%' : '0%';
    return { value: { numberValue: digits.number / 100 }, format: { type: 'PERCENT', pattern } };
  }
  const value = { numberValue: digits.number };
  switch (digits.kind) {
    case 'grouped':
      return { value, format: { type: 'NUMBER', pattern: hasDecimals ? '#,##0.00' : '#,##0' } };
    case 'scientific':
      return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
    case 'plain':
      return { value };
  }
}

type Digits = { readonly number: number; readonly kind: 'plain' | 'grouped' | 'scientific' };

/** The number that digits of a locale stand for, and how they were written. */
function digitsIn(text: string, { decimal, group }: LocaleCustoms): Digits | undefined {
  const grouped = new RegExp(`^[+-]?\\d{1,3}([${group}]\\d{3})+([${decimal}]\\d+)?$`, 'u');
  const plain = new RegExp(`^[+-]?(\\d+([${decimal}]\\d*)?|[${decimal}]\\d+)(e[+-]?\\d+)?$`, 'iu');
  const isGrouped = grouped.test(text);
  if (!isGrouped && !plain.test(text)) return undefined;
  const number = Number(text.replaceAll(isGrouped ? group : '\0', '').replace(decimal, '.'));
  return { number, kind: isGrouped ? 'grouped' : /e/iu.test(text) ? 'scientific' : 'plain' };
}

const timePattern = '(\\d{1,2}):(\\d{2})(?::(\\d{2}))?';
const isoMoment = new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T]${timePattern})?$`, 'u');
const localMoment = new RegExp(
  `^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:,? ${timePattern})?$`,
  'u',
);
const timeAlone = new RegExp(`^${timePattern}$`, 'u');

function enteredMoment(text: string, customs: LocaleCustoms): Entered | undefined {
  const iso = isoMoment.exec(text);
  if (iso) return moment(iso, { year: 1, month: 2, day: 3 }, 'yyyy-MM-dd', customs);
  const local = localMoment.exec(text);
  if (local) {
    const order = customs.dayFirst ? { day: 1, month: 2, year: 3 } : { month: 1, day: 2, year: 3 };
    return moment(local, order, customs.date, customs);
  }
  const time = timeAlone.exec(text);
  if (!time) return undefined;
  const serial = serialOf({
    year: 1899,
    month: 12,
    day: 30,
    hour: Number(time[1]),
    minute: Number(time[2]),
    second: Number(time[3] ?? 0),
  });
  if (serial === undefined) return undefined;
  const pattern = time[3] === undefined ? 'H:mm' : 'H:mm:ss';
  return { value: { numberValue: serial }, format: { type: 'TIME', pattern } };
}

function moment(
  match: RegExpExecArray,
  order: { readonly year: number; readonly month: number; readonly day: number },
  datePattern: string,
  customs: LocaleCustoms,
): Entered | undefined {
  const serial = serialOf({
    year: Number(match[order.year]),
    month: Number(match[order.month]),
    day: Number(match[order.day]),
    hour: Number(match[4] ?? 0),
    minute: Number(match[5] ?? 0),
    second: Number(match[6] ?? 0),
  });
  if (serial === undefined) return undefined;
  const hasTime = match[4] !== undefined;
  return {
    value: { numberValue: serial },
    format: hasTime
      ? { type: 'DATE_TIME', pattern: customs.dateTime }
      : { type: 'DATE', pattern: datePattern },
  };
}
