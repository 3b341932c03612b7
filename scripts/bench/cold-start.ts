/**
 * How long a person waits for `plan` on the sample desk, process start included: on this machine and on Google.
 *
 * Beside it, in the same run, stand Node itself and the same program as separate modules. On Google the stand-in answers
 * from a process of its own; what a real network adds comes on top.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildCommandLine } from '../../test/support/command-line.ts';
import { sampleTabs, writeGoogleDesk } from '../../test/support/google-desk-files.ts';

const rounds = 15;
const now = ['--now', '2026-11-24T08:30:00+08:00'];
const project = resolve(import.meta.dirname, '../..');
const spreadsheet = 'lembar-layanan-vicon-0001';

export const run = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-cold-start-'));
  const { script, run: command, remove } = await buildCommandLine();
  const modules = buildModules(dir);
  const local = join(dir, 'desk');
  await command(['demo', '--dir', local, ...now]);
  const { child, settings } = await startGoogleDesk(dir);
  const onLocal = ['--config', join(local, 'layanan-vicon.json'), ...now];
  const onGoogle = ['--config', settings, ...now];
  const contestants: Readonly<Record<string, readonly string[]>> = {
    'node, doing nothing': ['-e', '0'],
    'plan, this machine': [script, 'plan', ...onLocal],
    'plan, this machine, as modules': [modules, 'plan', ...onLocal],
    'plan, Google': [script, 'plan', ...onGoogle],
    'plan, Google, as modules': [modules, 'plan', ...onGoogle],
  };
  try {
    print(measure(contestants));
  } finally {
    child.kill();
    remove();
    rmSync(dir, { recursive: true, force: true });
  }
};

/** The program as TypeScript leaves it, a file for each module; returns its entry. */
const buildModules = (dir: string): string => {
  const home = join(dir, 'modules');
  mkdirSync(home);
  const tsc = join(project, 'node_modules/typescript/bin/tsc');
  spawnSync(process.execPath, [tsc, '-p', project, '--outDir', join(home, 'dist')]);
  cpSync(join(project, 'package.json'), join(home, 'package.json'));
  for (const name of ['templates', 'node_modules'])
    symlinkSync(join(project, name), join(home, name));
  return join(home, 'dist/cli.js');
};

const startGoogleDesk = async (
  dir: string,
): Promise<{ readonly child: ChildProcess; readonly settings: string }> => {
  const home = join(dir, 'google');
  mkdirSync(home);
  const data = join(home, 'data.json');
  const sheet = { id: spreadsheet, title: 'Buku Layanan', timeZone: 'Asia/Makassar' };
  const tabs = await sampleTabs(home);
  writeFileSync(data, JSON.stringify({ spreadsheets: [{ ...sheet, locale: 'in_ID', tabs }] }));
  const standIn = join(project, 'scripts/google-double.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', standIn, '--port', '0', '--data', data],
    { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const endpoint = /http:\S+/.exec(String(line))?.[0] ?? '';
  return { child, settings: writeGoogleDesk(home, { spreadsheet, endpoint }) };
};

/** Milliseconds of each round, contestants taking turns so that a busy moment of the machine hits all of them. */
const measure = (
  contestants: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly number[]> => {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++)
    for (const [name, args] of Object.entries(contestants)) {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (!isDone(status, stderr)) throw new Error(`${name} ended with ${status}: ${stderr}`);
      times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
    }
  return times;
};

/** `plan` ends with 1 while rows wait for a person; a fault ends with 1 too, but says so on the error stream. */
const isDone = (status: number | null, stderr: string): boolean =>
  status === 0 || (status === 1 && !/something went wrong|fault/i.test(stderr));

const print = (times: ReadonlyMap<string, readonly number[]>): void => {
  const sorted = new Map([...times].map(([name, all]) => [name, all.toSorted((a, b) => a - b)]));
  const median = (name: string): number => sorted.get(name)?.[Math.floor(rounds / 2)] ?? 0;
  const node = median('node, doing nothing');
  console.table(
    Object.fromEntries(
      [...sorted].map(([name, all]) => [
        name,
        {
          'median ms': Math.round(median(name)),
          'worst ms': Math.round(all.at(-1) ?? 0),
          'ratio to node': Number((median(name) / node).toFixed(1)),
        },
      ]),
    ),
  );
};
