/**
 * Matches the block tags of one flow of text and lifts each to where it can work.
 *
 * A flow is a body, a letterhead, a footnote or a text box: a block opens and closes inside one. Its tags
 * are lifted to the nearest thing that holds them all, so that what lies between is whole: words of a
 * sentence, paragraphs, or rows of a table.
 */
import { deepestBlocks } from '../../../office-package/bounds.ts';
import { type FaultList, TemplateFaultsError } from '../faults/faults.ts';
import { childOf, pathTo, replaceChild, type XmlElement, type XmlTag } from '../file/xml.ts';
import { placeTags } from '../finding/paragraph.ts';
import type { TagRoom } from '../finding/tag-room.ts';
import type { Tag } from '../language/tags.ts';
import { around, type Block, liftBlock } from './lift.ts';
import { type PartLabel, PlaceFinder } from './places.ts';

export interface FlowOptions {
  readonly part: PartLabel;
  readonly faults: FaultList;
  readonly room: TagRoom;
  /** Paragraph styles that number or bullet. */
  readonly listStyles: ReadonlySet<string>;
}

/** Letters over others, and the parts of an equation: a tag stands in one of them. */
const ownLines = new Set([
  'w:rt',
  'w:rubyBase',
  'm:oMath',
  'm:e',
  'm:num',
  'm:den',
  'm:sub',
  'm:sup',
  'm:deg',
  'm:lim',
  'm:fName',
]);

const flowRoots = new Set(['w:txbxContent', 'w:footnote', 'w:endnote', 'c:rich', ...ownLines]);

/** Makes the part's tree ready for printing: every tag in place, every block's tags side by side. */
export const settleTags = (root: XmlElement, options: FlowOptions): void => {
  const finder = new PlaceFinder(options.part);
  const flows = new Map<XmlElement, XmlElement[]>([[root, []]]);
  let place = options.part.label;
  const visit = (element: XmlElement, ancestors: readonly XmlElement[], flow: XmlElement): void => {
    const below = [...ancestors, element];
    let inner = flow;
    if (flowRoots.has(element.name)) {
      inner = element;
      flows.set(element, []);
    }
    if (element.name === 'w:p' || element.name === 'a:p') {
      place = finder.placeOf(element, ancestors);
      placeTags(element, place, options);
    } else if (ownLines.has(element.name)) placeTags(element, place, options);
    for (const child of [...element.children]) {
      if (child.kind === 'element') visit(child, below, inner);
    }
  };
  visit(root, [], root);
  for (const flow of flows.keys()) settleFlow(flow, options);
};

const settleFlow = (flow: XmlElement, options: FlowOptions): void => {
  const blocks = matchBlocks(flow, options.faults);
  // Outer blocks first: what they leave behind decides whether an inner tag stands alone.
  for (const block of blocks) {
    const outcome = liftBlock(block, targetOf(block, flow, options.listStyles));
    if (outcome !== undefined) {
      options.faults.add({ ...placeOf(outcome.tag.tag), message: outcome.message });
      for (const bound of block.bounds) removeTag(bound);
    }
  }
};

/** Pairs openers and closers; what has no partner is told and taken out. */
const matchBlocks = (flow: XmlElement, faults: FaultList): Block[] => {
  const blocks: { open: XmlTag; bounds: XmlTag[]; elseSeen: boolean }[] = [];
  const stack: { open: XmlTag; bounds: XmlTag[]; elseSeen: boolean }[] = [];
  const orphan = (node: XmlTag, message: string): void => {
    faults.add({ ...placeOf(node.tag), message });
    removeTag(node);
  };
  for (const node of [...blockTags(flow)]) {
    const { meaning, source } = node.tag;
    const top = stack.at(-1);
    if (meaning.kind === 'open') {
      const block = { open: node, bounds: [node], elseSeen: false };
      stack.push(block);
      if (stack.length > deepestBlocks) throw tooDeep(node.tag);
      blocks.push(block);
    } else if (meaning.kind === 'else') {
      if (top === undefined) orphan(node, `"${source}" berada di luar {{#if …}} atau {{#each …}}.`);
      else if (top.elseSeen)
        orphan(node, `"${source}" muncul setelah {{else}} terakhir di blok ini.`);
      else {
        top.bounds.push(node);
        top.elseSeen = meaning.head === undefined;
      }
    } else if (meaning.kind === 'close') {
      if (top === undefined) {
        if (meaning.word === undefined) removeTag(node);
        else orphan(node, `"${source}" menutup blok yang tidak pernah dibuka.`);
      } else if (meaning.word === undefined || wordOf(top.open) === meaning.word) {
        top.bounds.push(node);
        stack.pop();
      } else if (stack.some(({ open }) => wordOf(open) === meaning.word)) {
        while (stack.length > 0 && wordOf(stack.at(-1)?.open) !== meaning.word) stack.pop();
        stack.pop()?.bounds.push(node);
      } else {
        orphan(node, `"${source}" tidak cocok dengan pembuka terakhir, "${top.open.tag.source}".`);
      }
    }
  }
  return blocks.filter(({ open, bounds }) => {
    const last = bounds.at(-1)?.tag.meaning.kind;
    if (last === 'close') return true;
    faults.add({
      ...placeOf(open.tag),
      message: `"${open.tag.source}" tidak ditutup. Tambahkan {{/${wordOf(open)}}} sesudahnya, di bagian yang sama.`,
    });
    for (const bound of bounds) removeTag(bound);
    return false;
  });
};

