/** Changes single parts of a Word file, to try what no editor would write. */
import { deflated, writeZip } from '../../src/office-package/write-zip.ts';
import { openZip } from '../../src/office-package/zip.ts';
import { unpack } from '../../src/office-package/zip-directory.ts';

/** The file with these parts changed or added; each is given its text so far. */
export const withParts = (
  bytes: Uint8Array,
  parts: Readonly<Record<string, (before: string) => string | Uint8Array>>,
): Uint8Array => {
  const entries = openZip(bytes).entries;
  const known = new Set(entries.map(({ name }) => name));
  return writeZip([
    ...entries.map((entry) => {
      const change = parts[entry.name];
      return change === undefined
        ? entry
        : deflated(entry.name, change(unpack(entry).toString('utf8')));
    }),
    ...Object.entries(parts)
      .filter(([name]) => !known.has(name))
      .map(([name, change]) => deflated(name, change(''))),
  ]);
};

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Adds a relationship from the package itself or from a part. */
export const related =
  (id: string, type: string, target: string) =>
  (before: string): string =>
    before.replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/></Relationships>`,
    );
