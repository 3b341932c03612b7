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
import { nothingTouched, type Touched } from './own-writes.ts';
import { dropFiles, namesOfFiles, noteFiles, noteFilesAnew } from './pass-files.ts';
import { instantFrom, storedInstant, storedText, textFrom } from './stored-values.ts';
import type { DeskKey, LedgerTables, LedgerTransaction } from './tables.ts';
import type { BegunStep, KeptPass, UndoLedger } from './undo-ledger.ts';

/** So many of the latest passes can be taken back. */
const keptPasses = 10;

export const undoLedger = ({
  desk,
  reading,
  writing,
}: Pick<LedgerDatabase, 'desk' | 'reading'> & {
  readonly writing: <T>(
    work: (transaction: LedgerTransaction, revision: number) => Promise<T>,
    touched?: Touched,
  ) => Promise<T>;
}): UndoLedger => ({
  begin: (record) =>
    writing(async (transaction, revision) => {
      await keepPass(transaction, record, { desk, revision });
      return revision;
    }, nothingTouched),

  renew: (revision, record) =>
    writing((transaction) => changeRecord(transaction, record, { desk, revision }), nothingTouched),

  step: (revision, step) =>
    writing(
      (transaction, position) => keepStep(transaction, step, { desk, revision, position }),
      nothingTouched,
    ),

  end: (revision, record, stage) =>
    writing(async (transaction) => {
      const pass = { desk, revision };
      await dropSteps(transaction, pass);
      if (record === undefined) await dropPass(transaction, pass);
      else {
        await changeRecord(transaction, record, pass);
        await changePass(transaction, pass, { stage });
      }
    }, nothingTouched),

  passes: () => reading((transaction) => readPasses(transaction, desk)),

  keptFiles: () => reading((transaction) => namesOfFiles(transaction, desk)),

  open: () => reading((transaction) => readPasses(transaction, desk, 'open')),

  cutOff: ({ pass, revision }, line, at) =>
    writing(async (transaction, now) => {
      await appendHistory(transaction, [line], { desk, revision: now, at, pass });
      await changePass(transaction, { desk, revision }, { stage: 'cut off' });
    }),

  since: ({ revision }) => reading((transaction) => entriesSince(transaction, desk, revision)),

  takeBack: (back, { of, isWhole, history, now }) =>
    writing(async (transaction, revision) => {
      const at: Writing = { desk, revision, at: now, pass: now.toString() };
      await restoreCells(transaction, desk, back.memory);
      for (const document of back.documents) await restoreDocument(transaction, desk, document);
      await endMoments(transaction, at, { pass: of.pass, tickets: back.tickets });
      await withdrawMessages(transaction, back.messages, at);
      await appendHistory(transaction, history, at);
      if (isWhole)
        await changePass(
          transaction,
          { desk, revision: of.revision },
          { undone_at: storedInstant(now) },
        );
    }),
});

type KeptAs = Pick<Writing, 'desk' | 'revision'>;

const keepPass = async (
  transaction: LedgerTransaction,
  record: PassRecord,
  { desk, revision }: KeptAs,
): Promise<void> => {
  const pass = storedText(record.pass);
  await transaction
    .insertInto('pass_record')
    .values({
      desk,
      revision,
      pass,
      record: JSON.stringify(record),
      undone_at: null,
      stage: 'open',
    })
    .execute();
  await noteFiles(transaction, record.documents, { desk, revision });
  const older = await transaction
    .selectFrom('pass_record')
    .select('revision')
    .where('desk', '=', desk)
    .orderBy('revision', 'desc')
    .offset(keptPasses)
    .limit(keptPasses)
    .execute();
  for (const each of older) {
    await dropSteps(transaction, { desk, ...each });
    await dropPass(transaction, { desk, ...each });
  }
};

const changeRecord = async (
  transaction: LedgerTransaction,
  record: PassRecord,
  pass: KeptAs,
): Promise<void> => {
  await changePass(transaction, pass, { record: JSON.stringify(record) });
  await noteFilesAnew(transaction, record, pass);
};

