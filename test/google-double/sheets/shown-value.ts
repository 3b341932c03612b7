import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ShownCell } from './model.ts';
import { formatNumber, showsMoment } from './number-format.ts';

/** The address behind a cell that holds a `HYPERLINK` formula. */
export const linkOf = (cell: ShownCell): string | undefined => cell.comesTo?.link;

/** What a cell comes to: what was entered, or what its formula was calculated to. */
export function effectiveValue(cell: ShownCell): sheets_v4.Schema$ExtendedValue | undefined {
  if (cell.comesTo) return cell.comesTo.value;
  const entered = cell.userEnteredValue;
  return typeof entered?.formulaValue === 'string' ? undefined : (entered ?? undefined);
}

/** The format by which a number of the cell is shown: its own, or that of what it was calculated from. */
export const shownFormat = (cell: ShownCell): sheets_v4.Schema$NumberFormat | undefined =>
  cell.userEnteredFormat?.numberFormat ?? cell.comesTo?.format;

/** The text that a person sees in a cell. */
export function formattedValue(cell: ShownCell, locale: string): string | undefined {
  const value = effectiveValue(cell);
  if (value?.errorValue) return errorText(value.errorValue);
  if (typeof value?.stringValue === 'string') return value.stringValue;
  if (typeof value?.boolValue === 'boolean') return value.boolValue ? 'TRUE' : 'FALSE';
  if (typeof value?.numberValue !== 'number') return undefined;
  return formatNumber(value.numberValue, shownFormat(cell), locale);
}

const errorTexts: Readonly<Record<string, string>> = {
  N_A: '#N/A',
  DIVIDE_BY_ZERO: '#DIV/0!',
  NAME: '#NAME?',
  NULL_VALUE: '#NULL!',
};

const errorText = ({ type }: sheets_v4.Schema$ErrorValue): string =>
  errorTexts[type ?? ''] ?? `#${type}!`;

/** How an answer shows values: `valueRenderOption` and `dateTimeRenderOption`. */
export type Rendering = {
  readonly values: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly moments: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  readonly locale: string;
};

/** A cell in a `ValueRange`; an empty one is `''`. */
export function renderedValue(
  cell: ShownCell | undefined,
  rendering: Rendering,
): string | number | boolean {
  if (!cell) return '';
  const { values, moments, locale } = rendering;
  if (values === 'FORMATTED_VALUE') return formattedValue(cell, locale) ?? '';
  const formula = cell.userEnteredValue?.formulaValue;
  if (values === 'FORMULA' && typeof formula === 'string') return formula;
  const value = effectiveValue(cell);
  if (value?.errorValue) return errorText(value.errorValue);
  if (typeof value?.numberValue === 'number') {
    const asText = moments === 'FORMATTED_STRING' && showsMoment(shownFormat(cell));
    return asText ? (formattedValue(cell, locale) ?? '') : value.numberValue;
  }
  return value?.boolValue ?? value?.stringValue ?? '';
}
