import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs, todaysSeed } from '../../../support/long-runs.ts';
import { type Action, anyStorm, breachesOf } from './storm.ts';

/** Storms that once did damage. */
const known: readonly (readonly [string, readonly Action[]])[] = [
  [
    'a row deleted just before its values were written, and a new request before they were cleared',
    [
      { kind: 'deed', deed: { do: 'type by hand', day: 3 } },
      {
        kind: 'pass',
        trouble: 'none',
        meanwhile: [
          {
            at: { when: 'before', call: 'write', nth: 2 },
            deed: { do: 'submit', who: 0, day: 2, hour: 10 },
          },
          { at: { when: 'before', call: 'write', nth: 1 }, deed: { do: 'delete row', at: 0 } },
        ],
      },
    ],
  ],
];

describe('when a storm is over', () => {
  test.each(known)('all is in order after %s', async (_, storm) => {
    expect(await breachesOf(storm)).toEqual([]);
  });

  test('all is in order, whatever people did, whatever failed and wherever we were killed', async () => {
    await fc.assert(
      fc.asyncProperty(anyStorm, async (storm) => {
        expect(await breachesOf(storm)).toEqual([]);
      }),
      { numRuns: runs(4, 100), seed: todaysSeed },
    );
  });
});
