/**
 * Puts the tags of one paragraph into its tree, however Word has cut the text into runs.
 *
 * A printed value ends up inside the text element that it began in, so it takes that run's look. A block
 * tag ends up between runs, the run that it stood in being cut in two.
 */
import type { FaultList } from '../faults/faults.ts';
import {
  anElement,
  append,
  aTag,
  aText,
  childOf,
  cloneOf,
  elementsOf,
  replaceChild,
  setChildren,
  writeXml,
  type XmlElement,
  type XmlNode,
  type XmlTag,
} from '../file/xml.ts';
import { objectSign, scanTags, type Tag, type TagSpan } from '../language/tags.ts';
import type { TagRoom } from './tag-room.ts';

/** A stretch of the joined text: letters of a text element, or one sign that stands for an element. */
interface Piece {
  readonly element: XmlElement;
  readonly start: number;
  readonly text: string;
  readonly letters: boolean;
}

const signs = new Map([
  ['w:tab', '\t'],
  ['a:br', '\n'],
  ['w:cr', '\n'],
  ['w:ptab', '\t'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00AD'],
]);
const silentElements = new Set([
  'w:rPr',
  'w:pPr',
  'a:rPr',
  'a:pPr',
  'a:endParaRPr',
  'm:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:permStart',
  'w:permEnd',
]);
const inlineHolders = new Set([
  'w:r',
  'a:r',
  'w:hyperlink',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'm:r',
]);
const letterElements = new Set(['w:t', 'a:t', 'm:t']);
const nearLetters = 32;

export const placeTags = (
  paragraph: XmlElement,
  place: string,
  { faults, room }: { readonly faults: FaultList; readonly room: TagRoom },
): void => {
  joinRuns(paragraph);
  const pieces = piecesOf(paragraph);
  const text = pieces.map((piece) => piece.text).join('');
  const { spans, faults: found } = scanTags(text);
  room.take(spans.length + found.length);
  for (const { at, message } of found) faults.add(faultAt(text, at, place, message));
  if (spans.length === 0) return;
  const blockTags: XmlTag[] = [];
  let first = 0;
  for (const piece of pieces) {
    const end = piece.start + piece.text.length;
    // Spans and pieces both stand in reading order, so that what ended before never comes up again.
    while ((spans[first]?.end ?? Number.POSITIVE_INFINITY) <= piece.start) first += 1;
    let last = first;
    while ((spans[last]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1;
    const touching = spans.slice(first, last);
    if (touching.length === 0) continue;
    if (!piece.letters) {
      const holder = piece.element.parent;
      if (holder !== undefined && piece.text !== objectSign) replaceChild(holder, piece.element);
      continue;
    }
    fillText(piece, touching, (span) => {
      if (span.meaning === undefined) return undefined;
      const tag: Tag = {
        meaning: span.meaning,
        source: span.source,
        place,
        near: nearWords(text, span.start),
      };
      const node = aTag(tag);
      if (span.meaning.kind !== 'value') blockTags.push(node);
      return node;
    });
  }
  for (const node of blockTags) isolate(node);
  dropEmptyRuns(paragraph);
};

/** The words around a position, for a fault's "dekat". */
const nearWords = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - nearLetters), at + nearLetters)
    .replaceAll(objectSign, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const faultAt = (text: string, at: number, place: string, message: string) => {
  const near = nearWords(text, Math.max(0, at));
  return near === '' ? { place, message } : { place, message, near };
};

const piecesOf = (paragraph: XmlElement): Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  const add = (element: XmlElement, text: string, letters: boolean): void => {
    pieces.push({ element, start, text, letters });
    start += text.length;
  };
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (letterElements.has(child.name)) add(child, lettersOf(child), true);
      else if (inlineHolders.has(child.name)) visit(child);
      else if (silentElements.has(child.name)) continue;
      else if (child.name === 'w:br' && isLineBreak(child)) add(child, '\n', false);
      else add(child, signs.get(child.name) ?? objectSign, false);
    }
  };
  visit(paragraph);
  return pieces;
};

