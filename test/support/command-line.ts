/** The command line as people run it: built from the sources of this moment, each command a process of its own. */
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';

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
  /** Runs a command to its end. */
  run(args: readonly string[], surroundings?: Surroundings): Promise<Ended>;
  /** Starts a command that goes on until it is stopped. */
  start(args: readonly string[], surroundings?: Surroundings): Running;
  readonly script: string;
  remove(): void;
}

const project = resolve(import.meta.dirname, '../..');

/** Builds the program into a folder of its own, so that no test depends on an old `dist/`. */
export const buildCommandLine = (): CommandLine => {
  const dir = mkdtempSync(join(tmpdir(), 'vicon-cli-'));
  const build = ['--import', 'tsx', join(project, 'scripts/build.ts'), '--out', join(dir, 'dist')];
  const built = spawnSync(process.execPath, build, { cwd: project, encoding: 'utf8' });
  if (built.status !== 0)
    throw new Error(`the program does not build:\n${built.stdout}${built.stderr}`);
  cpSync(join(project, 'package.json'), join(dir, 'package.json'));
  for (const name of ['templates', 'node_modules'])
    symlinkSync(join(project, name), join(dir, name));
  const script = join(dir, 'dist/cli.js');
  const guard = join(dir, 'loopback-only.mjs');
  writeFileSync(guard, plainGuard());
  const start = (args: readonly string[], surroundings: Surroundings = {}): Running =>
    follow(
      launch([`--import=${pathToFileURL(guard)}`, script, ...args], { cwd: dir, ...surroundings }),
    );
  return {
    script,
    start,
    run: (args, surroundings) => start(args, surroundings).ended(),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
};

/** The guard against connections beyond this machine, as a process without a compiler can load it. */
const plainGuard = (): string =>
  transformSync(readFileSync(join(import.meta.dirname, 'loopback-only.ts'), 'utf8'), {
    loader: 'ts',
  }).code;

type Child = ChildProcessByStdio<null, Readable, Readable>;

const launch = (args: readonly string[], { cwd, env = {} }: Surroundings): Child => {
  const { LAYANAN_VICON_CONFIG: _, NODE_OPTIONS: __, ...inherited } = process.env;
  return spawn(process.execPath, args, {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
