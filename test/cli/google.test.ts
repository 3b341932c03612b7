import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGoogleDouble, type GoogleDouble } from '../google-double/google-double.ts';
import { buildCommandLine, type CommandLine } from '../support/command-line.ts';
import { sampleTabs, writeGoogleDesk } from '../support/google-desk-files.ts';

const now = '2026-11-24T08:30:00+08:00';
const sheetId = 'lembar-layanan-vicon-0001';

describe('the command line on a Google desk', () => {
  let cli: CommandLine;
  let dir = '';
  let double: GoogleDouble;
  let listening: Awaited<ReturnType<GoogleDouble['listen']>>;
  let settings = '';
  const run = (command: string) => cli.run([command, '--config', settings, '--now', now]);

  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-google-'));
    double = createGoogleDouble({
      data: {
        spreadsheets: [
          {
            id: sheetId,
            title: 'Buku Layanan',
            timeZone: 'Asia/Makassar',
            locale: 'in_ID',
            tabs: await sampleTabs(dir),
          },
        ],
      },
    });
    listening = await double.listen(0);
    settings = writeGoogleDesk(dir, { spreadsheet: sheetId, endpoint: listening.url });
  });
  afterAll(async () => {
    await listening.close();
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  const sheetCalls = (kind: 'read' | 'write') => double.traffic.count({ api: 'sheets', kind });

  test('gives tickets and leaves documents in Drive, with four reads of the sheet and one write', async () => {
    const began = performance.now();
    const { exit, out, err } = await run('run');
    const tookMs = performance.now() - began;

    expect(err).not.toMatch(/something went wrong/i);
    expect(out).toMatch(/40 requests, 40 new; \d+ cells written, 44 documents saved/);
    expect(exit).toBe(1);
    expect(sheetCalls('write')).toBe(1);
    // For the tabs once an hour, to look, before the write, and before mail leaves. The tabs once more where a busy machine takes
    // ten seconds to come from the look to the write.
    const again = tookMs < 10_000 ? '' : '(get )?';
    const asked = double.traffic.log.filter(({ api }) => api === 'sheets');
    expect(asked.map(({ id }) => id.split('.').at(-1)).join(' ')).toMatch(
      new RegExp(`^get batchGet batchGet ${again}batchUpdate batchGet$`),
    );
    const documents = [...double.world.files.values()].filter(({ name }) => name.endsWith('.docx'));
    expect(documents).toHaveLength(39);
  });

  test('costs one read and no write when nothing has changed', async () => {
    await run('run');
    double.traffic.reset();

    const { out } = await run('run');

    expect(out).toMatch(/Nothing to do/);
    expect(sheetCalls('read')).toBe(1);
    expect(sheetCalls('write')).toBe(0);
    expect(double.traffic.count({ api: 'drive' })).toBe(0);
  });

  test('asks for the tabs again once an hour has gone by, by the clock that --now sets', async () => {
    double.traffic.reset();

    await cli.run(['plan', '--config', settings, '--now', '2026-11-24T10:30:00+08:00']);

    expect(sheetCalls('read')).toBe(2);
  });

  test('plan writes nothing and leaves nothing behind', async () => {
    double.traffic.reset();

    const { out } = await run('plan');

    expect(out).not.toMatch(/something went wrong/i);
    expect(double.traffic.count({ api: 'sheets', kind: 'write' })).toBe(0);
    expect(double.traffic.count({ api: 'upload' })).toBe(0);
  });

  test('cannot leave this machine in a test, even as a process of its own', async () => {
    const elsewhere = mkdtempSync(join(dir, 'elsewhere-'));
    const endpoint = 'http://192.0.2.1:8585';
    const config = writeGoogleDesk(elsewhere, { spreadsheet: sheetId, endpoint });

    await expect(cli.run(['plan', '--config', config])).rejects.toThrow(
      /Tests stay on this machine/,
    );
  });

  test('says in words that nobody has signed in', async () => {
    rmSync(join(dir, '.layanan-vicon/token.json'));

    const { exit, err } = await run('run');

    expect(err).toMatch(/npx layanan-vicon login/);
    expect(exit).toBe(1);
  });
});
