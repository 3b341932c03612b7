import type { Pool } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openPostgresLedger } from '../../src/ledger/postgres/open-postgres-ledger.ts';
import { openPool } from '../../src/ledger/postgres/pool.ts';
import { runs } from '../support/long-runs.ts';
import { describeOnPostgres, type PostgresServer, postgresServer } from '../support/postgres.ts';
import { dispatchContract } from './dispatch-contract.ts';
import { type LedgerPlace, ledgerContract } from './ledger-contract.ts';
import { undoContract } from './undo-contract.ts';

describeOnPostgres('on PostgreSQL', () => {
  let server: PostgresServer;
  /** One database for all places: each has numbers of its own. */
  let database: Pool;
  let used = 0;

  beforeAll(async () => {
    server = await postgresServer();
    database = await openPool({ address: await server.newDatabase(), name: 'test' });
  });
  afterAll(async () => {
    await database.end();
    server.stop();
  });

  const aPlace = async (): Promise<LedgerPlace> => {
    const numbers = new Map<string, number>();
    return {
      open: (name) => {
        const desk = numbers.get(name) ?? used + 1;
        used = Math.max(used, desk);
        numbers.set(name, desk);
        return openPostgresLedger({ database, desk });
      },
      damage: async (name, { table, column, text }) => {
        const client = await database.connect();
        const desk = numbers.get(name);
        // What a session may see and change goes by this.
        await client.query("select set_config('app.desk', $1, false)", [String(desk)]);
        await client.query(`update layanan.${table} set ${column} = $1 where desk = $2`, [
          text,
          desk,
        ]);
        client.release(true);
      },
      leave: async () => undefined,
    };
  };

  ledgerContract('PostgreSQL', aPlace, { share: runs(0.2, 1) });
  dispatchContract('PostgreSQL', aPlace);
  undoContract('PostgreSQL', aPlace, { draws: runs(4, 100) });
});
