import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommandLine, type CommandLine, copySmallDesk } from '../support/command-line.ts';

let cli: CommandLine;
let dir = '';

beforeAll(async () => {
  cli = await buildCommandLine();
  dir = mkdtempSync(join(tmpdir(), 'vicon-modules-'));
});

afterAll(() => {
  cli.remove();
  rmSync(dir, { recursive: true, force: true });
});

/** The addresses of all scripts that a command had loaded: Node lists them in its record of coverage. */
const scriptsLoadedBy = async (args: readonly string[]): Promise<readonly string[]> => {
  const coverage = mkdtempSync(join(dir, 'coverage-'));
  const env = { NODE_V8_COVERAGE: coverage };
  const { exit, err } = await cli.start(args, { cwd: dir, env }).ended();
  if (exit !== 0 && exit !== 1) throw new Error(err);
  return readdirSync(coverage).flatMap((name) => {
    const record: { readonly result: readonly { readonly url: string }[] } = JSON.parse(
      readFileSync(join(coverage, name), 'utf8'),
    );
    return record.result.map(({ url }) => url);
  });
};

test('no module of Google is read for a desk on this machine', async () => {
  await copySmallDesk(cli, join(dir, 'desk'));
  const settings = ['--config', join(dir, 'desk/layanan-vicon.json')];
  for (const command of ['plan', 'run', 'doctor']) {
    const scripts = await scriptsLoadedBy([command, ...settings]);
    expect(scripts.filter((url) => url.includes('libsql'))).not.toEqual([]);
    expect(scripts.filter((url) => /googleapis|google-auth|gaxios/.test(url))).toEqual([]);
  }
});
