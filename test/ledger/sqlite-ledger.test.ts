import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { LedgerPlace } from '../support/ledger-place.ts';
import { runs } from '../support/long-runs.ts';
import { dispatchContract } from './dispatch-contract.ts';
import { ledgerContract } from './ledger-contract.ts';
import { undoContract } from './undo-contract.ts';

const aPlace = async (): Promise<LedgerPlace> => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const path = join(folder, 'buku besar #1.db');
  return {
    open: (desk) => openLedger({ path, desk }),
    damage: async (desk, { table, column, text }) => {
      const file = new Database(path);
      file.prepare(`update ${table} set ${column} = ? where desk = ?`).run(text, desk);
      file.close();
    },
    leave: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

ledgerContract('SQLite', aPlace, { share: runs(0.3, 1) });
dispatchContract('SQLite', aPlace);
undoContract('SQLite', aPlace, { draws: runs(12, 200) });
