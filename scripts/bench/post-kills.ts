/**
 * Real processes: `layanan-vicon run` over a desk with messages that are due, killed by SIGKILL at random moments, into an
 * outbox from which somebody takes files meanwhile. What was lost and doubled in the end, judged by the files alone.
 *
 * The command of `dist/` is run, so build it first. `POST_KILLS=200` for another number of kills than 60.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { setup } from '../../src/commands/setup.ts';
import { readConfig } from '../../src/config.ts';
import { fillWorkbook } from '../../src/demo/make-desk.ts';
import { instant, timeZone } from '../../test/support/builders.ts';
import { someRegisters } from '../../test/support/desk.ts';
import { aRow } from '../../test/support/post-desk.ts';
import { inOutbox } from '../../test/support/post-storm/arrivals.ts';
import { chanceFrom } from '../../test/support/post-storm/chance.ts';

const kills = Number(process.env['POST_KILLS'] ?? 60);
const command = resolve(import.meta.dirname, '../../dist/cli.js');
const events = 12;

export const run = async (): Promise<void> => {
  if (!existsSync(command)) throw new Error('There is no dist/cli.js; run "npm run build" first.');
  const folder = mkdtempSync(join(tmpdir(), 'post-kills-'));
  try {
    await killAndCount(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const killAndCount = async (folder: string): Promise<void> => {
  const { settings } = setup({ dir: folder }).data;
  const { workbook } = readConfig(settings);
  const empty = readFileSync(workbook);
  const rows = Array.from({ length: events }, (_, index) => aRow(index + 1, { startDay: 46_385 }));
  const fill = (count: number): void => {
    writeFileSync(
      workbook,
      fillWorkbook(empty, [...someRegisters, { tab: 'Permohonan', rows: rows.slice(0, count) }]),
    );
  };
  let now = instant('2026-11-16T08:00');
  const start = (): ReturnType<typeof spawn> =>
    spawn(process.execPath, [command, 'run', '--config', settings, '--now', spoken(now)], {
      stdio: 'ignore',
    });
  fill(0);
  const began = performance.now();
  await once(start(), 'exit');
  let wholeMs = performance.now() - began;

  const chance = chanceFrom(1);
  const arrivals = inOutbox(folder);
  const ids: string[] = [];
  const take = (): void => {
    ids.push(...arrivals.fresh().map(({ id }) => id));
    if (chance.likely(0.3)) arrivals.takeAway();
  };
  let killed = 0;
  for (let round = 0; killed < kills; round += 1) {
    // A few requests more, filed anew, so that something is due as long as anybody is killed.
    if (round % 5 === 0) fill(Math.min(events, 2 + Math.floor((round * events) / kills)));
    now = now.add({ minutes: 6 });
    const child = start();
    const startedAt = performance.now();
    const ended = once(child, 'exit');
    const timer = setTimeout(
      () => child.kill('SIGKILL'),
      wholeMs * 0.2 + chance.below(Math.ceil(wholeMs * 0.8)),
    );
    const [, signal] = await ended;
    clearTimeout(timer);
    if (signal === 'SIGKILL') killed += 1;
    // Later passes do less than the first: who went by that one would kill nobody any more.
    else wholeMs = performance.now() - startedAt;
    take();
  }
  fill(events);
  for (const hours of [24, 1, 1, 4, 24, 1]) {
    now = now.add({ hours });
    await once(start(), 'exit');
    take();
  }
  const receipts = rows.filter((_, index) =>
    ids.some((id) => id.startsWith(`receipt.VC-2026-${String(index + 1).padStart(4, '0')}.`)),
  ).length;
  const doubled = ids.length - new Set(ids).size;
  const again = [...new Set(ids)].filter((id) => /^receipt\.[^.]+\.(?!1\.)/.test(id)).length;
  process.stdout.write(
    `${killed} kills of real processes, ${ids.length} mails: lost ${events - receipts} receipts of ${events}, doubled ${doubled + again}\n`,
  );
  if (receipts < events || doubled + again > 0) process.exitCode = 1;
};

const spoken = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' });
