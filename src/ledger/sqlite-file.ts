/**
 * SQLite files: opening them and saying in plain words what is wrong with them.
 *
 * The driver is libsql, which has better-sqlite3's API but not all of its options: `readonly` does nothing, so the
 * mode stands in the file's address; a bound boolean aborts the process, so none is ever bound.
 */
import { closeSync, openSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import type { ServiceError } from '../errors.ts';
import {
  LedgerConflictError,
  LedgerCorruptError,
  LedgerDiskError,
  LedgerLockedError,
  LedgerNotWritableError,
  NotALedgerError,
} from './errors.ts';

export type SqliteFile = InstanceType<typeof Database>;

/**
 * A file that is made here is for this user only, because it holds what requesters wrote; SQLite gives the files beside
 * it the same rights.
 *
 * @param patienceMs How long a statement waits for another process's lock.
 */
export const openSqliteFile = (
  path: string,
  { mode, patienceMs }: { readonly mode: 'ro' | 'rwc'; readonly patienceMs: number },
): SqliteFile => {
  // SQLite would wait for good at a pipe.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    throw new NotALedgerError(path);
  }
  if (mode === 'rwc') makeForThisUser(path);
  const address = pathToFileURL(path);
  address.search = `mode=${mode}`;
  return new Database(address.href, { timeout: patienceMs });
};

/** What stands in the way here does so for SQLite too, which says it in its own way. */
const makeForThisUser = (path: string): void => {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch {}
};

/** Runs the work; a trouble of the database comes out as an error that a person can act on. */
export const inWords = async <T>(path: string, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw wordsFor(path, error) ?? error;
  }
};

/** Whether the statement gave up because another process holds a lock. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** Whether the disk is full or would not take or give what it should. */
export const isTroubleOfDisk = (error: unknown): boolean =>
  /^SQLITE_(FULL|IOERR|NOLFS)/.test(codeOf(error));

const wordsFor = (path: string, error: unknown): ServiceError | undefined => {
  const code = codeOf(error);
  if (isBusy(error)) return new LedgerLockedError(path, error);
  if (/^SQLITE_NOTADB/.test(code)) return new NotALedgerError(path, error);
  if (/^SQLITE_CORRUPT/.test(code) || isNoJson(error)) return new LedgerCorruptError(path, error);
  if (isTroubleOfDisk(error)) return new LedgerDiskError(path, error);
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code))
    return new LedgerNotWritableError(path, error);
  if (/^SQLITE_CONSTRAINT/.test(code)) {
    return new LedgerConflictError('The change contradicts what the ledger holds.', error);
  }
  return undefined;
};

/** Somebody's hand was in it: what it keeps as JSON is none, as this program or SQLite itself finds. */
const isNoJson = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && /malformed JSON/.test(error.message));

/** A failed opening has no code, and SQLite's number only at the end of its text: `… path: 14`. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if (error.message.startsWith('ConnectionFailed')) return 'SQLITE_CANTOPEN';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
};
