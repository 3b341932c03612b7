import { statSync } from 'node:fs';

/** Changes whenever one of the files is written or replaced. */
export const stampsOf = (paths: readonly string[]): string =>
  paths
    .map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size} ${found.mode}`;
    })
    .join('|');
