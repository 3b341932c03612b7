import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';
import { shareLocks } from '../../../src/fleet/checking.ts';
import { limitsOf } from '../../../src/fleet/choosing/token-bucket.ts';
import {
  enrol,
  fenceOf,
  noteSent,
  noteServed,
  takeDesk,
} from '../../../src/fleet/store/desk-rows.ts';
import type { FleetStore } from '../../../src/fleet/store/open-store.ts';
import { bringQuotas } from '../../../src/fleet/store/quota-rows.ts';
import { beat, clearDead, endStalled } from '../../../src/fleet/store/worker-rows.ts';
import { openDeskLocks, openLockClient } from '../../../src/fleet/work/desk-locks.ts';
import { openTenure } from '../../../src/fleet/work/tenure.ts';
import { openPostgresLedger } from '../../../src/ledger/postgres/open-postgres-ledger.ts';
import { describeOnPostgres } from '../../support/postgres.ts';
import { aDatabase, aPlacedDesk, aStore, until } from '../a-fleet.ts';

describeOnPostgres('a desk that is lent', () => {
  let database = '';
  let store: FleetStore;
  beforeAll(async () => {
    database = await aDatabase();
    store = await aStore(database);
    await enrol(
      store.db,
      [1, 2, 3].map((desk) => aPlacedDesk(desk)),
    );
    return () => store.close();
  });

  const taken = async (desk: number) => {
    const row = await takeDesk(store.db, { desk, worker: 'w' });
    if (row === undefined) throw new Error('There is no such desk.');
    return row;
  };
  const limitsFor = () => limitsOf(3);
  const tenureOf = (of: Awaited<ReturnType<typeof taken>>, quotas: readonly string[] = []) =>
    openTenure({
      db: store.db,
      taken: of,
      quotas,
      limitsFor,
      signal: new AbortController().signal,
      isPaid: true,
    });

  test('is nobody else’s, neither in the workbook nor in the ledger, from the moment that another takes it', async () => {
    const sleeper = await taken(1);
    const ledger = await openPostgresLedger({
      database: store.pool,
      desk: 1,
      fence: fenceOf(sleeper),
    });
    await ledger.remember('a', 'by the first');
    await tenureOf(sleeper).stillOurs();
    const next = await taken(1);

    await expect(tenureOf(sleeper).stillOurs()).rejects.toMatchObject({ code: 'desk-taken-over' });
    await expect(ledger.remember('a', 'by the sleeper')).rejects.toMatchObject({
      code: 'desk-taken-over',
    });
    expect(await ledger.recall('a')).toBe('by the first');
    await noteServed(store.db, sleeper, { kind: 'unchanged' });
    const { holder } = await store.db
      .selectFrom('fleet_desk')
      .select('holder')
      .where('desk', '=', 1)
      .executeTakeFirstOrThrow();
    expect([holder, next.epoch]).toEqual(['w', sleeper.epoch + 1]);
  });

  test('asks Google no more than its quotas allow, however many do it at once', async () => {
    await bringQuotas(store.db, ['p', 'p/u'], limitsFor);
    const of = await taken(2);
    const tenures = Array.from({ length: 6 }, () => tenureOf(of, ['p', 'p/u']));

    await Promise.all(tenures.map((tenure) => tenure.take('read')));
    const more = await Promise.allSettled(
      tenures.map(async (tenure) => {
        await tenure.take('read');
        await tenure.take('write');
      }),
    );
    // Two lie in the bucket, and nobody waits a minute for the third.
    expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const [tenure] = tenures;
    await expect(tenure?.refused('read', 30_000)).rejects.toMatchObject({ code: 'quota-spent' });
    await expect(tenureOf(of, ['p', 'p/u']).take('write')).rejects.toMatchObject({
      code: 'quota-spent',
    });
    const refused = await store.db
      .selectFrom('fleet_quota')
      .select(['name', 'refused'])
      .where('kind', '=', 'read')
      .orderBy('name')
      .execute();
    expect(refused).toEqual([
      { name: 'p', refused: 1 },
      { name: 'p/u', refused: 1 },
    ]);
  });

  test('comes free when its holder says nothing any more, and only then', async () => {
    const stalled = await openDeskLocks({ address: database, worker: 'stalled' });
    const lively = await openDeskLocks({ address: database, worker: 'lively' });
    const worker = { host: 'h', pid: 1, slots: 1 };
    await beat(store.db, { ...worker, worker: 'stalled', lock_session: stalled.session });
    await beat(store.db, { ...worker, worker: 'lively', lock_session: lively.session });
    expect([await stalled.take(3), await stalled.take(3), await lively.take(3)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await endStalled(store.db)).toEqual([]);

    await store.db
      .updateTable('fleet_worker')
      .set({ beat_at: new Date(Temporal.Now.instant().epochMilliseconds - 61_000) })
      .where('worker', '=', 'stalled')
      .execute();
    expect(await endStalled(store.db)).toEqual(['stalled']);
    await until(() => stalled.lost.aborted);
    expect(await lively.take(3)).toBe(true);
    expect(lively.lost.aborted).toBe(false);
    await lively.close();
  });

  test('is sent again at once when its holder died, and left to one that lives', async () => {
    const dead = await openDeskLocks({ address: database, worker: 'dead' });
    const living = await openDeskLocks({ address: database, worker: 'living' });
    const worker = { host: 'h', pid: 1, slots: 1 };
    await beat(store.db, { ...worker, worker: 'dead', lock_session: dead.session });
    await beat(store.db, { ...worker, worker: 'living', lock_session: living.session });
    await noteSent(store.db, [2, 3]);
    await takeDesk(store.db, { desk: 2, worker: 'dead' });
    await takeDesk(store.db, { desk: 3, worker: 'living' });
    await dead.close();
    await until(async () => {
      await clearDead(store.db);
      const workers = await store.db.selectFrom('fleet_worker').select('worker').execute();
      return workers.every((each) => each.worker !== 'dead');
    });

    const rows = await store.db
      .selectFrom('fleet_desk')
      .select(['desk', 'holder', 'sent_at'])
      .where('desk', 'in', [2, 3])
      .orderBy('desk')
      .execute();
    expect(rows.map(({ holder, sent_at }) => [holder, sent_at !== null])).toEqual([
      [null, false],
      ['living', true],
    ]);
    await living.close();
  });

  test('outlives a connection that the server ends in the middle of a transaction', async () => {
    const cutOff = store.db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        transaction,
      );
      await store.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((done) => setTimeout(done, 100));
      await sql`select 1`.execute(transaction);
    });

    await expect(cutOff).rejects.toThrow();
    expect((await store.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('needs locks of its own: a pooler that gives two clients one session is found out', async () => {
    const one = await openLockClient({ address: database, name: 'one' });
    const other = await openLockClient({ address: database, name: 'other' });

    expect(await shareLocks(one, other)).toBe(false);
    expect(await shareLocks(one, one)).toBe(true);
    expect(await shareLocks(one, other)).toBe(false);
    await one.end();
    await other.end();
  });
});
