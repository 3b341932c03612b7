import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildXlsx } from '../../test/support/xlsx.ts';

const ROWS = 5000;
const COLUMNS = 25;
const RUNS = 3;
const MOST_MS = 1000;
const MOST_MB = 150;
const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
/** Kept between runs, so that the peer is installed once. */
const PEERS = join(tmpdir(), 'layanan-vicon-bench-peers');

/** What one process needed to save two changed cells: time from opening to saved, and its largest memory. */
interface Measure {
  readonly ms: number;
  readonly mb: number;
}

/**
 * Saves two changed cells into a workbook of 5,000 rows and 25 columns, each time in a process of its own that runs
 * the built JavaScript, and prints the median beside exceljs (installed on demand outside the project).
 */
export const run = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'vicon-bench-'));
  try {
    const file = join(folder, 'besar.xlsx');
    writeFileSync(file, buildXlsx([{ name: 'Permohonan', rows: manyRows() }]));
    const program = ourProgram(build(folder));
    const ours = median(() => measure(program, file, folder));
    print('layanan-vicon', ours);
    const peer = installPeer();
    if (peer === undefined) {
      process.stdout.write('exceljs: could not be installed here, no comparison\n');
    } else {
      const theirs = median(() => measure(peerProgram(peer), file, folder));
      print('exceljs', theirs);
      const [time, memory] = [theirs.ms / ours.ms, theirs.mb / ours.mb];
      process.stdout.write(
        `exceljs / ours: ${time.toFixed(1)} × time, ${memory.toFixed(1)} × memory\n`,
      );
    }
    if (ours.ms > MOST_MS || ours.mb > MOST_MB) {
      process.stdout.write(`over the limit of ${MOST_MS} ms and ${MOST_MB} MB\n`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const manyRows = (): (string | number | boolean)[][] =>
  Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => {
      if (column % 5 === 3) return 46000 + row / 7;
      if (column % 5 === 4) return row % 2 === 0;
      return column % 5 === 0 ? `Rapat koordinasi ${row} nomor ${column}` : `Pilihan ${row % 40}`;
    }),
  );

/** The JavaScript that is shipped, in a folder of its own. */
const build = (folder: string): string => {
  const out = join(folder, 'dist');
  mkdirSync(out);
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
  spawnSync('npx', ['tsc', '-p', 'tsconfig.json', '--outDir', out], { cwd: HOUSE });
  return pathToFileURL(join(out, 'backends/local/workbook/local-workbook.js')).href;
};

const ourProgram = (module: string): string => `
  import { openLocalWorkbook } from ${JSON.stringify(module)};
  const edit = (row, becomes) => ({ tab: 'Permohonan', address: { kind: 'fixed', row, column: 30 }, was: '', becomes });
  const none = () => ({ columnOf: new Map(), rowOf: new Map() });
  const save = async (path) => {
    const outcomes = await openLocalWorkbook({ path }).write([edit(2, 'Selesai'), edit(4000, 7)], none);
    if (outcomes.some((outcome) => outcome !== 'written')) throw new Error('not written');
  };`;

const peerProgram = (module: string): string => `
  import ExcelJS from ${JSON.stringify(module)};
  const save = async (path) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    workbook.worksheets[0].getCell(2, 30).value = 'Selesai';
    workbook.worksheets[0].getCell(4000, 30).value = 7;
    await workbook.xlsx.writeFile(path);
  };`;

const installPeer = (): string | undefined => {
  const entry = join(PEERS, 'node_modules/exceljs/excel.js');
  if (!existsSync(entry)) spawnSync('npm', ['install', '--prefix', PEERS, '--silent', 'exceljs@4']);
  return existsSync(entry) ? pathToFileURL(entry).href : undefined;
};

const measure = (program: string, original: string, folder: string): Measure => {
  const path = join(folder, 'salinan.xlsx');
  copyFileSync(original, path);
  const script = `${program}
    const begin = performance.now();
    await save(process.argv[1]);
    const ms = performance.now() - begin;
    console.log(JSON.stringify({ ms, mb: process.resourceUsage().maxRSS / 1024 }));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Measure;
};

const median = (once: () => Measure): Measure => {
  const measures = Array.from({ length: RUNS }, once);
  const middle = (of: (measure: Measure) => number): number =>
    measures.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { ms: middle(({ ms }) => ms), mb: middle(({ mb }) => mb) };
};

const print = (name: string, { ms, mb }: Measure): void => {
  process.stdout.write(
    `${name.padEnd(16)}${ms.toFixed(0).padStart(6)} ms${mb.toFixed(0).padStart(6)} MB\n`,
  );
};
