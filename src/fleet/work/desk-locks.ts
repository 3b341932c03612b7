/**
 * One pass at a time on a desk, anywhere: locks of PostgreSQL that live as long as one connection of this process. They are
 * those that `run` takes on such a desk.
 *
 * A kill frees them at once. A process that was merely stopped keeps them until the dispatcher ends its session. The
 * same session gets the same lock twice, so a set in this process says first what is underway here.
 */
import type { Client } from 'pg';
import { releaseDeskLock, tryDeskLock } from '../../ledger/postgres/desk-lock.ts';
import { clientConfig } from '../../ledger/postgres/pool.ts';
import { ownSchema } from '../../ledger/postgres/postgres-place.ts';
import { oneAfterAnother } from '../../service/one-after-another.ts';
import { lockSessionName } from '../store/worker-rows.ts';

export interface DeskLocks {
  /** The session that holds them, as PostgreSQL numbers it. */
  readonly session: number;
  /** Aborts when the connection ended: nothing is held any more. */
  readonly lost: AbortSignal;
  /** Whether it is ours now. */
  take(desk: number): Promise<boolean>;
  free(desk: number): Promise<void>;
  close(): Promise<void>;
}

/** A dead line is noticed within half a minute, by us and by the server. */
const lineOptions =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000';

export const openDeskLocks = async ({
  address,
  worker,
}: {
  /** Straight to PostgreSQL: a pooler would hand the session to others. */
  readonly address: string;
  readonly worker: string;
}): Promise<DeskLocks> => {
  const client = await openLockClient({ address, name: lockSessionName(worker) });
  const lost = new AbortController();
  client.on('end', () => lost.abort());
  client.on('error', () => lost.abort());
  const here = new Set<number>();
  const alone = oneAfterAnother();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    session: rows[0]?.pid ?? 0,
    lost: lost.signal,
    take: async (desk) => {
      if (here.has(desk)) return false;
      here.add(desk);
      try {
        if (await alone(() => tryDeskLock(client, { schema: ownSchema, desk }))) return true;
        here.delete(desk);
        return false;
      } catch (error) {
        here.delete(desk);
        throw error;
      }
    },
    free: async (desk) => {
      try {
        await alone(() => releaseDeskLock(client, { schema: ownSchema, desk }));
      } catch (error) {
        // A session that is gone holds nothing.
        if (!lost.signal.aborted) throw error;
      } finally {
        here.delete(desk);
      }
    },
    close: async () => {
      await client.end().catch(() => undefined);
    },
  };
};

export const openLockClient = async ({
  address,
  name,
}: {
  readonly address: string;
  readonly name: string;
}): Promise<Client> => {
  const { Client } = await import('pg');
  const config = await clientConfig({ address, name });
  const client = new Client({ ...config, options: lineOptions });
  // Whoever waits for an answer hears of it there.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
