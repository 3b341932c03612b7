/** How far the list of changes of each account on Google was read, and by whom next. */
import { sql } from 'kysely';
import { databaseNow } from './desk-rows.ts';
import type { FleetDatabase } from './fleet-tables.ts';

/** Nothing was read of it yet. */
export const fromNowOn = '';

/**
 * Takes an account's turn, if nobody had it for so long.
 * @returns Where to read on, `undefined` for from now on; or that it is not its turn.
 */
export const takeTurn = async (
  db: FleetDatabase,
  { account, everyMs }: { readonly account: string; readonly everyMs: number },
): Promise<{ readonly page: string | undefined } | 'not now'> => {
  await db
    .insertInto('fleet_feed')
    .values({ account, page: fromNowOn, read_at: sql<Date>`'-infinity'::timestamptz` })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .updateTable('fleet_feed')
    .set({ read_at: databaseNow })
    .where('account', '=', account)
    .where('read_at', '<', sql<Date>`clock_timestamp() - ${everyMs} * interval '1 millisecond'`)
    .returning('page')
    .executeTakeFirst();
  return row === undefined ? 'not now' : { page: row.page === fromNowOn ? undefined : row.page };
};

export const keepPage = async (
  db: FleetDatabase,
  { account, page }: { readonly account: string; readonly page: string },
): Promise<void> => {
  await db.updateTable('fleet_feed').set({ page }).where('account', '=', account).execute();
};
