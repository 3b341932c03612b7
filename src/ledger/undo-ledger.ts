import type { Temporal } from 'temporal-polyfill';
import type { HistoryLine, SignAct } from '../core/cases/ledger-state.ts';
import type { DocumentStep, PassRecord, TakenBack } from '../core/cases/pass-record.ts';

/** `open`: it goes on, or was killed and nobody has seen that yet · `cut off`: it never came to its end. */
export type PassStage = 'open' | 'cut off' | 'ended';

/** A pass that can be taken back, or that was. */
export interface KeptPass extends PassRecord {
  /** Of the transaction that first kept it: whatever has a higher one came later, or is of the pass itself. */
  readonly revision: number;
  /** Of one that has not ended, all is kept that it was about to do. */
  readonly stage: PassStage;
  readonly undoneAt?: Temporal.Instant;
}

export interface BegunStep {
  readonly step: DocumentStep;
  /** What the ledger knew of signatures on the document before the pass. */
  readonly acts: readonly SignAct[];
}

/** Taking back what the latest passes wrote. The contract is in `test/ledger/undo-contract.ts`. */
export interface UndoLedger {
  /**
   * Keeps what a pass is about to do, and lets go of what older ones did but the latest few.
   * @returns By what it is known to the following.
   */
  begin(record: PassRecord): Promise<number>;
  /** Instead of what was kept of it. */
  renew(revision: number, record: PassRecord): Promise<void>;
  /** The next step with a document, before it is taken. */
  step(revision: number, begun: BegunStep): Promise<void>;
  /** What it did, or may have done where it was cut off; where that is nothing, it is not kept. */
  end(
    revision: number,
    record: PassRecord | undefined,
    stage: Exclude<PassStage, 'open'>,
  ): Promise<void>;
  /** Those that are `open`, oldest first: asked by whoever holds the desk, they were killed. */
  open(): Promise<readonly KeptPass[]>;
  /** From now on it counts as cut off; the line stands in the history under its name. */
  cutOff(pass: KeptPass, line: HistoryLine, now: Temporal.Instant): Promise<void>;

  /** Those that are kept, oldest first. */
  passes(): Promise<readonly KeptPass[]>;
  /** Under which names their documents need bytes kept; asked after every pass, so their records are not read for it. */
  keptFiles(): Promise<ReadonlySet<string>>;

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
