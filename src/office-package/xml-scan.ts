/**
 * A small scanner for the XML of office parts.
 *
 * A part is scanned as **raw text: one character for each byte** (latin1), so that an offset in the text
 * is an offset in the file and whatever we leave alone goes back byte for byte. Names and markup are plain
 * ASCII; only the text that people typed has to be decoded, with `decodeText`.
 */

import { mostInList } from './bounds.ts';
import { PackageFault } from './package-fault.ts';
import { asideCloser, decodeAttribute } from './xml-text.ts';

/** A tag in raw text. `end` is the offset behind its `>`. */
export interface RawTag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const space = 0x20;
const equalsSign = 0x3d;

/**
 * The first tag at or behind `from`; comments, CDATA and processing instructions are stepped over.
 * @throws PackageFault when it never ends, or at a declaration: office files may have none, and could say
 *   anything by it.
 */
export const nextTag = (xml: string, from: number): RawTag | undefined => {
  let start = xml.indexOf('<', from);
  while (start >= 0) {
    const mark = xml[start + 1];
    if (mark !== '!' && mark !== '?') return tagAt(xml, start);
    start = xml.indexOf('<', endOfAside(xml, start));
  }
  return undefined;
};

const tagAt = (xml: string, start: number): RawTag => {
  const closing = xml.charCodeAt(start + 1) === slash;
  const nameStart = closing ? start + 2 : start + 1;
  let at = nameStart;
  while (at < xml.length && !endsName(xml.charCodeAt(at))) at += 1;
  const name = nameIn(xml, nameStart, at);
  let quote = 0;
  for (; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === doubleQuote || code === singleQuote) {
      quote = code;
    } else if (code === greaterThan) {
      const empty = xml.charCodeAt(at - 1) === slash;
      return {
        kind: closing ? 'close' : empty ? 'empty' : 'open',
        name,
        start,
        end: at + 1,
      };
    }
  }
  throw new PackageFault('malformed', 'its XML breaks off within a tag');
};

/** A cell, its value and its formula have names of one letter, and a sheet has a hundred thousand of them. */
const nameIn = (xml: string, start: number, end: number): string =>
  (end - start === 1 ? oneLetter[xml.charCodeAt(start)] : undefined) ?? xml.slice(start, end);

const oneLetter = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));

const endsName = (code: number): boolean =>
  code <= space || code === greaterThan || code === slash || code === lessThan;

/** Behind a comment, a CDATA section or a processing instruction. */
const endOfAside = (xml: string, start: number): number => {
  const closer = asideCloser(xml, start);
  if (closer === undefined) throw new PackageFault('malformed', 'its XML declares a document type');
  const end = xml.indexOf(closer, start);
  if (end < 0) throw new PackageFault('malformed', 'its XML breaks off');
  return end + closer.length;
};

/** Every tag between two offsets, in order. */
export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<RawTag> {
  let tag = nextTag(xml, from);
  while (tag !== undefined && tag.start < to) {
    yield tag;
    tag = nextTag(xml, tag.end);
  }
}

/** An element as it stands in raw text: its opening tag, where its content ends, where it ends. */
export interface RawElement {
  readonly open: RawTag;
  readonly contentEnd: number;
  readonly end: number;
}

/**
 * The element that `open` begins. Elements of one name may stand inside each other.
 * @throws PackageFault when it is never closed.
 */
export const elementOf = (xml: string, open: RawTag): RawElement => {
  if (open.kind === 'empty') return { open, contentEnd: open.end, end: open.end };
  let depth = 1;
  let tag = nextTag(xml, open.end);
  while (tag !== undefined) {
    if (tag.name === open.name && tag.kind !== 'empty') {
      depth += tag.kind === 'open' ? 1 : -1;
      if (depth === 0) return { open, contentEnd: tag.start, end: tag.end };
    }
    tag = nextTag(xml, tag.end);
  }
  throw new PackageFault('malformed', `its XML never closes <${open.name.slice(0, 40)}>`);
};

