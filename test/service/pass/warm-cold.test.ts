/**
 * A pass that remembers decides as one that does not. Here a few steps of a seed that changes by the day; 20,000 of them run
 * with `npm run bench -- warm-cold`.
 */
import { expect, test } from 'vitest';
import { warmColdStorm } from '../../support/warm-cold/storm.ts';

const seed = Number(process.env['WARM_COLD_SEED'] ?? Math.floor(Date.now() / 86_400_000));
const steps = Number(process.env['WARM_COLD_STEPS'] ?? 8);

test('any edits and any steps of the clock are decided the same with and without memory', async () => {
  const { differences } = await warmColdStorm({ seed, steps });

  expect(differences, `seed ${seed}`).toEqual([]);
});
