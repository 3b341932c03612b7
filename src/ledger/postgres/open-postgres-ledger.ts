import type { Pool } from 'pg';
import type { Fence, LedgerDatabase } from '../database.ts';
import { kyselyLedger } from '../kysely-ledger.ts';
import type { Ledger } from '../ledger.ts';
import { refuseMoved } from '../moved-desk.ts';
import { emptyDatabase } from '../open-ledger.ts';
import { inWords } from './in-words.ts';
import { openPool } from './pool.ts';
import { postgresDatabase, settleLayout } from './postgres-database.ts';
import { ownSchema, placeText } from './postgres-place.ts';

export interface PostgresLedgerOptions {
  /** `postgres://user@host/database`, or a pool from `openPool`, which several ledgers may share and which stays open. */
  readonly database: string | Pool;
  /** From 1; what tells the desks of a database apart. */
  readonly desk: number;
  readonly schema?: string;
  readonly readOnly?: boolean;
  readonly fence?: Fence | undefined;
}

/**
 * Opens a desk's ledger in PostgreSQL, makes what is not there, and brings its layout up to date.
 *
 * @param readOnly Changes nothing, not even where there are no tables yet: the ledger then reads as empty.
 * @throws NotALedgerError, LedgerUnreachableError, LedgerNotAllowedError, LedgerNotWritableError, LedgerDiskError,
 *   DatabaseUnfitError, LedgerTooNewError, LedgerMovedError or, to a reader, LedgerTooOldError. The ledger's methods throw
 *   the same, LedgerLockedError, and what `fence` throws.
 */
export const openPostgresLedger = async (options: PostgresLedgerOptions): Promise<Ledger> => {
  const database = await openPostgresDatabase(options);
  await refuseMoved(database);
  return kyselyLedger(database);
};

/** The same, beneath the ledger. */
export const openPostgresDatabase = async ({
  database,
  desk,
  schema = ownSchema,
  readOnly = false,
  fence,
}: PostgresLedgerOptions): Promise<LedgerDatabase> => {
  const own = typeof database === 'string';
  const address = own ? database : database.options.connectionString;
  const place = placeText({ address: address ?? 'postgres:', desk, schema });
  return inWords(place, async () => {
    const pool = own ? await openPool({ address: database, name: 'layanan-vicon' }) : database;
    const close = async (): Promise<void> => {
      if (own) await pool.end();
    };
    try {
      const found = await settledOnce({ pool, place, schema, readOnly });
      if (found === 'current') {
        return postgresDatabase({ pool, place, schema, desk, readOnly, fence, close });
      }
    } catch (error) {
      await close();
      throw error;
    }
    await close();
    return emptyDatabase({ place, desk: String(desk) });
  });
};

/** A worker opens hundreds of desks, again and again, over one pool. */
const settledOnce = async (
  where: Parameters<typeof settleLayout>[0],
): ReturnType<typeof settleLayout> => {
  const schemas = settled.get(where.pool) ?? new Set();
  settled.set(where.pool, schemas);
  if (schemas.has(where.schema)) return 'current';
  const found = await settleLayout(where);
  if (found === 'current') schemas.add(where.schema);
  return found;
};

const settled = new WeakMap<Pool, Set<string>>();
