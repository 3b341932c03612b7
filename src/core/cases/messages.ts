/** What the service has said to people or promised to say, as the ledger remembers it. */
import type { Temporal } from 'temporal-polyfill';

/** The setting's name in Pengaturan. */
export const mutedMessages = 'Pesan yang Dimatikan';

/** Whom a kind of message speaks to. `keeper`: whoever runs the service. */
export type Audience = 'requester' | 'officer' | 'network' | 'supervisor' | 'keeper';

export interface Recipient {
  readonly audience: Audience;
  /** As the message greets him. */
  readonly name?: string;
  /** One plain address, read already; absent: only a draft on WhatsApp can reach him. */
  readonly address?: string;
  /** 62…, digits only. */
  readonly phone?: string;
}

/** What a text is printed from: plain values, so that they can be kept as JSON. */
export type MessageView = Readonly<Record<string, unknown>>;

/** An event to be held free, as it goes into a calendar beside the text. Moments are ISO. */
export interface Invitation {
  /** `request` holds it free, `cancel` takes that back. */
  readonly method: 'request' | 'cancel';
  /** Before the `@`: the same for as long as it is the same event and the same person. */
  readonly uid: string;
  readonly start: string;
  /** Absent where the end is open. */
  readonly end?: string;
  /** At the same hours on so many days in a row; once unless given. */
  readonly days?: number;
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
  /** Busy, and nothing else. */
  readonly confidential: boolean;
}

/** One thing that is to be said to one person. */
export interface MessagePromise {
  /** Its thread and number: `receipt/VC-2026-0123/requester/1`. */
  readonly key: string;
  /** Kind, subject and person: of one thread only the latest message holds. */
  readonly thread: string;
  /** From 1; the second replaces the first. */
  readonly number: number;
  /** Key of its kind in `core/messages/kinds/`. */
  readonly kind: string;
  /** `VC-2026-0123`; absent where it is about the desk. */
  readonly ticket?: string;
  readonly to: Recipient;
  /** What makes it this message and no other, as JSON: another fact is another message. */
  readonly facts: string;
  readonly view: MessageView;
  readonly invitation?: NumberedInvitation;
  readonly notBefore: Temporal.Instant;
  /** Afterwards it would come too late, and is withdrawn. */
  readonly notAfter?: Temporal.Instant;
  /** In the words of the staff. */
  readonly because: string;
  readonly promisedAt: Temporal.Instant;
}

export interface NumberedInvitation extends Invitation {
  /** Rises with every invitation about the same event to the same person. */
  readonly sequence: number;
}

/**
 * `waiting` promised, its hour has not come · `by-hand` nobody can be mailed: the draft in *Hubungi* is the only way ·
 * `unsure` handed over, and nobody knows whether it arrived · `sent` taken over by the way out · `failed` refused ·
 * `withdrawn` not true or not of use any more.
 */
export type MessageState =
  | {
      readonly kind: 'waiting';
      /** Of the latest attempt, which certainly did not succeed. */
      readonly at?: Temporal.Instant;
      readonly why?: string;
    }
  | { readonly kind: 'by-hand' }
  | {
      readonly kind: 'unsure';
      /** Of the latest attempt. */
      readonly at: Temporal.Instant;
      readonly attempts: number;
      readonly why?: string;
    }
  | { readonly kind: 'sent'; readonly at: Temporal.Instant }
  | {
      readonly kind: 'failed';
      readonly at: Temporal.Instant;
      readonly why: string;
      /** The address itself was refused: it is not written to again until it changes. */
      readonly isPermanent: boolean;
    }
  | { readonly kind: 'withdrawn'; readonly at: Temporal.Instant; readonly why: string };

export interface MessageRecord extends MessagePromise {
  readonly state: MessageState;
  /** How many mails were made of it, each with an id of its own; absent: none. */
  readonly mails?: number;
  /** How often it was refused for the time being; absent: never. */
  readonly tries?: number;
  /** Absent: Pesan has had no row for it. */
  readonly listing?: MessageListing;
}

export interface MessageWithdrawal {
  /** The message's. */
  readonly key: string;
  /** In the words of the staff. */
  readonly why: string;
}

/** By thread, oldest first. */
export type MessageMemory = ReadonlyMap<string, readonly MessageRecord[]>;

/** What staff put into *Kirim Lagi*, in the row of a message in Pesan. */
export type MessageTick = 'none' | 'ticked' | 'unread';

/**
 * What Pesan has of a message: `listed` a row, and where it is gone staff deleted it · `served` a row whose tick stands
 * there and was served: one tick sends once.
 */
export type MessageListing = 'listed' | 'served';

export interface ListingChange {
  /** The message's. */
  readonly key: string;
  readonly listing: MessageListing;
}
