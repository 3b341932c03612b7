/**
 * Finds the numbered lists that begin inside a loop: each turn of that loop begins them anew.
 *
 * A loop that begins with an item of a list makes the items of one list, which counts on; a list that
 * stands under words of the loop, or in a cell of its row, belongs to the turn. What began before the loop
 * counts on, as Word shows it in the template.
 */
import {
  anElement,
  childOf,
  cloneOf,
  elementsOf,
  setChildren,
  type XmlElement,
} from '../file/xml.ts';
import type { Tag } from '../language/tags.ts';
import type { ParagraphStyle } from './list-styles.ts';
import type { Numbering } from './numbering.ts';

/** By the tag that opens a loop, the lists that begin anew at each of its turns. */
export type ListRestarts = ReadonlyMap<Tag, ReadonlySet<string>>;

interface Knowledge {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly numbering: Numbering;
}

interface OpenBlock {
  readonly tag: Tag;
  readonly isLoop: boolean;
  readonly isOfRows: boolean;
  readonly openedAt: number;
  /** What the loop begins with: the id of a list, or something else that is seen. */
  first: string | undefined;
}

interface Item {
  readonly list: string;
  /** Counts rows: a number without words. */
  readonly isBare: boolean;
  /** Where the list is the style's; it has to be written out before it can begin anew. */
  readonly style: ParagraphStyle | undefined;
}

const somethingElse = '';
const seenElements = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'w:sym',
  'w:fldChar',
  'w:fldSimple',
]);

export const listRestartsIn = (root: XmlElement, knowledge: Knowledge): ListRestarts => {
  const restarts = new Map<Tag, Set<string>>();
  const firstSeen = new Map<string, number>();
  const open: OpenBlock[] = [];
  let clock = 0;
  const loops = (): OpenBlock[] => open.filter(({ isLoop }) => isLoop).toReversed();
  const see = (what: string): void => {
    for (const loop of loops()) loop.first ??= what;
  };
  const meet = (paragraph: XmlElement, item: Item): void => {
    const { list } = item;
    const [innermost] = loops();
    for (const loop of loops()) {
      loop.first ??= loop.isOfRows && loop !== innermost ? somethingElse : list;
      const began = firstSeen.get(list);
      if (item.isBare || loop.first === list || (began !== undefined && began < loop.openedAt)) {
        continue;
      }
      restarts.set(loop.tag, (restarts.get(loop.tag) ?? new Set()).add(list));
      if (item.style !== undefined) writeOut(paragraph, item.style);
      break;
    }
    if (!firstSeen.has(list)) firstSeen.set(list, clock);
    see(list);
  };
  const visit = (element: XmlElement): void => {
    if (seenElements.has(element.name)) see(somethingElse);
    for (const child of element.children) {
      clock += 1;
      if (child.kind === 'text') {
        if (element.name === 'w:t' && child.text.trim() !== '') see(somethingElse);
      } else if (child.kind === 'tag') {
        const { meaning } = child.tag;
        if (meaning.kind === 'value') see(somethingElse);
        else if (meaning.kind === 'close') open.pop();
        else if (meaning.kind === 'open') {
          const isLoop = meaning.head.word === 'each';
          const isOfRows = element.name === 'w:tbl';
          open.push({ tag: child.tag, isLoop, isOfRows, openedAt: clock, first: undefined });
        }
      } else {
        const item = child.name === 'w:p' ? itemOf(child, knowledge) : undefined;
        if (item !== undefined && open.length > 0) meet(child, item);
        else if (item !== undefined && !firstSeen.has(item.list)) firstSeen.set(item.list, clock);
        visit(child);
      }
    }
  };
  visit(root);
  return restarts;
};

const itemOf = (paragraph: XmlElement, { styles, numbering }: Knowledge): Item | undefined => {
  const look = childOf(paragraph, 'w:pPr');
  if (look === undefined) return undefined;
  const style = styles.get(childOf(look, 'w:pStyle')?.attributes.get('w:val') ?? '');
  if (style?.isHeading === true || childOf(look, 'w:outlineLvl') !== undefined) return undefined;
  const own = childOf(look, 'w:numPr');
  const typed = own === undefined ? undefined : childOf(own, 'w:numId')?.attributes.get('w:val');
  const list = typed ?? style?.list?.id;
  const level =
    (own === undefined ? undefined : childOf(own, 'w:ilvl')?.attributes.get('w:val')) ??
    style?.list?.level ??
    '0';
  if (list === undefined || list === '0' || !numbering.counts(list, level)) return undefined;
  const isBare = paragraph.children.every(
    (child) => child.kind === 'element' && (child === look || child.name.startsWith('w:bookmark')),
  );
  return { list, isBare, style: typed === undefined ? style : undefined };
};

const beforeNumbering = new Set([
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:framePr',
  'w:widowControl',
]);

/** Gives the paragraph itself what its style says of its list; the style's indent stays the one that holds. */
const writeOut = (paragraph: XmlElement, { list, indent }: ParagraphStyle): void => {
  const look = childOf(paragraph, 'w:pPr');
  if (look === undefined || list === undefined) return;
  const written = anElement('w:numPr', new Map(), [
    anElement('w:ilvl', new Map([['w:val', list.level]])),
    anElement('w:numId', new Map([['w:val', list.id]])),
  ]);
  const known = childOf(look, 'w:numPr');
  const kept = elementsOf(look).filter((child) => child !== known);
  const at = kept.findLastIndex(({ name }) => beforeNumbering.has(name)) + 1;
  const children = [...kept.slice(0, at), written, ...kept.slice(at)];
  if (indent !== undefined && childOf(look, 'w:ind') === undefined) {
    const behind = children.findLastIndex(({ name }) => !behindIndent.has(name)) + 1;
    children.splice(behind, 0, cloneOf(indent));
  }
  setChildren(look, children);
};

const behindIndent = new Set([
  'w:contextualSpacing',
  'w:mirrorIndents',
  'w:suppressOverlap',
  'w:jc',
  'w:textDirection',
  'w:textAlignment',
  'w:textboxTightWrap',
  'w:outlineLvl',
  'w:divId',
  'w:cnfStyle',
  'w:rPr',
  'w:sectPr',
]);
