/**
 * Builds `dist`: each module for those who import the library, with its types, and the command as a bundle in its place.
 *
 * A command starts a process each time, and Node spends longer finding some 350 small modules than running them; in a
 * few chunks `plan` answers in two thirds of the time (`bundled-program.ts`). The package's own templates are judged here
 * once, so that no process does it again. Every build bears a mark of its own: what a pass leaves to the next one counts for
 * the same build only.
 *
 * `--out DIR` builds elsewhere; the folder's parent then needs `package.json`, `templates` and `node_modules`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { documentKinds } from '../src/documents/document-kinds.ts';
import { judgeTemplate } from '../src/documents/judge-template.ts';
import { type JudgedTemplates, judgedTemplatesName } from '../src/judged-templates.ts';
import { programMarkName } from '../src/program-mark.ts';
import { builtFromName, markOfSources } from './built-from.ts';
import { bundledProgram } from './bundled-program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const { out } = values;
const typescript = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

// Before anything is read: what changes meanwhile may be in the build or not.
const builtFrom = markOfSources();

// A chunk of an earlier build would stay for ever, since its name comes from what it holds.
rmSync(out, { recursive: true, force: true });
execFileSync(process.execPath, [typescript, '-p', join(root, 'tsconfig.json'), '--outDir', out], {
  stdio: 'inherit',
});

await build({
  ...bundledProgram,
  absWorkingDir: root,
  entryPoints: ['src/cli.ts'],
  outdir: out,
  // Beside cli.js, not below it: modules find the templates and package.json by their own place.
  chunkNames: 'cli-[hash]',
  splitting: true,
});
chmodSync(join(out, 'cli.js'), 0o755);

/** Those that are right however charts are printed. */
const rightTemplates = (): JudgedTemplates =>
  Object.fromEntries(
    documentKinds.map((kind) => {
      const bytes = readFileSync(join(root, 'templates', kind.template));
      const isRight = [false, true].every(
        (pictures) => judgeTemplate(kind, bytes, { pictures }).kind === 'right',
      );
      return [kind.key, isRight ? [createHash('sha256').update(bytes).digest('hex')] : []];
    }),
  );

writeFileSync(join(out, judgedTemplatesName), JSON.stringify(rightTemplates()));

/** Of the bundle, and of what stays outside of it. */
const markOfBuild = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const name of readdirSync(out)
    .filter((each) => each.endsWith('.js'))
    .toSorted())
    hash.update(name).update(readFileSync(join(out, name)));
  return hash.digest('hex');
};

writeFileSync(join(out, programMarkName), markOfBuild());
writeFileSync(join(out, builtFromName), builtFrom);
