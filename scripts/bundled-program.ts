import type { BuildOptions } from 'esbuild';
import { sharedShapes } from './shared-shapes.ts';
import { temporalSlots } from './temporal-slots.ts';

/**
 * How the program is bundled; what measures it is bundled the same, or it would measure another program.
 *
 * What is heavy and not always needed stays outside the chunks and is read when it is used: Google's clients, Word's writer,
 * the database's native part, the log of `serve`. Temporal's polyfill keeps what its objects hold on them
 * (`temporal-slots.ts`), because a pass makes hundreds of thousands, and objects of ours that are made alike share what the
 * engine knows of them (`shared-shapes.ts`).
 */
export const bundledProgram = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['googleapis', 'google-auth-library', 'docx', 'libsql', 'pino'],
  // CommonJS packages inside a module's chunk ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  logLevel: 'warning',
  plugins: [temporalSlots, sharedShapes],
} as const satisfies BuildOptions;
