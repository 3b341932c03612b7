import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { excelLastColumn, excelLastRow } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import {
  elementOf,
  localName,
  nextAttribute,
  nextTag,
  prefixOf,
  type RawElement,
  type RawTag,
  rawAttribute,
  tagsOf,
} from '../../../office-package/xml-scan.ts';
import { decodeText } from '../../../office-package/xml-text.ts';

/** The raw text of a worksheet part and where its cells begin. */
export interface Sheet {
  /** The name of its tab. */
  readonly tab: string;
  readonly xml: string;
  /** `'x:'` when its elements are written `<x:row>`. */
  readonly prefix: string;
  /** The opening tag of `sheetData`. */
  readonly data: RawTag;
}

/** A row as it stands in the part; `open` is `<row …>` or `<row …/>`. */
export interface RowPlace {
  readonly number: number;
  readonly open: RawTag;
}

/** A cell as it stands in the part, with the spans of what it holds; a span that is missing is empty. */
export interface CellPlace {
  readonly column: number;
  readonly open: RawTag;
  readonly end: number;
  /** The letter of its kind; `'n'` when it does not say. */
  readonly type: string;
  readonly style: number | undefined;
  readonly value: string | undefined;
  readonly inline: RawElement | undefined;
  readonly formula: RawElement | undefined;
}

/** Finds the cells of a worksheet part; `undefined` when it has no place for cells. */
export const openSheet = (tab: string, xml: string): Sheet | undefined => {
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== 'close' && localName(tag.name) === 'sheetData') {
      return { tab, xml, prefix: prefixOf(tag.name), data: tag };
    }
  }
  return undefined;
};

/**
 * Calls `visit` for each row in order; it answers where scanning goes on: behind the row when it read
 * the cells, or `undefined` to have them skipped. Answers the offset of `</sheetData>`.
 *
 * @param after The row before the first, where the sheet is a piece of one.
 * @throws PackageFault when a row stands where no sheet has one, or behind a later one: what is written between
 *   them would stand there twice.
 */
export const visitRows = (
  sheet: Sheet,
  visit: (row: RowPlace) => number | undefined,
  after = 0,
): number => {
  const { xml, prefix, data } = sheet;
  if (data.kind === 'empty') return data.end;
  const rowName = `${prefix}row`;
  let number = after;
  let tag = nextTag(xml, data.end);
  while (tag !== undefined && !(tag.kind === 'close' && tag.name === data.name)) {
    let next = tag.end;
    if (tag.name === rowName && tag.kind !== 'close') {
      const row = { number: rowNumber(sheet, tag, number), open: tag };
      number = row.number;
      next = within(sheet, number, () => visit(row) ?? behindRow(xml, row.open));
    }
    tag = nextTag(xml, next);
  }
  if (tag === undefined) throw new PackageFault('damaged', `tab "${sheet.tab}" breaks off`);
  return tag.start;
};

const rowNumber = ({ tab, xml }: Sheet, open: RawTag, before: number): number => {
  const said = rawAttribute(xml, open, 'r');
  const number = said === undefined ? before + 1 : wholeNumber(said);
  const where = `tab "${tab}", row ${(said ?? String(number)).slice(0, 20)}`;
  if (number === undefined || number < 1)
    throw new PackageFault('damaged', `${where}: no such row`);
  if (number > excelLastRow) {
    throw new PackageFault('too-large', `${where}: the last row of a sheet is ${excelLastRow}`);
  }
  if (number <= before) {
    throw new PackageFault('damaged', `${where}: it stands twice, or behind row ${before}`);
  }
  return number;
};

const wholeNumber = (text: string): number | undefined =>
  /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;

/** Says of a fault in which row it is. */
const within = <T>({ tab }: Sheet, row: number, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PackageFault)) throw error;
    throw new PackageFault(error.reason, `tab "${tab}", row ${row}: ${error.where ?? 'broken'}`);
  }
};

