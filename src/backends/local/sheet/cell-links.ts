/**
 * Links that cells have beside what they hold: `hyperlinks` behind the cells, their addresses in a part of their own.
 *
 * Excel follows such a link even where the cell has a HYPERLINK formula, and leaves it in its place when somebody sorts:
 * whoever writes a cell says what becomes of it, and whoever reads one looks where it leads.
 */
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { spotOf } from '../../../core/sheet/snapshot.ts';
import {
  attributeOf,
  attributesOf,
  elementOf,
  localName,
  nextTag,
  type RawElement,
  rawAttribute,
  tagsOf,
} from '../../../office-package/xml-scan.ts';
import { decodeAttribute, encodeText } from '../../../office-package/xml-text.ts';
import { beforeValidations, placeBehind } from './behind-cells.ts';
import { type LinkRelations, openLinkRelations } from './link-relations.ts';
import type { CellPosition } from './sheet-layout.ts';
import { type Area, isWithin, parseArea, type Sheet } from './sheet-scan.ts';
import { childrenOf } from './xml-list.ts';

export interface CellLinks {
  /** Where the cell leads. */
  at(place: CellPosition): string | undefined;
  /** By place, those of single cells. */
  all(): Iterable<readonly [string, string]>;
  /** Makes it lead there, or nowhere. */
  put(place: CellPosition, url: string | undefined): void;
  /** The links with what was put; `undefined` when nothing was. */
  changed(): ChangedLinks | undefined;
}

export interface ChangedLinks {
  /** Raw text that replaces what stands there in the sheet's part. */
  readonly splice: { readonly start: number; readonly end: number; readonly text: string };
  /** The part with the addresses. */
  readonly relations: string;
}

/** One `hyperlink`; what a person made and nobody wrote into stays as it is spelled. */
interface CellLink {
  readonly area: Area | undefined;
  readonly raw: string;
  readonly id: string | undefined;
  readonly url: string | undefined;
}

/** @param relations The raw text of the part that lists what the sheet refers to, if there is one. */
export const openCellLinks = (sheet: Sheet, relations: string | undefined): CellLinks => {
  const list = linkList(sheet);
  const addresses = openLinkRelations(relations, namespaceOf(sheet));
  const { single, others } = sorted(list === undefined ? [] : itemsIn(sheet, list, addresses));
  let wide = others;
  let isChanged = false;

  const itemAt = ({ row, column }: CellPosition): CellLink | undefined =>
    single.get(spotOf(row, column)) ??
    wide.find(({ area }) => area !== undefined && isWithin(area, row, column));
  const itemFor = (place: CellPosition, url: string): CellLink => {
    const id = addresses.add(url);
    const { row, column } = place;
    const area = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
    return { area, id, url, raw: itemMarkup(sheet, { area, id }) };
  };

  return {
    at: (place) => itemAt(place)?.url,
    *all() {
      for (const [spot, { url }] of single) if (url !== undefined) yield [spot, url];
    },
    put(place, url) {
      const before = itemAt(place);
      if (before === undefined && url === undefined) return;
      if (before !== undefined && url !== undefined && before.url === url) return;
      const { row, column } = place;
      isChanged = true;
      single.delete(spotOf(row, column));
      wide = wide.flatMap((item) => around(item, place));
      if (url !== undefined) single.set(spotOf(row, column), itemFor(place, url));
    },
    changed() {
      if (!isChanged) return undefined;
      const items = [...wide, ...single.values()];
      return {
        splice: spliceOf(sheet, list, items),
        relations: addresses.partFor(new Set(items.flatMap(({ id }) => id ?? []))),
      };
    },
  };
};

/** Looked for from the end of the part: the cells before it are most of what there is. */
const linkList = ({ xml, prefix, data }: Sheet): RawElement | undefined => {
  const start = xml.lastIndexOf(`<${prefix}hyperlinks`);
  const tag = start < data.start ? undefined : nextTag(xml, start);
  return tag?.name === `${prefix}hyperlinks` ? elementOf(xml, tag) : undefined;
};

/** By place, so that thousands of links are found at once; those of whole blocks are few. */
const sorted = (
  items: readonly CellLink[],
): { readonly single: Map<string, CellLink>; readonly others: readonly CellLink[] } => {
  const single = new Map<string, CellLink>();
  const others: CellLink[] = [];
  for (const item of items) {
    const spot =
      item.area && isOneCell(item.area) && spotOf(item.area.firstRow, item.area.firstColumn);
    if (spot === undefined || spot === false || single.has(spot)) others.push(item);
    else single.set(spot, item);
  }
  return { single, others };
};

