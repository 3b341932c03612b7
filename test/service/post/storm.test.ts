/** A short storm of each way out; `npm run bench -- post-storm` is the long one, and shows that its judges find faults. */
import { expect, test } from 'vitest';
import { flawsOf } from '../../support/post-storm/report.ts';
import { runStorm } from '../../support/post-storm/storm.ts';

/** `POST_STORM_SEED=7` for another one. */
const seed = Number(process.env['POST_STORM_SEED'] ?? 7);
const small = { seed, events: 5, steps: 8, calmDays: 2 };

test.each(['outbox', 'smtp'] as const)(
  'whatever kills and failures come, %s loses, doubles and misdirects nothing',
  async (way) => {
    const report = await runStorm({ ...small, way });

    expect(flawsOf(report)).toEqual({});
    expect(report.kills).toBeGreaterThan(2);
  },
);
