import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseDesks,
  type DeskStanding,
  type Filled,
  roundOf,
  sharersOf,
  targetOf,
} from '../../../src/fleet/choosing/choose-desks.ts';
import { fullBucket, limitsOf } from '../../../src/fleet/choosing/token-bucket.ts';

const targets = { cold: 50_000, recent: 25_000, quiet: 300_000 };
const start = 1_000_000_000;

const aBucket = (quota: number): Filled => ({
  bucket: fullBucket(limitsOf(quota), start),
  limits: limitsOf(quota),
});

const aStanding = (desk: number, over: Partial<DeskStanding> = {}): DeskStanding => ({
  desk,
  quotas: [],
  lastLook: start - 60_000,
  ...over,
});

const chosen = (
  standings: readonly DeskStanding[],
  { quota = 300, room = 100, now = start } = {},
) =>
  chooseDesks({
    standings,
    buckets: new Map([['p', aBucket(quota)]]),
    targets,
    now,
    room,
  });

describe('choosing desks', () => {
  test('takes those first whose last look is oldest against their target', () => {
    const { desks } = chosen([
      aStanding(1, { lastLook: start - 55_000 }),
      aStanding(2, { lastLook: start - 40_000, lastChange: start - 60_000 }),
      aStanding(3, { lastLook: start - 70_000 }),
      aStanding(4, { lastLook: start - 30_000 }),
    ]);

    expect(desks).toEqual([2, 3, 1]);
  });

  test('leaves those alone that are underway, backed off, or quiet for the night', () => {
    const { desks } = chosen([
      aStanding(1, { sentAt: start - 10_000 }),
      aStanding(2, { notBefore: start + 1 }),
      aStanding(3, { lastLook: start - 80_000, isQuiet: true }),
      aStanding(4, { sentAt: start - 31_000 }),
    ]);

    expect(desks).toEqual([4]);
  });

  test('sends no more than there are tokens, says who waits for which, and serves other projects', () => {
    const google = [1, 2, 3, 4].map((desk) => aStanding(desk, { quotas: ['p'] }));
    const { desks, waiting } = chosen([...google, aStanding(5)], { quota: 60 });

    expect(desks).toEqual([1, 2, 5]);
    expect([...waiting]).toEqual([
      [3, 'p'],
      [4, 'p'],
    ]);
  });

  test('sends no more than workers can begin soon', () => {
    expect(
      chosen(
        [1, 2, 3].map((desk) => aStanding(desk)),
        { room: 2 },
      ).desks,
    ).toEqual([1, 2]);
  });

  test('looks sooner at a desk of which something said that it changed, until it was looked at', () => {
    const hinted = aStanding(1, { hintedAt: start - 1000 });

    expect(targetOf(hinted, targets, start)).toBeCloseTo(targets.cold / 3);
    expect(targetOf({ ...hinted, lastLook: start }, targets, start)).toBe(targets.cold);
  });

  test('lets no desk grow older than twice the round, whichever others change or are hinted at', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(60, 120, 300),
        fc.array(fc.tuple(fc.nat(59), fc.boolean()), { minLength: 200, maxLength: 400 }),
        (count, quota, stirs) => {
          let standings = Array.from({ length: count }, (_, desk) =>
            aStanding(desk, {
              quotas: ['p'],
              lastLook: start - Math.round((desk * 50_000) / count),
            }),
          );
          let buckets: ReadonlyMap<string, Filled> = new Map([['p', aBucket(quota)]]);
          const round = roundOf(
            { quotas: ['p'] },
            { sharers: sharersOf(standings), buckets, cold: targets.cold },
          );
          stirs.forEach(([stirred, isHint], second) => {
            const now = start + second * 1000;
            standings = standings.map((standing) =>
              standing.desk === stirred
                ? { ...standing, ...(isHint ? { hintedAt: now } : { lastChange: now }) }
                : standing,
            );
            const choice = chooseDesks({ standings, buckets, targets, now, room: 1000 });
            ({ buckets } = choice);
            standings = standings.map((standing) =>
              choice.desks.includes(standing.desk) ? { ...standing, lastLook: now } : standing,
            );
            const oldest = Math.max(...standings.map(({ lastLook = 0 }) => now - lastLook));
            // The burst of the bucket and the second between two choices come on top.
            expect(oldest).toBeLessThanOrEqual(2 * round + 3000);
          });
        },
      ),
      { numRuns: 12 },
    );
  });
});