/** Whatever is made of blocks goes over them one inside the other, so that nothing is begun. */
const tooDeep = (tag: Tag): TemplateFaultsError => {
  const message = `"${tag.source}" berada di dalam ${deepestBlocks} blok lain. Kurangi {{#each}}, {{#if}} dan {{#with}} yang bersarang, atau tutup blok sebelumnya.`;
  return new TemplateFaultsError([{ ...placeOf(tag), message }]);
};

const wordOf = (open: XmlTag | undefined): string | undefined =>
  open?.tag.meaning.kind === 'open' ? open.tag.meaning.head.word : undefined;

function* blockTags(element: XmlElement): Generator<XmlTag> {
  for (const child of element.children) {
    if (child.kind === 'tag') {
      if (child.tag.meaning.kind !== 'value') yield child;
    } else if (child.kind === 'element' && !flowRoots.has(child.name)) yield* blockTags(child);
  }
}

const targetOf = (block: Block, flow: XmlElement, listStyles: ReadonlySet<string>): XmlElement => {
  const common = commonHolder(block, flow);
  if (common.name === 'w:tr') return common.parent ?? common;
  const path = [flow, ...pathTo(flow, block.open)];
  const paragraph = path.findLast(({ name }) => name === 'w:p');
  const isInline =
    paragraph !== undefined && [paragraph, ...pathTo(paragraph, block.open)].includes(common);
  if (!isInline || paragraph?.parent === undefined) return common;
  return fillsParagraph(block, paragraph, listStyles) ? paragraph.parent : common;
};

/**
 * A paragraph that is nothing but one condition vanishes with it, and a list item that is nothing but
 * one loop becomes an item each; elsewhere a loop inside a paragraph runs on in the sentence.
 */
const fillsParagraph = (
  block: Block,
  paragraph: XmlElement,
  listStyles: ReadonlySet<string>,
): boolean => {
  const [open, close] = block.bounds;
  if (block.bounds.length !== 2 || open === undefined || close === undefined) return false;
  if (around(paragraph, open).before || around(paragraph, close).after) return false;
  const word = wordOf(open);
  if (word === 'if' || word === 'unless') return true;
  return word === 'each' && isListItem(paragraph, listStyles);
};

const isListItem = (paragraph: XmlElement, listStyles: ReadonlySet<string>): boolean => {
  const properties = childOf(paragraph, 'w:pPr');
  if (properties === undefined) return false;
  const numbering = childOf(properties, 'w:numPr');
  if (numbering !== undefined) {
    return childOf(numbering, 'w:numId')?.attributes.get('w:val') !== '0';
  }
  return listStyles.has(childOf(properties, 'w:pStyle')?.attributes.get('w:val') ?? '');
};

const commonHolder = (block: Block, flow: XmlElement): XmlElement => {
  const paths = block.bounds.map((bound) => [flow, ...pathTo(flow, bound)]);
  let common = flow;
  for (const [depth, element] of (paths[0] ?? []).entries()) {
    if (paths.some((path) => path[depth] !== element)) break;
    common = element;
  }
  return common;
};

const removeTag = (tag: XmlTag): void => {
  if (tag.parent !== undefined) replaceChild(tag.parent, tag);
};

const placeOf = (tag: Tag): { place: string; near: string } => ({
  place: tag.place,
  near: tag.near,
});
