/** What a reader of a Word file sees, by which the outputs of the documents benchmark are compared. */
import { openZip } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** A line for each paragraph that has letters, of the body and the letterheads. */
export const readableText = (bytes: Uint8Array): string =>
  openZip(bytes)
    .entries.filter(({ name }) => /^word\/(?:document|header\d*)\.xml$/.test(name))
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .flatMap((part) => paragraphsOf(unpack(part).toString('utf8')))
    .filter((line) => line.trim() !== '')
    .join('\n');

const paragraphsOf = (xml: string): readonly string[] =>
  xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, text]) => plain(text))
        .join(''),
    );

const plain = (text = ''): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
