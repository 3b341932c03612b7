/** The cells of a text file that a program exported: whatever its encoding and whichever character separates them. */
import { parse } from 'csv-parse/sync';

const delimiters = [',', ';', '\t'] as const;

/** `undefined` where it is no such file. */
export const csvRows = (bytes: Uint8Array): readonly (readonly string[])[] | undefined => {
  const text = textOf(bytes);
  if (text === undefined || text.includes('\0')) return undefined;
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      trim: true,
    }) as string[][];
  } catch {
    return undefined;
  }
};

/** UTF-8 and both kinds of UTF-16 by their marks, as Excel saves "Unicode text"; else UTF-8, else the one of Windows. */
const textOf = (bytes: Uint8Array): string | undefined => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(swapped(bytes), 'utf-16le');
  return decoded(bytes, 'utf-8') ?? ofWindows(bytes);
};

/** What Windows has at 128 to 159, where some programs, Node's decoder among them, have control characters. */
const windowsSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const ofWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 128] ?? ' ');

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const swapped = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();

/** The one that stands most often outside quotes; names and dates hold commas too. */
const delimiterOf = (text: string): string => {
  const bare = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '');
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
    .sort((one, other) => other.count - one.count);
  return best?.delimiter ?? ',';
};
