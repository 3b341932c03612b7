/**
 * Takes what differs from one build to the next out of a Word file: the moment it was built, the names that `docx`
 * draws by chance, and the numbers it counts on from file to file. What stays is what somebody changed, so that a difference between two editions can be read.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

export const settled = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  const anew: Numbering = { nameOf: namesInOrder(), drawingNumber: counter() };
  const still: Zippable = {};
  for (const path of Object.keys(parts).sort(contentTypesFirst)) {
    const part = parts[path] ?? new Uint8Array();
    still[path] = [settledPart(path, part, anew), { mtime: longAgo }];
  }
  return zipSync(still, { level: 9 });
};

/** Each file counts from 1 again. */
interface Numbering {
  readonly nameOf: (drawn: string) => string;
  readonly drawingNumber: () => number;
}

const settledPart = (
  path: string,
  part: Uint8Array,
  { nameOf, drawingNumber }: Numbering,
): Uint8Array => {
  if (path.endsWith('.xlsx')) return settled(part);
  if (!/\.(xml|rels)$/.test(path)) return part;
  return strToU8(
    strFromU8(part)
      .replaceAll(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        (_, tag: string) => `${tag}1980-01-02T12:00:00Z`,
      )
      .replaceAll(/(?<=<wp:docPr id=")\d+/g, () => String(drawingNumber()))
      .replaceAll(drawnId, nameOf),
  );
};

/** `docx` gives links to charts an id of 21 characters drawn by nanoid. */
const drawnId = /rId[\w-]{21}(?=")/g;

const counter = (): (() => number) => {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
};

const namesInOrder = (): ((drawn: string) => string) => {
  const names = new Map<string, string>();
  const next = counter();
  return (drawn) => {
    const name = names.get(drawn) ?? `rIdChart${next()}`;
    names.set(drawn, name);
    return name;
  };
};

/** Readers expect it at the front. */
const contentTypesFirst = (a: string, b: string): number =>
  Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1);

/** The earliest day that a zip can tell, at noon, so that no time zone moves it. */
const longAgo = new Date(1980, 0, 2, 12);
