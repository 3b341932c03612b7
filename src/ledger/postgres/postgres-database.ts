/** One desk of a ledger in PostgreSQL. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Fence, LedgerDatabase } from '../database.ts';
import {
  DatabaseUnfitError,
  LedgerTooNewError,
  LedgerTooOldError,
  NotALedgerError,
} from '../errors.ts';
import { bringUpToDate, newestVersion, schemaFit } from '../schema.ts';
import type { LedgerTables, LedgerTransaction } from '../tables.ts';
import { clearDesk } from './clear-desk.ts';
import { inWords, isCollision } from './in-words.ts';
import { postgresLayout } from './postgres-layout.ts';

export interface PostgresDesk {
  /** From `openPool`. */
  readonly pool: Pool;
  readonly place: string;
  readonly schema: string;
  readonly desk: number;
  readonly readOnly: boolean;
  readonly fence?: Fence | undefined;
  readonly close: () => Promise<void>;
}

export const postgresDatabase = ({
  pool,
  place,
  schema,
  desk,
  readOnly,
  fence,
  close,
}: PostgresDesk): LedgerDatabase => {
  const db = kyselyOver(pool, schema);
  const inTurn = queue();
  const writeOnce: LedgerDatabase['writing'] = (work) =>
    db
      .transaction()
      .setAccessMode(readOnly ? 'read only' : 'read write')
      .execute(async (transaction) => {
        await enter(transaction, desk);
        await fence?.(transaction);
        return work(transaction);
      });
  return {
    place,
    desk,
    // As json and not as jsonb, which takes neither U+0000 nor half surrogates; as text, which the driver leaves alone.
    foldedCells: sql`json_object_agg(field, json_build_array(written::json, intended::json, link) order by field)::text`,
    // Under the usual isolation each statement sees its own moment: beside a busy writer 50 of 60 such reads were torn.
    reading: (work) =>
      inTurn(() =>
        inWords(place, () =>
          db
            .transaction()
            .setIsolationLevel('repeatable read')
            .setAccessMode('read only')
            .execute(async (transaction) => {
              await enter(transaction, desk);
              return work(transaction);
            }),
        ),
      ),
    // Writers follow one another at the desk's row, which each changes first; under "repeatable read" the second would fail.
    writing: (work) => inTurn(() => inWords(place, () => withPatience(() => writeOnce(work)))),
    clear: (transaction) => clearDesk(transaction, desk),
    close: () => inWords(place, close),
  };
};

/**
 * Makes the layout, or brings it up to date.
 * @throws NotALedgerError, LedgerTooNewError, DatabaseUnfitError or, to a reader, LedgerTooOldError
 */
export const settleLayout = async ({
  pool,
  place,
  schema,
  readOnly,
}: {
  readonly pool: Pool;
  readonly place: string;
  readonly schema: string;
  readonly readOnly: boolean;
}): Promise<'current' | 'nothing there'> => {
  const db = kyselyOver(pool, schema);
  const layout = postgresLayout(schema);
  await refuseUnfit(db, place);
  const fit = await schemaFit(db, layout);
  if (fit.kind === 'foreign') throw new NotALedgerError(place);
  if (fit.kind === 'newer')
    throw new LedgerTooNewError({ path: place, found: fit.found, known: newestVersion });
  if (fit.kind === 'current') return 'current';
  if (readOnly) {
    if ((await layout.tableNames(db)).length === 0) return 'nothing there';
    throw new LedgerTooOldError(place);
  }
  await bringUpToDate(db, layout);
  return 'current';
};

const kyselyOver = (pool: Pool, schema: string): Kysely<LedgerTables> =>
  new Kysely<LedgerTables>({ dialect: new PostgresDialect({ pool }) }).withSchema(schema);

/** Opens the second wall for this desk alone, and says how long to wait for whom. */
const enter = (transaction: LedgerTransaction, desk: number): Promise<unknown> =>
  sql`select set_config('app.desk', ${String(desk)}, true), set_config('lock_timeout', '5s', true),
    set_config('idle_in_transaction_session_timeout', '30s', true)`.execute(transaction);

/** What was asked first is done first, as on the one connection to a file; and no desk takes all connections of a pool. */
const queue = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work);
    before = mine.catch(() => undefined);
    return mine;
  };
};

const withPatience = async <T>(work: () => Promise<T>, tries = 3): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1 || !isCollision(error)) throw error;
    return withPatience(work, tries - 1);
  }
};

/** What requesters write does not fit into every encoding; a pool of another make would hand numbers over as text. */
const refuseUnfit = async (db: Kysely<LedgerTables>, place: string): Promise<void> => {
  const { rows } = await sql<{ one: unknown; encoding: string }>`
    select 1::bigint as one, current_setting('server_encoding') as encoding`.execute(db);
  const { one, encoding } = rows[0] ?? {};
  if (encoding !== 'UTF8') throw new DatabaseUnfitError(place, String(encoding));
  if (one !== 1) throw new Error('This pool was not made by openPool.');
};
