import { shownRows } from '../formulas/shown-rows.ts';
import { letterWidth } from './letter-widths.ts';
import type { Span } from './lines.ts';
import { localeOf, type ShownCell, type Spreadsheet } from './model.ts';
import { formattedValue } from './shown-value.ts';

/** Padding of 3 on either side, and the line between columns. */
const aroundText = 7;

/**
 * Makes lines as large as what is in them.
 *
 * A column becomes as wide as its widest text, and stays as it is when it is empty. A row goes back to the height of one
 * line: texts that wrap are not measured here, nor are bold letters, which are wider.
 */
export function fitLines(
  draft: Spreadsheet,
  { sheet, dimension, start, end }: Span,
  nowMs: number,
): void {
  const locale = localeOf(draft);
  for (let index = start; index < end; index += 1) {
    if (dimension === 'ROWS') {
      const { pixelSize: _was, ...kept } = sheet.rowProperties[index] ?? {};
      sheet.rowProperties[index] = kept;
      continue;
    }
    const widths = shownRows(draft, sheet, nowMs).map((row) => textWidth(row?.[index], locale));
    const widest = widths.reduce((most, each) => Math.max(most, each), 0);
    if (widest === 0) continue;
    sheet.columnProperties[index] = {
      ...sheet.columnProperties[index],
      pixelSize: Math.ceil(widest) + aroundText,
    };
  }
}

function textWidth(cell: ShownCell | undefined, locale: string): number {
  const text = (cell && formattedValue(cell, locale)) ?? '';
  // Points to whole pixels, as browsers of old did: 10 points are 13 pixels.
  const size = Math.floor(((cell?.userEnteredFormat?.textFormat?.fontSize ?? 10) * 4) / 3);
  return text
    .split('\n')
    .map((line) => [...line].reduce((sum, letter) => sum + letterWidth(letter), 0) * size)
    .reduce((most, each) => Math.max(most, each), 0);
}
