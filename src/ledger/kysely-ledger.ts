import type { DocumentRecord, HistoryLine } from '../core/cases/ledger-state.ts';
import { confirmCells } from './cells.ts';
import { commitChange, isEmptyChange } from './commit-change.ts';
import type { LedgerDatabase } from './database.ts';
import { dispatchLedger } from './dispatches.ts';
import { appendHistory, readHistory } from './history.ts';
import type { Ledger } from './ledger.ts';
import { refuseMovedTo } from './moved-desk.ts';
import { readState } from './read-state.ts';
import { storedLetter, storedOptional, storedText, textFrom } from './stored-values.ts';
import type { DeskKey, LedgerTables, LedgerTransaction } from './tables.ts';

/** The ledger over any database that Kysely speaks to, once its tables stand. */
export const kyselyLedger = (database: LedgerDatabase): Ledger => {
  const { desk, reading, foldedCells } = database;
  const writing = (
    work: (transaction: LedgerTransaction, revision: number) => Promise<void>,
  ): Promise<void> =>
    database.writing(async (transaction) => {
      await work(transaction, await nextRevision(transaction, database));
    });

  return {
    revision: async () => {
      const row = await reading((transaction) =>
        transaction
          .selectFrom('desk')
          .select('revision')
          .where('desk', '=', desk)
          .executeTakeFirst(),
      );
      return row?.revision ?? 0;
    },

    state: () => reading((transaction) => readState(transaction, { desk, foldedCells })),

    commit: async (change, at, pass) => {
      if (isEmptyChange(change)) return;
      await writing((transaction, revision) =>
        commitChange(transaction, change, { desk, revision, at, pass }),
      );
    },

    confirm: async (written) => {
      if (written.length === 0) return;
      await writing((transaction, revision) =>
        confirmCells(transaction, { desk, revision }, written),
      );
    },

    rememberDocument: async (record, at, pass) => {
      const row = documentRow(desk, record);
      const before = await reading((transaction) => knownDocument(transaction, row));
      if (before && isSameRow(before, row)) return;
      await writing(async (transaction, revision) => {
        const known = await knownDocument(transaction, row);
        const { desk: _desk, key: _key, ...changing } = row;
        await transaction
          .insertInto('document')
          .values(row)
          .onConflict((conflict) => conflict.columns(['desk', 'key']).doUpdateSet(changing))
          .execute();
        const line = documentLine(record, known);
        await appendHistory(transaction, [line], { desk, revision, at, pass });
      });
    },

    post: dispatchLedger({ desk, reading, writing }),

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
      return row && textFrom(row.value);
    },

    remember: (name, value) =>
      writing(async (transaction) => {
        const row = { desk, name: storedText(name), value: storedText(value) };
        await transaction
          .insertInto('memory')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['desk', 'name']).doUpdateSet({ value: row.value }),
          )
          .execute();
      }),

    close: database.close,
  };
};

/**
 * Counts the desk's writing transactions.
 *
 * It comes first in each of them, and is a write: that takes the database's (in PostgreSQL, the row's) write lock
 * before anything is read, so that two writers follow one another instead of colliding halfway.
 */
const nextRevision = async (
  transaction: LedgerTransaction,
  { desk, place }: LedgerDatabase,
): Promise<number> => {
  const { revision, moved_to } = await transaction
    .insertInto('desk')
    .values({ desk, revision: 1, moved_to: null })
    .onConflict((conflict) =>
      conflict.column('desk').doUpdateSet((eb) => ({ revision: eb('desk.revision', '+', 1) })),
    )
    .returning(['revision', 'moved_to'])
    .executeTakeFirstOrThrow();
  refuseMovedTo(moved_to, place);
  return revision;
};

type DocumentRow = LedgerTables['document'];

const knownDocument = (
  transaction: LedgerTransaction,
  { desk, key }: Pick<DocumentRow, 'desk' | 'key'>,
): Promise<DocumentRow | undefined> =>
  transaction
    .selectFrom('document')
    .selectAll()
    .where('desk', '=', desk)
    .where('key', '=', key)
    .executeTakeFirst();

const documentRow = (desk: DeskKey, record: DocumentRecord): DocumentRow => {
  const { key, id, url, title, fingerprint, madeFrom, contentHash, edition } = record;
  return {
    desk,
    key: storedText(key),
    id: storedOptional(id),
    url: storedOptional(url),
    title: storedOptional(title),
    fingerprint: storedText(fingerprint),
    view_fingerprint: storedOptional(madeFrom?.view),
    template_fingerprint: storedOptional(madeFrom?.template),
    content_hash: storedText(contentHash),
    edition,
    edited_by: storedOptional(record.editedBy),
    signed_off: record.signedOff ? 1 : 0,
    letter: record.letter === undefined ? null : storedLetter(record.letter),
  };
};

const isSameRow = (known: DocumentRow, row: DocumentRow): boolean =>
  Object.entries(row).every(([column, value]) => known[column as keyof DocumentRow] === value);

const documentLine = (
  { key, id, url, edition, editedBy }: DocumentRecord,
  known: DocumentRow | undefined,
): HistoryLine => {
  const place = url ?? id;
  return {
    kind: 'document',
    subject: key,
    ...(known?.url != null && { was: textFrom(known.url) }),
    ...(place !== undefined && { becomes: place }),
    because: whyDocument({ saved: id !== undefined, edition, editedBy, known }),
  };
};

const whyDocument = ({
  saved,
  edition,
  editedBy,
  known,
}: {
  readonly saved: boolean;
  readonly edition: number;
  readonly editedBy: string | undefined;
  readonly known: DocumentRow | undefined;
}): string => {
  if (!saved) return 'dokumen disiapkan';
  if (known === undefined || known.id === null) return 'dokumen dibuat';
  if (edition <= known.edition) return 'dokumen diperbarui';
  return editedBy === undefined
    ? `pembaruan ${edition} dibuat`
    : `pembaruan ${edition} dibuat; yang sebelumnya disunting oleh ${editedBy}`;
};
