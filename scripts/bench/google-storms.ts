/**
 * Thousands of storms over the real passes, drawn from one seed; prints how many broke which invariant.
 *
 * `npm run bench -- google-storms [runs] [seed]`. A bad storm is cut down to what it takes, and printed.
 */
import fc from 'fast-check';
import {
  type Action,
  anyStorm,
  type Breach,
  breachesOf,
  type Invariant,
  invariants,
} from '../../test/backends/google/pass/storm.ts';

export const run = async (): Promise<void> => {
  const runs = Number(process.argv[3] ?? 1000);
  const seed = Number(process.argv[4] ?? 1);
  const bad: Record<Invariant, number> = { I1: 0, I2: 0, I3: 0, I4: 0, I5: 0, I6: 0, I7: 0, I8: 0 };
  let badRuns = 0;
  for (const storm of fc.sample(anyStorm, { seed, numRuns: runs })) {
    const breaches = await judged(storm);
    if (breaches.length === 0) continue;
    badRuns += 1;
    for (const each of new Set(breaches.map(([name]) => name))) bad[each] += 1;
    const smallest = await cutDown(storm);
    const told = (await judged(smallest)).map((each) => `  ${each.join(' ')}`);
    process.stdout.write(`${JSON.stringify(smallest)}\n${told.join('\n')}\n`);
  }
  process.stdout.write(`${runs} storms from seed ${seed}, ${badRuns} bad\n`);
  console.table(
    Object.fromEntries(
      Object.entries(invariants).map(([name, says]) => [
        `${name} ${says}`,
        { runs, bad: bad[name as Invariant] },
      ]),
    ),
  );
};

/** A storm that throws does not come to rest. */
const judged = async (storm: readonly Action[]): Promise<readonly Breach[]> => {
  try {
    return await breachesOf(storm);
  } catch (error) {
    return [['I6', error instanceof Error ? (error.stack ?? error.message) : String(error)]];
  }
};

/** Leaves out whatever it does not take to be bad, until nothing can be left out. */
const cutDown = async (storm: readonly Action[]): Promise<readonly Action[]> => {
  for (const [index, action] of storm.entries()) {
    for (const less of lesser(action)) {
      const smaller = [...storm.slice(0, index), ...less, ...storm.slice(index + 1)];
      if ((await judged(smaller)).length > 0) return cutDown(smaller);
    }
  }
  return storm;
};

const lesser = (action: Action): readonly (readonly Action[])[] => {
  if (action.kind !== 'pass') return [[]];
  const { death, ...alive } = action;
  return [
    [],
    ...(death === undefined ? [] : [[alive]]),
    ...(action.trouble === 'none' ? [] : [[{ ...action, trouble: 'none' as const }]]),
    ...action.meanwhile.map((each) => [
      { ...action, meanwhile: action.meanwhile.filter((other) => other !== each) },
    ]),
  ];
};
