/**
 * The fleet's own tables, beside the ledger's. What is due and in which order stands here and nowhere else: the queue may
 * lose everything. No name of a person, no answer, no secret: desks by number and short name, accounts by a digest.
 */
import { type Generated, type Kysely, sql } from 'kysely';

export interface FleetTables {
  readonly fleet_step: { readonly version: number };
  readonly fleet_desk: {
    /** The same as in its ledger. */
    readonly desk: number;
    readonly name: string;
    readonly settings_hash: string;
    /** Counts the passes; whoever holds an earlier one writes nothing more. */
    readonly epoch: Generated<number>;
    /** The worker that holds it now. */
    readonly holder: string | null;
    readonly last_look: Date | null;
    readonly last_change: Date | null;
    readonly hinted_at: Date | null;
    readonly sent_at: Date | null;
    readonly not_before: Date | null;
    readonly fails: Generated<number>;
    /** Of what it failed over last, or why it waits. */
    readonly code: string | null;
    /** What the last whole pass left, where nothing was to be done: see `Quiet`. */
    readonly answer_hash: string | null;
    readonly answer_revision: number | null;
    readonly answer_since: Date | null;
    readonly next_instant: Date | null;
    /** When everything was last gone through, whatever the cells said. */
    readonly last_whole: Date | null;
    /** Which night's check of what passes remember was begun last, on whichever worker. */
    readonly check_night: string | null;
    /** When such a check came to an end, and when one found that something was decided otherwise. */
    readonly checked_at: Date | null;
    readonly differed_at: Date | null;
    readonly gap_day: string | null;
    /** Between two looks, on that day. */
    readonly longest_gap_ms: Generated<number>;
    readonly looks: Generated<number>;
    readonly changes: Generated<number>;
  };
  readonly fleet_quota: {
    readonly name: string;
    readonly kind: CallKind;
    readonly level: number;
    readonly at: Date;
    /** Refusals of Google: none was planned for. */
    readonly refused: Generated<number>;
  };
  readonly fleet_worker: {
    readonly worker: string;
    readonly host: string;
    readonly pid: number;
    readonly slots: number;
    /** The session of PostgreSQL that holds its locks. */
    readonly lock_session: number;
    readonly started_at: Date;
    readonly beat_at: Date;
  };
  /** How far the list of changes of one account on Google was read. */
  readonly fleet_feed: {
    readonly account: string;
    readonly page: string;
    readonly read_at: Date;
  };
}

export type CallKind = 'read' | 'write';

export type FleetDatabase = Kysely<FleetTables>;

/** Shared with the ledger. */
export const fleetSchema = 'layanan';

/** The second number of locks of the whole fleet; those of desks are of another class. */
export const fleetLocks = { class: 0x4c_56_46, layout: 1, dispatcher: 2 } as const;

/** A step that has been released is never changed. */
const steps: readonly ((db: FleetDatabase) => Promise<void>)[] = [
  async (db) => {
    await db.schema
      .createTable('fleet_desk')
      .addColumn('desk', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('settings_hash', 'text', (column) => column.notNull())
      .addColumn('epoch', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('holder', 'text')
      .addColumn('last_look', 'timestamptz')
      .addColumn('last_change', 'timestamptz')
      .addColumn('hinted_at', 'timestamptz')
      .addColumn('sent_at', 'timestamptz')
      .addColumn('not_before', 'timestamptz')
      .addColumn('fails', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('code', 'text')
      .addColumn('answer_hash', 'text')
      .addColumn('answer_revision', 'bigint')
      .addColumn('answer_since', 'timestamptz')
      .addColumn('next_instant', 'timestamptz')
      .addColumn('last_whole', 'timestamptz')
      .addColumn('gap_day', 'text')
      .addColumn('longest_gap_ms', 'float8', (column) => column.notNull().defaultTo(0))
      .addColumn('looks', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('changes', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('fleet_quota')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('level', 'float8', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addColumn('refused', 'bigint', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('fleet_quota_key', ['name', 'kind'])
      .execute();
    await db.schema
      .createTable('fleet_worker')
      .addColumn('worker', 'text', (column) => column.primaryKey())
      .addColumn('host', 'text', (column) => column.notNull())
      .addColumn('pid', 'integer', (column) => column.notNull())
      .addColumn('slots', 'integer', (column) => column.notNull())
      .addColumn('lock_session', 'integer', (column) => column.notNull())
      .addColumn('started_at', 'timestamptz', (column) => column.notNull())
      .addColumn('beat_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('fleet_feed')
      .addColumn('account', 'text', (column) => column.primaryKey())
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('read_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },
  async (db) => {
    await db.schema
      .alterTable('fleet_desk')
      .addColumn('check_night', 'text')
      .addColumn('checked_at', 'timestamptz')
      .addColumn('differed_at', 'timestamptz')
      .execute();
  },
];

/** Makes what is missing; several workers may start at once. */
export const bringFleetTables = (db: FleetDatabase): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${fleetLocks.class}, ${fleetLocks.layout})`.execute(
      transaction,
    );
    await transaction.schema.createSchema(fleetSchema).ifNotExists().execute();
    await transaction.schema
      .createTable('fleet_step')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .execute();
    const { found } = await transaction
      .selectFrom('fleet_step')
      .select(({ fn }) => fn.coalesce(fn.max('version'), sql<number>`0`).as('found'))
      .executeTakeFirstOrThrow();
    for (const [index, step] of steps.entries()) {
      if (index < found) continue;
      await step(transaction);
      await transaction
        .insertInto('fleet_step')
        .values({ version: index + 1 })
        .execute();
    }
  });
