/**
 * 1,000 passes of one desk in one process, as `serve` makes them, with a change every tenth: what the heap holds after each
 * hundred, swept. `--passes 300` ends sooner, `--rows 1000` takes a larger desk.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { openRemembered } from '../../src/core/cases/remembered.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { nowhere } from '../../src/core/sheet/edits.ts';
import { findTab, locateColumns } from '../../src/core/sheet/locate-columns.ts';
import { openDesk } from '../../src/service/open-desk.ts';
import type { Quiet } from '../../src/service/pass/quiet.ts';
import { runPass } from '../../src/service/pass.ts';
import { deskNow, makeLargeDesk } from './pass/large-desk.ts';

export const run = async (): Promise<void> => {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      passes: { type: 'string', default: '1000' },
      rows: { type: 'string', default: '100' },
    },
  });
  setFlagsFromString('--expose-gc');
  const sweep: () => void = runInNewContext('gc');
  const dir = mkdtempSync(join(tmpdir(), 'vicon-forever-'));
  try {
    const config = await makeLargeDesk(dir, Number(values.rows));
    const desk = await openDesk(config, { now: deskNow });
    const memory = openRemembered();
    let quiet: Quiet | undefined;
    let rested = 0;
    for (let pass = 1; pass <= Number(values.passes); pass += 1) {
      if (pass % 10 === 0) await typeInto(config.workbook, `https://surat.prov.test/${pass}`);
      const now = deskNow.add({ minutes: pass });
      const report = await runPass(desk, { now, memory, ...(quiet && { quiet }) });
      quiet = report.quiet;
      if (report.look.kind === 'unchanged') rested += 1;
      if (pass % 100 !== 0) continue;
      sweep();
      const { heapUsed, rss } = process.memoryUsage();
      process.stdout.write(
        `${pass} passes, ${rested} rested: heap ${inMB(heapUsed)} MB, process ${inMB(rss)} MB\n`,
      );
    }
    await desk.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** Somebody links a letter in the first row. */
const typeInto = async (path: string, becomes: string): Promise<void> => {
  const workbook = openLocalWorkbook({ path });
  const tab = findTab(await workbook.read(), requestTab);
  if (tab === undefined) throw new Error('There are no requests.');
  const { headerRow, indexOf } = locateColumns(tab, requestTab);
  const [row, column] = [headerRow + 1, indexOf.get('letterFile') ?? 0];
  const was = tab.rows[row]?.[column] ?? '';
  const address = { kind: 'fixed', row: row + 1, column: column + 1 } as const;
  await workbook.write([{ tab: tab.name, address, was, becomes }], () => nowhere);
};

const inMB = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
