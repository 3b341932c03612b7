import { hostname } from 'node:os';
import type { Client } from 'pg';
import type { DeskClaim } from '../claim-desk.ts';
import type { Fence } from '../database.ts';
import {
  ClaimLostError,
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
 * server lost sight of us. Whoever writes asks the claim's `fence`: after such a loss it
 * writes nothing, and claims the desk anew for what comes next.
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
      return await claimOn(client, { place, name });
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

const claimOn = async (
  first: Client,
  { place, name }: { readonly place: PostgresPlace; readonly name: string },
): Promise<DeskClaim> => {
  let client = first;
  let session = await sessionOf(client);
  let held = true;
  /** A server that was started anew must not end a service for good. */
  const isHeldAnew = async (): Promise<boolean> => {
    await client.end().catch(() => undefined);
    client = await connected(place, name);
    session = await sessionOf(client);
    return tryDeskLock(client, place);
  };
  const fence: Fence = async (transaction) => {
    const { rows } = await transaction.executeQuery(lockSession(place));
    if (rows[0]?.pid === session) return;
    // What was decided before is not written even then: somebody may have worked on the desk in between.
    throw (await isHeldAnew()) ? new ClaimLostError(placeText(place)) : new DeskTakenOverError();
  };
  return {
    fence,
    release: async () => {
      if (!held) return;
      held = false;
      await client.end().catch(() => undefined);
    },
  };
};

const sessionOf = async (client: Client): Promise<number | undefined> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid;
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
