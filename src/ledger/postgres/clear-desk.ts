import { sql } from 'kysely';
import { type DeskKey, deskTables, type LedgerTransaction } from '../tables.ts';

/** The layout lets them go while the desk is named as one that is being replaced. */
export const clearDesk = async (transaction: LedgerTransaction, desk: DeskKey): Promise<void> => {
  await setReplacing(transaction, String(desk));
  for (const table of deskTables.toReversed())
    await transaction.deleteFrom(table).where('desk', '=', desk).execute();
  await setReplacing(transaction, '');
};

const setReplacing = (transaction: LedgerTransaction, desk: string): Promise<unknown> =>
  sql`select set_config('app.replacing', ${desk}, true)`.execute(transaction);
