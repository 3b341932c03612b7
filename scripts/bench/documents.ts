/**
 * `npm run bench -- documents`: how fast Word files come out, beside the other engines for Node.
 *
 * Every contestant fills the same report and the same recap of 1,000 rows, in a process of its own so
 * that peak memory is its own. They take turns in one run, so that a busy machine is unfair to none. The
 * peers are installed on demand into the system's temporary folder and never become dependencies.
 */
import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured, Turn } from './documents-contestant.ts';
import { SYNTAXES, wordFile } from './documents-file.ts';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
const PEERS = ['docxtemplater@3', 'pizzip@3', 'docx-templates@4', 'easy-template-x@7'];
const ROUNDS = 5;
const TURN_MS = 400;
const OURS = 'layanan-vicon';
/** The changed part alone at zlib's usual level, as the peers pack it; ours is packed at a quicker one. */
const DEFLATE = 'deflate (level 6)';

const CONTESTANTS = [
  OURS,
  DEFLATE,
  'docxtemplater',
  'easy-template-x',
  'docx in code',
  'docx-templates',
];

interface Row {
  readonly contestant: string;
  readonly ms: number;
  readonly peakMb: number;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'layanan-vicon-documents-'));
  try {
    const course = { folder, program: builtContestant(folder), peers: installedPeers() };
    await writeTemplates(folder);
    const contestants = course.peers === undefined ? [OURS, DEFLATE, 'docx in code'] : CONTESTANTS;
    print('A report', await race('report', contestants, course));
    print('A recap of 1,000 rows', await race('recap', contestants, course));
    print('The recap with two charts', await race('charts', [OURS], course));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  { folder, program, peers }: Course,
): Promise<Row[]> {
  const runners = contestants.map((contestant) => {
    const child = fork(program, [contestant, task, folder, peers ?? ''], { execArgv: [] });
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
  return runners.map(({ contestant, turns }) => ({
    contestant,
    ms: Math.min(...turns.map(({ ms }) => ms)),
    peakMb: Math.max(...turns.map(({ peakMb }) => peakMb)),
  }));
}

function print(title: string, rows: readonly Row[]): void {
  const ours = rows.find(({ contestant }) => contestant === OURS)?.ms ?? Number.NaN;
  const lines = rows.map(({ contestant, ms, peakMb }) =>
    [
      contestant.padEnd(18),
      `${ms.toFixed(2)} ms`.padStart(12),
      `${Math.round(1000 / ms)}/s`.padStart(9),
      `${(ms / ours).toFixed(2)}×`.padStart(10),
      `${Math.round(peakMb)} MB`.padStart(8),
    ].join(''),
  );
  process.stdout.write(
    `\n${title} (time, documents a second, time against ours, peak memory)\n${lines.join('\n')}\n`,
  );
}
