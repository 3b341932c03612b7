/** What the latest passes wrote and what stood there before, so that it can be taken back. */
import type { CellEdit } from '../sheet/edits.ts';
import type { Cell } from '../sheet/snapshot.ts';
import type { WrittenValue } from '../sheet/three-way.ts';
import type { DocumentRecord, SignAct, Ticket } from './ledger-state.ts';

/** What one pass wrote that a person may want taken back. */
export interface PassRecord {
  readonly pass: string;
  readonly cells: readonly WrittenCell[];
  /** Remarks beside rows without a number, and in other tabs that people fill; absent in what an earlier version kept. */
  readonly remarks?: readonly CellEdit[];
  /** What the ledger remembered of cells before: of those that were written, and of those that it only took note of. */
  readonly memory: readonly RememberedCell[];
  /** In the order in which it was done. */
  readonly documents: readonly DocumentStep[];
  /** What the ledger knew of signatures on these documents before. */
  readonly signatures: readonly { readonly key: string; readonly acts: readonly SignAct[] }[];
  /** Keys of the messages that it promised. */
  readonly messages: readonly string[];
  /** Tickets of which it noted moments. */
  readonly moments: readonly Ticket[];
  /** Rows that it added; absent where it added none. */
  readonly added?: readonly AddedRow[];
}

/** A row for another day of an event that comes again. */
export interface AddedRow {
  /** Of the row whose event it is. */
  readonly ticket: Ticket;
  readonly day: string;
}

/** A cell of Permohonan. */
export interface WrittenCell {
  readonly ticket: Ticket;
  readonly field: string;
  readonly was: Cell;
  /** Where it led, as far as it is known. */
  readonly wasLink?: string;
  readonly becomes: Cell;
  readonly link?: string;
}

export interface RememberedCell {
  readonly ticket: Ticket;
  readonly field: string;
  /** Absent where nothing was remembered. */
  readonly value?: WrittenValue;
}

/** One step that a pass took with a document. */
export interface DocumentStep {
  readonly key: string;
  /** As the ledger remembered it; absent where it did not. */
  readonly before?: DocumentRecord;
  readonly after: DocumentRecord;
  readonly file: FileStep;
  /** What the ledger kept of the approved edition before this one. */
  readonly issued?: string;
}

/**
 * `none`: the ledger alone was brought up to date · `made`: a file that was not there before · `renewed`: in place ·
 * `begun`: it was about to be saved, in the place of `replaces` or as a new one; whether it came to that is to be found out.
 */
export type FileStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'made' }
  | { readonly kind: 'renewed'; readonly kept?: KeptFile }
  | { readonly kind: 'begun'; readonly replaces?: string; readonly kept?: KeptFile };

/** How the file before can be had again. */
export interface KeptFile {
  /** Where it lay and what the store noted of it, in the store's own words. */
  readonly note: string;
  /** Under which name its bytes are kept; absent where the store keeps them itself. */
  readonly bytes?: string;
}

/** What was taken back, for the ledger: all of it in one transaction. */
export interface TakenBack {
  /** Of these cells it remembers this again. */
  readonly memory: readonly RememberedCell[];
  readonly documents: readonly RestoredDocument[];
  /** Those whose moments, as far as the pass noted them, hold no longer. */
  readonly tickets: readonly Ticket[];
  /** Keys of messages that are not to be handed over. */
  readonly messages: readonly { readonly key: string; readonly why: string }[];
}

export interface RestoredDocument {
  readonly key: string;
  /** Absent where there was none. */
  readonly record?: DocumentRecord;
  /** All that is known of its signatures then; absent: they stay as they are. */
  readonly acts?: readonly SignAct[];
}
