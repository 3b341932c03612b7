import { sql } from 'kysely';
import { type DeskKey, deskTables, type LedgerTransaction } from './tables.ts';

/** What guards the rows stands aside meanwhile, in the same transaction: cut off, the file is as it was. */
export const clearFile = async (transaction: LedgerTransaction, desk: DeskKey): Promise<void> => {
  const { rows: guards } = await sql<{ readonly name: string; readonly sql: string }>`
    select name, sql from sqlite_master where type = 'trigger'`.execute(transaction);
  for (const { name } of guards) await sql`drop trigger ${sql.id(name)}`.execute(transaction);
  for (const table of deskTables.toReversed())
    await transaction.deleteFrom(table).where('desk', '=', desk).execute();
  for (const guard of guards) await sql.raw(guard.sql).execute(transaction);
};