/** The first element with this name, whatever its prefix. */
export const findElement = (
  xml: string,
  name: string,
  from = 0,
  to = xml.length,
): RawElement | undefined => {
  for (const tag of tagsOf(xml, from, to)) {
    if (tag.kind !== 'close' && localName(tag.name) === name) return elementOf(xml, tag);
  }
  return undefined;
};

/**
 * The elements with this name, whatever their prefix; none is looked for inside another one.
 * @throws PackageFault when one is never closed.
 */
export function* eachElement(
  xml: string,
  name: string,
  from = 0,
  to = xml.length,
): Generator<RawElement> {
  let tag = nextTag(xml, from);
  while (tag !== undefined && tag.start < to) {
    if (tag.kind === 'close' || localName(tag.name) !== name) {
      tag = nextTag(xml, tag.end);
      continue;
    }
    const element = elementOf(xml, tag);
    yield element;
    tag = nextTag(xml, element.end);
  }
}

/**
 * A list of the elements with this name.
 * @throws PackageFault when one is never closed, or there are more than any workbook has.
 */
export const findElements = (
  xml: string,
  name: string,
  from = 0,
  to = xml.length,
): readonly RawElement[] => {
  const found: RawElement[] = [];
  for (const element of eachElement(xml, name, from, to)) {
    if (found.length === mostInList) {
      throw new PackageFault('too-large', `it has more than ${mostInList} <${name}>`);
    }
    found.push(element);
  }
  return found;
};

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `'x:'` for `x:row`, `''` for `row`. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/** Where an attribute stands in raw text: its own start and end, and those of its value without quotes. */
export interface RawAttribute {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly end: number;
}

/** The attributes of a tag, in order. Nothing is looked for beyond the tag, however much follows it. */
export function* attributesOf(xml: string, tag: RawTag): Generator<RawAttribute> {
  let attribute = nextAttribute(xml, tag);
  while (attribute !== undefined) {
    yield attribute;
    attribute = nextAttribute(xml, tag, attribute);
  }
}

/** The first attribute of a tag, or the one behind another. */
export const nextAttribute = (
  xml: string,
  tag: RawTag,
  behind?: RawAttribute,
): RawAttribute | undefined => {
  let start = behind?.end ?? tag.start + 1 + tag.name.length;
  while (start < tag.end && xml.charCodeAt(start) <= space) start += 1;
  const equals = indexWithin(xml, equalsSign, start, tag.end);
  if (equals < 0) return undefined;
  let open = equals + 1;
  while (open < tag.end && xml.charCodeAt(open) <= space) open += 1;
  const close = indexWithin(xml, xml.charCodeAt(open), open + 1, tag.end);
  if (close < 0) return undefined;
  let nameEnd = equals;
  while (nameEnd > start && xml.charCodeAt(nameEnd - 1) <= space) nameEnd -= 1;
  return {
    name: nameIn(xml, start, nameEnd),
    start,
    valueStart: open + 1,
    valueEnd: close,
    end: close + 1,
  };
};

const indexWithin = (xml: string, code: number, from: number, to: number): number => {
  for (let at = from; at < to; at += 1) if (xml.charCodeAt(at) === code) return at;
  return -1;
};

/** An attribute's value as it stands there (not decoded), by its whole name. */
export const rawAttribute = (xml: string, tag: RawTag, name: string): string | undefined => {
  let attribute = nextAttribute(xml, tag);
  while (attribute !== undefined && attribute.name !== name) {
    attribute = nextAttribute(xml, tag, attribute);
  }
  return attribute && xml.slice(attribute.valueStart, attribute.valueEnd);
};

/** An attribute's value as text. */
export const attributeOf = (xml: string, tag: RawTag, name: string): string | undefined => {
  const raw = rawAttribute(xml, tag, name);
  return raw === undefined ? undefined : decodeAttribute(raw);
};

/** `true`, `1` and `on`, as the attributes of spreadsheet parts spell it. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';
