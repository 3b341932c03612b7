/**
 * 20,000 steps of edits and clock at small desks: whether a pass that remembers ever decides otherwise than one that does
 * not. `--steps 1000` ends sooner, `--seed 100` begins with another seed.
 */
import { parseArgs } from 'node:util';
import { warmColdStorm } from '../../test/support/warm-cold/storm.ts';

const stepsOfStorm = 100;

export const run = async (): Promise<void> => {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      steps: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [allSteps, firstSeed] = [Number(values.steps), Number(values.seed)];
  let [rested, done] = [0, 0];
  const differences: string[] = [];
  const started = performance.now();
  for (let seed = firstSeed; done < allSteps; seed += 1) {
    const report = await warmColdStorm({ seed, steps: Math.min(stepsOfStorm, allSteps - done) });
    rested += report.rested;
    done += report.steps;
    for (const difference of report.differences) process.stdout.write(`${difference}\n`);
    differences.push(...report.differences);
    if (seed % 10 === 0) process.stderr.write(`${done} steps, ${differences.length} differences\n`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `${done} steps in ${seconds} s, ${rested} ended after their look, ${differences.length} differences\n`,
  );
  if (differences.length > 0) process.exitCode = 1;
};
