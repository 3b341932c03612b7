/**
 * The sources as the tests import them: compiled before a run in the ways of the build, and read by Node itself.
 *
 * Vitest's own way sends every module through Vite, in each worker anew, and reads each import through an object in the
 * middle of our loops. Only the test files go that way still. What they import is a copy in `node_modules/.cache`, where it
 * stays for the next run; it takes itself to be where its source is. As in the program that people run, objects that are made alike
 * share what the engine knows of them (`scripts/shared-shapes.ts`), and Temporal's polyfill keeps what its objects hold on them.
 *
 * A run sees the sources as they were when it began.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform, version } from 'esbuild';
import { parseSync } from 'oxc-parser';
import type { Plugin } from 'vitest/config';
import { withSharedShapes } from '../../scripts/shared-shapes.ts';
import { temporalSlots } from '../../scripts/temporal-slots.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copies = join(root, 'node_modules/.cache/compiled-sources');
const temporal = 'temporal-polyfill';
const temporalCopy = join(copies, `${temporal}.js`);

/** Lets the test files import the copies. */
export const compiledSources = async (): Promise<Plugin> => {
  const sources = new Set(filesBelow(root, ['src', 'test', 'scripts']).filter(isCompiled));
  const ofAll = new Set([...sources].map(copyOf));
  for (const left of filesBelow(copies, ['src', 'test', 'scripts']))
    if (!ofAll.has(left)) rmSync(left, { force: true });
  await Promise.all([compileTemporal(), ...[...sources].map(compile)]);
  return {
    name: 'compiled-sources',
    enforce: 'pre',
    resolveId: (wanted, importer) => {
      if (wanted === temporal) return { id: temporalCopy, external: true };
      if (importer === undefined || !wanted.startsWith('.')) return undefined;
      const path = join(dirname(importer), wanted);
      return sources.has(path) ? { id: copyOf(path), external: true } : undefined;
    },
  };
};

const filesBelow = (place: string, folders: readonly string[]): string[] =>
  folders.flatMap((folder) => {
    mkdirSync(join(place, folder), { recursive: true });
    return readdirSync(join(place, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });

const isCompiled = (path: string): boolean => path.endsWith('.ts') && !/\.(test|d)\.ts$/.test(path);

const copyOf = (path: string): string => join(copies, relative(root, path).replace(/\.ts$/, '.js'));

/** How they are compiled, as part of what a copy is known by. */
const ways = [
  version,
  import.meta.filename,
  fileURLToPath(import.meta.resolve('../../scripts/shared-shapes.ts')),
]
  .map((each) => (each.startsWith('/') ? readFileSync(each, 'utf8') : each))
  .join('\n');

const compile = async (path: string): Promise<void> => {
  const source = readFileSync(path, 'utf8');
  const copy = copyOf(path);
  const mark = `\n// ${createHash('sha256').update(`${ways}\n${path}\n${source}`).digest('hex')}\n`;
  if (textOf(copy).endsWith(mark)) return;
  const shaped = path.startsWith(join(root, 'src')) ? withSharedShapes(source, path) : source;
  const { code } = await transform(withCopies(shaped, path), {
    loader: 'ts',
    target: 'node20',
    sourcefile: path,
    sourcemap: 'inline',
    sourcesContent: false,
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(path).href),
      'import.meta.dirname': JSON.stringify(dirname(path)),
    },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  write(copy, `${code}${mark}`);
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Another run may read it at this moment. */
const write = (path: string, text: string): void => {
  const unfinished = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
};

/** The module with the copy instead of each of ours that it imports. */
const withCopies = (source: string, path: string): string => {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, source).module;
  const wanted = [
    ...[...staticImports, ...dynamicImports].map(({ moduleRequest }) => moduleRequest),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest)),
  ].filter((request) => request !== null);
  const ends = new Map(wanted.map(({ start, end }) => [start, end]));
  return [...ends]
    .toSorted(([a], [b]) => b - a)
    .reduce((text, [start, end]) => {
      const name = text.slice(start + 1, end - 1);
      return `${text.slice(0, start)}'${nameOfCopy(name)}'${text.slice(end)}`;
    }, source);
};

const nameOfCopy = (name: string): string => {
  if (name === temporal) return pathToFileURL(temporalCopy).href;
  return name.startsWith('.') ? name.replace(/\.ts$/, '.js') : name;
};

const compileTemporal = async (): Promise<void> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [fileURLToPath(import.meta.resolve(temporal))],
    outfile: temporalCopy,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [temporalSlots],
  });
  for (const { path, text } of outputFiles) write(path, text);
};
