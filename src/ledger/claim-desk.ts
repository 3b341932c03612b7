import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Fence } from './database.ts';
import { DeskBusyError, type DeskHolder } from './errors.ts';
import { inWords, isBusy, openSqliteFile, type SqliteFile } from './sqlite-file.ts';

/** Held while an instance works on a desk. */
export interface DeskClaim {
  /** For the ledger, where a claim can be lost while its process goes on. */
  readonly fence?: Fence;
  /** Lets the next one in; more than once does no harm. */
  release(): Promise<void>;
}

/**
 * Claims the desk for this process, or says who has it.
 *
 * The claim is a transaction kept open on a small SQLite file beside the ledger. The operating system drops its
 * lock with the process, however that ends, so there is no stale claim to clear away. Others can still read the
 * ledger, and read here who is at work.
 *
 * @param path The ledger's path; the claim lies beside it as `….lock` and is left there, because removing it would
 *   let two processes hold two files of one name.
 * @param isService Whether it is held for good, by `serve`; others are told so.
 * @throws DeskBusyError when another instance holds the desk.
 */
export const claimDesk = ({
  path,
  isService = false,
}: {
  readonly path: string;
  readonly isService?: boolean;
}): Promise<DeskClaim> => {
  const lockPath = `${resolve(path)}.lock`;
  return inWords(lockPath, () => {
    const file = openSqliteFile(lockPath, { mode: 'rwc', patienceMs: 250 });
    try {
      hold(file, { isService });
      return claimOn(file);
    } catch (error) {
      const busy = isBusy(error) ? new DeskBusyError(holderIn(file)) : undefined;
      file.close();
      throw busy ?? error;
    }
  });
};

/** First says who we are, for others to read; then takes the lock that forbids writing and allows reading. */
const hold = (file: SqliteFile, { isService }: { readonly isService: boolean }): void => {
  file.exec('begin immediate');
  file.exec('drop table if exists holder');
  file.exec(
    'create table holder (pid integer, host text, work text, since text default current_timestamp)',
  );
  file
    .prepare('insert into holder (pid, host, work) values (?, ?, ?)')
    .run([process.pid, hostname(), isService ? 'serve' : 'once']);
  file.exec('commit');
  file.exec('begin immediate');
};

const claimOn = (file: SqliteFile): DeskClaim => {
  let held = true;
  return {
    release: async () => {
      if (!held) return;
      held = false;
      file.exec('rollback');
      file.close();
    },
  };
};

/** `undefined` in the instant in which the other one is still writing its name. */
const holderIn = (file: SqliteFile): DeskHolder | undefined => {
  try {
    const row = file.prepare('select pid, host, work, since from holder').get([]);
    return row as DeskHolder | undefined;
  } catch {
    return undefined;
  }
};
