/**
 * Weeks of mail under kills at random moments, a mail server that fails in every way, a clock that jumps and people who take
 * files away: what was lost, doubled, sent at night, stale or told to the wrong person, by outbox and by SMTP; and in how many
 * storms each mutant is found. 300 events and some 1,000 kills; as many parts at a time as there are processors.
 *
 * `POST_STORM_SEED=100` begins with another seed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import {
  addedUp,
  flawsOf,
  type StormMutant,
  type StormPlan,
} from '../../test/support/post-storm/report.ts';
import { runStorm } from '../../test/support/post-storm/storm.ts';

const firstSeed = Number(process.env['POST_STORM_SEED'] ?? 1);

interface Part extends Pick<StormPlan, 'way' | 'office' | 'steps'> {
  readonly storms: number;
}

const parts: Readonly<Record<string, Part>> = {
  'real office, smtp': { office: 'real', way: 'smtp', storms: 2, steps: 85 },
  'real office, outbox': { office: 'real', way: 'outbox', storms: 2, steps: 85 },
  'plain office, smtp': { office: 'plain', way: 'smtp', storms: 3, steps: 110 },
  'plain office, outbox': { office: 'plain', way: 'outbox', storms: 3, steps: 110 },
};

const mutants: readonly StormMutant[] = [
  'nothing is frozen before it is sent',
  'the date is that of the attempt',
  'facts do not count',
  'the hour is checked when it is planned',
  'typed text is the address',
];
const mutantStorms = 3;
const mutantsPart = 'mutants';

/** One part in this process where the environment names it, else all of them in processes of their own. */
export const run = async (): Promise<void> => {
  const name = process.env['POST_STORM_PART'];
  if (name === mutantsPart) return runMutants();
  if (name !== undefined) return runPart(name);
  const waiting = [...Object.keys(parts), mutantsPart];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await inOwnProcess(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
};

const inOwnProcess = async (name: string): Promise<void> => {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env: { ...process.env, POST_STORM_PART: name },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exitCode = 1;
};

const runPart = async (name: string): Promise<void> => {
  const { storms = 0, ...plan } = parts[name] ?? {};
  const began = performance.now();
  const reports = [];
  for (let seed = firstSeed; seed < firstSeed + storms; seed += 1)
    reports.push(await runStorm({ way: 'smtp', steps: 0, ...plan, seed, events: 30 }));
  const sum = addedUp(reports);
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`${name}: ${storms * 30} events in ${seconds} s: ${JSON.stringify(sum)}`);
  if (Object.keys(flawsOf(sum)).length > 0) process.exitCode = 1;
};

const runMutants = async (): Promise<void> => {
  for (const mutant of mutants) {
    const found: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + mutantStorms; seed += 1) {
      const plan = {
        seed,
        way: 'smtp',
        events: 8,
        steps: 24,
        calmDays: 2,
        lostAnswers: 0.4,
      } as const;
      const flaws = flawsOf(await runStorm({ ...plan, mutant }));
      if (Object.keys(flaws).length > 0) found.push(JSON.stringify(flaws));
    }
    say(`mutant "${mutant}": found in ${found.length} of ${mutantStorms}: ${found.join(' ')}`);
    if (found.length === 0) process.exitCode = 1;
  }
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
