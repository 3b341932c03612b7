import type { Ticket } from './ledger-state.ts';

/** What became of "geser" in *Alasan* of a request. */
export type MoveAnswer =
  | { readonly kind: 'moved'; readonly from: readonly Ticket[] }
  /** More than one would do, and none is named. */
  | { readonly kind: 'which'; readonly among: readonly Ticket[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly ticket: Ticket; readonly why: MoveRefusal };

export type MoveRefusal = 'unknown' | 'later' | 'held' | 'called-off' | 'state-by-hand' | 'taken';
