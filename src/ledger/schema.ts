/**
 * The ledger's layout, and the steps that led to it.
 *
 * A step that has been released is never changed; a new layout is a new step at the end.
 */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Guard, LayoutDialect } from './layout-dialect.ts';
import { noteFilesOfAll } from './pass-files.ts';
import type { LedgerTables } from './tables.ts';

type SchemaStep = (db: Kysely<LedgerTables>, dialect: LayoutDialect) => Promise<void>;

/** What a database turned out to be when it was opened. */
export type SchemaFit =
  | { readonly kind: 'current' | 'older' | 'foreign' }
  | { readonly kind: 'newer'; readonly found: number };

/** Compares the database with the layout we know. An empty database is `older`. */
export const schemaFit = async (
  db: Kysely<LedgerTables>,
  dialect: LayoutDialect,
): Promise<SchemaFit> => {
  const found = await schemaVersion(db, dialect);
  if (found === 'foreign') return { kind: 'foreign' };
  if (found > newestVersion) return { kind: 'newer', found };
  return { kind: found < newestVersion ? 'older' : 'current' };
};

/** Takes the steps that are missing, all in one transaction. */
export const bringUpToDate = (db: Kysely<LedgerTables>, dialect: LayoutDialect): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await dialect.begin(transaction);
    await transaction.schema
      .createTable('schema_step')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .execute();
    const found = await schemaVersion(transaction, dialect);
    for (const [index, step] of schemaSteps.entries()) {
      const version = index + 1;
      if (typeof found === 'number' && version <= found) continue;
      await step(transaction, dialect);
      await transaction.insertInto('schema_step').values({ version }).execute();
    }
    await dialect.finish(transaction);
  });

const schemaVersion = async (
  db: Kysely<LedgerTables>,
  { tableNames }: LayoutDialect,
): Promise<number | 'foreign'> => {
  const tables = await tableNames(db);
  if (tables.length === 0) return 0;
  if (!tables.includes('schema_step')) return 'foreign';
  const row = await db
    .selectFrom('schema_step')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
};

