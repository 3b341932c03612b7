/**
 * A small scanner for the XML of spreadsheet parts.
 *
 * A part is scanned as **raw text: one character for each byte** (latin1), so that an offset in the text
 * is an offset in the file and whatever we leave alone goes back byte for byte. Names and markup are plain
 * ASCII; only the text that people typed has to be decoded, with `decodeText`.
 */

/** A tag in raw text. `end` is the offset behind its `>`. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SPACE = 0x20;

/** The first tag at or behind `from`; comments, CDATA and processing instructions are stepped over. */
export const nextTag = (xml: string, from: number): Tag | undefined => {
  let start = xml.indexOf('<', from);
  while (start >= 0) {
    const mark = xml[start + 1];
    if (mark !== '!' && mark !== '?') return tagAt(xml, start);
    const end = endOfAside(xml, start);
    if (end < 0) return undefined;
    start = xml.indexOf('<', end);
  }
  return undefined;
};

const tagAt = (xml: string, start: number): Tag | undefined => {
  const closing = xml.charCodeAt(start + 1) === SLASH;
  const nameStart = closing ? start + 2 : start + 1;
  let at = nameStart;
  while (at < xml.length && !endsName(xml.charCodeAt(at))) at += 1;
  const name = xml.slice(nameStart, at);
  let quote = 0;
  for (; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      quote = code;
    } else if (code === GREATER_THAN) {
      const empty = xml.charCodeAt(at - 1) === SLASH;
      return {
        kind: closing ? 'close' : empty ? 'empty' : 'open',
        name,
        start,
        end: at + 1,
      };
    }
  }
  return undefined;
};

const endsName = (code: number): boolean =>
  code <= SPACE || code === GREATER_THAN || code === SLASH || code === LESS_THAN;

/** Behind a comment, a CDATA section, a declaration or a processing instruction; -1 when it never ends. */
const endOfAside = (xml: string, start: number): number => {
  const closer = xml.startsWith('<!--', start)
    ? '-->'
    : xml.startsWith('<![CDATA[', start)
      ? ']]>'
      : xml[start + 1] === '?'
        ? '?>'
        : '>';
  const end = xml.indexOf(closer, start);
  return end < 0 ? -1 : end + closer.length;
};

/** Every tag between two offsets, in order. */
export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<Tag> {
  let tag = nextTag(xml, from);
  while (tag !== undefined && tag.start < to) {
    yield tag;
    tag = nextTag(xml, tag.end);
  }
}

/** An element as it stands in raw text: its opening tag, where its content ends, where it ends. */
export interface Element {
  readonly open: Tag;
  readonly contentEnd: number;
  readonly end: number;
}

/** The element that `open` begins. Elements of one name may stand inside each other. */
export const elementOf = (xml: string, open: Tag): Element => {
  if (open.kind === 'empty') return { open, contentEnd: open.end, end: open.end };
  let depth = 1;
  for (const tag of tagsOf(xml, open.end)) {
    if (tag.name !== open.name || tag.kind === 'empty') continue;
    depth += tag.kind === 'open' ? 1 : -1;
    if (depth === 0) return { open, contentEnd: tag.start, end: tag.end };
  }
  return { open, contentEnd: xml.length, end: xml.length };
};

/** The first element with this name, whatever its prefix. */
export const findElement = (
  xml: string,
  name: string,
  from = 0,
  to = xml.length,
): Element | undefined => {
  for (const tag of tagsOf(xml, from, to)) {
    if (tag.kind !== 'close' && localName(tag.name) === name) return elementOf(xml, tag);
  }
  return undefined;
};

/** All elements with this name, whatever their prefix. */
export const findElements = (
  xml: string,
  name: string,
  from = 0,
  to = xml.length,
): readonly Element[] => {
  const found: Element[] = [];
  for (const tag of tagsOf(xml, from, to)) {
    if (tag.kind !== 'close' && localName(tag.name) === name) found.push(elementOf(xml, tag));
  }
  return found;
};

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `'x:'` for `x:row`, `''` for `row`. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/** Where an attribute stands in raw text: its own start and end, and those of its value without quotes. */
export interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly end: number;
}

/** The attributes of a tag, in order. */
export function* attributesOf(xml: string, tag: Tag): Generator<Attribute> {
  let at = tag.start + 1 + tag.name.length;
  while (at < tag.end) {
    while (at < tag.end && xml.charCodeAt(at) <= SPACE) at += 1;
    const equals = xml.indexOf('=', at);
    if (equals < 0 || equals >= tag.end) return;
    let open = equals + 1;
    while (open < tag.end && xml.charCodeAt(open) <= SPACE) open += 1;
    const close = xml.indexOf(xml.charAt(open), open + 1);
    if (close < 0 || close >= tag.end) return;
    const name = xml.slice(at, equals).trimEnd();
    yield {
      name,
      start: at,
      valueStart: open + 1,
      valueEnd: close,
      end: close + 1,
    };
    at = close + 1;
  }
}

/** An attribute's value as it stands there (not decoded), by its whole name. */
export const rawAttribute = (xml: string, tag: Tag, name: string): string | undefined => {
  for (const attribute of attributesOf(xml, tag)) {
    if (attribute.name === name) return xml.slice(attribute.valueStart, attribute.valueEnd);
  }
  return undefined;
};

/** An attribute's value as text. */
export const attributeOf = (xml: string, tag: Tag, name: string): string | undefined => {
  const raw = rawAttribute(xml, tag, name);
  return raw === undefined ? undefined : decodeText(raw);
};

/** `true`, `1` and `on`, as the attributes of spreadsheet parts spell it. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** What a stretch of raw text says: references and CDATA resolved, line ends made `\n`, UTF-8 decoded. */
export const decodeText = (raw: string): string =>
  raw.includes('<') ? withoutAsides(raw) : withReferences(raw);

const withoutAsides = (raw: string): string =>
  raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[^>]*>)/)
    .map((piece) => {
      if (piece.startsWith('<![CDATA['))
        return decodeUtf8(piece.slice(9, -3)).replace(/\r\n?/g, '\n');
      return piece.startsWith('<') ? '' : withReferences(piece);
    })
    .join('');

const withReferences = (raw: string): string => {
  const text = decodeUtf8(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9A-Fa-f]+|#[0-9]+|\w+);/g, (whole, reference: string) => {
    if (!reference.startsWith('#')) return ENTITIES[reference] ?? whole;
    const hex = reference[1] === 'x';
    const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
};

const decodeUtf8 = (raw: string): string =>
  /[\u0080-\u00ff]/.test(raw) ? Buffer.from(raw, 'latin1').toString('utf8') : raw;

/** Text made fit to stand in XML, as raw text. Characters that XML cannot carry must be escaped before. */
export const encodeText = (text: string): string =>
  Buffer.from(
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;'),
    'utf8',
  ).toString('latin1');
