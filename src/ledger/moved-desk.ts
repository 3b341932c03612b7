/** A ledger that was moved elsewhere: what stays behind is true no longer, and nobody goes on with it. */
import type { LedgerDatabase } from './database.ts';
import { LedgerMovedError } from './errors.ts';
import { textFrom } from './stored-values.ts';

/**
 * Closes a ledger that nobody may work with.
 * @throws LedgerMovedError
 */
export const refuseMoved = async (database: LedgerDatabase): Promise<void> => {
  const { desk, place } = database;
  try {
    const found = await database.reading((transaction) =>
      transaction.selectFrom('desk').select('moved_to').where('desk', '=', desk).executeTakeFirst(),
    );
    refuseMovedTo(found?.moved_to, place);
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** @param movedTo As the desk's row has it. */
export const refuseMovedTo = (movedTo: string | null | undefined, place: string): void => {
  if (movedTo != null) throw new LedgerMovedError(place, textFrom(movedTo));
};
