import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { LedgerTooNewError, LedgerTooOldError, NotALedgerError } from './errors.ts';
import { kyselyLedger } from './kysely-ledger.ts';
import type { Ledger } from './ledger.ts';
import { LibsqlDialect } from './libsql-dialect.ts';
import { bringUpToDate, newestVersion, schemaFit } from './schema.ts';
import { inWords, isTroubleOfDisk, openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import type { LedgerTables } from './tables.ts';

/**
 * Opens a desk's ledger in an SQLite file, makes it if it is not there, and brings its layout up to date.
 *
 * A commit is on disk when it returns (`synchronous=FULL`), and readers are never kept waiting by a writer (WAL).
 *
 * @param readOnly Changes nothing, not even where there is no file yet: the ledger then reads as empty. Works while
 *   another process has claimed the desk.
 * @throws NotALedgerError, LedgerCorruptError, LedgerNotWritableError, LedgerDiskError, LedgerTooNewError or, to a
 *   reader, LedgerTooOldError. The ledger's methods throw the same, and LedgerLockedError.
 */
export const openLedger = ({
  path,
  desk,
  readOnly = false,
}: {
  readonly path: string;
  readonly desk: string;
  readonly readOnly?: boolean;
}): Promise<Ledger> => {
  const place = resolve(path);
  return inWords(place, async () => {
    const nothingThere = readOnly && !existsSync(place);
    const file = nothingThere
      ? new Database(':memory:')
      : openSqliteFile(place, { mode: readOnly ? 'ro' : 'rwc', patienceMs: 5000 });
    const db = new Kysely<LedgerTables>({ dialect: new LibsqlDialect(file) });
    try {
      file.exec('pragma foreign_keys = on; pragma recursive_triggers = on');
      await settleLayout(db, file, { place, mayChange: !readOnly || nothingThere });
    } catch (error) {
      file.close();
      throw error;
    }
    const close = async (): Promise<void> => {
      try {
        if (!readOnly) emptyLog(file);
      } finally {
        await db.destroy();
      }
    };
    return inWordsThroughout(kyselyLedger(db, { desk, close }), place);
  });
};

/** Looks before it changes anything, so that a file that is not ours stays as it is, to the byte. */
const settleLayout = async (
  db: Kysely<LedgerTables>,
  file: SqliteFile,
  { place, mayChange }: { readonly place: string; readonly mayChange: boolean },
): Promise<void> => {
  const fit = await schemaFit(db);
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
  if (fit.kind === 'older') await bringUpToDate(db);
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

const inWordsThroughout = (ledger: Ledger, place: string): Ledger => ({
  state: () => inWords(place, ledger.state),
  commit: (...change) => inWords(place, () => ledger.commit(...change)),
  confirm: (written) => inWords(place, () => ledger.confirm(written)),
  rememberDocument: (...document) => inWords(place, () => ledger.rememberDocument(...document)),
  post: {
    freeze: (...mail) => inWords(place, () => ledger.post.freeze(...mail)),
    attempt: (...again) => inWords(place, () => ledger.post.attempt(...again)),
    answer: (...answer) => inWords(place, () => ledger.post.answer(...answer)),
    giveUp: (...messages) => inWords(place, () => ledger.post.giveUp(...messages)),
    openDispatches: () => inWords(place, ledger.post.openDispatches),
    dispatchesSince: (since) => inWords(place, () => ledger.post.dispatchesSince(since)),
    dropMailBefore: (before) => inWords(place, () => ledger.post.dropMailBefore(before)),
  },
  history: (filter) => inWords(place, () => ledger.history(filter)),
  recall: (name) => inWords(place, () => ledger.recall(name)),
  remember: (name, value) => inWords(place, () => ledger.remember(name, value)),
  close: () => inWords(place, ledger.close),
});
