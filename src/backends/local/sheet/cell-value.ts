import { type Cell, notCalculated } from '../../../core/sheet/snapshot.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import { decodeText } from '../../../office-package/xml-text.ts';
import { unescapeCellText } from './cell-text.ts';
import { type CellPlace, type Sheet, textOfItem } from './sheet-scan.ts';
import type { IsDateStyle } from './styles.ts';

/** What is needed beside the sheet itself to read its cells. */
export interface CellKey {
  /** The text that cells refer to by its number; `undefined` when there is none. */
  readonly sharedText: (index: number) => string | undefined;
  readonly isDate: IsDateStyle;
  /** The workbook counts days from 1904 instead of 1900, as old Macs did. */
  readonly counts1904: boolean;
}

/** Excel keeps 32,767 characters in a cell, Google 50,000. */
const longestRead = 100_000;
/** Days between the two systems' day 0. */
const daysTo1904 = 1462;
const dayMs = 86_400_000;
const dayZeroMs = Date.UTC(1899, 11, 30);

/** What a cell reads as. */
export const readCell = (sheet: Sheet, cell: CellPlace, key: CellKey): Cell => {
  const value = contentOf(sheet, cell, key);
  if (typeof value === 'string' && value.length > longestRead) {
    throw new PackageFault('too-large', `a cell has ${value.length} characters`);
  }
  return value;
};

const contentOf = ({ xml }: Sheet, cell: CellPlace, key: CellKey): Cell => {
  if (cell.type === 'inlineStr') {
    return cell.inline === undefined ? '' : unescapeCellText(textOfItem(xml, cell.inline));
  }
  const raw = cell.value;
  if (raw === undefined || raw === '')
    return cell.formula === undefined || cell.type === 'str' ? '' : uncalculated(xml, cell.formula);
  switch (cell.type) {
    case 's':
      return sharedText(raw, key);
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 'str':
    case 'e':
      return unescapeCellText(decodeText(raw));
    case 'd':
      return serialOfIso(decodeText(raw).trim());
    default:
      return numberOf(raw, cell.style, key);
  }
};

/** Programs that do not calculate leave a formula without its value. What a link would show stands in it. */
const uncalculated = (xml: string, formula: NonNullable<CellPlace['formula']>): Cell =>
  linkIn(xml, formula)?.text ?? notCalculated;

/** What a formula says that is nothing but a link with fixed texts. */
const linkIn = (
  xml: string,
  { open, contentEnd }: NonNullable<CellPlace['formula']>,
): { readonly url: string; readonly text: string } | undefined => {
  if (!xml.startsWith('HYPERLINK(', open.end)) return undefined;
  const found = fixedLink.exec(decodeText(xml.slice(open.end, contentEnd)));
  const [, url = '', text = ''] = (found ?? []).map((part) => part.replaceAll('""', '"'));
  return found === null ? undefined : { url, text };
};

/** A link with fixed texts: it depends on no cell. */
export const fixedLink = /^HYPERLINK\("((?:[^"]|"")*)","((?:[^"]|"")*)"\)$/;

/** Where a cell leads by its formula. */
export const linkOfFormula = ({ xml }: Sheet, { formula }: CellPlace): string | undefined =>
  formula && linkIn(xml, formula)?.url;

/** A number that leads nowhere is no empty cell: somebody's text would be lost without a word. */
const sharedText = (raw: string, key: CellKey): string => {
  const text = key.sharedText(Number(raw));
  if (text === undefined) {
    throw new PackageFault(
      'damaged',
      `a cell refers to text ${raw.slice(0, 20)}, which is not there`,
    );
  }
  return text;
};

const numberOf = (raw: string, style: number | undefined, key: CellKey): Cell => {
  const number = Number(raw);
  if (Number.isNaN(number)) return decodeText(raw);
  return number + shiftOf(style, key);
};

/** How many days lie between what the cell stores and the serial it means. */
export const shiftOf = (style: number | undefined, key: CellKey): number =>
  key.counts1904 && key.isDate(style ?? 0) ? daysTo1904 : 0;

/** Strict workbooks may store a moment in words; text that is none stays text. */
const serialOfIso = (text: string): Cell => {
  const withDay = /^\d{4}-\d\d-\d\d/.test(text);
  const time = withDay ? text : `1899-12-30T${text}`;
  const ms = Date.parse(/[Zz]|[+-]\d\d:\d\d$/.test(time) || time.length === 10 ? time : `${time}Z`);
  return Number.isNaN(ms) ? text : (ms - dayZeroMs) / dayMs;
};
