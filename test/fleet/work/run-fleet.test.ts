import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { FleetPass } from '../../../src/fleet/work/serve-desk.ts';
import { describeOnPostgres } from '../../support/postgres.ts';
import { aDatabase, aPlacedDesk, aWorker, loseAllJobs, until } from '../a-fleet.ts';

describeOnPostgres('a fleet of two workers', () => {
  test('serves every desk, never two passes at once on one, also when the queue loses everything', async () => {
    const database = await aDatabase();
    const desks = [1, 2, 3, 4, 5, 6].map((desk) => aPlacedDesk(desk));
    const underway = new Set<number>();
    const served = new Map<number, number>();
    let overlaps = 0;
    const pass: FleetPass = async ({ desk }, { tenure }) => {
      if (desk === 6) throw new Error('a requester wrote rahasia');
      if (underway.has(desk)) overlaps += 1;
      underway.add(desk);
      await sleep(20);
      await tenure.stillOurs();
      underway.delete(desk);
      served.set(desk, (served.get(desk) ?? 0) + 1);
      return { kind: 'unchanged' };
    };
    const one = await aWorker({ database, desks, pass });
    const other = await aWorker({ database, desks, pass });

    await until(() => [1, 2, 3, 4, 5].every((desk) => served.has(desk)));
    await loseAllJobs(one.store);
    served.clear();
    await until(() => [1, 2, 3, 4, 5].every((desk) => served.has(desk)), 40_000);

    const rows = await one.store.db
      .selectFrom('fleet_desk')
      .select(['desk', 'fails', 'code', 'not_before'])
      .orderBy('desk')
      .execute();
    const queued = await one.store.pool.query('select data, output from pgboss.job');
    await one.stop();
    await other.stop();

    expect(overlaps).toBe(0);
    expect(rows.filter(({ fails }) => fails > 0)).toMatchObject([{ desk: 6, code: 'unforeseen' }]);
    expect(JSON.stringify([queued.rows, one.log.lines, other.log.lines])).not.toContain('rahasia');
    for (const { data } of queued.rows) expect(Object.keys(data)).toEqual(['desk']);
  });
});
