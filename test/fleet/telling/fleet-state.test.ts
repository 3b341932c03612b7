import { expect, test } from 'vitest';
import { fullBucket, limitsOf } from '../../../src/fleet/choosing/token-bucket.ts';
import { desksNow, hasDiffered, type KnownDesk } from '../../../src/fleet/telling/fleet-state.ts';

const now = 1_000_000_000;

const aKnownDesk = (desk: number, over: Partial<KnownDesk['standing']>, rest = {}): KnownDesk => ({
  standing: { desk, quotas: [], lastLook: now - 10_000, ...over },
  name: `kantor-${desk}`,
  code: null,
  holder: null,
  fails: 0,
  looks: 3,
  changes: 1,
  longestGapMs: 45_000,
  memory: {},
  ...rest,
});

test('a fleet says of each desk how late it is and what it waits for', () => {
  const limits = limitsOf(60);
  const desks = desksNow(
    [
      aKnownDesk(1, {}),
      aKnownDesk(2, { sentAt: now - 2000, lastLook: now - 50_000 }),
      aKnownDesk(3, { notBefore: now + 9000 }, { code: 'not-signed-in', fails: 2 }),
      aKnownDesk(4, { quotas: ['p'], lastLook: now - 50_000 }),
      aKnownDesk(5, { lastLook: now - 50_000 }, { holder: 'w' }),
      aKnownDesk(6, { lastLook: now - 50_000 }),
    ],
    {
      buckets: new Map([['p', { bucket: { ...fullBucket(limits, now), level: 0 }, limits }]]),
      targets: { cold: 45_000, recent: 20_000, quiet: 300_000 },
      now,
      workers: [{ worker: 'w', host: 'srv', pid: 7 }],
    },
  );

  expect(desks.map(({ lagMs, waitsFor }) => [lagMs, waitsFor])).toEqual([
    [0, { kind: 'its turn', inMs: 35_000 }],
    [5000, { kind: 'a worker' }],
    [0, { kind: 'backoff', untilMs: now + 9000, code: 'not-signed-in' }],
    [5000, { kind: 'a call', quota: 'p' }],
    [5000, { kind: 'worked on', worker: 'srv/7' }],
    [5000, { kind: 'for nothing' }],
  ]);
});

test('a desk whose passes remembered wrongly is called so for a day', () => {
  const differed = (hoursAgo: number) =>
    hasDiffered({ memory: { differedAtMs: now - hoursAgo * 3_600_000 } }, now);

  expect([differed(0), differed(23), differed(25), hasDiffered({ memory: {} }, now)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
