/**
 * A desk's ledger wherever its settings say that it is: in a file, or as a desk of a PostgreSQL, whose driver is loaded
 * only then.
 */
import { existsSync } from 'node:fs';
import { claimDesk, type DeskClaim } from './claim-desk.ts';
import type { LedgerDatabase } from './database.ts';
import { kyselyLedger } from './kysely-ledger.ts';
import type { Ledger } from './ledger.ts';
import { refuseMoved } from './moved-desk.ts';
import { openSqliteDatabase } from './open-ledger.ts';
import {
  isPostgresAddress,
  type PostgresPlace,
  readPostgresPlace,
} from './postgres/postgres-place.ts';

export interface LedgerAccess {
  readonly readOnly?: boolean;
  /** Of whoever writes. */
  readonly claim?: DeskClaim | undefined;
}

/** In a file there is one desk. */
const onlyDesk = 'desk';

/** @param where A path, or an address that the settings took. Both open it as `openLedger` and `openPostgresLedger` do. */
export const openLedgerAt = async (where: string, access: LedgerAccess): Promise<Ledger> => {
  const database = await openDatabaseAt(where, access);
  await refuseMoved(database);
  return kyselyLedger(database);
};

/** The same, beneath the ledger. */
export const openDatabaseAt = async (
  where: string,
  { readOnly = false, claim }: LedgerAccess,
): Promise<LedgerDatabase> => {
  if (!isPostgresAddress(where))
    return openSqliteDatabase({ path: where, desk: onlyDesk, readOnly });
  const { openPostgresDatabase } = await import('./postgres/open-postgres-ledger.ts');
  const { address, desk, schema } = placeOf(where);
  return openPostgresDatabase({ database: address, desk, schema, readOnly, fence: claim?.fence });
};

/**
 * Claims the desk for this process, or says who has it.
 * @param isService Whether it is held for good, by `serve`; others are told so.
 * @throws DeskBusyError
 */
export const claimDeskAt = async (
  where: string,
  { isService = false }: { readonly isService?: boolean } = {},
): Promise<DeskClaim> => {
  if (!isPostgresAddress(where)) return claimDesk({ path: where, isService });
  const { claimDeskOnPostgres } = await import('./postgres/claim-on-postgres.ts');
  return claimDeskOnPostgres(placeOf(where), { isService });
};

/** Whether there may be something to read: of a database only its server knows. */
export const mayBeThere = (where: string): boolean => isPostgresAddress(where) || existsSync(where);

const placeOf = (where: string): PostgresPlace => {
  const read = readPostgresPlace(where);
  if (read.kind === 'fault') throw new TypeError(`"ledger" ${read.fault}`);
  return read.place;
};
