import type { Temporal } from 'temporal-polyfill';
import type {
  ConfirmedCell,
  DocumentRecord,
  HistoryLine,
  LedgerChange,
  LedgerState,
  Ticket,
} from '../core/cases/ledger-state.ts';
import type { DispatchLedger } from './dispatch-ledger.ts';
import type { KnownState } from './own-writes.ts';
import type { UndoLedger } from './undo-ledger.ts';

/** A line of the history with the moment and the pass it was written in. */
export interface HistoryEntry extends HistoryLine {
  readonly at: Temporal.Instant;
  readonly pass: string;
}

export interface HistoryFilter {
  /** Also lines about its documents, which are named by it: `laporan/VC-2026-0123`. */
  readonly ticket?: Ticket;
  readonly kind?: HistoryLine['kind'];
  readonly pass?: string;
  /** Only the newest so many. They still come oldest first. */
  readonly last?: number;
}

/**
 * What the service has promised and done at one desk. The contract is in `test/ledger/ledger-contract.ts`.
 *
 * Every method that writes does so whole or not at all, and has it on disk when it returns.
 */
export interface Ledger {
  /** One more after each write but a note; as long as it is the same, so is all that anything is decided by. */
  revision(): Promise<number>;

  /**
   * Everything the ledger knows, as of one moment.
   *
   * @param known What it knew before: where all that was written since is known, too, the rest is that.
   */
  state(known?: KnownState): Promise<LedgerState>;

  /**
   * Adds what a pass found and is about to write, in one transaction.
   *
   * A new ticket's number must lie above the highest of its year, whether or not that one's record is still there.
   * A ticket with a `ticket-adopted` line in the same change is taken from the sheet: it may have any number that
   * was never given out, and raises the highest. An empty change writes nothing.
   *
   * A cell keeps only its latest intended value. Confirm what the sheet shows before intending something else, or
   * a crash between the two makes our own value look like a person's.
   *
   * @throws LedgerConflictError when a number was given before, two tickets would share a row, or a ticket is unknown.
   */
  commit(change: LedgerChange, at: Temporal.Instant, pass: string): Promise<void>;

  /**
   * Records that the sheet shows these values; an intended value is settled when it is the one shown. The reason that
   * was kept with it becomes its line in the history, in the same transaction, under the pass that intended it.
   * @throws LedgerConflictError when a ticket is unknown. None is recorded then.
   */
  confirm(written: readonly ConfirmedCell[]): Promise<void>;

  /** Keeps a document's record and adds a line to the history; a record that is already so changes nothing. */
  rememberDocument(record: DocumentRecord, at: Temporal.Instant, pass: string): Promise<void>;

  /** What is handed over to people. */
  readonly post: DispatchLedger;

  /** Taking back what a pass wrote. */
  readonly undo: UndoLedger;

  /** What was done and why, oldest first. */
  history(filter?: HistoryFilter): Promise<readonly HistoryEntry[]>;

  /** What was last remembered or noted under this name. */
  recall(name: string): Promise<string | undefined>;
  remember(name: string, value: string): Promise<void>;

  /** As `remember`, for what tells when and how passes were made and what is decided by none: the revision stays. */
  note(name: string, value: string): Promise<void>;

  /** Lets go of the files. Nothing else may be called afterwards. */
  close(): Promise<void>;
}
