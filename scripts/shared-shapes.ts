/**
 * Bundles our modules so that objects that are made alike look alike to the engine.
 *
 * To Node 20 each object of a literal that begins with a spread and goes on, as `{ ...answers, schedule }`, is of a kind of
 * its own: it takes some 3 µs a property to make, and keeps a table of its properties for itself. Most of what a pass makes
 * is made so, several times a row. Where the spread is not the first thing, all are of one kind; and what is spread first
 * here is nothing, so that every object holds the same in the same order.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { parseSync, Visitor } from 'oxc-parser';

/** What asks the ledger copies what it asks with every word that is added to it. */
const bundled = /[\\/]src[\\/].*\.ts$|[\\/]node_modules[\\/]kysely[\\/].*\.js$/;

export const sharedShapes: Plugin = {
  name: 'shared-shapes',
  setup: ({ onLoad }) => {
    onLoad({ filter: bundled }, async ({ path }) => ({
      contents: withSharedShapes(await readFile(path, 'utf8'), path),
      loader: path.endsWith('.ts') ? 'ts' : 'js',
    }));
  },
};

/** The module as it is, with nothing spread first where a literal begins with a spread and goes on. */
export const withSharedShapes = (module: string, path: string): string => {
  const { program, errors } = parseSync(path, module);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const starts: number[] = [];
  new Visitor({
    ObjectExpression: ({ properties: [first, ...others] }) => {
      if (first?.type === 'SpreadElement' && others.length > 0) starts.push(first.start);
    },
  }).visit(program);
  return [0, ...starts.toSorted((a, b) => a - b)]
    .map((start, at, all) => module.slice(start, all[at + 1]))
    .join('...undefined, ');
};
