/** What the ledger asks of the database under it. The two that there are, SQLite and PostgreSQL, differ in this alone. */
import type { RawBuilder } from 'kysely';
import type { DeskKey, LedgerTransaction } from './tables.ts';

/** One desk in a database whose layout is up to date. Troubles of the database come out as errors that a person can act on. */
export interface LedgerDatabase {
  /** Where it is, as people are told. */
  readonly place: string;
  readonly desk: DeskKey;

  /** All that is read is of one moment. */
  reading<T>(work: (transaction: LedgerTransaction) => Promise<T>): Promise<T>;

  /**
   * Whole or not at all, and on disk when it returns.
   * @param work May be done again from its start, where another writer came in between: it changes nothing else.
   */
  writing<T>(work: (transaction: LedgerTransaction) => Promise<T>): Promise<T>;

  /** Takes all rows of the desk out, those too that are never changed: only for a copy that comes in the same transaction. */
  clear(transaction: LedgerTransaction): Promise<void>;

  /** The cells of the tickets that are grouped, as one JSON text: field → [written, intended, link]. */
  readonly foldedCells: RawBuilder<string>;

  /** Lets go of it. Nothing else may be asked of it afterwards. */
  close(): Promise<void>;
}

/**
 * Asked first in every writing transaction; what it throws is thrown, and nothing is written. It keeps out whoever worked
 * on a desk that somebody else has taken over meanwhile.
 * @throws DeskTakenOverError
 */
export type Fence = (transaction: LedgerTransaction) => Promise<void>;
