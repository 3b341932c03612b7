/** The ledger's tables as Kysely sees them. Each carries the desk's key, so that desks can share a database. */
import type { Transaction } from 'kysely';
import type {
  DocumentRecord,
  HistoryLine,
  MomentKind,
  SignStep,
  TicketRecord,
} from '../core/cases/ledger-state.ts';
import type { MessageListing, MessageState } from '../core/cases/messages.ts';
import type { DispatchState } from './dispatch-ledger.ts';
import type { PassStage } from './undo-ledger.ts';

/** SQLite: the desk's name, one in a file; PostgreSQL: its number, because hundreds share the rows and their indexes. */
export type DeskKey = string | number;

export interface LedgerTables {
  readonly schema_step: { readonly version: number };
  /** Also what a writing transaction takes hold of first: one at a time for each desk. */
  readonly desk: {
    readonly desk: DeskKey;
    readonly revision: number;
    /** Where the ledger lives now, if not here. */
    readonly moved_to: string | null;
  };
  readonly ticket: {
    readonly desk: DeskKey;
    readonly ticket: string;
    readonly year: number;
    readonly number: number;
    readonly row_key: string;
    readonly state: TicketRecord['state'];
  };
  /** The highest number given out in a year. Kept apart from the tickets, so that it outlives any of them. */
  readonly last_number: { readonly desk: DeskKey; readonly year: number; readonly number: number };
  readonly cell: {
    readonly desk: DeskKey;
    readonly ticket: string;
    readonly field: string;
    readonly written: string | null;
    readonly intended: string | null;
    readonly link: string | null;
    /** Of the intended value; `null` once the sheet has shown it. */
    readonly reason: string | null;
  };
  readonly moment: {
    readonly desk: DeskKey;
    readonly revision: number;
    readonly position: number;
    readonly ticket: string;
    readonly kind: MomentKind;
    readonly at: string;
    readonly detail: string | null;
  };
  /** Moments that hold no longer, because the pass that noted them was taken back. */
  readonly moment_undone: {
    readonly desk: DeskKey;
    readonly revision: number;
    readonly position: number;
    readonly at: string;
  };
  /** What the latest passes wrote, so that it can be taken back. */
  readonly pass_record: {
    readonly desk: DeskKey;
    readonly revision: number;
    readonly pass: string;
    /** JSON. */
    readonly record: string;
    readonly undone_at: string | null;
    readonly stage: PassStage;
  };
  /** What a pass that has not come to its end was about to do with documents. */
  readonly pass_step: {
    readonly desk: DeskKey;
    /** Of the pass's record. */
    readonly revision: number;
    readonly position: number;
    /** JSON. */
    readonly step: string;
  };
  /** Under which names the bytes of files are kept that a pass saved anew; of all passes that can be taken back. */
  readonly pass_file: {
    readonly desk: DeskKey;
    /** Of the pass's record. */
    readonly revision: number;
    readonly name: string;
  };
  readonly document: {
    readonly desk: DeskKey;
    readonly key: string;
    readonly id: string | null;
    readonly url: string | null;
    readonly title: string | null;
    readonly fingerprint: string;
    readonly view_fingerprint: string | null;
    readonly template_fingerprint: string | null;
    readonly content_hash: string;
    readonly edition: DocumentRecord['edition'];
    readonly edited_by: string | null;
    /** 0 or 1. */
    readonly signed_off: number;
    /** JSON. */
    readonly letter: string | null;
  };
  /** The latest act of each step on a document. */
  readonly signature: {
    readonly desk: DeskKey;
    readonly key: string;
    readonly step: SignStep;
    readonly mark: string;
    readonly given: string;
    readonly at: string;
  };
  /** What was said to people, or is promised to be. */
  readonly message: {
    readonly desk: DeskKey;
    readonly key: string;
    readonly thread: string;
    readonly number: number;
    readonly kind: string;
    readonly ticket: string | null;
    /** JSON, as all that follows but the moments. */
    readonly recipient: string;
    readonly facts: string;
    readonly view: string;
    readonly invitation: string | null;
    readonly not_before: string;
    readonly not_after: string | null;
    readonly because: string;
    readonly promised_at: string;
    readonly state: MessageState['kind'];
    /** When the state was reached; `null` while it waits. */
    readonly state_at: string | null;
    /** JSON: what else is known of the state. */
    readonly state_detail: string;
    /** How many mails were made of it. */
    readonly mails: number;
    /** How often it was refused for the time being. */
    readonly tries: number;
    readonly listing: MessageListing | null;
  };
  /** Mails that carry messages: frozen before they are handed over. */
  readonly dispatch: {
    readonly desk: DeskKey;
    readonly id: string;
    readonly address: string;
    readonly sender: string;
    /** Base64; `null` once nobody needs it any more. */
    readonly raw: string | null;
    /** JSON: the keys of the messages that it carries. */
    readonly messages: string;
    readonly frozen_at: string;
    readonly state: DispatchState;
    /** Of the latest attempt or answer. */
    readonly state_at: string;
    readonly attempts: number;
    /** 1 where a person asked for one more attempt. */
    readonly asked_again: number;
  };
  readonly complaint: {
    readonly desk: DeskKey;
    readonly number: string;
    readonly row_key: string;
    readonly at: string;
  };
  readonly history: {
    readonly desk: DeskKey;
    readonly revision: number;
    readonly position: number;
    readonly at: string;
    readonly pass: string;
    readonly kind: HistoryLine['kind'];
    readonly ticket: string | null;
    readonly subject: string | null;
    readonly was: string | null;
    readonly becomes: string | null;
    readonly because: string;
  };
  readonly memory: { readonly desk: DeskKey; readonly name: string; readonly value: string };
}

/**
 * The tables that hold rows of desks, each after those that its rows point to, with what tells the rows of one desk apart
 * in it.
 */
export const rowKeys = {
  desk: [],
  ticket: ['ticket'],
  last_number: ['year'],
  cell: ['ticket', 'field'],
  moment: ['revision', 'position'],
  moment_undone: ['revision', 'position'],
  pass_record: ['revision'],
  pass_step: ['revision', 'position'],
  pass_file: ['revision', 'name'],
  document: ['key'],
  signature: ['key', 'step'],
  message: ['key'],
  dispatch: ['id'],
  complaint: ['number'],
  history: ['revision', 'position'],
  memory: ['name'],
} as const satisfies {
  readonly [T in Exclude<keyof LedgerTables, 'schema_step'>]: readonly (keyof LedgerTables[T])[];
};

export type DeskTable = keyof typeof rowKeys;

export const deskTables = Object.keys(rowKeys) as readonly DeskTable[];

/** One writing transaction over them. */
export type LedgerTransaction = Transaction<LedgerTables>;
