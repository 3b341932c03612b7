/**
 * `npm run bench -- documents`: how fast Word files come out, beside the other engines for Node.
 *
 * Every contestant fills the same report and the same recap of 1,000 rows, in a process of its own so
 * that peak memory is its own. They take turns in one run, so that a busy machine is unfair to none. The
 * peers are installed on demand into the system's temporary folder and never become dependencies.
 */
import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured, Turn } from './documents-contestant.ts';

const PEERS = ['docxtemplater@3', 'pizzip@3', 'docx-templates@4', 'easy-template-x@7'];
const ROUNDS = 5;
const TURN_MS = 400;
const OURS = 'layanan-vicon';
const DEFLATE = 'deflate alone';

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
  const peers = installedPeers();
  const report = await race('report', CONTESTANTS, peers);
  print('A report, per document', report);
  const recap = await race('recap', CONTESTANTS, peers);
  print('A recap of 1,000 rows', recap);
  print('The recap with two charts', await race('charts', [OURS], peers));
}

function installedPeers(): string {
  const folder = join(tmpdir(), 'layanan-vicon-bench');
  if (!existsSync(join(folder, 'node_modules', 'easy-template-x'))) {
    process.stderr.write(`Installing ${PEERS.join(', ')} into ${folder} …\n`);
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...PEERS], {
      stdio: 'ignore',
    });
  }
  return folder;
}

/** Lets the contestants take turns, and keeps the best turn of each: noise only ever adds. */
async function race(task: string, contestants: readonly string[], peers: string): Promise<Row[]> {
  const program = fileURLToPath(new URL('./documents-contestant.ts', import.meta.url));
  const runners = contestants.map((contestant) => {
    const child = fork(program, [contestant, task, peers], { execArgv: ['--import', 'tsx'] });
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
