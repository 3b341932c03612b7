/**
 * What a pass costs: `run` where nothing changed since the one before it, `run` over everything, and the passes of a process
 * that goes on, idle and with one row changed; over desks of many years, each part in a process of its own, of the program
 * as it is built. The desks stand in a workbook, and on the stand-in for Google, whose own work is not counted.
 *
 * Beside it stands what cannot be saved: the workbook's bare unzip, the read of all its cells, and `JSON.parse` of the same
 * cells, or of what Google answers. Time is processor time. `PASS_ROWS=100,1000` takes other sizes, `PASS_ON=xlsx` one
 * of the places; desks in workbooks are kept in `PASS_DESKS` where it is set, since a desk of 10,000 takes minutes to make.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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
import { bundledProgram } from '../bundled-program.ts';
import { settledName } from './pass/large-desk.ts';
import type { RunCost, WarmCost } from './pass/measure.ts';

const sizes = (process.env['PASS_ROWS'] ?? '100,1000,10000,50000').split(',').map(Number);

const places = ['xlsx', 'stand-in'] as const;
type Place = (typeof places)[number];
const asked = places.filter((place) =>
  (process.env['PASS_ON'] ?? place).split(',').includes(place),
);

/** Milliseconds of processor time, of `run` with its process; memory in MB. */
interface PassCost extends WarmCost {
  readonly on: Place;
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
    for (const on of asked)
      for (const rows of sizes) {
        const { config, end } = await deskOn[on](folder, rows);
        try {
          costs.push({ on, rows, ...(await costOf(measuring, config)) });
        } finally {
          end();
        }
        console.table(costs);
      }
    for (const on of asked)
      for (const part of ['resting', 'whole', 'oneRow'] as const) {
        const grown = exponent(
          costs.filter((cost) => cost.on === on),
          part,
        );
        process.stdout.write(`growth of ${part} on ${on}: rows ^ ${grown.toFixed(2)}\n`);
      }
  } finally {
    remove();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
};

interface DeskToMeasure {
  readonly config: ConfigFile;
  end(): void;
}

const deskOn: Readonly<Record<Place, (folder: string, rows: number) => Promise<DeskToMeasure>>> = {
  xlsx: async (folder, rows) => {
    const desk = join(folder, `desk-${rows}`);
    if (!existsSync(join(desk, settledName))) {
      const script = fileURLToPath(new URL('./pass/workbook-desk.ts', import.meta.url));
      const args = ['--import', 'tsx', script, desk, String(rows)];
      const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
      if (status !== 0) throw new Error('The desk could not be made.');
    }
    return { config: readConfig(join(desk, settingsFileName)), end: () => undefined };
  },
  'stand-in': async (folder, rows) => {
    const dir = mkdtempSync(join(folder, `sheet-${rows}-`));
    const script = fileURLToPath(new URL('./pass/sheet-desk.ts', import.meta.url));
    const standIn = spawn(process.execPath, ['--import', 'tsx', script, dir, String(rows)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const end = (): void => {
      standIn.kill();
      rmSync(dir, { recursive: true, force: true });
    };
    const [settings] = await Promise.race([once(standIn.stdout, 'data'), once(standIn, 'exit')]);
    if (settings instanceof Buffer) return { config: readConfig(String(settings).trim()), end };
    end();
    throw new Error('The stand-in ended before its desk had settled.');
  },
};

/** In the folder of the program, so that it finds what the program finds beside it. */
const builtBeside = async (script: string): Promise<string> => {
  const outfile = join(dirname(script), 'measure.js');
  await build({
    ...bundledProgram,
    entryPoints: [fileURLToPath(new URL('./pass/measure.ts', import.meta.url))],
    outfile,
  });
  return outfile;
};

const costOf = async (
  measuring: string,
  config: ConfigFile,
): Promise<Omit<PassCost, 'rows' | 'on'>> => {
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
