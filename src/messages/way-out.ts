/**
 * How mail leaves the desk. The contract is in `test/messages/way-out-contract.ts`.
 *
 * A way out hands over bytes that were frozen before; it makes none of its own, decides nothing about when, and never throws
 * for what the other side says.
 */

/** The frozen bytes of one mail that carries one or more messages to one address. */
export interface Dispatch {
  /** Names it for good, and is no other's: letters, digits, `.`, `_` and `-`, at most 120. */
  readonly id: string;
  /** The whole mail, its lines ended by CRLF. */
  readonly raw: Uint8Array;
  readonly envelope: Envelope;
}

export interface Envelope {
  readonly from: string;
  /** Exactly one. */
  readonly to: readonly [string];
}

export interface WayOut {
  readonly name: 'outbox' | 'smtp' | 'gmail';
  /**
   * What may be done by itself about a dispatch whose outcome nobody knows. `look` it says itself whether it `had` it ·
   * `same bytes` may be sent again, a few times, because receivers know them by their id and date · `ask` a person decides.
   */
  readonly inDoubt: 'look' | 'same bytes' | 'ask';
  /** Whether this dispatch was taken over, for certain; only where doubt is to `look`. */
  had?(id: string): Promise<boolean>;
  /** One dispatch at a time. Whatever comes back, the bytes that were handed over are these and no others. */
  send(dispatch: Dispatch): Promise<SendOutcome>;
  /** Lets go of what it keeps to know dispatches by, but for those whose outcome is still open. */
  settle(open: ReadonlySet<string>): Promise<void>;
}

/** Every `why` is the rest of a sentence in the staff's words, as Pesan shows it; none names an address or quotes a text. */
export type SendOutcome =
  | {
      /** The other side has taken it over, now or before. */
      readonly kind: 'sent';
      /** What it is called there, where that is worth keeping. */
      readonly reference?: string;
    }
  | {
      /** Certainly not taken over. `address`: nobody can be reached there; `mail`: not this one, or not now. */
      readonly kind: 'refused';
      readonly what: 'address' | 'mail';
      readonly why: string;
    }
  | {
      /** Perhaps taken over, perhaps not. */
      readonly kind: 'unknown';
      readonly why: string;
    }
  | {
      /** Certainly not taken over, and no other mail would be either: no connection, no sign-in, the limit of the day. */
      readonly kind: 'paused';
      readonly why: string;
    };
