/** What a build is made from, as a mark that it keeps: a program that was built from the very same needs no other build. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** In `dist`, written when all else of it stands. */
export const builtFromName = 'built-from';

/** Folders and files, from the project's; of the scripts those that build. */
const made = {
  folders: ['src', 'templates'],
  files: [
    ...['build', 'built-from', 'shared-shapes', 'slot-map', 'temporal-slots'].map(
      (name) => `scripts/${name}.ts`,
    ),
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ],
};

/** Of all that a build reads as it stands now. */
export const markOfSources = (): string => {
  const hash = createHash('sha256');
  const below = made.folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of [...below.toSorted(), ...made.files.map((file) => join(root, file))])
    hash
      .update(`${path.slice(root.length)} `)
      .update(readFileSync(path))
      .update('\n');
  return hash.digest('hex');
};

/** What the build in that folder was made from; nothing where there is no whole one. */
export const markOfBuilt = (folder: string): string | undefined => {
  try {
    return readFileSync(join(folder, builtFromName), 'utf8');
  } catch {
    return undefined;
  }
};
