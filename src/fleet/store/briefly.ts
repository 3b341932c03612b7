import { sql, type Transaction } from 'kysely';
import type { FleetDatabase, FleetTables } from './fleet-tables.ts';

export type FleetTransaction = Transaction<FleetTables>;

/**
 * A transaction over rows that all workers want. One whose process stands still is ended by the database after five seconds:
 * rows that it held would hold up everybody.
 */
export const briefly = <T>(
  db: FleetDatabase,
  work: (transaction: FleetTransaction) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (transaction) => {
    await sql`select set_config('idle_in_transaction_session_timeout', '5s', true),
      set_config('lock_timeout', '5s', true), set_config('statement_timeout', '10s', true)`.execute(
      transaction,
    );
    return work(transaction);
  });
