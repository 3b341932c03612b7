import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openLocalWorkbook } from '../../src/backends/local/workbook/local-workbook.ts';
import { bundledScript } from '../../test/support/bundled-script.ts';
import { buildXlsx } from '../../test/support/xlsx.ts';

/** What a number of kills during saves left behind. */
export interface KillReport {
  readonly rounds: number;
  /** Workbooks that read whole afterwards, with one of the values that was being written. */
  readonly good: number;
  /** Saves that were finished before the kills. */
  readonly saves: number;
  /** Temporary files that the next opening did not sweep away. */
  readonly leftovers: number;
}

const SAVER = new URL('save-forever.ts', import.meta.url);

/** Starts a process that saves without end, kills it with SIGKILL at varying points, and looks at the workbook. */
export const killDuringSaves = async (rounds: number): Promise<KillReport> => {
  const folder = mkdtempSync(join(tmpdir(), 'vicon-kill-'));
  const path = join(folder, 'buku.xlsx');
  writeFileSync(path, buildXlsx([{ name: 'Permohonan', rows: filledRows(400) }]));
  const saver = await bundledScript(SAVER);
  let good = 0;
  let saves = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      await killOne(saver.path, path, { saves: round % 3, afterMs: (round * 7) % 40 });
      const rows = (await openLocalWorkbook({ path }).read()).tabs[0]?.rows ?? [];
      const value = Number(rows[0]?.[0]);
      if (rows.length === 400 && Number.isInteger(value) && rows[0]?.[1] === value) good += 1;
      saves = value;
    }
    const leftovers = readdirSync(folder).filter((name) => name !== 'buku.xlsx').length;
    return { rounds, good, saves, leftovers };
  } finally {
    saver.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Two equal numbers on top tell a whole save from a half one. */
const filledRows = (count: number): (string | number)[][] =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: 10 }, (_, j) => (i === 0 && j < 2 ? 0 : `isi ${i} ${j}`)),
  );

const killOne = (
  script: string,
  path: string,
  { saves, afterMs }: { readonly saves: number; readonly afterMs: number },
): Promise<void> =>
  new Promise((resolve, reject) => {
    const saver = spawn(process.execPath, [script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    saver.once('error', reject);
    let said = 0;
    createInterface(saver.stdout).on('line', () => {
      said += 1;
      if (said === saves + 1) setTimeout(() => saver.kill('SIGKILL'), afterMs);
    });
    saver.once('exit', () => resolve());
  });

/** Sixty kills; prints what they left. */
export const run = async (): Promise<void> => {
  const report = await killDuringSaves(60);
  process.stdout.write(
    `${report.rounds} kills, ${report.saves} whole saves: ${report.good} good workbooks, ${report.leftovers} leftovers\n`,
  );
  if (report.good !== report.rounds) process.exitCode = 1;
};
