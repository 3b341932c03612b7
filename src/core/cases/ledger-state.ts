import type { Temporal } from 'temporal-polyfill';
import type { Cell } from '../sheet/snapshot.ts';
import type { WrittenValue } from '../sheet/three-way.ts';
import type { ComplaintNumber } from './desk.ts';
import type {
  ListingChange,
  MessageMemory,
  MessagePromise,
  MessageWithdrawal,
} from './messages.ts';

/** `VC-2026-0123`: year of receipt and a counter of that year. Never reused, never renumbered. */
export type Ticket = string;

/** The identity of a row apart from where it stands; see `identify.ts`. */
export type RowKey = string;

/**
 * Something that happened to a request at a known time, recorded once and never recomputed. The service
 * clock and the report are read from these.
 *
 * `received` first seen or submitted · `completed` every required answer there · `incomplete` a required answer
 * went missing again · `asked` / `answered` an open question to the requester (`Menunggu Pemohon`) · `confirmed` /
 * `refused` / `cancelled` told to the requester · `resumed` called off no more · `rescheduled` new day or place: a new
 * clock.
 */
export type MomentKind =
  | 'received'
  | 'completed'
  | 'incomplete'
  | 'asked'
  | 'answered'
  | 'confirmed'
  | 'unconfirmed'
  | 'refused'
  | 'cancelled'
  | 'resumed'
  | 'rescheduled';

export interface Moment {
  readonly kind: MomentKind;
  readonly at: Temporal.Instant;
  /** What a later pass must compare with, such as the day and place that `rescheduled` set. */
  readonly detail?: string;
}

export interface TicketRecord {
  readonly ticket: Ticket;
  readonly key: RowKey;
  /** `missing` (*hilang*): the row is gone from the sheet. The ticket stays reserved. */
  readonly state: 'active' | 'missing';
}

/** A row of Pengaduan that was given a number. */
export interface ComplaintRecord {
  readonly number: ComplaintNumber;
  /** What the complainant wrote, as `number-complaints.ts` knows it again. */
  readonly key: string;
  /** When it was first seen. */
  readonly at: Temporal.Instant;
}

/** A generated document as the ledger remembers it. */
export interface DocumentRecord {
  /** `laporan/VC-2026-0123`, `rekap/2026-11`. */
  readonly key: string;
  /** The store's id; absent while the first save has not finished. */
  readonly id?: string;
  readonly url?: string;
  /** What a link to it says; absent where the id itself is a path that people know. */
  readonly title?: string;
  /** Of view and template: the same fingerprint means nothing to do. */
  readonly fingerprint: string;
  /** The same of each by itself, to tell what changed; absent for what an earlier version saved or was found again. */
  readonly madeFrom?: { readonly view: string; readonly template: string };
  /** SHA-256 of the bytes that we saved; another hash in the store means that somebody edited the file. */
  readonly contentHash: string;
  /** 1 for the first file; higher after "(pembaruan 2)". */
  readonly edition: number;
  /** It was made from a state that a supervisor had approved, and is never overwritten again. */
  readonly signedOff?: boolean;
  /** Name of whoever edited the edition before this one; absent where nobody did, or the store does not tell. */
  readonly editedBy?: string;
  /** Of a letter; absent for other documents, and for what an earlier version saved or was found again. */
  readonly letter?: LetterRecord;
}

/** What a letter told when it was saved last: people sign it and hand it on, so another one never takes its place in silence. */
export interface LetterRecord extends LetterEdition {
  readonly isDraft: boolean;
  readonly folder: readonly string[];
  /** Why it is not valid, in the staff's words; absent while it is. */
  readonly void?: string;
  /** The edition in whose place it stands. */
  readonly replaced?: LetterEdition & { readonly edition: number };
}

/** One edition of a letter, as it was while it was valid. */
export interface LetterEdition {
  /** What its template printed. */
  readonly view: Readonly<Record<string, unknown>>;
  /** File name without its number. */
  readonly name: string;
  /** Somebody edited the file, so that it was left as it is and does not say itself that it is not valid. */
  readonly leftAsIs?: true;
}

