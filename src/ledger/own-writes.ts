/**
 * What this process wrote into its ledger, so that only that is read again. Whatever it does not know all of, another
 * process's writes or its own of a kind that is not told here, is read whole.
 */
import type { LedgerChange, LedgerState, Ticket } from '../core/cases/ledger-state.ts';

/** What a write may have changed of what the ledger knows. */
export interface Touched {
  readonly parts: readonly StatePart[];
  /** Of whose cells something is known anew; they are among no part. */
  readonly cellsOf: readonly Ticket[];
  /** Documents, by their keys: known anew by themselves, or who signed them. */
  readonly documents: readonly string[];
  readonly signatures: readonly string[];
}

export type StatePart = Exclude<keyof LedgerState, 'written' | 'documents' | 'signatures'>;

/** All that the ledger knew when it had seen so many writes. */
export interface KnownState {
  readonly revision: number;
  readonly state: LedgerState;
}

export const nothingTouched: Touched = { parts: [], cellsOf: [], documents: [], signatures: [] };

export interface OwnWrites {
  /** @param revision That of the write, which is in the ledger by now. */
  note(revision: number, touched: Touched): void;
  /** What all writes after the one and up to the other touched; absent where one of them was none of these. */
  between(from: number, to: number): Touched | undefined;
}

/** Whoever reads the state after each pass needs no more. */
const mostKept = 1000;

export const openOwnWrites = (): OwnWrites => {
  const byRevision = new Map<number, Touched>();
  return {
    note: (revision, touched) => {
      byRevision.set(revision, touched);
      const [oldest] = byRevision.keys();
      if (byRevision.size > mostKept && oldest !== undefined) byRevision.delete(oldest);
    },
    between: (from, to) => {
      if (to < from || to - from > mostKept) return undefined;
      const writes = Array.from({ length: to - from }, (_, at) => byRevision.get(from + 1 + at));
      const own = writes.filter((write) => write !== undefined);
      if (own.length < writes.length) return undefined;
      const all = <Kind extends keyof Touched>(kind: Kind): readonly Touched[Kind][number][] => [
        ...new Set(own.flatMap((write): readonly Touched[Kind][number][] => write[kind])),
      ];
      return {
        parts: all('parts'),
        cellsOf: all('cellsOf'),
        documents: all('documents'),
        signatures: all('signatures'),
      };
    },
  };
};

/** A line of the history is no part of what is known. */
export const touchedBy = (change: LedgerChange): Touched => ({
  parts: (Object.keys(change) as (keyof LedgerChange)[]).flatMap((part) =>
    change[part].length === 0 ? [] : partsOf[part],
  ),
  cellsOf: change.intended.map(({ ticket }) => ticket),
  documents: [],
  signatures: change.signatures.map(({ key }) => key),
});

const partsOf: Readonly<Record<keyof LedgerChange, readonly StatePart[]>> = {
  newTickets: ['tickets', 'lastNumber'],
  rebound: ['tickets'],
  missing: ['tickets'],
  found: ['tickets'],
  moments: ['moments'],
  intended: [],
  signatures: [],
  messages: ['messages'],
  withdrawn: ['messages'],
  complaints: ['complaints'],
  again: ['messages'],
  listings: ['messages'],
  history: [],
};