/** Behind `</row>`. */
export const behindRow = (xml: string, open: RawTag): number => {
  if (open.kind === 'empty') return open.end;
  const end = xml.indexOf(`</${open.name}`, open.end);
  // Only within a comment or CDATA could that be something else; then every tag is looked at.
  if (end < 0 || xml.slice(open.end, end).includes('<!')) return elementOf(xml, open).end;
  return xml.indexOf('>', end) + 1;
};

/** Calls `visit` for each cell of a row in order. Answers the offset of `</row>`, or behind `<row/>`. */
export const visitCells = (
  sheet: Sheet,
  row: RowPlace,
  visit: (cell: CellPlace) => void,
): number => {
  const { xml, prefix } = sheet;
  if (row.open.kind === 'empty') return row.open.end;
  const cellName = `${prefix}c`;
  let column = 0;
  let tag = nextTag(xml, row.open.end);
  while (tag !== undefined && !(tag.kind === 'close' && tag.name === row.open.name)) {
    if (tag.name !== cellName || tag.kind === 'close') {
      tag = nextTag(xml, tag.end);
      continue;
    }
    const cell = cellAt(sheet, tag, { row: row.number, before: column });
    if (cell.column <= column) {
      const place = `${columnLetters(cell.column)}${row.number}`;
      throw new PackageFault('damaged', `cell ${place} stands twice, or behind a later one`);
    }
    column = cell.column;
    visit(cell);
    tag = nextTag(xml, cell.end);
  }
  if (tag === undefined) throw new PackageFault('damaged', 'it is never closed');
  return tag.start;
};

const cellAt = (
  { xml, prefix }: Sheet,
  open: RawTag,
  { row, before }: { readonly row: number; readonly before: number },
): CellPlace => {
  let column = before + 1;
  let type = 'n';
  let style: number | undefined;
  let attribute = nextAttribute(xml, open);
  while (attribute !== undefined) {
    const { name, valueStart, valueEnd } = attribute;
    if (name === 'r') column = columnIn(xml, { from: valueStart, to: valueEnd, row });
    else if (name === 't') type = xml.slice(valueStart, valueEnd);
    else if (name === 's') style = numberIn(xml, valueStart, valueEnd);
    attribute = nextAttribute(xml, open, attribute);
  }
  let value: string | undefined;
  let inline: RawElement | undefined;
  let formula: RawElement | undefined;
  let end = open.end;
  const plain = prefix === '' && open.kind === 'open' ? plainContent(xml, open.end) : undefined;
  if (plain !== undefined) {
    ({ value, inline, end } = plain);
  } else if (open.kind === 'open') {
    let tag = nextTag(xml, open.end);
    while (tag !== undefined && !(tag.kind === 'close' && tag.name === open.name)) {
      const element = elementOf(xml, tag);
      if (tag.name === `${prefix}v`) value = xml.slice(tag.end, element.contentEnd);
      else if (tag.name === `${prefix}is`) inline = element;
      else if (tag.name === `${prefix}f`) formula = element;
      tag = nextTag(xml, element.end);
    }
    if (tag === undefined) throw new PackageFault('damaged', 'a cell is never closed');
    end = tag.end;
  }
  if (column > excelLastColumn) {
    throw new PackageFault('too-large', 'the last column of a sheet is XFD');
  }
  return { column, open, end, type, style, value, inline, formula };
};

/** What nearly every cell holds, a value or a text and nothing else, spelled as programs spell it; the scan reads all else. */
const plainContent = (
  xml: string,
  start: number,
): Pick<CellPlace, 'value' | 'inline' | 'end'> | undefined => {
  if (xml.startsWith('<v>', start)) {
    const end = xml.indexOf('<', start + '<v>'.length);
    return xml.startsWith('</v></c>', end)
      ? {
          value: xml.slice(start + '<v>'.length, end),
          inline: undefined,
          end: end + '</v></c>'.length,
        }
      : undefined;
  }
  const text = xml.startsWith('<is>', start) ? plainText(xml, start + '<is>'.length) : undefined;
  if (text === undefined || !xml.startsWith('</is></c>', text.end)) return undefined;
  const open = { kind: 'open', name: 'is', start, end: start + '<is>'.length } as const;
  const end = text.end + '</is>'.length;
  return {
    value: undefined,
    inline: { open, contentEnd: text.end, end },
    end: end + '</c>'.length,
  };
};

