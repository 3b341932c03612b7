import type { CellLook } from '../../../book/column-look.ts';
import type { Tint } from '../../../book/palette.ts';
import {
  attributesOf,
  findElement,
  findElements,
  prefixOf,
  type RawElement,
  rawAttribute,
  tagsOf,
} from '../../../office-package/xml-scan.ts';
import { decodeText, encodeText } from '../../../office-package/xml-text.ts';
import {
  borderMarkup,
  cellFormatMarkup,
  fillMarkup,
  fontMarkup,
  tintMarkup,
} from './look-markup.ts';
import { inserted, numberIn, withItems } from './xml-list.ts';

/** What a cell's style says about its number: a day (perhaps with the time), or anything else. */
export type IsDateStyle = (style: number) => boolean;

/** The cell formats of a workbook, to which date formats can be added. */
export interface Styles {
  readonly isDate: IsDateStyle;
  /** A style that looks like `base` and shows a day, or day and time; added when there is none yet. */
  dateStyle(base: number, show: 'day' | 'moment'): number;
  /** The style of this look; added when there is none yet. */
  lookStyle(look: CellLook): number;
  /** The number of this tint; added when there is none yet, and absent where the workbook has no list of them. */
  tintStyle(tint: Tint): number | undefined;
  /** The part with what was added; `undefined` when nothing was. */
  changed(): string | undefined;
}

const dateFormats = { day: 'dd/mm/yyyy', moment: 'dd/mm/yyyy hh:mm' } as const;
/** Numbers below this are Excel's own formats. */
const firstCustomFormat = 164;
/** Excel's own format of text, `@`. */
const textFormat = 49;
/** Excel takes no format longer than 255 characters. */
const longestFormat = 1000;

/** Reads the raw text of the styles part; without one every cell is a plain number. */
export const openStyles = (part: string | undefined): Styles | undefined => {
  let xml = part ?? '';
  const cellFormats = findElement(xml, 'cellXfs');
  if (cellFormats === undefined) return undefined;
  let formats = customFormats(xml);
  const isDateFormat = new Map<number, boolean>();
  let items = itemsOf(xml, cellFormats).map(({ start, end }) => xml.slice(start, end));
  const formatOf = (item: string): number => Number(attributeOfItem(item, 'numFmtId') ?? 0);
  const isDate = (style: number): boolean => {
    const id = formatOf(items[style] ?? '');
    const known = isDateFormat.get(id) ?? showsDay(id, formats.get(id));
    isDateFormat.set(id, known);
    return known;
  };

  const formatNumber = (wanted: string): number => {
    const known = [...formats].find(
      ([, code]) => code === wanted || code.replaceAll('\\', '') === wanted,
    )?.[0];
    if (known !== undefined) return known;
    const id = Math.max(firstCustomFormat - 1, ...formats.keys()) + 1;
    xml = withFormat(xml, id, wanted);
    formats = customFormats(xml);
    return id;
  };
  const styleOf = (item: string): number => {
    const existing = items.indexOf(item);
    if (existing >= 0) return existing;
    xml = withItem(xml, item);
    items = [...items, item];
    return items.length - 1;
  };

  const made = new Map<string, number>();
  const makeStyle = (base: number, show: 'day' | 'moment'): number =>
    styleOf(withDateFormat(items[base] ?? items[0] ?? '', formatNumber(dateFormats[show])));

  const prefix = prefixOf(cellFormats.open.name);
  /** A workbook without such a list has the plain one only. */
  const partNumber = (list: string, item: string): number => {
    const found = numberIn(xml, list, item);
    xml = found?.xml ?? xml;
    return found?.number ?? 0;
  };

  return {
    isDate,
    dateStyle(base, show) {
      const asked = `${base} ${show}`;
      const style = made.get(asked) ?? makeStyle(base, show);
      made.set(asked, style);
      return style;
    },
    lookStyle(look) {
      const { format, fill, line } = look;
      const parts = {
        format: format === undefined ? 0 : format === '@' ? textFormat : formatNumber(format),
        font: partNumber('fonts', fontMarkup(look, prefix)),
        fill: fill === undefined ? 0 : partNumber('fills', fillMarkup(fill, prefix)),
        border: line === undefined ? 0 : partNumber('borders', borderMarkup(line, prefix)),
      };
      return styleOf(cellFormatMarkup(look, parts, prefix));
    },
    tintStyle(tint) {
      const found = numberIn(xml, 'dxfs', tintMarkup(tint, prefix));
      xml = found?.xml ?? xml;
      return found?.number;
    },
    changed: () => (xml === part ? undefined : xml),
  };
};

const itemsOf = (xml: string, list: RawElement): readonly { start: number; end: number }[] =>
  findElements(xml, 'xf', list.open.end, list.contentEnd).map(({ open, end }) => ({
    start: open.start,
    end,
  }));

const attributeOfItem = (item: string, name: string): string | undefined => {
  const [tag] = tagsOf(item);
  return tag === undefined ? undefined : rawAttribute(item, tag, name);
};

const customFormats = (xml: string): ReadonlyMap<number, string> => {
  const list = findElement(xml, 'numFmts');
  if (list === undefined) return new Map();
  return new Map(
    findElements(xml, 'numFmt', list.open.end, list.contentEnd).map(({ open }) => [
      Number(rawAttribute(xml, open, 'numFmtId')),
      decodeText(rawAttribute(xml, open, 'formatCode') ?? '').slice(0, longestFormat),
    ]),
  );
};

/** Source: ECMA-376 part 1, 18.8.30 numFmt; 27 to 36 and 50 to 58 are dates of East Asian locales. */
const showsDay = (id: number, code: string | undefined): boolean => {
  if (code === undefined) {
    return (
      (id >= 14 && id <= 17) ||
      id === 22 ||
      (id >= 27 && id <= 31) ||
      id === 36 ||
      (id >= 50 && id <= 58)
    );
  }
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';');
  if (/general/i.test(first)) return false;
  return /[dy]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first));
};

const withFormat = (xml: string, id: number, code: string): string => {
  const list = findElement(xml, 'numFmts');
  const [root] = tagsOf(xml);
  if (root === undefined) return xml;
  const prefix = prefixOf(root.name);
  const format = `<${prefix}numFmt numFmtId="${id}" formatCode="${encodeText(code)}"/>`;
  if (list === undefined) {
    return inserted(xml, root.end, `<${prefix}numFmts count="1">${format}</${prefix}numFmts>`);
  }
  return withItems(xml, list, [format]);
};

const withItem = (xml: string, item: string): string => {
  const list = findElement(xml, 'cellXfs');
  return list === undefined ? xml : withItems(xml, list, [item]);
};

const withDateFormat = (item: string, id: number): string =>
  withAttribute(withAttribute(item, 'numFmtId', String(id)), 'applyNumberFormat', '1');

/** The element with an attribute of its opening tag set. */
export const withAttribute = (element: string, name: string, value: string): string => {
  const [tag] = tagsOf(element);
  if (tag === undefined) return element;
  const present = [...attributesOf(element, tag)].find((attribute) => attribute.name === name);
  if (present !== undefined) {
    return `${element.slice(0, present.valueStart)}${value}${element.slice(present.valueEnd)}`;
  }
  return inserted(element, tag.start + 1 + tag.name.length, ` ${name}="${value}"`);
};
