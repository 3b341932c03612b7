/** Looks for tags in parts that go out as they lie in the template: settings, pictures, embedded files. */
import { PackageFault } from '../../../office-package/package-fault.ts';
import { openZip } from '../../../office-package/zip.ts';
import { type PackedPart, unpack } from '../../../office-package/zip-directory.ts';

const nearLetters = 60;
const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
]);

/** The words from a tag that stands in the XML, in an attribute or cut into several texts; undefined when there is none. */
export const leftTagIn = (xml: string): string | undefined => {
  const plain = xml.replace(/&#(?:x0*7b|0*123);|%7b/gi, '{');
  if (!plain.includes('{')) return undefined;
  const text = plain.replace(/<\/w:p>|<\/w:tc>/g, '\n').replace(/<[^>]*>/g, '');
  for (const whole of [text, plain]) {
    const at = whole.indexOf('{{');
    if (at >= 0) return wordsAt(whole, at);
  }
  return undefined;
};

const wordsAt = (whole: string, at: number): string =>
  whole
    .slice(at, at + nearLetters)
    .replace(/["<][\s\S]*$/, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities.get(entity) ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

const textFiles = /\.(?:xml|rels|vml|svg|x?html?|txt)$/i;
const drawnFiles = /\.(?:bin|emf|wmf)$/i;
const packages = /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|odt|ods|odg)$/i;
const deepestPackage = 3;

/** The same for a part of any kind; embedded Office files are opened. */
export const leftTagInPart = (entry: PackedPart, depth = 0): string | undefined => {
  if (textFiles.test(entry.name)) return leftTagIn(decoded(unpack(entry)));
  if (drawnFiles.test(entry.name)) return drawnTagIn(unpack(entry));
  if (!packages.test(entry.name) || depth >= deepestPackage) return undefined;
  try {
    for (const inner of openZip(unpack(entry)).entries) {
      const found = leftTagInPart(inner, depth + 1);
      if (found !== undefined) return found;
    }
  } catch (error) {
    // What Word cannot open either shows nothing.
    if (!(error instanceof PackageFault)) throw error;
  }
  return undefined;
};

/** Letters inside pictures and old objects, which hold them in one of two ways. */
const drawnTagIn = (bytes: Buffer): string | undefined => {
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const found = /\{\{[#/^]?[ \w.@"()-]{1,80}\}\}/.exec(bytes.toString(encoding));
    if (found !== null) return found[0];
  }
  return undefined;
};

const decoded = (plain: Buffer): string =>
  plain[0] === 0xff && plain[1] === 0xfe ? plain.toString('utf16le') : plain.toString('utf8');
