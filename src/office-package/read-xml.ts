/**
 * Reads a whole XML part strictly, for whoever builds something of it that is written anew: what is not
 * well-formed is refused, and so is what would take more room than we have.
 */
import { deepestTree, mostTreePieces } from './bounds.ts';
import { PackageFault } from './package-fault.ts';
import { attributesOf, nextTag, type RawTag } from './xml-scan.ts';
import { decodeAttribute, decodeText, decodeUtf8, refuseUnknown } from './xml-text.ts';

/** How much the parts of one package may still grow to; a tree takes many times the room of its text. */
export class TreeRoom {
  #pieces = 0;

  /** @throws PackageFault when these are too many. */
  take(pieces: number): void {
    this.#pieces += pieces;
    if (this.#pieces > mostTreePieces) throw new PackageFault('too-large');
  }
}

/** Told of everything in reading order; comments and processing instructions are left out. */
export interface XmlListener {
  readonly opened: (name: string, attributes: Map<string, string>) => void;
  /** Never empty; text and CDATA between two tags come as one. */
  readonly text: (text: string) => void;
  readonly closed: () => void;
}

/** @throws PackageFault when it is not well-formed, declares a document type, or is too large or too deep. */
export const readXml = (bytes: Buffer, listener: XmlListener, room: TreeRoom): void => {
  const raw = rawText(bytes);
  if (unwritable.test(raw)) throw malformed('has signs that no XML can carry');
  const open: string[] = [];
  let hasRoot = false;
  let at = raw.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  for (let tag = nextTag(raw, at); tag !== undefined; tag = nextTag(raw, at)) {
    tellText(raw.slice(at, tag.start), open.length > 0, listener);
    at = tag.end;
    if (tag.kind === 'close') {
      if (open.pop() !== tag.name || !isBlank(raw.slice(tag.start + 2 + tag.name.length, at - 1))) {
        throw malformed(`closes <${tag.name.slice(0, 40)}> where it is not open`);
      }
      listener.closed();
      continue;
    }
    if (open.length === 0 && hasRoot) throw malformed('has two roots');
    hasRoot = true;
    room.take(1);
    if (open.length >= deepestTree) throw new PackageFault('too-large');
    if (!isName(tag.name)) throw malformed('has a tag without a name');
    listener.opened(decodeUtf8(tag.name), attributesIn(raw, tag, room));
    if (tag.kind === 'open') open.push(tag.name);
    else listener.closed();
  }
  tellText(raw.slice(at), open.length > 0, listener);
  if (open.length > 0 || !hasRoot) throw malformed('breaks off');
};

const byteOrderMark = '\u00ef\u00bb\u00bf';

/** One character for each byte of UTF-8. */
const rawText = (bytes: Buffer): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? Buffer.from(bytes.subarray(2).toString('utf16le'), 'utf8').toString('latin1')
    : bytes.toString('latin1');

/** Controls other than tab and line ends, and what U+FFFE and U+FFFF come to. */
const unwritable = /(?![\t\n\r\u007F-\u009F])\p{Cc}|\u00ef\u00bf[\u00be\u00bf]/u;

const tellText = (raw: string, isInside: boolean, { text }: XmlListener): void => {
  if (raw === '') return;
  if (raw.includes(']]>') && raw.replace(/<!\[CDATA\[.*?\]\]>|<!--.*?-->/gs, '').includes(']]>')) {
    throw malformed('closes a CDATA section that is not open');
  }
  const said = decodeText(raw, refuseUnknown);
  if (!isInside && !isBlank(said)) throw malformed('has text beside its root');
  if (isInside && said !== '') text(said);
};

const attributesIn = (raw: string, tag: RawTag, room: TreeRoom): Map<string, string> => {
  const attributes = new Map<string, string>();
  let at = tag.start + 1 + tag.name.length;
  for (const { name, start, valueStart, valueEnd, end } of attributesOf(raw, tag)) {
    room.take(1);
    const value = raw.slice(valueStart, valueEnd);
    const isQuoted = raw[valueEnd] === '"' || raw[valueEnd] === "'";
    if (start === at || !isQuoted || value.includes('<') || !isName(name) || attributes.has(name)) {
      throw malformed(`has a tag <${tag.name.slice(0, 40)}> that cannot be read`);
    }
    attributes.set(decodeUtf8(name), decodeAttribute(value, refuseUnknown));
    at = end;
  }
  const rest = raw.slice(at, tag.end);
  if (!isBlank(rest.slice(0, tag.kind === 'empty' ? -2 : -1))) {
    throw malformed(`has a tag <${tag.name.slice(0, 40)}> that cannot be read`);
  }
  return attributes;
};

const isName = (name: string): boolean =>
  /^[A-Za-z_:\u0080-\u00ff][\w:.\u0080-\u00ff-]*$/.test(name);

const isBlank = (text: string): boolean => !/[^ \t\r\n]/.test(text);

const malformed = (what: string): PackageFault => new PackageFault('malformed', `its XML ${what}`);
