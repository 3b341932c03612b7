/** A script as one file that Node reads at once: starting it from its sources takes a compiler half a second. */
import { symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { madeOnce } from './made-once.ts';

const project = resolve(import.meta.dirname, '../..');

/** @param script One that finds nothing by its own place: the file lies elsewhere. */
export const bundledScript = async (
  script: URL,
): Promise<{ readonly path: string; remove(): void }> => {
  const name = basename(script.pathname, '.ts');
  const { folder, remove } = await madeOnce(`script-${name}`, async (place) => {
    symlinkSync(join(project, 'node_modules'), join(place, 'node_modules'));
    await build({
      entryPoints: [fileURLToPath(script)],
      outfile: join(place, 'script.mjs'),
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
    });
  });
  return { path: join(folder, 'script.mjs'), remove };
};
