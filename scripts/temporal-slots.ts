import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { withSharedShapes } from './shared-shapes.ts';

const slotMap = join(dirname(fileURLToPath(import.meta.url)), 'slot-map.ts');
const copied = /[\\/]slot-map\.ts\?\d+$/;

/**
 * Bundles Temporal's polyfill so that it keeps what its objects hold on the objects themselves (`slot-map.ts`).
 *
 * Each of its maps gets a copy of that module: the engine learns what an object looks like for each place in the code, and
 * learns nothing where eight kinds of objects pass through one.
 */
export const temporalSlots: Plugin = {
  name: 'temporal-slots',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: copied }, ({ path }) => {
      const [file, copy] = path.split('?');
      return { path: file ?? path, suffix: `?${copy}` };
    });
    onLoad({ filter: /[\\/]temporal-polyfill[\\/]chunks[\\/].*\.js$/ }, async ({ path }) => ({
      contents: withSharedShapes(withSlots(await readFile(path, 'utf8')), path),
      loader: 'js',
    }));
  },
};

/** `WeakMap` by its name alone is one more of them: `new` answers with what a function returns. */
const withSlots = (module: string): string => {
  const parts = module.split(/new WeakMap(?:\(\))?(?![\w$])/);
  const opened = (part: number): string => `openSlotMap${part}`;
  const imports = parts.map(
    (_, part) =>
      `import { openSlotMap as ${opened(part)} } from ${JSON.stringify(`${slotMap}?${part}`)};`,
  );
  const body = parts.map((text, part) => (part === 0 ? text : `${opened(part)}()${text}`));
  return [...imports, `function WeakMap() { return ${opened(0)}(); }`, body.join('')].join('\n');
};
