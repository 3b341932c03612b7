/** A desk's ledger as one file, wherever it lives, and the way back. */
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import type { DeskClaim } from './claim-desk.ts';
import { copyLedger, countLedger, type LedgerCount } from './copy-ledger.ts';
import type { LedgerDatabase } from './database.ts';
import { openDatabaseAt } from './ledger-home.ts';
import { copyDesk, placeDesk, replaceDesk, whatStands } from './move-ledger.ts';
import { isPostgresAddress } from './postgres/postgres-place.ts';

/** @returns `undefined` where no pass has made one yet. */
export const countLedgerAt = async (where: string): Promise<LedgerCount | undefined> => {
  if (!isPostgresAddress(where)) return existsSync(where) ? countLedger(where) : undefined;
  return withDatabase(where, { readOnly: true }, ({ desk, reading }) =>
    reading(async (transaction) => {
      const row = await transaction
        .selectFrom('desk')
        .select('revision')
        .where('desk', '=', desk)
        .executeTakeFirst();
      const { tickets } = await transaction
        .selectFrom('ticket')
        .select(({ fn }) => fn.countAll<number>().as('tickets'))
        .where('desk', '=', desk)
        .executeTakeFirstOrThrow();
      return row && { revision: row.revision, tickets };
    }),
  );
};

/**
 * Copies it into a file as of one moment, while others may be writing it; of a database the rows of this desk alone, and
 * what arrived is held against what stood there, table by table.
 *
 * @param to Where the copy goes; a file that lies there is replaced.
 * @returns `undefined` where no pass has made one yet.
 */
export const copyLedgerAt = async (where: string, to: string): Promise<LedgerCount | undefined> => {
  if (!isPostgresAddress(where)) return existsSync(where) ? copyLedger(where, to) : undefined;
  const rows = `${to}.baris`;
  try {
    const copied = await withDatabase(where, { readOnly: true }, (from) =>
      withDatabase(rows, {}, (file) => copyDesk(from, file)),
    );
    if (copied === undefined) {
      rmSync(to, { force: true });
      return undefined;
    }
    // Once more from file to file: what SQLite leaves beside one that was written is in this one.
    return await copyLedger(rows, to);
  } finally {
    removeWhole(rows);
  }
};

/** A copy on its way back into a database. */
export interface LedgerReturn {
  /** What stands there now. */
  readonly stands: 'nothing' | 'the same' | 'another';
  /**
   * Whole or not at all.
   * @param aside Where what stands there is kept first, in a file.
   */
  bring(aside: string): Promise<void>;
}

/**
 * @param copy A file that `copyLedgerAt` made, perhaps in an earlier version. It stays as it is.
 * @param beside Where it may be brought up to date.
 */
export const returnLedger = <T>(
  copy: string,
  {
    to,
    claim,
    beside,
  }: { readonly to: string; readonly claim: DeskClaim; readonly beside: string },
  work: (way: LedgerReturn) => Promise<T>,
): Promise<T> => {
  removeWhole(beside);
  copyFileSync(copy, beside);
  chmodSync(beside, 0o600);
  return withDatabase(beside, {}, (from) =>
    withDatabase(to, { claim }, async (database) => {
      const stands = await whatStands(from, database);
      const bring = async (aside: string): Promise<void> => {
        if (stands === 'another') await keepAside(database, aside);
        await replaceDesk(from, database);
      };
      return work({ stands, bring });
    }),
  ).finally(() => removeWhole(beside));
};

/** Also one that was moved away: what is taken out is kept as it stood. */
const keepAside = (database: LedgerDatabase, aside: string): Promise<unknown> =>
  withDatabase(aside, {}, (file) => placeDesk(database, file));

const withDatabase = async <T>(
  where: string,
  access: Parameters<typeof openDatabaseAt>[1],
  work: (database: LedgerDatabase) => Promise<T>,
): Promise<T> => {
  const database = await openDatabaseAt(where, access);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

const removeWhole = (path: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
};
