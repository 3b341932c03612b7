/** The addresses that a sheet's links lead to, in the part that lists what the sheet refers to. */
import { packageRelations } from '../../../office-package/relationships.ts';
import {
  attributeOf,
  findElement,
  findElements,
  prefixOf,
  type RawElement,
} from '../../../office-package/xml-scan.ts';
import { encodeText } from '../../../office-package/xml-text.ts';
import { withItems } from './xml-list.ts';

export interface LinkRelations {
  target(id: string): string | undefined;
  /** A new relationship, and its name. */
  add(url: string): string;
  /** The part for links of these names: what none of them needs any more is gone; drawings and comments stay. */
  partFor(ids: ReadonlySet<string>): string;
}

const noRelations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${packageRelations}"></Relationships>`;

/** @param namespace Of the office's own relations, as the sheet spells it. */
export const openLinkRelations = (part: string | undefined, namespace: string): LinkRelations => {
  const before = part ?? noRelations;
  const list = findElement(before, 'Relationships');
  const elements = list === undefined ? [] : findElements(before, 'Relationship', list.open.end);
  const idOf = ({ open }: RawElement): string => attributeOf(before, open, 'Id') ?? '';
  const links = elements.filter(({ open }) => isLink(before, open));
  const targetOf = new Map(
    links.map((each) => [idOf(each), attributeOf(before, each.open, 'Target') ?? '']),
  );
  const taken = new Set(elements.map(idOf));
  const added = new Map<string, string>();
  let next = 1;

  return {
    target: (id) => targetOf.get(id),
    add(url) {
      while (taken.has(`rId${next}`)) next += 1;
      const id = `rId${next}`;
      taken.add(id);
      added.set(id, url);
      return id;
    },
    partFor(ids) {
      if (list === undefined) return before;
      const prefix = prefixOf(list.open.name);
      const items = [...added]
        .filter(([id]) => ids.has(id))
        .map(
          ([id, url]) =>
            `<${prefix}Relationship Id="${id}" Type="${namespace}/hyperlink" Target="${encodeText(url)}" TargetMode="External"/>`,
        );
      return without(
        items.length === 0 ? before : withItems(before, list, items),
        links.filter((each) => !ids.has(idOf(each))),
      );
    },
  };
};

const isLink = (xml: string, open: RawElement['open']): boolean =>
  (attributeOf(xml, open, 'Type') ?? '').endsWith('/hyperlink');

/** Elements stand where they stood: what was added stands behind them. */
const without = (xml: string, elements: readonly RawElement[]): string => {
  let text = '';
  let at = 0;
  for (const { open, end } of elements) {
    text += xml.slice(at, open.start);
    at = end;
  }
  return text + xml.slice(at);
};
