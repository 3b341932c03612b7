/** What the machine does to the program: places that take nothing, pipes, readers that leave, signals. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  buildCommandLine,
  type CommandLine,
  copySmallDesk,
  demoNow as now,
} from '../support/command-line.ts';
import { todays } from '../support/long-runs.ts';

describe('troubles of the machine', () => {
  let cli: CommandLine;
  let dir = '';
  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-trouble-'));
    await copySmallDesk(cli, join(dir, 'small'));
  });
  afterAll(() => {
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  const aDesk = (name: string): string => {
    const desk = join(dir, name);
    cpSync(join(dir, 'small'), desk, { recursive: true });
    return desk;
  };
  const of = (desk: string) => ['--config', join(desk, 'layanan-vicon.json'), '--now', now];

  test('a place that takes no folder: setup, demo and preview say so and end', async ({ skip }) => {
    if (process.platform !== 'linux') return skip('only Linux has /proc');
    for (const command of [
      ['setup', '--dir', '/proc/nope/desk'],
      ['demo', '--dir', '/proc/nope/desk'],
      ['preview', '--out', '/proc/nope/out'],
    ]) {
      const { exit, err } = await cli.run(command);

      expect([exit, err]).toEqual([1, expect.stringMatching(/^"\/proc\/nope" is not there/)]);
    }
  });

  test('a file in the way of the desk: says so, in JSON too', async () => {
    const file = join(dir, 'a-file');
    writeFileSync(file, '');

    const { exit, out, err } = await cli.run(['setup', '--dir', join(file, 'desk'), '--json']);

    expect(exit).toBe(1);
    expect(err).toContain('something else stands there');
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'file-in-the-way' }, exit: 1 });
  });

  test('a pipe where settings, workbook or ledger should be: nobody waits for it', async ({
    skip,
  }) => {
    if (process.platform === 'win32') return skip('no pipes of that kind');
    const pipes = [
      ['settings', 'layanan-vicon.json', 2],
      ['workbook', 'Buku Layanan.xlsx', 1],
      ['ledger', '.layanan-vicon/ledger.db', 1],
    ] as const;
    for (const [name, file, code] of pipes) {
      const desk = aDesk(`pipe-${name}`);
      rmSync(join(desk, file));
      spawnSync('mkfifo', [join(desk, file)]);

      const { exit, err } = await cli.run(['plan', ...of(desk)]);

      expect([exit, err]).toEqual([code, expect.stringContaining(file)]);
      expect(err).not.toContain('    at ');
    }
  });

  test('templates that cannot be kept: the pass goes on and the summary says so', async () => {
    const desk = aDesk('unkept');
    rmSync(join(desk, '.layanan-vicon/templates'), { recursive: true });
    writeFileSync(join(desk, '.layanan-vicon/templates'), '');

    const { out } = await cli.run(['run', ...of(desk)]);

    expect(out).toContain('salinan cadangannya tidak dapat disimpan');
    expect(out).toContain('Workbook');
  });

  test('a state folder that is a file: says so', async () => {
    const desk = aDesk('state');
    rmSync(join(desk, '.layanan-vicon'), { recursive: true });
    writeFileSync(join(desk, '.layanan-vicon'), '');

    const { exit, err } = await cli.run(['run', ...of(desk)]);

    expect([exit, err]).toEqual([1, expect.stringContaining('something else stands there')]);
  });

  test('a reader that leaves early hears no complaint', async ({ skip }) => {
    if (process.platform === 'win32') return skip('no shell of that kind');
    const { stderr } = spawnSync(
      'sh',
      [
        '-c',
        `"$0" "$1" plan --config "$2" --now ${now} | true`,
        process.execPath,
        cli.script,
        join(dir, 'small/layanan-vicon.json'),
      ],
      { encoding: 'utf8' },
    );

    expect(stderr).not.toMatch(/EPIPE| {4}at /);
  });

  // That each of them is heard is told in `stop-signals.test.ts`.
  test.each(todays(['SIGTERM', 'SIGHUP', 'SIGINT'] as const))(
    '%s lets the pass finish',
    async (signal) => {
      const desk = join(dir, `stopped-${signal}`);
      mkdirSync(desk);
      cpSync(join(dir, 'small/Buku Layanan.xlsx'), join(desk, 'Buku Layanan.xlsx'));
      cpSync(join(dir, 'small/layanan-vicon.json'), join(desk, 'layanan-vicon.json'));

      const { code, err, out } = await stoppedWhenItReads(
        cli.script,
        ['adopt', ...of(desk)],
        signal,
      );
      const after = await cli.run(['plan', ...of(desk)]);

      expect([0, 1]).toContain(code);
      expect(err).toContain('finishing what was begun');
      expect(out).toContain('Workbook');
      expect(after.out).toContain('Nothing to do');
    },
  );
});

/** Sends the signal once the claim on the desk says that the work has begun. */
const stoppedWhenItReads = async (
  script: string,
  args: readonly string[],
  signal: NodeJS.Signals,
): Promise<{ readonly code: number | null; readonly err: string; readonly out: string }> => {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const config = args[2] ?? '';
  const lock = join(config, '../.layanan-vicon/ledger.db.lock');
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const timer = setInterval(() => {
    if (!isThere(lock)) return;
    clearInterval(timer);
    child.kill(signal);
  }, 5);
  const code = await ended;
  clearInterval(timer);
  return { code, err, out };
};

const isThere = (path: string): boolean => {
  try {
    return readFileSync(path).length >= 0;
  } catch {
    return false;
  }
};
