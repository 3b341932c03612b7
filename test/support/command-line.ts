/** The command line as people run it: built from the sources of this moment, outside the process of the tests. */
import { type ChildProcessByStdio, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { markOfBuilt, markOfSources } from '../../scripts/built-from.ts';
import { fillWorkbook } from '../../src/demo/make-desk.ts';
import { madeOnce } from './made-once.ts';
import { smallDesk } from './small-desk.ts';
import type { Asked } from './warm-process.ts';

/** What a finished command left behind. */
export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Running {
  readonly pid: number;
  /** Waits until the log has a line of which this is true. */
  logged(isIt: (line: LogLine) => boolean): Promise<LogLine>;
  stop(signal: NodeJS.Signals): void;
  ended(): Promise<Ended>;
}

export interface LogLine {
  readonly time?: string;
  readonly tookMs?: number;
  readonly overtaken?: number;
  readonly failed?: number;
  readonly documents?: number;
  readonly notices?: number;
  readonly refusals?: readonly string[];
  readonly msg?: string;
  readonly pass?: string;
  readonly reason?: string;
  readonly code?: string;
  readonly written?: number;
  readonly idle?: boolean;
}

export interface CommandLine {
  /** Runs a command to its end, in a process that has run others before. */
  run(args: readonly string[], surroundings?: Pick<Surroundings, 'cwd'>): Promise<Ended>;
  /** Starts a command in a process of its own, for what is about the process: signals, its environment, `serve`. */
  start(args: readonly string[], surroundings?: Surroundings): Running;
  readonly script: string;
  remove(): void;
}

const project = resolve(import.meta.dirname, '../..');

/** The program in a folder of the tests' own, made once in a run, so that no test depends on an old `dist/`. */
export const buildCommandLine = async (): Promise<CommandLine> => {
  const { folder, remove } = await madeOnce('program', build);
  const script = join(folder, 'dist/cli.js');
  const start = (args: readonly string[], surroundings: Surroundings = {}): Running =>
    follow(launch([guarded(folder), script, ...args], { cwd: folder, ...surroundings }));
  return {
    script,
    start,
    run: (args, { cwd = folder } = {}) => warmProcessOf(folder).run({ args, cwd }),
    remove,
  };
};

/** What lies in `dist/` is taken where it was built from the sources as they stand, as after `npm ci`. */
const build = async (folder: string): Promise<void> => {
  const dist = join(project, 'dist');
  if (markOfBuilt(dist) === markOfSources())
    cpSync(dist, join(folder, 'dist'), { recursive: true });
  else await buildAnew(join(folder, 'dist'));
  cpSync(join(project, 'package.json'), join(folder, 'package.json'));
  for (const name of ['templates', 'node_modules'])
    symlinkSync(join(project, name), join(folder, name));
  for (const name of [guard, warm])
    writeFileSync(join(folder, `${name}.mjs`), withoutTypes(`${name}.ts`));
};

const buildAnew = async (out: string): Promise<void> => {
  const script = join(project, 'scripts/build.ts');
  const building = spawn(process.execPath, ['--import', 'tsx', script, '--out', out], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = await follow(building).ended();
  if (ended.exit !== 0) throw new Error(`the program does not build:\n${ended.out}${ended.err}`);
};

/** Keeps connections on this machine. */
const guard = 'loopback-only';
const warm = 'warm-process';
const guarded = (folder: string) => `--import=${pathToFileURL(join(folder, `${guard}.mjs`))}`;

/**
 * The demo's desk of 24 November 2026, as the command makes it, as a folder of the caller's own.
 *
 * @param desk Where it is to stand; made here.
 * @returns What the command said when it made it, in the folder where it did.
 */
export const copyDemoDesk = async (
  cli: CommandLine,
  desk: string,
): Promise<{ readonly made: Ended }> => {
  const { folder, remove } = await madeOnce('demo', async (place) => {
    const made = await cli.run(['demo', '--dir', join(place, 'desk'), '--now', demoNow]);
    if (made.exit !== 0) throw new Error(`no demo was made:\n${made.err}`);
    writeFileSync(join(place, 'made.json'), JSON.stringify(made));
  });
  cpSync(join(folder, 'desk'), desk, { recursive: true, preserveTimestamps: true });
  const made: Ended = JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8'));
  remove();
  return { made };
};

/** The same of a desk with five requests, at rest after its passes: for what takes no more, at a tenth of the time. */
export const copySmallDesk = async (cli: CommandLine, desk: string): Promise<void> => {
  const { folder, remove } = await madeOnce('small-desk', async (place) => {
    const made = join(place, 'desk');
    await cli.run(['setup', '--dir', made]);
    const workbook = join(made, 'Buku Layanan.xlsx');
    writeFileSync(workbook, fillWorkbook(readFileSync(workbook), smallDesk));
    const config = join(made, 'layanan-vicon.json');
    const run = () => cli.run(['run', '--config', config, '--now', demoNow]);
    await run();
    // What went out is noted by the next one.
    await run();
    const { out, err } = await run();
    if (!out.startsWith('Nothing to do')) throw new Error(`no desk was made:\n${out}${err}`);
  });
  cpSync(join(folder, 'desk'), desk, { recursive: true, preserveTimestamps: true });
  remove();
};

/** When the demo's desk was made. */
export const demoNow = '2026-11-24T08:30:00+08:00';

/** A module of this folder as a process without a compiler can load it. */
const withoutTypes = (name: string): string =>
  transformSync(readFileSync(join(import.meta.dirname, name), 'utf8'), { loader: 'ts' }).code;

interface WarmProcess {
  run(asked: Asked): Promise<Ended>;
}

/** One for each program that was built, for all the files that this worker tests. */
const warmProcesses = new Map<string, WarmProcess>();

const warmProcessOf = (folder: string): WarmProcess => {
  const started = warmProcesses.get(folder) ?? startWarm(folder);
  warmProcesses.set(folder, started);
  return started;
};

/** It ends with us; while nothing is asked of it, it keeps nobody waiting. */
const startWarm = (folder: string): WarmProcess => {
  const child = fork(join(folder, `${warm}.mjs`), [join(folder, 'dist/cli.js')], {
    execArgv: [guarded(folder), '--max-semi-space-size=64'],
    env: surroundingEnv(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords += text;
  });
  const closed = once(child, 'close').then(() => warmProcesses.delete(folder));
  child.unref();
  // Or a script that asked once would never end.
  if (child.stderr instanceof Socket) child.stderr.unref();
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (asked: Asked): Promise<Ended> => {
    child.channel?.ref();
    child.send(asked);
    const [ended]: readonly Ended[] = await Promise.race([
      once(child, 'message'),
      closed.then(() => []),
    ]);
    child.channel?.unref();
    if (ended === undefined)
      throw new Error(strayCall.exec(lastWords)?.[0] ?? `It ended:\n${lastWords}`);
    return ended;
  };
  return {
    run: (asked) => {
      const answer = last.then(() => ask(asked));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
};

type Child = ChildProcessByStdio<null, Readable, Readable>;

const launch = (args: readonly string[], { cwd, env = {} }: Surroundings): Child => {
  return spawn(process.execPath, args, {
    cwd,
    env: { ...surroundingEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

const surroundingEnv = (): NodeJS.ProcessEnv => {
  const { LAYANAN_VICON_CONFIG: _, NODE_OPTIONS: __, ...inherited } = process.env;
  return inherited;
};

const follow = (child: Child): Running => {
  let out = '';
  let err = '';
  const closed = once(child, 'close');
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    if (strayCall.test(err)) child.kill('SIGKILL');
  });
  return {
    pid: child.pid ?? 0,
    stop: (signal) => void child.kill(signal),
    ended: async () => {
      await closed;
      const stray = strayCall.exec(err);
      if (stray !== null) throw new Error(stray[0]);
      return { exit: child.exitCode, out, err };
    },
    logged: async (isIt) => {
      for (;;) {
        const line = err.split('\n').slice(0, -1).map(readLine).find(isIt);
        if (line !== undefined) return line;
        if (child.exitCode !== null) throw new Error(`it ended without saying so:\n${err}`);
        await Promise.race([once(child.stderr, 'data'), closed]);
      }
    },
  };
};

/** What the guard says; the process is ended then, since it would try again and again. */
const strayCall = /^A test tried to connect .*$/m;

export const readLine = (line: string): LogLine => {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return { msg: line };
  }
};
