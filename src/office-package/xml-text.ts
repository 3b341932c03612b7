/**
 * Text inside XML: what raw text says, and text made fit to stand there.
 *
 * Raw text is XML with **one character for each byte** (latin1), as `xml-scan.ts` goes over it.
 */
import { PackageFault } from './package-fault.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** What is made of a reference that says nothing, or of a lone `&`; people's files have both. */
type Unknown = (whole: string) => string;

const asItIs: Unknown = (whole) => whole;

/** @throws PackageFault always: for parts that are written anew, where it would not be XML. */
export const refuseUnknown: Unknown = () => {
  throw new PackageFault('malformed', 'its XML has a reference to nothing');
};

/** What a stretch of raw text says: references and CDATA resolved, line ends made `\n`, UTF-8 decoded. */
export const decodeText = (raw: string, unknown = asItIs): string =>
  raw.includes('<') ? withoutAsides(raw, unknown) : withReferences(withLineEnds(raw), unknown);

/** What an attribute's value says; white space that is not written as a reference is a space. */
export const decodeAttribute = (raw: string, unknown = asItIs): string =>
  withReferences(/[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw, unknown);

/** What closes the comment, CDATA section or processing instruction that begins at `start`. */
export const asideCloser = (xml: string, start: number): string | undefined => {
  if (xml.startsWith('<!--', start)) return '-->';
  if (xml.startsWith(cdata, start)) return ']]>';
  return xml[start + 1] === '?' ? '?>' : undefined;
};

const cdata = '<![CDATA[';

/** Markup inside goes, and what CDATA holds is taken as it is. */
const withoutAsides = (raw: string, unknown: Unknown): string => {
  let text = '';
  let at = 0;
  for (let mark = raw.indexOf('<'); mark >= 0; mark = raw.indexOf('<', at)) {
    text += withReferences(withLineEnds(raw.slice(at, mark)), unknown);
    const closer = asideCloser(raw, mark) ?? '>';
    const end = raw.indexOf(closer, mark);
    if (end < 0) throw new PackageFault('malformed', 'its XML breaks off');
    if (raw.startsWith(cdata, mark)) {
      text += withLineEnds(decodeUtf8(raw.slice(mark + cdata.length, end)));
    }
    at = end + closer.length;
  }
  return text + withReferences(withLineEnds(raw.slice(at)), unknown);
};

const withReferences = (raw: string, unknown: Unknown): string => {
  const text = decodeUtf8(raw);
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(#x[0-9A-Fa-f]+|#[0-9]+|\w+);)?/g,
    (whole, reference: string | undefined) =>
      (reference === undefined ? undefined : referred(reference, unknown === asItIs)) ??
      unknown(whole),
  );
};

const referred = (reference: string, anySign: boolean): string | undefined => {
  if (!reference.startsWith('#')) return entities[reference];
  const hex = reference[1] === 'x';
  const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
  if (code > 0x10ffff) return undefined;
  const sign = String.fromCodePoint(code);
  return anySign || !notXml.test(sign) ? sign : undefined;
};

/** Signs that no XML can carry, not even as a reference. */
const notXml = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

const withLineEnds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/**
 * A text of its own: a stretch of a part would hold the whole part in memory for as long as anybody remembers it, and what a
 * cell says is remembered from pass to pass.
 */
export const decodeUtf8 = (raw: string): string => {
  if (raw.length < shortestStretch && !/[\u0080-\u00ff]/.test(raw)) return raw;
  if (raw.length > scratch.length) return Buffer.from(raw, 'latin1').toString('utf8');
  scratch.write(raw, 'latin1');
  return scratch.toString('utf8', 0, raw.length);
};

/** A buffer of its own for each cell would take longer than what is done with it. */
const scratch = Buffer.alloc(4096);

/** V8 copies what is shorter, and makes a window on the whole of all else. */
const shortestStretch = 13;

/** Text for XML. Characters that XML cannot carry must be taken out or escaped before. */
export const escapeText = (text: string): string =>
  /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

/** The value of an attribute, to stand between double quotes. */
export const escapeAttribute = (value: string): string =>
  escapeText(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Text for XML as raw text, which may stand between double quotes too. */
export const encodeText = (text: string): string =>
  Buffer.from(escapeText(text).replaceAll('"', '&quot;'), 'utf8').toString('latin1');
