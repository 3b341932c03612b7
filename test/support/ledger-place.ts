/** Where the ledgers of a contract's tests live, and one of them for each test. */
import { afterEach, beforeEach } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { LedgerTables } from '../../src/ledger/tables.ts';

/** Opening the same place and desk again gives the same ledger. */
export interface LedgerPlace {
  open(desk: string): Promise<Ledger>;
  /** As a person with an editor for databases: puts a text into a column, in all rows of the desk. */
  damage(desk: string, damage: Damage): Promise<void>;
  leave(): Promise<void>;
}

export interface Damage {
  readonly table: keyof LedgerTables;
  readonly column: string;
  readonly text: string;
}

/** The desk whose ledger each test finds open. */
export const deskName = 'gorontalo';

interface OpenLedger {
  readonly place: LedgerPlace;
  readonly ledger: Ledger;
  /** As the next process would. */
  reopen(): Promise<void>;
}

/** A place of its own for each test of the `describe` around it, with a ledger in it that nobody wrote to. */
export const aLedgerForEach = (aPlace: () => Promise<LedgerPlace>): OpenLedger => {
  let place: LedgerPlace;
  let ledger: Ledger;
  beforeEach(async () => {
    place = await aPlace();
    ledger = await place.open(deskName);
  });
  afterEach(async () => {
    await ledger.close();
    await place.leave();
  });
  return {
    get place() {
      return place;
    },
    get ledger() {
      return ledger;
    },
    reopen: async () => {
      await ledger.close();
      ledger = await place.open(deskName);
    },
  };
};
