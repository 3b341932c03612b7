/**
 * `npm run bench -- documents`: how fast Word files come out, beside the other engines for Node.
 *
 * Every contestant fills the same report and the same recap of 1,000 rows, in a process of its own so
 * that peak memory is its own; once packing as it comes, and once all at one level of deflate. What the documents
 * say is compared. They take turns in one run, so that a busy machine is unfair to none. The
 * peers are installed on demand into the system's temporary folder and never become dependencies.
 */
import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured, Turn } from './documents-contestant.ts';
import { SYNTAXES, wordFile } from './documents-file.ts';
import { commonLevel, type Packing } from './documents-packing.ts';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
const PEERS = ['docxtemplater@3', 'pizzip@3', 'docx-templates@4', 'easy-template-x@7'];
const ROUNDS = 5;
const TURN_MS = 400;
const OURS = 'layanan-vicon';
/** The changed part alone, packed by zlib at the level of ours: what no engine can be faster than. */
const ZLIB = 'zlib alone';

const CONTESTANTS = [
  OURS,
  ZLIB,
  'docxtemplater',
  'easy-template-x',
  'docx in code',
  'docx-templates',
];

interface Row {
  readonly contestant: string;
  readonly ms: number;
  readonly peakMb: number;
  readonly kilobytes: number;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'layanan-vicon-documents-'));
  try {
    const course = { folder, program: builtContestant(folder), peers: installedPeers() };
    await writeTemplates(folder);
    const contestants = course.peers === undefined ? [OURS, ZLIB, 'docx in code'] : CONTESTANTS;
    for (const packing of ['own', commonLevel] as const) {
      const how =
        packing === 'own' ? 'each packing as it comes' : `all packing at level ${packing}`;
      const at = { ...course, packing };
      print(`A report, ${how}`, await race('report', contestants, at));
      print(`A recap of 1,000 rows, ${how}`, await race('recap', contestants, at));
      print(`The recap with two charts, ${how}`, await race('charts', [OURS], at));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Race extends Course {
  readonly packing: Packing;
}

interface Course {
  readonly folder: string;
  readonly program: string;
  readonly peers: string | undefined;
}

/** Plain JavaScript, as it runs at the office: a compiler in the process would count as our memory. */
function builtContestant(folder: string): string {
  const out = join(folder, 'built');
  mkdirSync(out);
  symlinkSync(join(HOUSE, 'node_modules'), join(out, 'node_modules'));
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
  const settings = {
    extends: join(HOUSE, 'tsconfig.json'),
    compilerOptions: {
      rootDir: HOUSE,
      outDir: out,
      declaration: false,
      typeRoots: [join(HOUSE, 'node_modules', '@types')],
    },
    include: [],
    files: [join(HOUSE, 'scripts/bench/documents-contestant.ts')],
  };
  const file = join(folder, 'tsconfig.json');
  writeFileSync(file, JSON.stringify(settings));
  execFileSync('npx', ['tsc', '-p', file], { cwd: HOUSE, stdio: 'inherit' });
  return join(out, 'scripts/bench/documents-contestant.js');
}

async function writeTemplates(folder: string): Promise<void> {
  for (const [name, syntax] of Object.entries(SYNTAXES)) {
    for (const kind of ['report', 'recap'] as const) {
      writeFileSync(join(folder, `${kind}-${name}.docx`), await wordFile(kind, syntax));
    }
  }
  const charts = await wordFile('recap', SYNTAXES.ours, { charts: true });
  writeFileSync(join(folder, 'charts-ours.docx'), charts);
}

function installedPeers(): string | undefined {
  const folder = join(tmpdir(), 'layanan-vicon-bench');
  if (existsSync(join(folder, 'node_modules', 'easy-template-x'))) return folder;
  process.stderr.write(`Installing ${PEERS.join(', ')} into ${folder} …\n`);
  mkdirSync(folder, { recursive: true });
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', ...PEERS];
  try {
    execFileSync('npm', install, { stdio: 'ignore' });
    return folder;
  } catch {
    process.stdout.write('The peers could not be installed here: no comparison with them.\n');
    return undefined;
  }
}

/** Lets the contestants take turns, and keeps the best turn of each: noise only ever adds. */
async function race(
  task: string,
  contestants: readonly string[],
  { folder, program, peers, packing }: Race,
): Promise<Row[]> {
  const runners = contestants.map((contestant) => {
    const child = fork(program, [contestant, task, folder, peers ?? '', String(packing)], {
      execArgv: [],
    });
    return { contestant, child, turns: [] as Measured[] };
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { child, turns } of runners) {
      const turn: Turn = { forMs: TURN_MS };
      turns.push(
        await new Promise<Measured>((resolve, reject) => {
          child.once('message', (measured) => resolve(measured as Measured));
          child.once('exit', (code) => reject(new Error(`a contestant left with ${code}`)));
          child.send(turn);
        }),
      );
      child.removeAllListeners('exit');
    }
  }
  for (const { child } of runners) child.disconnect();
  tellWhetherAlike(
    task,
    runners.map(({ contestant, turns }) => ({ contestant, text: turns[0]?.text })),
  );
  return runners.map(({ contestant, turns }) => ({
    contestant,
    ms: Math.min(...turns.map(({ ms }) => ms)),
    peakMb: Math.max(...turns.map(({ peakMb }) => peakMb)),
    kilobytes: turns[0]?.kilobytes ?? 0,
  }));
}

/** @throws Error when a contestant's document says something else than ours: its time would mean nothing. */
function tellWhetherAlike(
  task: string,
  outputs: readonly { readonly contestant: string; readonly text: string | undefined }[],
): void {
  const written = outputs.filter(({ text }) => text !== undefined);
  const own = written.find(({ contestant }) => contestant === OURS)?.text;
  const other = written.find(({ text }) => text !== own);
  if (other !== undefined || own === undefined || own === '') {
    throw new Error(`${other?.contestant ?? OURS} says something else in "${task}".`);
  }
  if (written.length < 2) return;
  const lines = own.split('\n').length;
  process.stdout.write(`\n${written.length} documents say the same, in ${lines} lines.`);
}

function print(title: string, rows: readonly Row[]): void {
  const ours = rows.find(({ contestant }) => contestant === OURS)?.ms ?? Number.NaN;
  const lines = rows.map(({ contestant, ms, peakMb, kilobytes }) =>
    [
      contestant.padEnd(18),
      `${ms.toFixed(2)} ms`.padStart(12),
      `${Math.round(1000 / ms)}/s`.padStart(9),
      `${(ms / ours).toFixed(2)}×`.padStart(10),
      `${Math.round(peakMb)} MB`.padStart(8),
      `${kilobytes.toFixed(1)} KB`.padStart(10),
    ].join(''),
  );
  process.stdout.write(
    `\n${title} (time, documents a second, time against ours, peak memory, size)\n${lines.join('\n')}\n`,
  );
}
