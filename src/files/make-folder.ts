import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it, step by step; one that is there is left as it is.
 *
 * Node's own way of doing so never ends where the system denies that a folder is there in which it will not make
 * another one, as under /proc.
 *
 * @throws what the system says to the first step that fails.
 */
export const makeFolder = (folder: string, { mode }: { readonly mode?: number } = {}): void => {
  const missing: string[] = [];
  let at = resolve(folder);
  while (!existsSync(at) && dirname(at) !== at) {
    missing.unshift(at);
    at = dirname(at);
  }
  for (const step of missing) mkdirSync(step, mode === undefined ? {} : { mode });
  // A file of this name is told as such; a folder is content.
  if (missing.length === 0) mkdirSync(at, { recursive: true });
};
