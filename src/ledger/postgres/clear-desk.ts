import { sql } from 'kysely';
import { type DeskKey, deskTables, type LedgerTransaction } from '../tables.ts';

/** Takes all rows of a desk out, those too that are never changed: only for a copy that comes in the same transaction. */
export const clearDesk = async (transaction: LedgerTransaction, desk: DeskKey): Promise<void> => {
  await setReplacing(transaction, String(desk));
  for (const table of deskTables.toReversed())
    await transaction.deleteFrom(table).where('desk', '=', desk).execute();
  await setReplacing(transaction, '');
};

const setReplacing = (transaction: LedgerTransaction, desk: string): Promise<unknown> =>
  sql`select set_config('app.replacing', ${desk}, true)`.execute(transaction);
