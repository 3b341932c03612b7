import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { openPool } from '../../ledger/postgres/pool.ts';
import {
  bringFleetTables,
  type FleetDatabase,
  type FleetTables,
  fleetSchema,
} from './fleet-tables.ts';

export interface FleetStore {
  /** Also for the ledgers of the desks. */
  readonly pool: Pool;
  readonly db: FleetDatabase;
  close(): Promise<void>;
}

/** @param name What the database's administrator reads of us. */
export const openStore = async ({
  address,
  name,
  max,
  make = true,
}: {
  readonly address: string;
  readonly name: string;
  readonly max: number;
  /** Tables that are missing are made; whoever only looks makes none. */
  readonly make?: boolean;
}): Promise<FleetStore> => {
  const pool = await openPool({ address, name, max });
  const whole = new Kysely<FleetTables>({ dialect: new PostgresDialect({ pool }) });
  const db = whole.withSchema(fleetSchema);
  try {
    if (make) await bringFleetTables(db);
  } catch (error) {
    await whole.destroy();
    throw error;
  }
  return { pool, db, close: () => whole.destroy() };
};
