import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Cell } from './model.ts';
import { formatNumber, showsMoment } from './number-format.ts';

const hyperlink = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)$/iu;

/** The address behind a cell that holds a `HYPERLINK` formula. */
export function linkOf(cell: Cell): string | undefined {
  const address = hyperlink.exec(cell.userEnteredValue?.formulaValue ?? '')?.[1];
  return address?.replaceAll('""', '"');
}

/**
 * What a cell comes to. Formulas are kept, not calculated: only `HYPERLINK` comes to its label, every other one
 * to nothing.
 */
export function effectiveValue(cell: Cell): sheets_v4.Schema$ExtendedValue | undefined {
  const entered = cell.userEnteredValue;
  if (typeof entered?.formulaValue !== 'string') return entered ?? undefined;
  const link = hyperlink.exec(entered.formulaValue);
  if (!link) return undefined;
  return { stringValue: (link[2] ?? link[1] ?? '').replaceAll('""', '"') };
}

/** The text that a person sees in a cell. */
export function formattedValue(cell: Cell, locale: string): string | undefined {
  const value = effectiveValue(cell);
  if (typeof value?.stringValue === 'string') return value.stringValue;
  if (typeof value?.boolValue === 'boolean') return value.boolValue ? 'TRUE' : 'FALSE';
  if (typeof value?.numberValue !== 'number') return undefined;
  return formatNumber(value.numberValue, cell.userEnteredFormat?.numberFormat, locale);
}

/** How an answer shows values: `valueRenderOption` and `dateTimeRenderOption`. */
export type Rendering = {
  readonly values: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly moments: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  readonly locale: string;
};

/** A cell in a `ValueRange`; an empty one is `''`. */
export function renderedValue(
  cell: Cell | undefined,
  rendering: Rendering,
): string | number | boolean {
  if (!cell) return '';
  const { values, moments, locale } = rendering;
  if (values === 'FORMATTED_VALUE') return formattedValue(cell, locale) ?? '';
  const formula = cell.userEnteredValue?.formulaValue;
  if (values === 'FORMULA' && typeof formula === 'string') return formula;
  const value = effectiveValue(cell);
  if (typeof value?.numberValue === 'number') {
    const asText =
      moments === 'FORMATTED_STRING' && showsMoment(cell.userEnteredFormat?.numberFormat);
    return asText ? (formattedValue(cell, locale) ?? '') : value.numberValue;
  }
  return value?.boolValue ?? value?.stringValue ?? '';
}
