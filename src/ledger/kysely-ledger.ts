import { confirmCells } from './cells.ts';
import { commitChange, isEmptyChange } from './commit-change.ts';
import type { LedgerDatabase } from './database.ts';
import { dispatchLedger } from './dispatches.ts';
import { isRemembered, rememberDocument } from './documents.ts';
import { readHistory } from './history.ts';
import type { Ledger } from './ledger.ts';
import { refuseMovedTo } from './moved-desk.ts';
import { nothingTouched, openOwnWrites, type Touched, touchedBy } from './own-writes.ts';
import { readState, readTouched } from './read-state.ts';
import { noteFrom, storedText } from './stored-values.ts';
import type { DeskKey, LedgerTransaction } from './tables.ts';
import { undoLedger } from './undo.ts';

/** Few notes are; shorter ones cost nothing to speak of, and there may be one for each document. */
const longNote = 20_000;

/** The ledger over any database that Kysely speaks to, once its tables stand. */
export const kyselyLedger = (database: LedgerDatabase): Ledger => {
  const { desk, reading } = database;
  const own = openOwnWrites();
  /** @param touched Where it is known what may be changed by it. */
  const writing = async <T>(
    work: (transaction: LedgerTransaction, revision: number) => Promise<T>,
    touched?: Touched,
  ): Promise<T> => {
    const { revision, done } = await database.writing(async (transaction) => {
      const counted = await countWrite(transaction, database, 1);
      return { revision: counted, done: await work(transaction, counted) };
    });
    // Not before: what is not kept after all leaves its number to somebody else's write.
    if (touched !== undefined) own.note(revision, touched);
    return done;
  };
  /** Long ones: that of all that officers were told has some hundred thousand signs, and is asked for in every pass. */
  const notes = new Map<string, { readonly stored: string; readonly note: string }>();
  const noteOf = (name: string, stored: string): string => {
    if (stored.length < longNote) return noteFrom(stored);
    const known = notes.get(name);
    const note = known?.stored === stored ? known.note : noteFrom(stored);
    notes.set(name, { stored, note });
    return note;
  };
  const writingPost = (work: Parameters<typeof writing<void>>[0]): Promise<void> =>
    writing(work, { ...nothingTouched, parts: ['messages'] });

  return {
    revision: () => reading((transaction) => readRevision(transaction, desk)),

    state: (known) =>
      reading(async (transaction) => {
        const touched = known && own.between(known.revision, await readRevision(transaction, desk));
        return known === undefined || touched === undefined
          ? readState(transaction, database)
          : readTouched(transaction, database, { before: known.state, touched });
      }),

    commit: async (change, at, pass) => {
      if (isEmptyChange(change)) return;
      await writing(
        (transaction, revision) => commitChange(transaction, change, { desk, revision, at, pass }),
        touchedBy(change),
      );
    },

    confirm: async (written) => {
      if (written.length === 0) return;
      await writing(
        (transaction, revision) => confirmCells(transaction, { desk, revision }, written),
        { ...nothingTouched, cellsOf: written.map(({ ticket }) => ticket) },
      );
    },

    rememberDocument: async (record, at, pass) => {
      if (await reading((transaction) => isRemembered(transaction, desk, record))) return;
      await writing(
        (transaction, revision) =>
          rememberDocument(transaction, record, { desk, revision, at, pass }),
        { ...nothingTouched, documents: [record.key] },
      );
    },

    post: dispatchLedger({ desk, reading, writing: writingPost }),

    undo: undoLedger({ desk, reading, writing }),

    history: (filter = {}) => reading((transaction) => readHistory(transaction, desk, filter)),

    recall: async (name) => {
      const row = await reading((transaction) =>
        transaction
          .selectFrom('memory')
          .select('value')
          .where('desk', '=', desk)
          .where('name', '=', storedText(name))
          .executeTakeFirst(),
      );
      return row && noteOf(name, row.value);
    },

    remember: (name, value) =>
      writing((transaction) => keepNamed(transaction, { desk, name, value }), nothingTouched),

    note: (name, value) =>
      database.writing(async (transaction) => {
        await countWrite(transaction, database, 0);
        await keepNamed(transaction, { desk, name, value });
      }),

    close: database.close,
  };
};

const readRevision = async (transaction: LedgerTransaction, desk: DeskKey): Promise<number> => {
  const row = await transaction
    .selectFrom('desk')
    .select('revision')
    .where('desk', '=', desk)
    .executeTakeFirst();
  return row?.revision ?? 0;
};

const keepNamed = async (
  transaction: LedgerTransaction,
  { desk, name, value }: { readonly desk: DeskKey; readonly name: string; readonly value: string },
): Promise<void> => {
  const row = { desk, name: storedText(name), value: storedText(value) };
  await transaction
    .insertInto('memory')
    .values(row)
    .onConflict((conflict) => conflict.columns(['desk', 'name']).doUpdateSet({ value: row.value }))
    .execute();
};

/**
 * Counts the desk's writing transactions.
 *
 * It comes first in each of them, and is a write: that takes the database's (in PostgreSQL, the row's) write lock
 * before anything is read, so that two writers follow one another instead of colliding halfway.
 */
const countWrite = async (
  transaction: LedgerTransaction,
  { desk, place }: LedgerDatabase,
  by: 0 | 1,
): Promise<number> => {
  const { revision, moved_to } = await transaction
    .insertInto('desk')
    .values({ desk, revision: by, moved_to: null })
    .onConflict((conflict) =>
      conflict.column('desk').doUpdateSet((eb) => ({ revision: eb('desk.revision', '+', by) })),
    )
    .returning(['revision', 'moved_to'])
    .executeTakeFirstOrThrow();
  refuseMovedTo(moved_to, place);
  return revision;
};