const changePass = async (
  transaction: LedgerTransaction,
  { desk, revision }: KeptAs,
  change: Partial<Pick<LedgerTables['pass_record'], 'record' | 'stage' | 'undone_at'>>,
): Promise<void> => {
  await transaction
    .updateTable('pass_record')
    .set(change)
    .where('desk', '=', desk)
    .where('revision', '=', revision)
    .execute();
};

const dropPass = async (
  transaction: LedgerTransaction,
  { desk, revision }: KeptAs,
): Promise<void> => {
  await dropFiles(transaction, { desk, revision });
  await transaction
    .deleteFrom('pass_record')
    .where('desk', '=', desk)
    .where('revision', '=', revision)
    .execute();
};

/** A pass takes its steps one after the other, each in a transaction of its own: that is their order. */
const keepStep = async (
  transaction: LedgerTransaction,
  step: BegunStep,
  place: KeptAs & { readonly position: number },
): Promise<void> => {
  await transaction
    .insertInto('pass_step')
    .values({ ...place, step: JSON.stringify(step) })
    .execute();
  await noteFiles(transaction, [step.step], place);
};

const dropSteps = async (
  transaction: LedgerTransaction,
  { desk, revision }: KeptAs,
): Promise<void> => {
  await transaction
    .deleteFrom('pass_step')
    .where('desk', '=', desk)
    .where('revision', '=', revision)
    .execute();
};

const readPasses = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  stage?: KeptPass['stage'],
): Promise<readonly KeptPass[]> => {
  let query = db.selectFrom('pass_record').selectAll().where('desk', '=', desk);
  if (stage !== undefined) query = query.where('stage', '=', stage);
  const rows = await query.orderBy('revision').execute();
  const steps =
    rows.length === 0
      ? []
      : await db
          .selectFrom('pass_step')
          .selectAll()
          .where('desk', '=', desk)
          .orderBy('revision')
          .orderBy('position')
          .execute();
  return rows.map((row) => ({
    ...withSteps(
      recordFrom(row.record),
      steps.filter(({ revision }) => revision === row.revision).map(({ step }) => stepFrom(step)),
    ),
    pass: textFrom(row.pass),
    revision: row.revision,
    stage: row.stage,
    ...(row.undone_at !== null && { undoneAt: instantFrom(row.undone_at) }),
  }));
};

const withSteps = (record: PassRecord, begun: readonly BegunStep[]): PassRecord => {
  const known = new Set(record.signatures.map(({ key }) => key));
  const acts = new Map(begun.map(({ step: { key }, acts }) => [key, acts]));
  return {
    ...record,
    documents: [...record.documents, ...begun.map(({ step }) => step)],
    signatures: [
      ...record.signatures,
      ...[...acts].flatMap(([key, acts]) => (known.has(key) ? [] : [{ key, acts }])),
    ],
  };
};

type StoredAct = Omit<SignAct, 'at'> & { readonly at: string };

type StoredRecord = Omit<PassRecord, 'signatures'> & {
  readonly signatures: readonly { readonly key: string; readonly acts: readonly StoredAct[] }[];
};

/** Only ever given what `keepPass` made. */
const recordFrom = (stored: string): PassRecord => {
  const { signatures, ...record } = JSON.parse(stored) as StoredRecord;
  return {
    ...record,
    signatures: signatures.map(({ key, acts }) => ({ key, acts: actsIn(acts) })),
  };
};

/** Only ever given what `keepStep` made. */
const stepFrom = (stored: string): BegunStep => {
  const { step, acts } = JSON.parse(stored) as Pick<BegunStep, 'step'> & {
    readonly acts: readonly StoredAct[];
  };
  return { step, acts: actsIn(acts) };
};

const actsIn = (acts: readonly StoredAct[]): readonly SignAct[] =>
  acts.map((act) => ({ ...act, at: Temporal.Instant.from(act.at) }));

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
