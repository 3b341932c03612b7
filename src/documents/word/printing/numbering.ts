/** The numberings of a template: which count, and how another one like them is written. */

import { deflated } from '../../../office-package/write-zip.ts';
import { type PackedPart, unpack } from '../../../office-package/zip-directory.ts';
import type { OfficeFile } from '../file/office-file.ts';
import { childOf, elementsOf, writeXml, type XmlElement } from '../file/xml.ts';
import type { FreshList } from '../values/render-state.ts';

export interface Numbering {
  readonly part: string | undefined;
  readonly lastId: number;
  /** Whether items of this list and level count: bullets do not. */
  readonly counts: (list: string, level: string) => boolean;
  /** The part with more lists, each counting from the start. */
  readonly withLists: (part: PackedPart, fresh: readonly FreshList[]) => PackedPart;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<string, XmlElement>;
  /** Its own changes to the levels, by level. */
  readonly overrides: ReadonlyMap<string, XmlElement>;
}

export const numberingIn = (file: OfficeFile): Numbering => {
  const part = file.relationshipsOf(file.mainPart).find(({ type }) => type === 'numbering')?.target;
  const root = part === undefined ? undefined : file.xml(part);
  const lists = root === undefined ? new Map<string, List>() : listsIn(root);
  return {
    part,
    lastId: Math.max(0, ...[...lists.keys()].map((id) => Number(id) || 0)),
    counts: (id, level) => {
      const list = lists.get(id);
      if (list === undefined) return false;
      const own = list.overrides.get(level);
      const look =
        (own === undefined ? undefined : childOf(own, 'w:lvl')) ?? list.levels.get(level);
      const format = look === undefined ? undefined : valueIn(look, 'w:numFmt');
      return format !== 'bullet' && format !== 'none';
    },
    withLists: (entry, fresh) => {
      const written = fresh.map(({ id, like }) => listLike(lists.get(like), id)).join('');
      const xml = unpack(entry).toString('utf8');
      const end = /<w:numIdMacAtCleanup|<\/w:numbering>/.exec(xml)?.index ?? xml.length;
      return deflated(entry.name, xml.slice(0, end) + written + xml.slice(end));
    },
  };
};

const listsIn = (root: XmlElement): ReadonlyMap<string, List> => {
  const abstracts = new Map<string, ReadonlyMap<string, XmlElement>>();
  const lists = new Map<string, List>();
  for (const element of elementsOf(root)) {
    if (element.name === 'w:abstractNum') {
      abstracts.set(element.attributes.get('w:abstractNumId') ?? '', byLevel(element, 'w:lvl'));
    } else if (element.name === 'w:num') {
      const abstractId = valueIn(element, 'w:abstractNumId') ?? '';
      lists.set(element.attributes.get('w:numId') ?? '', {
        abstractId,
        levels: abstracts.get(abstractId) ?? new Map(),
        overrides: byLevel(element, 'w:lvlOverride'),
      });
    }
  }
  return lists;
};

const byLevel = (element: XmlElement, name: string): ReadonlyMap<string, XmlElement> =>
  new Map(
    elementsOf(element)
      .filter((child) => child.name === name)
      .map((child) => [child.attributes.get('w:ilvl') ?? '0', child]),
  );

const listLike = (list: List | undefined, id: number): string => {
  if (list === undefined) return '';
  const levels = [...new Set(['0', ...list.levels.keys(), ...list.overrides.keys()])].sort();
  const overrides = levels.map((level) => {
    const own = list.overrides.get(level);
    const look = own === undefined ? undefined : childOf(own, 'w:lvl');
    const shown = look ?? list.levels.get(level);
    const start =
      (own === undefined ? undefined : valueIn(own, 'w:startOverride')) ??
      (shown === undefined ? undefined : valueIn(shown, 'w:start')) ??
      '1';
    const changed = look === undefined ? '' : writeXml(look);
    return `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/>${changed}</w:lvlOverride>`;
  });
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${list.abstractId}"/>${overrides.join('')}</w:num>`;
};

const valueIn = (element: XmlElement, child: string): string | undefined =>
  childOf(element, child)?.attributes.get('w:val');
