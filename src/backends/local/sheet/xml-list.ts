/** Lists of a part, such as the fonts of a workbook or the drop-downs of a tab. */
import {
  attributesOf,
  elementOf,
  findElement,
  nextTag,
  type RawElement,
} from '../../../office-package/xml-scan.ts';

/** The elements right inside another one, in order. */
export const childrenOf = (
  xml: string,
  { open, contentEnd }: RawElement,
): readonly RawElement[] => {
  const children: RawElement[] = [];
  if (open.kind === 'empty') return children;
  for (
    let tag = nextTag(xml, open.end);
    tag !== undefined && tag.start < contentEnd;
    tag = nextTag(xml, children.at(-1)?.end ?? tag.end)
  ) {
    children.push(elementOf(xml, tag));
  }
  return children;
};

/** The list with more items at its end and its `count` put right. */
export const withItems = (xml: string, list: RawElement, items: readonly string[]): string => {
  const { open, contentEnd } = list;
  const text = items.join('');
  const filled =
    open.kind === 'empty'
      ? `${xml.slice(0, open.end - 2)}>${text}</${open.name}>${xml.slice(open.end)}`
      : inserted(xml, contentEnd, text);
  const count = [...attributesOf(xml, open)].find(({ name }) => name === 'count');
  if (count === undefined) return filled;
  const more = Number(xml.slice(count.valueStart, count.valueEnd)) + items.length;
  return `${filled.slice(0, count.valueStart)}${more}${filled.slice(count.valueEnd)}`;
};

/**
 * The number of an item in the list of that name, added at its end when it is not in it yet; `undefined` where the part
 * keeps no such list.
 */
export const numberIn = (
  xml: string,
  name: string,
  item: string,
): { readonly xml: string; readonly number: number } | undefined => {
  const list = findElement(xml, name);
  if (list === undefined) return undefined;
  const items = childrenOf(xml, list).map(({ open, end }) => xml.slice(open.start, end));
  const known = items.indexOf(item);
  return known >= 0
    ? { xml, number: known }
    : { xml: withItems(xml, list, [item]), number: items.length };
};

export const inserted = (text: string, at: number, piece: string): string =>
  `${text.slice(0, at)}${piece}${text.slice(at)}`;
