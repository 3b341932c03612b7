import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptied,
  fullBucket,
  levelAt,
  limitsOf,
  taken,
  waitFor,
} from '../../../src/fleet/choosing/token-bucket.ts';

const minute = 60_000;

describe('a bucket of calls', () => {
  test('never lets more leave in any minute than the quota, even where each call leaves seconds after its token', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(60, 100, 300, 900),
        fc.array(
          fc.record({
            after: fc.integer({ min: 0, max: 4000 }),
            late: fc.integer({ min: 0, max: 3000 }),
          }),
          { minLength: 50, maxLength: 600 },
        ),
        (quota, asks) => {
          const limits = limitsOf(quota);
          let bucket = fullBucket(limits, 0);
          let now = 0;
          const left: number[] = [];
          for (const { after, late } of asks) {
            now += after % (1 + Math.floor((2 * minute) / quota));
            const next = taken(bucket, limits, { now, tokens: 1 });
            if (next === undefined) continue;
            bucket = next;
            left.push(now + late);
          }
          for (const from of left)
            expect(
              left.filter((at) => at >= from && at < from + minute).length,
            ).toBeLessThanOrEqual(quota);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('has what is missing after just the wait that it names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (level, tokens) => {
          const limits = limitsOf(300);
          const bucket = { level, at: 1000 };
          const wait = waitFor(bucket, limits, { now: 1000, tokens });
          expect(taken(bucket, limits, { now: 1000 + wait, tokens })).toBeDefined();
          if (wait > 1)
            expect(taken(bucket, limits, { now: 999 + wait - 1, tokens })).toBeUndefined();
        },
      ),
    );
  });

  test('holds nothing for as long as Google asked, and fills from there', () => {
    const limits = limitsOf(300);
    const bucket = emptied(fullBucket(limits, 0), { now: 1000, forMs: 30_000 });

    expect(levelAt(bucket, limits, 31_000)).toBe(0);
    expect(levelAt(bucket, limits, 32_000)).toBeCloseTo(4.5);
    expect(emptied(bucket, { now: 2000, forMs: 0 }).at).toBe(31_000);
  });

  test('loses nothing to a clock that was set back', () => {
    const limits = limitsOf(60);

    expect(levelAt({ level: 1, at: 5000 }, limits, 1000)).toBe(1);
    expect(taken({ level: 1, at: 5000 }, limits, { now: 1000, tokens: 1 })).toEqual({
      level: 0,
      at: 5000,
    });
  });
});
