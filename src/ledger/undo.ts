/** What the latest passes wrote, and how the ledger goes back to before it. */
import type { Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { SignAct, Ticket } from '../core/cases/ledger-state.ts';
import type { PassRecord, RestoredDocument } from '../core/cases/pass-record.ts';
import { restoreCells } from './cells.ts';
import { noteSignatures } from './commit-change.ts';
import type { LedgerDatabase } from './database.ts';
import { forgetDocument, putDocument } from './documents.ts';
import { appendHistory, entriesSince, type Writing } from './history.ts';
import { inBatches } from './in-batches.ts';
import { withdrawMessages } from './messages.ts';
import { instantFrom, storedInstant, storedText, textFrom } from './stored-values.ts';
import type { DeskKey, LedgerTables, LedgerTransaction } from './tables.ts';
import type { KeptPass, UndoLedger } from './undo-ledger.ts';

/** So many of the latest passes can be taken back. */
const keptPasses = 10;

export const undoLedger = ({
  desk,
  reading,
  writing,
}: Pick<LedgerDatabase, 'desk' | 'reading'> & {
  readonly writing: (
    work: (transaction: LedgerTransaction, revision: number) => Promise<void>,
  ) => Promise<void>;
}): UndoLedger => ({
  keep: (record) =>
    writing((transaction, revision) => keepPass(transaction, record, { desk, revision })),

  passes: () => reading((transaction) => readPasses(transaction, desk)),

  since: ({ revision }) => reading((transaction) => entriesSince(transaction, desk, revision)),

  takeBack: (back, { of, isWhole, history, now }) =>
    writing(async (transaction, revision) => {
      const at: Writing = { desk, revision, at: now, pass: now.toString() };
      await restoreCells(transaction, desk, back.memory);
      for (const document of back.documents) await restoreDocument(transaction, desk, document);
      await endMoments(transaction, at, { pass: of.pass, tickets: back.tickets });
      await withdrawMessages(transaction, back.messages, at);
      await appendHistory(transaction, history, at);
      if (isWhole) await noteUndone(transaction, at, of);
    }),
});

const keepPass = async (
  transaction: LedgerTransaction,
  record: PassRecord,
  { desk, revision }: Pick<Writing, 'desk' | 'revision'>,
): Promise<void> => {
  const pass = storedText(record.pass);
  await transaction
    .insertInto('pass_record')
    .values({ desk, revision, pass, record: JSON.stringify(record), undone_at: null })
    .execute();
  const older = await transaction
    .selectFrom('pass_record')
    .select('revision')
    .where('desk', '=', desk)
    .orderBy('revision', 'desc')
    .offset(keptPasses)
    .limit(keptPasses)
    .execute();
  for (const each of older)
    await transaction
      .deleteFrom('pass_record')
      .where('desk', '=', desk)
      .where('revision', '=', each.revision)
      .execute();
};

const readPasses = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<readonly KeptPass[]> => {
  const rows = await db
    .selectFrom('pass_record')
    .selectAll()
    .where('desk', '=', desk)
    .orderBy('revision')
    .execute();
  return rows.map(({ revision, pass, record, undone_at }) => ({
    ...recordFrom(record),
    pass: textFrom(pass),
    revision,
    ...(undone_at !== null && { undoneAt: instantFrom(undone_at) }),
  }));
};

type StoredRecord = Omit<PassRecord, 'signatures'> & {
  readonly signatures: readonly {
    readonly key: string;
    readonly acts: readonly (Omit<SignAct, 'at'> & { readonly at: string })[];
  }[];
};

/** Only ever given what `keepPass` made. */
const recordFrom = (stored: string): PassRecord => {
  const { signatures, ...record } = JSON.parse(stored) as StoredRecord;
  return {
    ...record,
    signatures: signatures.map(({ key, acts }) => ({
      key,
      acts: acts.map((act) => ({ ...act, at: Temporal.Instant.from(act.at) })),
    })),
  };
};

const restoreDocument = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  { key, record, acts }: RestoredDocument,
): Promise<void> => {
  if (record === undefined) await forgetDocument(transaction, desk, key);
  else await putDocument(transaction, desk, record);
  if (acts === undefined) return;
  await transaction
    .deleteFrom('signature')
    .where('desk', '=', desk)
    .where('key', '=', storedText(key))
    .execute();
  await noteSignatures(transaction, acts, desk);
};

/** A pass notes its moments and their lines of the history in one transaction: that is how they are known by. */
const endMoments = async (
  transaction: LedgerTransaction,
  { desk, at }: Writing,
  { pass, tickets }: { readonly pass: string; readonly tickets: readonly Ticket[] },
): Promise<void> =>
  inBatches(tickets, async (batch) => {
    const ended = await transaction
      .selectFrom('moment')
      .select(['revision', 'position'])
      .where('desk', '=', desk)
      .where('ticket', 'in', batch)
      .where('revision', 'in', (select) =>
        select
          .selectFrom('history')
          .select('revision')
          .where('desk', '=', desk)
          .where('pass', '=', storedText(pass))
          .where('kind', '=', 'moment'),
      )
      .execute();
    await inBatches(ended, (rows) =>
      transaction
        .insertInto('moment_undone')
        .values(rows.map((row) => ({ desk, ...row, at: storedInstant(at) })))
        .onConflict((conflict) => conflict.columns(['desk', 'revision', 'position']).doNothing())
        .execute(),
    );
  });

const noteUndone = async (
  transaction: LedgerTransaction,
  { desk, at }: Writing,
  { revision }: KeptPass,
): Promise<void> => {
  await transaction
    .updateTable('pass_record')
    .set({ undone_at: storedInstant(at) })
    .where('desk', '=', desk)
    .where('revision', '=', revision)
    .execute();
};
