/**
 * What a pass costs: `run` where nothing changed since the one before it, `run` over everything, and the passes of a process
 * that goes on, idle and with one row changed; over desks of many years, each part in a process of its own, of the program
 * as it is built.
 *
 * Beside it stands what cannot be saved: the workbook's bare unzip, the read of all its cells, and `JSON.parse` of the same
 * cells. Time is processor time. `PASS_ROWS=100,1000` takes other sizes; desks are kept in `PASS_DESKS` where it is set,
 * since a desk of 10,000 takes minutes to make.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type ConfigFile, readConfig } from '../../src/config.ts';
import { openLedgerAt } from '../../src/ledger/ledger-home.ts';
import { restNote } from '../../src/ledger/rest-note.ts';
import { settingsFileName } from '../../src/settings-file.ts';
import { buildCommandLine } from '../../test/support/command-line.ts';
import { makeLargeDesk, settledName } from './pass/large-desk.ts';
import type { RunCost, WarmCost } from './pass/measure.ts';

const sizes = (process.env['PASS_ROWS'] ?? '100,1000,10000,50000').split(',').map(Number);

/** Milliseconds of processor time, of `run` with its process; memory in MB. */
interface PassCost extends WarmCost {
  readonly rows: number;
  readonly resting: number;
  readonly restingMB: number;
  readonly whole: number;
  readonly wholeMB: number;
}

export const run = async (): Promise<void> => {
  const kept = process.env['PASS_DESKS'];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'vicon-pass-'));
  const { script, remove } = await buildCommandLine();
  const measuring = await builtBeside(script);
  const costs: PassCost[] = [];
  try {
    for (const rows of sizes) {
      const desk = join(folder, `desk-${rows}`);
      if (!existsSync(join(desk, settledName))) await makeLargeDesk(desk, rows);
      costs.push({ rows, ...(await costOf(measuring, readConfig(join(desk, settingsFileName)))) });
      console.table(costs);
    }
    for (const part of ['resting', 'whole', 'oneRow'] as const)
      process.stdout.write(`growth of ${part}: rows ^ ${exponent(costs, part).toFixed(2)}\n`);
  } finally {
    remove();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
};

/** In the folder of the program, so that it finds what the program finds beside it. */
const builtBeside = async (script: string): Promise<string> => {
  const outfile = join(dirname(script), 'measure.js');
  await build({
    entryPoints: [fileURLToPath(new URL('./pass/measure.ts', import.meta.url))],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return outfile;
};

const costOf = async (measuring: string, config: ConfigFile): Promise<Omit<PassCost, 'rows'>> => {
  let seconds = 30;
  const measured = <T>(part: 'run' | 'warm'): T => {
    seconds += 10;
    const args = [measuring, part, config.file, String(seconds)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
  };
  // What an idle one hands over, the next one writes down.
  for (let idle = 0, times = 0; idle < 2; times += 1) {
    idle = measured<RunCost>('run').isIdle ? idle + 1 : 0;
    if (times === 7) throw new Error('The desk does not come to rest.');
  }
  await forgetRest(config);
  const whole = measured<RunCost>('run');
  const resting = measured<RunCost>('run');
  if (!(whole.isIdle && resting.isIdle)) throw new Error('What should be idle was not.');
  return {
    resting: resting.cpu,
    restingMB: resting.peakMB,
    whole: whole.cpu,
    wholeMB: whole.peakMB,
    ...measured<WarmCost>('warm'),
  };
};

/** As an hour later, or after a new build. */
const forgetRest = async ({ ledger: where }: ConfigFile): Promise<void> => {
  const ledger = await openLedgerAt(where, {});
  await ledger.note(restNote, '');
  await ledger.close();
};

/** From the first size of at least 1,000 to the last: below, starting the process is most of it. */
const exponent = (costs: readonly PassCost[], part: 'resting' | 'whole' | 'oneRow'): number => {
  const large = costs.filter(({ rows }) => rows >= 1000);
  const [first, last] = [large[0], large.at(-1)];
  return first === undefined || last === undefined || first === last
    ? Number.NaN
    : Math.log(last[part] / first[part]) / Math.log(last.rows / first.rows);
};