/**
 * Something that somebody did to a document: `offered` it could first be signed as it is · `checked` / `approved` what
 * stands in *Diperiksa* / *Disetujui* · `saving` an edition was about to be saved: until that is
 * remembered, nobody knows which one people read · `issued` an approved edition was saved, and is never touched again.
 */
export type SignStep = 'offered' | 'checked' | 'approved' | 'saving' | 'issued';

/** The latest act of its step on one document; kept, because the cell alone does not tell what it was given for. */
export interface SignAct {
  /** The document's. */
  readonly key: string;
  readonly step: SignStep;
  /** As typed into the cell; of what was issued, who approved it. */
  readonly mark: string;
  /** The print (`settle-approval.ts`) of the edition that it is about; `''` where there was none to sign. */
  readonly given: string;
  readonly at: Temporal.Instant;
}

export type SignActs = ReadonlyMap<SignStep, SignAct>;

/** Everything the ledger knows about one desk, read at the start of a pass. */
export interface LedgerState {
  readonly tickets: ReadonlyMap<Ticket, TicketRecord>;
  /** By ticket, then by column field. */
  readonly written: ReadonlyMap<Ticket, ReadonlyMap<string, WrittenValue>>;
  /** By ticket, oldest first. */
  readonly moments: ReadonlyMap<Ticket, readonly Moment[]>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  /** By document. */
  readonly signatures: ReadonlyMap<string, SignActs>;
  readonly messages: MessageMemory;
  /** Highest ticket number given out, by year. */
  readonly lastNumber: ReadonlyMap<number, number>;
  /** By number. */
  readonly complaints: ReadonlyMap<ComplaintNumber, ComplaintRecord>;
}

/** One line of the append-only history. */
export interface HistoryLine {
  readonly kind:
    | 'ticket-given'
    | 'ticket-rebound'
    | 'ticket-missing'
    | 'ticket-found'
    | 'ticket-adopted'
    | 'moment'
    | 'cell'
    | 'repair'
    | 'document'
    | 'signature'
    | 'message'
    | 'complaint'
    | 'pass'
    | 'undo';
  readonly ticket?: Ticket;
  /** Field or document key. */
  readonly subject?: string;
  readonly was?: Cell;
  readonly becomes?: Cell;
  readonly because: string;
}

/** A cell about to be written. Its reason waits with it, and becomes a line of the history once the sheet shows it. */
export interface IntendedCell {
  readonly ticket: Ticket;
  readonly field: string;
  readonly value: Cell;
  readonly reason?: {
    readonly kind: 'cell' | 'repair';
    readonly was: Cell;
    readonly because: string;
  };
}

/** A cell of a ticket's row that the sheet has shown to hold our value. */
export interface ConfirmedCell {
  readonly ticket: Ticket;
  readonly field: string;
  readonly value: Cell;
  /** Where it leads, when it was written as a link just now. */
  readonly link?: string;
}

/** What one pass adds to the ledger at one point; committed in one transaction. */
export interface LedgerChange {
  readonly newTickets: readonly TicketRecord[];
  readonly rebound: readonly { readonly ticket: Ticket; readonly key: RowKey }[];
  readonly missing: readonly Ticket[];
  readonly found: readonly Ticket[];
  readonly moments: readonly (Moment & { readonly ticket: Ticket })[];
  /** Cells about to be written. */
  readonly intended: readonly IntendedCell[];
  readonly signatures: readonly SignAct[];
  /** Promised to be said. */
  readonly messages: readonly MessagePromise[];
  /** Promised before, and not to be said any more. */
  readonly withdrawn: readonly MessageWithdrawal[];
  /** New ones, and those that are known by other words from now on. */
  readonly complaints: readonly ComplaintRecord[];
  /** Keys of messages that a person wants sent again. */
  readonly again: readonly string[];
  readonly listings: readonly ListingChange[];
  readonly history: readonly HistoryLine[];
}

export const noChange: LedgerChange = {
  newTickets: [],
  rebound: [],
  missing: [],
  found: [],
  moments: [],
  intended: [],
  signatures: [],
  messages: [],
  withdrawn: [],
  complaints: [],
  again: [],
  listings: [],
  history: [],
};
