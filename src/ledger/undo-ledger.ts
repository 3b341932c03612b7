import type { Temporal } from 'temporal-polyfill';
import type { HistoryLine } from '../core/cases/ledger-state.ts';
import type { PassRecord, TakenBack } from '../core/cases/pass-record.ts';

/** A pass that can be taken back, or that was. */
export interface KeptPass extends PassRecord {
  /** Of the transaction that kept it: whatever has a higher one came later. */
  readonly revision: number;
  readonly undoneAt?: Temporal.Instant;
}

/** Taking back what the latest passes wrote. The contract is in `test/ledger/undo-contract.ts`. */
export interface UndoLedger {
  /** Keeps what a pass wrote, and lets go of what older ones did but the latest few. */
  keep(record: PassRecord): Promise<void>;

  /** Those that are kept, oldest first. */
  passes(): Promise<readonly KeptPass[]>;

  /** What was noted in the history since, undoing aside. */
  since(
    pass: Pick<KeptPass, 'revision'>,
  ): Promise<readonly (HistoryLine & { readonly pass: string })[]>;

  /**
   * Brings the ledger back to before what is taken back, in one transaction. The numbers of tickets stay given, and
   * nothing of the history is taken out.
   * @param isWhole All was tried: the pass counts as undone.
   */
  takeBack(
    back: TakenBack,
    at: {
      readonly of: KeptPass;
      readonly isWhole: boolean;
      readonly history: readonly HistoryLine[];
      readonly now: Temporal.Instant;
    },
  ): Promise<void>;
}