const isLineBreak = (element: XmlElement): boolean => {
  const type = element.attributes.get('w:type');
  return type === undefined || type === 'textWrapping';
};

const lettersOf = (element: XmlElement): string =>
  element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');

/** Writes the text element anew: its letters, without the tags' own, and a node where a tag begins. */
const fillText = (
  piece: Piece,
  spans: readonly TagSpan[],
  nodeFor: (span: TagSpan) => XmlNode | undefined,
): void => {
  const children: XmlNode[] = [];
  const end = piece.start + piece.text.length;
  let at = piece.start;
  const keep = (until: number): void => {
    if (until > at) {
      children.push(aText(piece.text.slice(at - piece.start, until - piece.start)));
    }
  };
  for (const span of spans) {
    keep(span.start);
    if (span.start >= piece.start) {
      const node = nodeFor(span);
      if (node !== undefined) children.push(node);
    }
    at = Math.max(at, Math.min(span.end, end));
  }
  keep(end);
  setChildren(piece.element, children);
  if (piece.element.name !== 'a:t') piece.element.attributes.set('xml:space', 'preserve');
};

/** Cuts the run around a block tag, so that the tag stands beside runs and not in one. */
const isolate = (tag: XmlTag): void => {
  const text = tag.parent;
  const run = text?.parent;
  const holder = run?.parent;
  if (text === undefined || run === undefined || holder === undefined) return;
  const looks = elementsOf(run).filter(({ name }) => name.endsWith(':rPr'));
  const before = anElement(run.name, new Map(run.attributes));
  const after = anElement(run.name, new Map(run.attributes));
  for (const look of looks) {
    append(before, cloneOf(look));
    append(after, cloneOf(look));
  }
  let side = before;
  for (const child of run.children) {
    if (child.kind === 'element' && looks.includes(child)) continue;
    if (child !== text) {
      append(side, child);
      continue;
    }
    const at = text.children.indexOf(tag);
    append(before, anElement(text.name, new Map(text.attributes), text.children.slice(0, at)));
    append(after, anElement(text.name, new Map(text.attributes), text.children.slice(at + 1)));
    side = after;
  }
  replaceChild(holder, run, before, tag, after);
};

const dropEmptyRuns = (element: XmlElement): void => {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:t' || child.name === 'a:t') continue;
    if (child.name !== 'w:r' && child.name !== 'a:r') {
      if (inlineHolders.has(child.name)) dropEmptyRuns(child);
      continue;
    }
    for (const part of elementsOf(child)) {
      if ((part.name === 'w:t' || part.name === 'a:t') && part.children.length === 0) {
        replaceChild(child, part);
      }
    }
    if (child.children.every((part) => part.kind === 'element' && silentElements.has(part.name))) {
      replaceChild(element, child);
    }
  }
};

/** Makes one run of neighbours that look alike and hold text only. */
const joinRuns = (element: XmlElement): void => {
  let last: { run: XmlElement; text: XmlElement; look: string } | undefined;
  for (const child of elementsOf(element)) {
    const parts = elementsOf(child).filter((part) => part.name !== 'w:rPr');
    const text = parts[0];
    if (child.name !== 'w:r' || parts.length !== 1 || text?.name !== 'w:t') {
      last = undefined;
      if (inlineHolders.has(child.name) && child.name !== 'w:r') joinRuns(child);
      continue;
    }
    const properties = childOf(child, 'w:rPr');
    const look = properties === undefined ? '' : writeXml(properties);
    if (last !== undefined && last.look === look) {
      setChildren(last.text, [aText(lettersOf(last.text) + lettersOf(text))]);
      last.text.attributes.set('xml:space', 'preserve');
      replaceChild(element, child);
    } else {
      last = { run: child, text, look };
    }
  }
};
