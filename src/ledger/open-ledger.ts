import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { clearFile } from './clear-file.ts';
import type { LedgerDatabase } from './database.ts';
import { LedgerTooNewError, LedgerTooOldError, NotALedgerError } from './errors.ts';
import { kyselyLedger } from './kysely-ledger.ts';
import type { Ledger } from './ledger.ts';
import { LibsqlDialect } from './libsql-dialect.ts';
import { refuseMoved } from './moved-desk.ts';
import { bringUpToDate, newestVersion, schemaFit } from './schema.ts';
import { inWords, isTroubleOfDisk, openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { sqliteLayout } from './sqlite-layout.ts';
import { storedText } from './stored-values.ts';
import type { LedgerTables } from './tables.ts';

/**
 * Opens a desk's ledger in an SQLite file, makes it if it is not there, and brings its layout up to date.
 *
 * A commit is on disk when it returns (`synchronous=FULL`), and readers are never kept waiting by a writer (WAL).
 *
 * @param readOnly Changes nothing, not even where there is no file yet: the ledger then reads as empty. Works while
 *   another process has claimed the desk.
 * @throws NotALedgerError, LedgerCorruptError, LedgerNotWritableError, LedgerDiskError, LedgerTooNewError,
 *   LedgerMovedError or, to a reader, LedgerTooOldError. The ledger's methods throw the same, and LedgerLockedError.
 */
export const openLedger = async (where: SqlitePlace): Promise<Ledger> => {
  const database = await openSqliteDatabase(where);
  await refuseMoved(database);
  return kyselyLedger(database);
};

interface SqlitePlace {
  readonly path: string;
  readonly desk: string;
  readonly readOnly?: boolean;
}

/** The same, beneath the ledger. */
export const openSqliteDatabase = ({
  path,
  desk,
  readOnly = false,
}: SqlitePlace): Promise<LedgerDatabase> => {
  const place = resolve(path);
  if (readOnly && !existsSync(place)) return emptyDatabase({ place, desk });
  return inWords(place, () =>
    databaseIn(openSqliteFile(place, { mode: readOnly ? 'ro' : 'rwc', patienceMs: 5000 }), {
      place,
      desk,
      mayChange: !readOnly,
    }),
  );
};

/** What a reader sees where there is no ledger yet; nothing is made. */
export const emptyDatabase = ({
  place,
  desk,
}: {
  readonly place: string;
  readonly desk: string;
}): Promise<LedgerDatabase> =>
  databaseIn(new Database(':memory:'), { place, desk, mayChange: true });

const databaseIn = async (
  file: SqliteFile,
  {
    place,
    desk,
    mayChange,
  }: { readonly place: string; readonly desk: string; readonly mayChange: boolean },
): Promise<LedgerDatabase> => {
  const db = new Kysely<LedgerTables>({ dialect: new LibsqlDialect(file) });
  try {
    file.exec('pragma foreign_keys = on; pragma recursive_triggers = on');
    await settleLayout(db, file, { place, mayChange });
  } catch (error) {
    file.close();
    throw error;
  }
  const transaction: LedgerDatabase['reading'] = (work) =>
    inWords(place, () => db.transaction().execute(work));
  return {
    place,
    desk: storedText(desk),
    foldedCells: sql`json_group_object(field, json_array(json(written), json(intended), link))`,
    reading: transaction,
    writing: transaction,
    clear: (within) => clearFile(within, storedText(desk)),
    close: () =>
      inWords(place, async () => {
        try {
          if (mayChange) emptyLog(file);
        } finally {
          await db.destroy();
        }
      }),
  };
};

/** Looks before it changes anything, so that a file that is not ours stays as it is, to the byte. */
const settleLayout = async (
  db: Kysely<LedgerTables>,
  file: SqliteFile,
  { place, mayChange }: { readonly place: string; readonly mayChange: boolean },
): Promise<void> => {
  const fit = await schemaFit(db, sqliteLayout);
  if (fit.kind === 'foreign') throw new NotALedgerError(place);
  if (fit.kind === 'newer') {
    throw new LedgerTooNewError({ path: place, found: fit.found, known: newestVersion });
  }
  if (fit.kind === 'older' && !mayChange) throw new LedgerTooOldError(place);
  if (!mayChange) return;
  file.pragma('journal_mode = wal');
  file.exec('pragma synchronous = full');
  // What is remembered for a moment, such as rows that are being written, must not stay readable in freed pages.
  file.pragma('secure_delete = on');
  if (fit.kind === 'older') await bringUpToDate(db, sqliteLayout);
  // SQLite opens a write-protected file without a word; a statement that could write makes it say so.
  else file.exec('update schema_step set version = version where version < 0');
};

/**
 * Moves everything from the write-ahead log into the file itself, so that a copy of that one file is a whole backup.
 * SQLite would do so at the last close, but the driver keeps statements, and with them the file, open for longer.
 * A courtesy only: what cannot be moved now stays safe in the log, and the next opening reads it there.
 */
const emptyLog = (file: SqliteFile): void => {
  try {
    file.pragma('wal_checkpoint(truncate)');
  } catch (error) {
    if (!isTroubleOfDisk(error)) throw error;
  }
};
