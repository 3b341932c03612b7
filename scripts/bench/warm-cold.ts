/**
 * 20,000 steps of edits and clock: whether a pass that remembers ever decides otherwise than one that does not.
 *
 * `WARM_COLD_SEED=100` begins with another seed, `WARM_COLD_STEPS=1000` ends sooner.
 */
import { warmColdStorm } from '../../test/support/warm-cold/storm.ts';

const firstSeed = Number(process.env['WARM_COLD_SEED'] ?? 1);
const allSteps = Number(process.env['WARM_COLD_STEPS'] ?? 20_000);
const stepsOfStorm = 500;

export const run = async (): Promise<void> => {
  let unchanged = 0;
  const differences: string[] = [];
  for (let done = 0, seed = firstSeed; done < allSteps; done += stepsOfStorm, seed += 1) {
    const report = await warmColdStorm({ seed, steps: Math.min(stepsOfStorm, allSteps - done) });
    unchanged += report.unchanged;
    differences.push(...report.differences);
  }
  process.stdout.write(
    `${allSteps} steps, ${unchanged} ended after their look, ${differences.length} differences\n`,
  );
  for (const difference of differences) process.stdout.write(`  ${difference}\n`);
  if (differences.length > 0) process.exitCode = 1;
};
