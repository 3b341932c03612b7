/**
 * What a pass costs: cold, warm and idle, and with one row changed, over desks of many years, each in a process of its own.
 *
 * Beside it stands what cannot be saved: the workbook's bare unzip, the read of all its cells, and `JSON.parse` of the same
 * cells. Time is processor time. `PASS_ROWS=100,1000` takes other sizes; desks are kept in `PASS_DESKS` where it is set,
 * since a desk of 10,000 takes minutes to make.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingsFileName } from '../../src/settings-file.ts';
import { makeLargeDesk, settledName } from './pass/large-desk.ts';
import type { PassCost } from './pass/measure.ts';

const sizes = (process.env['PASS_ROWS'] ?? '100,1000,10000,50000').split(',').map(Number);
const measuring = fileURLToPath(new URL('./pass/measure.ts', import.meta.url));

export const run = async (): Promise<void> => {
  const kept = process.env['PASS_DESKS'];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'vicon-pass-'));
  const costs: PassCost[] = [];
  try {
    for (const rows of sizes) {
      const desk = join(folder, `desk-${rows}`);
      if (!existsSync(join(desk, settledName))) await makeLargeDesk(desk, rows);
      costs.push(costOf(desk, rows));
      console.table(costs);
    }
    for (const part of ['cold', 'oneRow'] as const)
      process.stdout.write(`growth of ${part}: rows ^ ${exponent(costs, part).toFixed(2)}\n`);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
};

const costOf = (desk: string, rows: number): PassCost => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', measuring, join(desk, settingsFileName), String(rows)],
    { encoding: 'utf8', maxBuffer: 1 << 20 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as PassCost;
};

/** From the first size of at least 1,000 to the last: below, starting the process is most of it. */
const exponent = (costs: readonly PassCost[], part: 'cold' | 'oneRow'): number => {
  const large = costs.filter(({ rows }) => rows >= 1000);
  const [first, last] = [large[0], large.at(-1)];
  return first === undefined || last === undefined || first === last
    ? Number.NaN
    : Math.log(last[part] / first[part]) / Math.log(last.rows / first.rows);
};
