/** The part of the ledger that keeps what is handed over to people. The contract is in `test/ledger/dispatch-contract.ts`. */
import type { Temporal } from 'temporal-polyfill';
import type { MessageRecord, MessageView } from '../core/cases/messages.ts';
import type { Dispatch } from '../messages/way-out.ts';

export interface DispatchLedger {
  /**
   * Keeps a mail's bytes, and that its messages are about to be handed over: from here on nobody knows whether they
   * arrived, until an answer is kept.
   * @throws LedgerConflictError when one of the messages does not wait any more, or there is a mail of this id.
   */
  freeze(mail: FrozenMail, at: Temporal.Instant): Promise<void>;

  /** Keeps that an open dispatch is about to be handed over once more. */
  attempt(id: string, at: Temporal.Instant): Promise<void>;

  /** Keeps what became of an open dispatch and of its messages. */
  answer(id: string, answer: DispatchAnswer, at: Temporal.Instant): Promise<void>;

  /** Keeps that messages which wait cannot be handed over at all. */
  giveUp(keys: readonly string[], why: GivenUp, at: Temporal.Instant): Promise<void>;

  /** Messages that wait and are not to be said after this moment only, whatever was tried with them; oldest first. */
  waitingAt(now: Temporal.Instant): Promise<readonly MessageRecord[]>;

  /** Dispatches whose outcome nobody knows, oldest first. */
  openDispatches(): Promise<readonly OpenDispatch[]>;

  /** What was frozen since then, oldest first. */
  dispatchesSince(since: Temporal.Instant): Promise<readonly DispatchNote[]>;

  /** Lets go of the bytes of mails that were frozen before; one that is still open then stays unsure for good. */
  dropMailBefore(before: Temporal.Instant): Promise<void>;
}

/** A mail about to be handed over for the first time. */
export interface FrozenMail extends Dispatch {
  /** Keys of the messages that it carries. */
  readonly messages: readonly string[];
  /** What those were printed from that say something else than was promised, by key. */
  readonly printed?: ReadonlyMap<string, MessageView>;
}

export interface OpenDispatch extends Omit<FrozenMail, 'printed'> {
  readonly frozenAt: Temporal.Instant;
  readonly attempts: number;
  readonly lastAttemptAt: Temporal.Instant;
  /** A person asked for one more attempt. */
  readonly isAskedAgain: boolean;
}

/**
 * `open` nobody knows whether it was taken over · `sent` it was · `refused` for good · `postponed` refused for the time
 * being · `paused` no mail could leave · `lapsed` open, and not to be sent again: too old, or not true any more. Of `postponed` and `paused` the
 * messages wait again.
 */
export type DispatchState = 'open' | 'sent' | 'refused' | 'postponed' | 'paused' | 'lapsed';

/** One mail, without what it says. */
export interface DispatchNote {
  readonly id: string;
  readonly address: string;
  readonly messages: readonly string[];
  readonly frozenAt: Temporal.Instant;
  readonly state: DispatchState;
}

export interface GivenUp {
  readonly why: string;
  /** The address itself is of no use. */
  readonly isPermanent: boolean;
}

export type DispatchAnswer =
  | { readonly kind: 'sent' }
  | ({ readonly kind: 'refused' } & GivenUp)
  | { readonly kind: 'postponed' | 'paused' | 'open' | 'lapsed'; readonly why: string };
