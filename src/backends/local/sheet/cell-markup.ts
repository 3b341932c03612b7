import { isLinkAddress } from '../../../core/sheet/link-address.ts';
import { asRead, type Cell, type CellContent } from '../../../core/sheet/snapshot.ts';
import { encodeText } from '../../../office-package/xml-text.ts';
import { escapeCellText, isPlainCellText, longestText } from './cell-text.ts';

/** What stands in a cell's element: its kind (`t`) and the markup inside. */
export interface CellMarkup {
  readonly type: string | undefined;
  readonly inside: string;
  /** The formula, when it is one. */
  readonly formula: string | undefined;
  /** Where the cell has to lead by a link beside it (`cell-links.ts`). */
  readonly link: string | undefined;
}

/** The longest text that may stand between quotes in a formula. */
const longestLiteral = 255;

/** Whether a cell of a workbook can hold this without losing any of it. */
export const fitsCell = (content: CellContent): boolean => {
  const cell = asRead(content);
  if (typeof cell === 'number') return Number.isFinite(cell);
  return typeof cell === 'boolean' || cell.length <= longestText;
};

/**
 * The markup for a content, with element names under `prefix`; numbers are stored less `shift` days.
 *
 * Text stands in the cell itself (`inlineStr`): the list of shared strings stays as it is, and Excel and
 * LibreOffice move it there when they next save. A link is a HYPERLINK formula, because that is sorted with its cell,
 * and a sheet may have any number of them; one that does not fit a formula stands beside its cell.
 */
export const markupFor = (
  content: CellContent,
  { prefix, shift }: { prefix: string; shift: number },
): CellMarkup => {
  const formula = linkFormula(content);
  const cell = asRead(content);
  const value = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (formula !== undefined) {
    const inside = `<${prefix}f>${encodeText(formula)}</${prefix}f>${value(encodeText(String(cell)))}`;
    return { type: 'str', inside, formula, link: undefined };
  }
  return {
    ...plainMarkup(cell, { prefix, shift, value }),
    formula: undefined,
    link: cell === '' ? undefined : addressOf(content),
  };
};

const addressOf = (content: CellContent): string | undefined =>
  typeof content === 'object' && content.kind === 'link' && isLinkAddress(content.url)
    ? content.url
    : undefined;

const plainMarkup = (
  cell: Cell,
  { prefix, shift, value }: { prefix: string; shift: number; value: (text: string) => string },
): { type: string | undefined; inside: string } => {
  if (cell === '') return { type: undefined, inside: '' };
  if (typeof cell === 'number') return { type: undefined, inside: value(String(cell - shift)) };
  if (typeof cell === 'boolean') return { type: 'b', inside: value(cell ? '1' : '0') };
  const text = encodeText(escapeCellText(cell));
  return {
    type: 'inlineStr',
    inside: `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`,
  };
};

const linkFormula = (content: CellContent): string | undefined => {
  if (typeof content !== 'object' || content.kind !== 'link') return undefined;
  const { url, text } = content;
  const fits = (literal: string): boolean =>
    literal !== '' &&
    literal.length <= longestLiteral &&
    isPlainCellText(literal) &&
    !/[\n\t]/.test(literal);
  return fits(url) && fits(text)
    ? `HYPERLINK(${formulaText(url)},${formulaText(text)})`
    : undefined;
};

const formulaText = (literal: string): string => `"${literal.replaceAll('"', '""')}"`;
