import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const slotMap = join(dirname(fileURLToPath(import.meta.url)), 'slot-map.ts');

/** Bundles Temporal's polyfill so that it keeps what its objects hold on the objects themselves (`slot-map.ts`). */
export const temporalSlots: Plugin = {
  name: 'temporal-slots',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]temporal-polyfill[\\/]chunks[\\/].*\.js$/ }, async ({ path }) => {
      const module = await readFile(path, 'utf8');
      // `new` answers with what a function returns.
      const named = `import { openSlotMap } from ${JSON.stringify(slotMap)};\nfunction WeakMap() { return openSlotMap(); }\n`;
      return { contents: module.includes('WeakMap') ? named + module : module, loader: 'js' };
    });
  },
};