const isOneCell = ({ firstRow, lastRow, firstColumn, lastColumn }: Area): boolean =>
  firstRow === lastRow && firstColumn === lastColumn;

const itemsIn = ({ xml }: Sheet, list: RawElement, addresses: LinkRelations): readonly CellLink[] =>
  childrenOf(xml, list).map(({ open, end }) => {
    const id = idOf(xml, open);
    const location = attributeOf(xml, open, 'location');
    const target = id === undefined ? undefined : addresses.target(id);
    const url = location === undefined ? target : `${target ?? ''}#${location}`;
    return {
      area: parseArea(rawAttribute(xml, open, 'ref') ?? ''),
      raw: xml.slice(open.start, end),
      id,
      url,
    };
  });

/** `r:id`, whatever its prefix. */
const idOf = (xml: string, open: RawElement['open']): string | undefined => {
  const found = [...attributesOf(xml, open)].find(
    ({ name }) => name.includes(':') && localName(name) === 'id',
  );
  return found && decodeAttribute(xml.slice(found.valueStart, found.valueEnd));
};

/** The same link on what is left of its block without that cell: above, left, right, below. */
const around = (item: CellLink, { row, column }: CellPosition): readonly CellLink[] => {
  const { area } = item;
  if (area === undefined || !isWithin(area, row, column)) return [item];
  const beside = { ...area, firstRow: row, lastRow: row };
  return [
    { ...area, lastRow: row - 1 },
    { ...beside, lastColumn: column - 1 },
    { ...beside, firstColumn: column + 1 },
    { ...area, firstRow: row + 1 },
  ]
    .filter((rest) => rest.firstRow <= rest.lastRow && rest.firstColumn <= rest.lastColumn)
    .map((rest) => ({ ...item, area: rest, raw: withReference(item.raw, rest) }));
};

const withReference = (raw: string, area: Area): string => {
  const [tag] = tagsOf(raw);
  const reference = tag && [...attributesOf(raw, tag)].find(({ name }) => name === 'ref');
  return reference === undefined
    ? raw
    : raw.slice(0, reference.valueStart) + referenceTo(area) + raw.slice(reference.valueEnd);
};

const referenceTo = (area: Area): string => {
  const first = `${columnLetters(area.firstColumn)}${area.firstRow}`;
  return isOneCell(area) ? first : `${first}:${columnLetters(area.lastColumn)}${area.lastRow}`;
};

const itemMarkup = (
  sheet: Sheet,
  { area, id }: { readonly area: Area; readonly id: string },
): string => {
  const namespace = namespaceOf(sheet);
  const declared = declaredPrefix(sheet, namespace);
  const declaration = declared === undefined ? ` xmlns:r="${namespace}"` : '';
  const name = `${declared ?? 'r'}:id`;
  return `<${sheet.prefix}hyperlink${declaration} ref="${referenceTo(area)}" ${name}="${encodeText(id)}"/>`;
};

/** Strict workbooks name everything otherwise. */
const namespaceOf = ({ xml }: Sheet): string => {
  const [root] = tagsOf(xml);
  const isStrict = root !== undefined && xml.slice(root.start, root.end).includes(strictMain);
  return isStrict ? strictRelations : relationsNamespace;
};

const strictMain = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const strictRelations = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const relationsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const declaredPrefix = ({ xml }: Sheet, namespace: string): string | undefined => {
  const [root] = tagsOf(xml);
  if (root === undefined) return undefined;
  const declaration = [...attributesOf(xml, root)].find(
    ({ name, valueStart, valueEnd }) =>
      name.startsWith('xmlns:') && xml.slice(valueStart, valueEnd) === namespace,
  );
  return declaration?.name.slice('xmlns:'.length);
};

const spliceOf = (
  sheet: Sheet,
  list: RawElement | undefined,
  items: readonly CellLink[],
): ChangedLinks['splice'] => {
  const { xml, prefix } = sheet;
  const inside = items.map(({ raw }) => raw).join('');
  if (list !== undefined) {
    const { open, end } = list;
    // Excel takes no empty list.
    if (inside === '') return { start: open.start, end, text: '' };
    const tag = xml.slice(open.start, open.kind === 'empty' ? open.end - 2 : open.end - 1);
    return { start: open.start, end, text: `${tag}>${inside}</${open.name}>` };
  }
  const at = placeBehind(sheet, beforeLinks);
  const name = `${prefix}hyperlinks`;
  return { start: at, end: at, text: inside === '' ? '' : `<${name}>${inside}</${name}>` };
};

const beforeLinks: ReadonlySet<string> = new Set([...beforeValidations, 'dataValidations']);
