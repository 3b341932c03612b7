/** An empty database of their own for the tests of a file, and the way into it. */
import type { Pool } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openPool } from '../../src/ledger/postgres/pool.ts';
import { type PostgresServer, postgresServer } from './postgres.ts';

/** One for all tests of the `describe` around it; it is there from the first of them on. */
export const aDatabaseForAll = (): { readonly pool: Pool } => {
  let server: PostgresServer;
  let pool: Pool;
  beforeAll(async () => {
    server = await postgresServer();
    pool = await openPool({ address: await server.newDatabase(), name: 'test' });
  });
  afterAll(async () => {
    await pool.end();
    server.stop();
  });
  return {
    get pool() {
      return pool;
    },
  };
};
