import { hostname } from 'node:os';
import type { Client } from 'pg';
import type { DeskClaim } from '../claim-desk.ts';
import type { Fence } from '../database.ts';
import {
  DatabasePooledError,
  DeskBusyError,
  type DeskHolder,
  DeskTakenOverError,
} from '../errors.ts';
import { type LockSession, lockSession, tryDeskLock } from './desk-lock.ts';
import { inWords } from './in-words.ts';
import { clientConfig } from './pool.ts';
import { type PostgresPlace, placeText } from './postgres-place.ts';

/**
 * Claims a desk in PostgreSQL for this process, or says who has it.
 *
 * A connection of its own holds the claim, and it ends with that: with the process, however that ends, or because the
 * server lost sight of us. Whoever writes asks the claim's `fence`, so that after such a loss nothing is written any more.
 *
 * @throws DeskBusyError, DatabasePooledError, or what stands in the way of the connection
 */
export const claimDeskOnPostgres = (
  place: PostgresPlace,
  { isService }: { readonly isService: boolean },
): Promise<DeskClaim> =>
  inWords(placeText(place), async () => {
    const name = `layanan-vicon ${isService ? 'serve' : 'once'} ${process.pid} ${hostname()}`;
    const client = await connected(place, name);
    try {
      if (!(await tryDeskLock(client, place)))
        throw new DeskBusyError(await holderOf(client, place));
      await refusePooled(place, name);
      return await claimOn(client, place);
    } catch (error) {
      await client.end();
      throw error;
    }
  });

const connected = async ({ address }: PostgresPlace, name: string): Promise<Client> => {
  const { Client } = await import('pg');
  const client = new Client(await clientConfig({ address, name }));
  // That it broke is found by the fence; without a listener the process would end with it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** A pooler hands one session to many, and all of them would get the lock. */
const refusePooled = async (place: PostgresPlace, name: string): Promise<void> => {
  const other = await connected(place, name);
  try {
    if (await tryDeskLock(other, place)) throw new DatabasePooledError(placeText(place));
  } finally {
    await other.end();
  }
};

const claimOn = async (client: Client, place: PostgresPlace): Promise<DeskClaim> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid;
  const fence: Fence = async (transaction) => {
    const { rows: holders } = await transaction.executeQuery(lockSession(place));
    if (holders[0]?.pid !== pid) throw new DeskTakenOverError();
  };
  let held = true;
  return {
    fence,
    release: async () => {
      if (!held) return;
      held = false;
      await client.end();
    },
  };
};

/** `undefined` where the holder is gone meanwhile, or calls itself otherwise. */
const holderOf = async (client: Client, place: PostgresPlace): Promise<DeskHolder | undefined> => {
  const { sql, parameters } = lockSession(place);
  const { rows } = await client.query<LockSession>(sql, [...parameters]);
  const { name, since } = rows[0] ?? {};
  const [, work, pid, host] = /^layanan-vicon (serve|once) (\d+) (.+)$/.exec(name ?? '') ?? [];
  if ((work !== 'serve' && work !== 'once') || host === undefined || since == null)
    return undefined;
  return { pid: Number(pid), host, work, since };
};