const firstLayout: SchemaStep = async (db, dialect) => {
  const { desk, text, large } = dialect.types;
  await db.schema
    .createTable('desk')
    .addColumn('desk', desk, (column) => column.primaryKey())
    .addColumn('revision', large, (column) => column.notNull())
    .execute();
  await deskTable(db, 'ticket', dialect)
    .addColumn('ticket', text, (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('number', large, (column) => column.notNull())
    .addColumn('row_key', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_key', ['desk', 'ticket'])
    .addUniqueConstraint('ticket_number_once', ['desk', 'year', 'number'])
    .$call(dialect.oneTicketARow.within)
    .execute();
  for (const statement of dialect.oneTicketARow.after) await statement.execute(db);
  await deskTable(db, 'last_number', dialect)
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('number', large, (column) => column.notNull())
    .addPrimaryKeyConstraint('last_number_key', ['desk', 'year'])
    .execute();
  await deskTable(db, 'cell', dialect)
    .addColumn('ticket', text, (column) => column.notNull())
    .addColumn('field', text, (column) => column.notNull())
    .addColumn('written', text)
    .addColumn('intended', text)
    .addPrimaryKeyConstraint('cell_key', ['desk', 'ticket', 'field'])
    .addForeignKeyConstraint('cell_ticket', ['desk', 'ticket'], 'ticket', ['desk', 'ticket'])
    .execute();
  await deskTable(db, 'moment', dialect)
    .addColumn('revision', large, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('ticket', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('detail', text)
    .addPrimaryKeyConstraint('moment_key', ['desk', 'revision', 'position'])
    .addForeignKeyConstraint('moment_ticket', ['desk', 'ticket'], 'ticket', ['desk', 'ticket'])
    .execute();
  await deskTable(db, 'document', dialect)
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('id', text)
    .addColumn('url', text)
    .addColumn('fingerprint', text, (column) => column.notNull())
    .addColumn('content_hash', text, (column) => column.notNull())
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_key', ['desk', 'key'])
    .execute();
  await deskTable(db, 'history', dialect)
    .addColumn('revision', large, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('pass', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('ticket', text)
    .addColumn('subject', text)
    .addColumn('was', text)
    .addColumn('becomes', text)
    .addColumn('because', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('history_key', ['desk', 'revision', 'position'])
    .execute();
  await db.schema
    .createIndex('history_of_ticket')
    .on('history')
    .columns(['desk', 'ticket', 'revision', 'position'])
    .execute();
  await deskTable(db, 'memory', dialect)
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('memory_key', ['desk', 'name'])
    .execute();
  await guardAll(db, dialect, firstGuards);
};

const deskTable = <T extends string>(
  db: Kysely<LedgerTables>,
  name: T,
  { types }: LayoutDialect,
): CreateTableBuilder<T, 'desk'> =>
  db.schema
    .createTable(name)
    .addColumn('desk', types.desk, (column) => column.notNull().references('desk.desk'));

const guardAll = async (
  db: Kysely<LedgerTables>,
  dialect: LayoutDialect,
  guards: readonly Guard[],
): Promise<void> => {
  for (const statement of guards.flatMap(dialect.guarding)) await statement.execute(db);
};

const firstGuards: readonly Guard[] = [
  { kind: 'append-only', table: 'history', event: 'update' },
  { kind: 'append-only', table: 'history', event: 'delete' },
  { kind: 'append-only', table: 'moment', event: 'update' },
  { kind: 'append-only', table: 'moment', event: 'delete' },
  { kind: 'append-only', table: 'ticket', event: 'delete' },
  {
    kind: 'append-only',
    table: 'ticket',
    event: 'update',
    columns: ['desk', 'ticket', 'year', 'number'],
  },
  { kind: 'append-only', table: 'last_number', event: 'delete' },
  { kind: 'only-grows', table: 'last_number' },
];

/** What a link to a document says, where the store's id is no name that people know. */
const documentTitles: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('document').addColumn('title', text).execute();
};

/** Who edited the edition before this one, so that it was left to them. */
const documentEditors: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('document').addColumn('edited_by', text).execute();
};

/** What a link leads to: it reads the same when the document behind it was made anew. */
const cellLinks: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('cell').addColumn('link', text).execute();
};

/** Why a cell is about to be written, as JSON: what a kill before its confirmation would otherwise lose. */
const cellReasons: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('cell').addColumn('reason', text).execute();
};

/**
 * What a document was made from, each by itself, and whether it had been approved. An earlier version put a word before
 * the fingerprint of those.
 */
const documentOrigins: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('document').addColumn('view_fingerprint', text).execute();
  await db.schema.alterTable('document').addColumn('template_fingerprint', text).execute();
  await db.schema
    .alterTable('document')
    .addColumn('signed_off', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db
    .updateTable('document')
    .set({
      signed_off: 1,
      fingerprint: sql<string>`substr(fingerprint, length('signed-off:') + 1)`,
    })
    .where('fingerprint', 'like', 'signed-off:%')
    .execute();
};

/** What was signed, and which edition it was given for. */
const signatures: SchemaStep = async (db, dialect) => {
  const { text } = dialect.types;
  await deskTable(db, 'signature', dialect)
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('step', text, (column) => column.notNull())
    .addColumn('mark', text, (column) => column.notNull())
    .addColumn('given', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('signature_key', ['desk', 'key', 'step'])
    .execute();
};

/** What a letter told, as JSON: when it stops being true, it is marked as it was, and a new one names what changed. */
const documentLetters: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('document').addColumn('letter', text).execute();
};

/** What is said to people: promised once, and known to be said or not. */
const messages: SchemaStep = async (db, dialect) => {
  const { text } = dialect.types;
  await deskTable(db, 'message', dialect)
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('thread', text, (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('ticket', text)
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('facts', text, (column) => column.notNull())
    .addColumn('view', text, (column) => column.notNull())
    .addColumn('invitation', text)
    .addColumn('not_before', text, (column) => column.notNull())
    .addColumn('not_after', text)
    .addColumn('because', text, (column) => column.notNull())
    .addColumn('promised_at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('state_at', text)
    .addColumn('state_detail', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('message_key', ['desk', 'key'])
    .addUniqueConstraint('message_number_once', ['desk', 'thread', 'number'])
    .execute();
};

/** The numbers of complaints. */
const complaintNumbers: SchemaStep = async (db, dialect) => {
  const { text } = dialect.types;
  await deskTable(db, 'complaint', dialect)
    .addColumn('number', text, (column) => column.notNull())
    .addColumn('row_key', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('complaint_key', ['desk', 'number'])
    .execute();
  await guardAll(db, dialect, [
    { kind: 'append-only', table: 'complaint', event: 'delete' },
    { kind: 'append-only', table: 'complaint', event: 'update', columns: ['desk', 'number', 'at'] },
  ]);
};

/** Mails that carry messages, frozen before they are handed over, so that whoever sends one again sends the same. */
const dispatches: SchemaStep = async (db, dialect) => {
  const { text } = dialect.types;
  for (const count of ['mails', 'tries'])
    await db.schema
      .alterTable('message')
      .addColumn(count, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  await deskTable(db, 'dispatch', dialect)
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('address', text, (column) => column.notNull())
    .addColumn('sender', text, (column) => column.notNull())
    .addColumn('raw', text)
    .addColumn('messages', text, (column) => column.notNull())
    .addColumn('frozen_at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('state_at', text, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('asked_again', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dispatch_key', ['desk', 'id'])
    .execute();
  await db.schema
    .createIndex('dispatch_by_time')
    .on('dispatch')
    .columns(['desk', 'frozen_at'])
    .execute();
};

/** Which messages have had a row in Pesan, and which ticks there were served. */
const messageListings: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('message').addColumn('listing', text).execute();
};

/** Where a desk's ledger lives since it was moved: what stays behind is for reading by hand, and nobody goes on with it. */
const movedDesks: SchemaStep = async (db, { types: { text } }) => {
  await db.schema.alterTable('desk').addColumn('moved_to', text).execute();
};

/** What the law says is to be taken out can be. */
const forgettableHistory: SchemaStep = async (db, dialect) =>
  guardAll(db, dialect, [{ kind: 'forgettable', table: 'history' }]);

/** What the latest passes wrote, and which moments hold no longer because theirs was taken back. */
const undoing: SchemaStep = async (db, dialect) => {
  const { text, large } = dialect.types;
  await deskTable(db, 'moment_undone', dialect)
    .addColumn('revision', large, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('moment_undone_key', ['desk', 'revision', 'position'])
    .execute();
  await guardAll(db, dialect, [
    { kind: 'append-only', table: 'moment_undone', event: 'update' },
    { kind: 'append-only', table: 'moment_undone', event: 'delete' },
  ]);
  await deskTable(db, 'pass_record', dialect)
    .addColumn('revision', large, (column) => column.notNull())
    .addColumn('pass', text, (column) => column.notNull())
    .addColumn('record', text, (column) => column.notNull())
    .addColumn('undone_at', text)
    .addPrimaryKeyConstraint('pass_record_key', ['desk', 'revision'])
    .execute();
};

/** What a copy brings back takes the place of what stands there. */
const replaceableDesks: SchemaStep = (db, dialect) =>
  guardAll(db, dialect, [{ kind: 'replaceable' }]);

/** How far a pass came that is kept, and what it was about to do: one that was killed can be taken back, too. */
const openPasses: SchemaStep = async (db, dialect) => {
  const { text, large } = dialect.types;
  await db.schema
    .alterTable('pass_record')
    .addColumn('stage', text, (column) => column.notNull().defaultTo('ended'))
    .execute();
  await deskTable(db, 'pass_step', dialect)
    .addColumn('revision', large, (column) => column.notNull())
    .addColumn('position', large, (column) => column.notNull())
    .addColumn('step', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('pass_step_key', ['desk', 'revision', 'position'])
    .execute();
};

/**
 * Which files the latest passes need kept, and which passes are open: asked after every pass, and the record of one may be
 * twenty megabytes.
 */
const keptFiles: SchemaStep = async (db, dialect) => {
  const { text, large } = dialect.types;
  await deskTable(db, 'pass_file', dialect)
    .addColumn('revision', large, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('pass_file_key', ['desk', 'revision', 'name'])
    .execute();
  await db.schema
    .createIndex('pass_by_stage')
    .on('pass_record')
    .columns(['desk', 'stage', 'revision'])
    .execute();
  await noteFilesOfAll(db);
};

const schemaSteps: readonly SchemaStep[] = [
  firstLayout,
  documentTitles,
  documentEditors,
  cellLinks,
  cellReasons,
  documentOrigins,
  signatures,
  documentLetters,
  messages,
  complaintNumbers,
  dispatches,
  messageListings,
  movedDesks,
  forgettableHistory,
  undoing,
  replaceableDesks,
  openPasses,
  keptFiles,
];

export const newestVersion: number = schemaSteps.length;
