/** The ledger over both databases: 1,000 requests with 20 cells each, filled, read and changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { openPostgresLedger } from '../../src/ledger/postgres/open-postgres-ledger.ts';
import { openPool } from '../../src/ledger/postgres/pool.ts';
import { aChange, giving, now, ticketOf } from '../../test/ledger/changes.ts';
import { postgresServer } from '../../test/support/postgres.ts';

const requests = Array.from({ length: 1000 }, (_, index) => index + 1);
const cells = requests.flatMap((number) =>
  Array.from({ length: 20 }, (_, field) => ({
    ticket: ticketOf(number),
    field: `field ${field}`,
    value: `nilai ${number}`,
  })),
);

export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ledger-'));
  const server = await postgresServer();
  const pool = await openPool({ address: await server.newDatabase(), name: 'bench' });
  try {
    const file = await openLedger({ path: join(folder, 'ledger.db'), desk: 'desk' });
    await measure('SQLite', file);
    await file.close();
    await measure('PostgreSQL', await openPostgresLedger({ database: pool, desk: 1 }));
  } finally {
    await pool.end();
    server.stop();
    rmSync(folder, { recursive: true });
  }
};

const measure = async (name: string, ledger: Ledger): Promise<void> => {
  const fillMs = await medianMs(1, async () => {
    await ledger.commit(aChange({ ...giving(...requests), intended: cells }), now, 'pass');
    await ledger.confirm(cells);
  });
  const readMs = await medianMs(15, () => ledger.state());
  let turn = 0;
  const commitMs = await medianMs(100, () => {
    turn += 1;
    const cell = { ticket: ticketOf(turn), field: 'field 1', value: `baru ${turn}` };
    return ledger.commit(aChange({ intended: [cell] }), now, 'pass');
  });
  process.stdout.write(
    `${name.padEnd(11)} fill ${fillMs.toFixed(0)} ms, state() ${readMs.toFixed(1)} ms, commit of a cell ${commitMs.toFixed(2)} ms\n`,
  );
};

const medianMs = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
};
