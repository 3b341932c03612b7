import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachOf } from '../../../src/fleet/choosing/reach.ts';

const office = (
  desks: number,
  { projects = 1, users = 5, project = 300, user = 60, coldMs = 45_000 } = {},
) =>
  reachOf(
    Array.from({ length: desks }, (_, desk) => {
      const name = `p${desk % projects}`;
      return { project: name, quotas: [name, `${name} u${Math.floor(desk / projects) % users}`] };
    }),
    { quotaOf: (quota) => (quota.includes(' ') ? user : project), coldMs },
  );

const slowest = (reach: ReturnType<typeof reachOf>): number =>
  Math.max(...reach.map(({ p95Ms }) => p95Ms));

describe('what a fleet can reach', () => {
  test('one project at the default quota carries some 220 desks within a minute, and not 300', () => {
    expect(slowest(office(220))).toBeLessThan(60_000);
    expect(slowest(office(300))).toBeGreaterThan(60_000);
  });

  test('five hundred and fifty desks need three projects, or a raised quota', () => {
    expect(slowest(office(550))).toBeGreaterThan(120_000);
    expect(slowest(office(550, { projects: 3 }))).toBeLessThan(60_000);
    expect(slowest(office(550, { project: 900, users: 15 }))).toBeLessThan(60_000);
  });

  test('one account for many desks is what holds them up, whatever the project allows', () => {
    expect(slowest(office(200, { users: 1 }))).toBeGreaterThan(180_000);
  });

  test('workbooks on disks are bound by no quota', () => {
    const reach = reachOf([{ quotas: [] }, { project: 'p', quotas: ['p'] }], {
      quotaOf: () => 300,
      coldMs: 50_000,
    });

    expect(reach).toEqual([
      { project: 'p', desks: 1, longestGapMs: 50_000, p95Ms: 51_501 },
      { project: undefined, desks: 1, longestGapMs: 50_000, p95Ms: 51_501 },
    ]);
  });

  test('a project without reads left over for looking reaches nobody', () => {
    expect(slowest(office(4000))).toBe(Number.POSITIVE_INFINITY);
  });

  test('more desks never make it quicker, and a larger quota never slower', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 100, max: 900 }),
        (desks, project) => {
          const reached = slowest(office(desks, { project }));
          expect(slowest(office(desks + 5, { project }))).toBeGreaterThanOrEqual(reached - 1);
          expect(slowest(office(desks, { project: project + 50 }))).toBeLessThanOrEqual(
            reached + 1,
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
