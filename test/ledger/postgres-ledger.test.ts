import { openPostgresLedger } from '../../src/ledger/postgres/open-postgres-ledger.ts';
import type { LedgerPlace } from '../support/ledger-place.ts';
import { runs } from '../support/long-runs.ts';
import { describeOnPostgres } from '../support/postgres.ts';
import { aDatabaseForAll } from '../support/postgres-pool.ts';
import { dispatchContract } from './dispatch-contract.ts';
import { ledgerContract } from './ledger-contract.ts';
import { undoContract } from './undo-contract.ts';

describeOnPostgres('on PostgreSQL', () => {
  /** For all places: each has numbers of its own. */
  const its = aDatabaseForAll();
  let used = 0;

  const aPlace = async (): Promise<LedgerPlace> => {
    const numbers = new Map<string, number>();
    return {
      open: (name) => {
        const desk = numbers.get(name) ?? used + 1;
        used = Math.max(used, desk);
        numbers.set(name, desk);
        return openPostgresLedger({ database: its.pool, desk });
      },
      damage: async (name, { table, column, text }) => {
        const client = await its.pool.connect();
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
