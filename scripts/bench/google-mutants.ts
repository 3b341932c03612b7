/**
 * Whether the tests of whole passes bite: takes out one safeguard after the other in a copy of the project, and
 * expects them to fail each time.
 *
 * `npm run bench -- google-mutants`. A minute or so for each safeguard.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Mutant {
  readonly takesOut: string;
  /** The tests that hold it. */
  readonly heldBy: 'named-faults' | 'crash' | 'storm';
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const mutants: readonly Mutant[] = [
  {
    takesOut: 'the verification of a write',
    heldBy: 'named-faults',
    file: 'src/backends/google/sheet/verified-write.ts',
    from: 'if (await sheet.send(due, seen, locate)) {',
    to: 'await sheet.send(due, seen, locate);\n      {',
  },
  {
    takesOut: 'the journal of what was sent',
    heldBy: 'crash',
    file: 'src/backends/google/sheet/write-journal.ts',
    from: 'if (text === nothing) return undefined;',
    to: 'if (text !== undefined) return undefined;',
  },
  {
    takesOut: 'the janitor of empty rows',
    heldBy: 'storm',
    file: 'src/core/plan/make-plan.ts',
    from: 'strays: clearedStrays(observation, ledger),',
    to: 'strays: clearedStrays({ ...observation, strays: [] }, ledger),',
  },
  {
    takesOut: 'ids reserved before the upload',
    heldBy: 'crash',
    file: 'src/backends/google/drive/drive-store.ts',
    from: 'await memory.remember(name, id);\n  return id;',
    to: "await memory.remember(name, '');\n  return id;",
  },
  {
    takesOut: 'the binding of edited responses by their ticket cell',
    heldBy: 'named-faults',
    file: 'src/core/rows/bind-rows.ts',
    from: 'mostLike(claimants, ticket, memory) === row',
    to: 'mostLike(claimants, ticket, memory) === undefined',
  },
  {
    takesOut: 'the binding of edited responses that showed no ticket',
    heldBy: 'named-faults',
    file: 'src/core/rows/bind-rows.ts',
    from: "state === 'active' &&\n        !shown.has(ticket)",
    to: "state === 'missing' &&\n        !shown.has(ticket)",
  },
  {
    takesOut: 'the lock on the desk',
    heldBy: 'named-faults',
    file: 'src/ledger/claim-desk.ts',
    from: "  file.exec('commit');\n  file.exec('begin immediate');",
    to: "  file.exec('commit');\n  file.exec('begin');",
  },
  {
    takesOut: 'what was meant to be written, kept before it is',
    heldBy: 'crash',
    file: 'src/service/pass/write-plan.ts',
    from: 'if (intended.length > 0)',
    to: 'if (intended.length < 0)',
  },
];

const root = resolve(import.meta.dirname, '../..');

export const run = (): void => {
  const copy = mkdtempSync(join(tmpdir(), 'vicon-mutants-'));
  try {
    for (const each of [
      'src',
      'test',
      'templates',
      'package.json',
      'tsconfig.json',
      '.vitest.config.ts',
    ]) {
      cpSync(join(root, each), join(copy, each), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const untouched = failureIn(copy, ['named-faults', 'crash', 'storm']);
    if (untouched !== undefined) throw new Error(`Fails with every safeguard: ${untouched}`);
    for (const mutant of mutants) {
      const failure = failureWithout(copy, mutant);
      const says = failure === undefined ? 'PASSES' : `fails: ${failure}`;
      process.stdout.write(`without ${mutant.takesOut}\n  ${says}\n`);
      if (failure === undefined) process.exitCode = 1;
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/** What the tests that hold a safeguard say; `undefined` when they pass. */
const failureIn = (copy: string, heldBy: readonly Mutant['heldBy'][]): string | undefined => {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const tests = heldBy.map((name) => `test/backends/google/pass/${name}.test.ts`);
  const args = ['run', '--config', '.vitest.config.ts', '--bail', '1', ...tests];
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (status === 0) return undefined;
  const failed = /^ *FAIL +(.*)$/m.exec(`${stdout}${stderr}`)?.[1] ?? 'no test named';
  return failed.split(' > ').slice(1).join(': ');
};

const failureWithout = (copy: string, { heldBy, file, from, to }: Mutant): string | undefined => {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    return failureIn(copy, [heldBy]);
  } finally {
    writeFileSync(path, whole);
  }
};
