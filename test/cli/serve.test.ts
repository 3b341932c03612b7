import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { serve } from '../../src/commands/serve.ts';
import { readConfig } from '../../src/config.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { nowhere } from '../../src/core/sheet/edits.ts';
import { locateColumns } from '../../src/core/sheet/locate-columns.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import {
  buildCommandLine,
  type CommandLine,
  copySmallDesk,
  demoNow as now,
} from '../support/command-line.ts';

describe('serve', () => {
  let cli: CommandLine;
  let dir = '';
  const config = () => join(dir, 'desk', 'layanan-vicon.json');
  beforeAll(async () => {
    cli = await buildCommandLine();
    dir = mkdtempSync(join(tmpdir(), 'vicon-serve-'));
    await copySmallDesk(cli, join(dir, 'desk'));
  });
  afterAll(() => {
    cli.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  test('makes a pass at the start and soon after the workbook changed, on a clock that runs on, keeps others out, and stops cleanly', async () => {
    const service = cli.start(['serve', '--config', config(), '--now', now]);
    const first = await service.logged(
      ({ msg, reason }) => msg === 'pass finished' && reason === 'start',
    );

    const other = await cli.run(['run', '--config', config(), '--now', now]);
    const look = await cli.run(['plan', '--config', config(), '--now', now]);
    await cancelFirstComing(join(dir, 'desk', 'Buku Layanan.xlsx'));
    const second = await service.logged(
      ({ msg, reason, written = 0 }) =>
        msg === 'pass finished' && reason === 'workbook changed' && written > 0,
    );
    service.stop('SIGTERM');
    const ended = await service.ended();

    expect(first.idle).toBe(true);
    expect([other.exit, other.err]).toEqual([1, expect.stringContaining(`process ${service.pid}`)]);
    expect(look.out).toContain('Nothing to do');
    expect(second.idle).toBe(false);
    expect(Date.parse(second.pass ?? '')).toBeGreaterThan(Date.parse(first.pass ?? ''));
    expect(ended.exit).toBe(0);
    expect(ended.err).toContain('service stopped');
  });

  test('says that its clock went back, and goes on by itself when that is right again', async () => {
    const settings = JSON.parse(readFileSync(config(), 'utf8'));
    writeFileSync(config(), JSON.stringify({ ...settings, schedule: '* * * * * *' }));
    const stop = new AbortController();
    const right = Temporal.Instant.from(now).add({ minutes: 5 });
    const wrong = Temporal.Instant.from('2009-01-01T00:00Z');
    const readings = [wrong, wrong];
    const clock = () => readings.shift() ?? right;
    const desk = await openDesk(readConfig(config()), {
      now: right,
      toWrite: false,
      progress: () => undefined,
    });

    // Passes and deliveries read the clock: only the ledger tells when a pass has read the right one.
    const latest = () => desk.ledger.recall('pass.latest');
    const watch = setInterval(async () => {
      if ((await latest()) === right.toString()) stop.abort();
    }, 100);

    await serve({ config: config() }, { signal: stop.signal, clock });

    clearInterval(watch);
    expect(await latest()).toBe(right.toString());
    await desk.close();
    writeFileSync(config(), JSON.stringify(settings));
  });

  test('logs no answer of any requester', async () => {
    const service = cli.start(['serve', '--config', config(), '--now', now]);
    await service.logged(({ msg }) => msg === 'pass finished');
    service.stop('SIGTERM');
    const { err } = await service.ended();

    expect(err).not.toMatch(/@example\.id|Rapat|VC-2026/);
  });
});

/** Types "batal" into a state, as a person would who then saves. */
const cancelFirstComing = async (path: string): Promise<void> => {
  const workbook = openLocalWorkbook({ path });
  const { tabs } = await workbook.read();
  const tab = tabs.find(({ name }) => name === requestTab.name);
  if (tab === undefined) throw new Error('no tab Permohonan');
  const { indexOf } = locateColumns(tab, requestTab);
  const column = indexOf.get('state') ?? 0;
  const row = tab.rows.findIndex((cells) => cells[column] === 'Terjadwal');
  const address = { kind: 'fixed', row: row + 1, column: column + 1 } as const;
  await workbook.write(
    [{ tab: tab.name, address, was: 'Terjadwal', becomes: 'batal' }],
    () => nowhere,
  );
};
