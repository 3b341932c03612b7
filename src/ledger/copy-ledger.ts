/** A copy of a ledger in one file, as of one moment, taken while others may be writing it. */
import { rmSync } from 'node:fs';
import { LedgerCorruptError } from './errors.ts';
import { inWords, openSqliteFile, type SqliteFile } from './sqlite-file.ts';

/** What a ledger held at one moment, as far as it tells one copy from another. */
export interface LedgerCount {
  /** Rises with everything that is written. */
  readonly revision: number;
  readonly tickets: number;
}

/**
 * @param to Where the copy goes; a file that lies there is replaced.
 * @throws LedgerCorruptError when the copy is not sound; it is removed then.
 */
export const copyLedger = (from: string, to: string): Promise<LedgerCount> =>
  inWords(from, async () => {
    rmSync(to, { force: true });
    const file = openSqliteFile(from, { mode: 'ro', patienceMs: 5000 });
    try {
      // `VACUUM INTO` reads in one transaction, so that a writer beside it is in the copy whole or not at all.
      file.prepare('vacuum into ?').run([to]);
    } finally {
      file.close();
    }
    try {
      return await countLedger(to);
    } catch (error) {
      rmSync(to, { force: true });
      throw error;
    }
  });

/**
 * Reads every page of a ledger.
 * @throws LedgerCorruptError
 */
export const countLedger = (path: string): Promise<LedgerCount> =>
  inWords(path, () => {
    const file = openSqliteFile(path, { mode: 'ro', patienceMs: 5000 });
    try {
      const [verdict] = Object.values(rowOf(file, 'pragma integrity_check'));
      if (verdict !== 'ok') throw new LedgerCorruptError(path);
      return {
        revision: numberIn(file, 'select coalesce(sum(revision), 0) as n from desk'),
        tickets: numberIn(file, 'select count(*) as n from ticket'),
      };
    } finally {
      file.close();
    }
  });

const numberIn = (file: SqliteFile, query: string): number => Number(rowOf(file, query)['n']);

const rowOf = (file: SqliteFile, query: string): Readonly<Record<string, unknown>> =>
  file.prepare(query).get([]) as Readonly<Record<string, unknown>>;