/** A text that keeps its spaces and is one run; `end` is behind its `</t>`. */
const plainText = (
  xml: string,
  start: number,
): { readonly from: number; readonly to: number; readonly end: number } | undefined => {
  if (!xml.startsWith(keepingSpaces, start)) return undefined;
  const from = start + keepingSpaces.length;
  const to = xml.indexOf('<', from);
  return xml.startsWith('</t>', to) ? { from, to, end: to + '</t>'.length } : undefined;
};

const keepingSpaces = '<t xml:space="preserve">';

/** The column of a cell that says it is `AB12`, in row 12. */
const columnIn = (
  xml: string,
  { from, to, row }: { from: number; to: number; row: number },
): number => {
  let at = from;
  while (at < to && isLetter(xml.charCodeAt(at))) at += 1;
  const said = numberIn(xml, at, to);
  if (at === from || said !== row) {
    const name = xml.slice(from, Math.min(to, from + 20));
    throw new PackageFault('damaged', `there can be no cell "${name}" here`);
  }
  return at - from > 3 ? Number.POSITIVE_INFINITY : columnOf(xml, from, at);
};

/** As `Number` of that stretch; mostly it is a few digits. */
const numberIn = (xml: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = xml.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9 || to - from > mostDigits) return Number(xml.slice(from, to));
    number = number * 10 + digit;
  }
  return number;
};

/** So many are exact, however they are added up. */
const mostDigits = 15;

const isLetter = (code: number): boolean => (code & 0xdf) >= 0x41 && (code & 0xdf) <= 0x5a;

const columnOf = (xml: string, start: number, end: number): number => {
  let column = 0;
  for (let at = start; at < end; at += 1) {
    const letter = xml.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column;
};

/** A block of cells, both ends included. */
export interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** `B2:D9`, `$B$2`, `B2`; `undefined` for whole rows or columns and for nonsense. */
export const parseArea = (reference: string): Area | undefined => {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?$/.exec(reference);
  const [, left, top, right = left, bottom = top] = match ?? [];
  if (left === undefined || right === undefined) return undefined;
  return {
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: columnOf(left, 0, left.length),
    lastColumn: columnOf(right, 0, right.length),
  };
};

export const isWithin = (area: Area, row: number, column: number): boolean =>
  row >= area.firstRow &&
  row <= area.lastRow &&
  column >= area.firstColumn &&
  column <= area.lastColumn;

/** The text of a string item (`si`, `is`): its runs one after the other, phonetic hints left out. */
export const textOfItem = (xml: string, item: RawElement): string => {
  const plain = plainText(xml, item.open.end);
  if (plain?.end === item.contentEnd) return decodeText(xml.slice(plain.from, plain.to));
  let text = '';
  let at = item.open.end;
  let tag = nextTag(xml, at);
  while (tag !== undefined && tag.start < item.contentEnd) {
    const name = localName(tag.name);
    at = tag.end;
    if (name === 'rPh' && tag.kind === 'open') at = elementOf(xml, tag).end;
    else if (name === 't' && tag.kind === 'open') {
      const element = elementOf(xml, tag);
      const said = decodeText(xml.slice(tag.end, element.contentEnd));
      text += rawAttribute(xml, tag, 'xml:space') === 'preserve' ? said : trimmed(said);
      at = element.end;
    }
    tag = nextTag(xml, at);
  }
  return text;
};

/** Without `xml:space="preserve"` Excel drops the white space around a text. */
const trimmed = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a;
