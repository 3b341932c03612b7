/**
 * Whether the tests of the standard bite: takes each line's rule out of a copy of the project, and expects the test that
 * shows it to fail.
 *
 * `npm run bench -- standard-mutants [PART OF A LINE'S NAME]`. A few seconds for each of the 38 lines.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Clause, clauses } from '../standard/clauses.ts';

const root = resolve(import.meta.dirname, '../..');
const copied = [
  'src',
  'test',
  'templates',
  'scripts',
  'package.json',
  'tsconfig.json',
  '.vitest.config.ts',
];

export const run = (): void => {
  const part = process.argv[3] ?? '';
  const copy = mkdtempSync(join(tmpdir(), 'vicon-standard-'));
  try {
    for (const each of copied) cpSync(join(root, each), join(copy, each), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const chosen = clauses.filter(({ clause }) => clause.includes(part));
    const files = [...new Set(chosen.map(({ shownBy: [file] }) => file))];
    const untouched = failureIn(copy, files);
    if (untouched !== undefined)
      throw new Error(`Fails with every rule in its place: ${untouched}`);
    for (const clause of chosen) {
      const failure = failureWithout(copy, clause);
      const says = failure === undefined ? 'PASSES' : `fails: ${failure}`;
      process.stdout.write(`without ${clause.clause}\n  ${says}\n`);
      if (failure === undefined) process.exitCode = 1;
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/** The first test that fails; `undefined` when none does. */
const failureIn = (copy: string, files: readonly string[], name?: string): string | undefined => {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const only = name === undefined || name === '' ? [] : ['--testNamePattern', escaped(name)];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', '.vitest.config.ts', '--bail', '1', ...only, ...files],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  if (status === 0) return undefined;
  const failed = /^ *FAIL +(.*)$/m.exec(`${stdout}${stderr}`)?.[1] ?? 'no test named';
  return failed.split(' > ').slice(1).join(': ');
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const failureWithout = (
  copy: string,
  { lives, shownBy: [file, name], takenOut: [from, to] }: Clause,
): string | undefined => {
  const path = join(copy, lives);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    return failureIn(copy, [file], name);
  } finally {
    writeFileSync(path, whole);
  }
};
