/**
 * A disk that is full under outbox and ledger: two megabytes of memory as a disk of their own, filled to the last byte while
 * messages are due, and freed again. Needs Linux and the right to mount; says so where it has none.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOutbox } from '../../src/messages/outbox.ts';
import type { RequestCells } from '../../test/support/desk.ts';
import { aRow, openPostDesk } from '../../test/support/post-desk.ts';
import { inOutbox, outboxName } from '../../test/support/post-storm/arrivals.ts';

const events = 40;

export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'post-full-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    rmSync(folder, { recursive: true });
    process.stdout.write('skipped: this account may not mount a small disk\n');
    return;
  }
  try {
    for (const ledger of ['on the same disk', 'elsewhere'] as const)
      await fillAndCount(mkdtempSync(join(folder, 'desk-')), ledger);
  } finally {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
};

const fillAndCount = async (
  folder: string,
  ledger: 'on the same disk' | 'elsewhere',
): Promise<void> => {
  const rows: RequestCells[] = [];
  const home = ledger === 'elsewhere' ? mkdtempSync(join(tmpdir(), 'post-ledger-')) : folder;
  const arrivals = inOutbox(folder);
  const ids: string[] = [];
  const troubles = new Map<string, number>();
  const note = (what: string): void => void troubles.set(what, (troubles.get(what) ?? 0) + 1);
  const open = () => openPostDesk({ folder: home, wayOut: openOutbox(join(folder, outboxName)) });
  const attempt = async (work: (desk: Awaited<ReturnType<typeof open>>) => Promise<unknown>) => {
    try {
      const desk = await open();
      desk.rows.push(...rows);
      try {
        await work(desk);
      } finally {
        await desk.close();
      }
    } catch (error) {
      note(error instanceof Error ? error.message.replace(/".*?"/, '"…"').slice(0, 90) : 'unknown');
    }
    ids.push(...arrivals.fresh().map(({ id }) => id));
  };
  const ballast = join(folder, 'ballast');
  await attempt((desk) => desk.pass('2026-11-16T07:00'));
  for (let number = 1; number <= events; number += 1) rows.push(aRow(number));
  for (const [round, spare] of [0, 4, 12, 30, 60, 8, 100, 0].entries()) {
    const minute = String(10 + round * 5).padStart(2, '0');
    fill(ballast, spare * 1024);
    await attempt((desk) => desk.pass(`2026-11-16T08:${minute}`));
    await attempt(async (desk) => {
      const { stopped } = await desk.deliver(`2026-11-16T09:${minute}`);
      if (stopped !== undefined) note(stopped);
    });
  }
  rmSync(ballast);
  for (const time of ['10:00', '10:30', '14:00', '15:00']) {
    await attempt((desk) => desk.pass(`2026-11-16T${time}`));
    await attempt((desk) => desk.deliver(`2026-11-16T${time}`));
  }
  const arrived = new Set(ids.map((id) => id.split('.').slice(0, 2).join('.')));
  process.stdout.write(
    `full disk, ledger ${ledger}: ${events} messages, lost ${events - arrived.size}, doubled ${ids.length - arrived.size}; met: ${JSON.stringify(Object.fromEntries(troubles))}\n`,
  );
  rmSync(home, { recursive: true });
  if (arrived.size !== events || ids.length !== events) process.exitCode = 1;
};

/** Leaves about so many bytes of the disk. */
const fill = (ballast: string, spare: number): void => {
  rmSync(ballast, { force: true });
  const chunk = Buffer.alloc(4096, 1);
  try {
    for (;;) writeFileSync(ballast, chunk, { flag: 'a' });
  } catch {
    const size = statSync(ballast).size;
    rmSync(ballast);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, size - spare), 1));
  }
};
