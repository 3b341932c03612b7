/** The workers that are there, and those that have said nothing for too long. */
import { sql } from 'kysely';
import { databaseNow } from './desk-rows.ts';
import { type FleetDatabase, type FleetTables, fleetSchema } from './fleet-tables.ts';

export type WorkerRow = FleetTables['fleet_worker'];

export const beatMs = 5_000;
/** Without a beat for so long it takes no work any more. */
export const silentMs = 15_000;
/** Then the session that holds its locks is ended, so that others can go on with its desks. */
export const stalledMs = 60_000;

const olderThan = (ms: number) => sql<Date>`clock_timestamp() - ${ms} * interval '1 millisecond'`;

export const beat = async (
  db: FleetDatabase,
  worker: Omit<WorkerRow, 'started_at' | 'beat_at'>,
): Promise<void> => {
  await db
    .insertInto('fleet_worker')
    .values({ ...worker, started_at: databaseNow, beat_at: databaseNow })
    .onConflict((conflict) =>
      conflict
        .column('worker')
        .doUpdateSet({ beat_at: databaseNow, lock_session: worker.lock_session }),
    )
    .execute();
};

export const leave = async (db: FleetDatabase, worker: string): Promise<void> => {
  await db.deleteFrom('fleet_worker').where('worker', '=', worker).execute();
};

/** How many passes can run at once. */
export const slotsNow = async (db: FleetDatabase): Promise<number> => {
  const { slots } = await db
    .selectFrom('fleet_worker')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('slots'), sql<number>`0`).as('slots'))
    .where('beat_at', '>', olderThan(silentMs))
    .executeTakeFirstOrThrow();
  return Number(slots);
};

/**
 * Ends the sessions of workers that say nothing any more: a process that was stopped, a cable that was cut. Its locks
 * come free; should it wake up, its epoch is over.
 */
export const endStalled = async (db: FleetDatabase): Promise<readonly string[]> => {
  const stalled = await db
    .selectFrom('fleet_worker')
    .select(['worker', 'lock_session'])
    .where('beat_at', '<', olderThan(stalledMs))
    .execute();
  for (const { worker, lock_session } of stalled) {
    // A number of a session that ended may be another's by now; the name says whose it is.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid = ${lock_session} and application_name = ${lockSessionName(worker)}`.execute(db);
    await leave(db, worker);
  }
  return stalled.map(({ worker }) => worker);
};

/**
 * Lets go of workers whose session is gone, and frees the desks that they held, so that these are sent again at once. The
 * queue would find out by the heartbeat that is missing; the locks came free with the session.
 * @returns The desks that came free.
 */
export const clearDead = async (db: FleetDatabase): Promise<readonly number[]> => {
  await sql`delete from ${sql.table(`${fleetSchema}.fleet_worker`)} w where not exists (
    select 1 from pg_stat_activity a where a.pid = w.lock_session
      and (a.usename is distinct from current_user
        or a.application_name = ${lockSessionName('')} || w.worker))`.execute(db);
  const freed = await db
    .updateTable('fleet_desk')
    .set({ holder: null, sent_at: null })
    .where('holder', 'is not', null)
    .where('holder', 'not in', (query) => query.selectFrom('fleet_worker').select('worker'))
    .returning('desk')
    .execute();
  return freed.map(({ desk }) => desk);
};

/** As `pg_stat_activity` shows it. */
export const lockSessionName = (worker: string): string => `layanan-vicon locks ${worker}`;
