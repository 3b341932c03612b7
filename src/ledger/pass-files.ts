/** Under which names the bytes of files are kept that the latest passes saved anew: told beside their records, which are large. */
import type { Kysely } from 'kysely';
import type { DocumentStep, PassRecord } from '../core/cases/pass-record.ts';
import { inBatches } from './in-batches.ts';
import { storedText, textFrom } from './stored-values.ts';
import type { DeskKey, LedgerTables } from './tables.ts';
import type { BegunStep } from './undo-ledger.ts';

interface PassKept {
  readonly desk: DeskKey;
  readonly revision: number;
}

export const namesOfFiles = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('pass_file')
    .select('name')
    .distinct()
    .where('desk', '=', desk)
    .execute();
  return new Set(rows.map(({ name }) => textFrom(name)));
};

/** Besides those that are noted of the pass already. */
export const noteFiles = async (
  db: Kysely<LedgerTables>,
  steps: readonly Pick<DocumentStep, 'file'>[],
  { desk, revision }: PassKept,
): Promise<void> => {
  const names = [...new Set(steps.flatMap(namesIn))];
  await inBatches(names, (batch) =>
    db
      .insertInto('pass_file')
      .values(batch.map((name) => ({ desk, revision, name: storedText(name) })))
      .onConflict((conflict) => conflict.columns(['desk', 'revision', 'name']).doNothing())
      .execute(),
  );
};

/** Instead of those that are noted of the pass: those of its record, and of the steps that stand beside it. */
export const noteFilesAnew = async (
  db: Kysely<LedgerTables>,
  { documents }: Pick<PassRecord, 'documents'>,
  pass: PassKept,
): Promise<void> => {
  await dropFiles(db, pass);
  const begun = await db
    .selectFrom('pass_step')
    .select('step')
    .where('desk', '=', pass.desk)
    .where('revision', '=', pass.revision)
    .execute();
  // Only ever what a ledger put there.
  const beside = begun.map(({ step }) => (JSON.parse(step) as Pick<BegunStep, 'step'>).step);
  await noteFiles(db, [...documents, ...beside], pass);
};

export const dropFiles = async (
  db: Kysely<LedgerTables>,
  { desk, revision }: PassKept,
): Promise<void> => {
  await db
    .deleteFrom('pass_file')
    .where('desk', '=', desk)
    .where('revision', '=', revision)
    .execute();
};

/** Those of all passes that an earlier version of this program kept, one after the other: a record may be large. */
export const noteFilesOfAll = async (db: Kysely<LedgerTables>): Promise<void> => {
  const passes = await db.selectFrom('pass_record').select(['desk', 'revision']).execute();
  for (const { desk, revision } of passes) {
    const { record } = await db
      .selectFrom('pass_record')
      .select('record')
      .where('desk', '=', desk)
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow();
    // Only ever what a ledger put there.
    const kept = JSON.parse(record) as Pick<PassRecord, 'documents'>;
    await noteFilesAnew(db, kept, { desk, revision });
  }
};

const namesIn = ({ file }: Pick<DocumentStep, 'file'>): readonly string[] =>
  'kept' in file && file.kept?.bytes !== undefined ? [file.kept.bytes] : [];
