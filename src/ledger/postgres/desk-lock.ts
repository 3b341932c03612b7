/** Who works on a desk in PostgreSQL: an advisory lock of the session, which goes with the connection that holds it. */
import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { ClientBase } from 'pg';

export interface LockedDesk {
  readonly schema: string;
  readonly desk: number;
}

/** The two numbers of a lock. A desk's own begins at 1; whoever changes the layout takes 0. */
export const lockKey = ({
  schema,
  desk,
}: {
  readonly schema: string;
  readonly desk: number | 'layout';
}): RawBuilder<unknown> =>
  sql`hashtext(${lockRoom(schema)}::text), ${desk === 'layout' ? 0 : desk}::int`;

const lockRoom = (schema: string): string => `layanan-vicon ${schema}`;

/**
 * Takes the lock for this session, if nobody has it. A session that has it gets it once more, and then has to give it
 * back twice.
 */
export const tryDeskLock = async (
  client: ClientBase,
  { schema, desk }: LockedDesk,
): Promise<boolean> => {
  const { rows } = await client.query<{ got: boolean }>(
    'select pg_try_advisory_lock(hashtext($1::text), $2::int) as got',
    [lockRoom(schema), desk],
  );
  return rows[0]?.got === true;
};

export const releaseDeskLock = async (
  client: ClientBase,
  { schema, desk }: LockedDesk,
): Promise<void> => {
  await client.query('select pg_advisory_unlock(hashtext($1::text), $2::int)', [
    lockRoom(schema),
    desk,
  ]);
};

/** The session that holds the lock: what it calls itself, and since when it is connected (UTC, to the second). */
export interface LockSession {
  readonly pid: number;
  /** `null` where this user may not know. */
  readonly name: string | null;
  readonly since: string | null;
}

export const lockSession = ({ schema, desk }: LockedDesk): CompiledQuery<LockSession> =>
  CompiledQuery.raw(
    `select l.pid, a.application_name as name,
      to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as since
    from pg_locks l left join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.granted and l.objsubid = 2
      and l.database = (select oid from pg_database where datname = current_database())
      and l.classid::bigint = (hashtext($1::text)::bigint & 4294967295) and l.objid::bigint = $2::bigint`,
    [lockRoom(schema), desk],
  ) as CompiledQuery<LockSession>;
