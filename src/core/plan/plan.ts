import { type LedgerChange, noChange, type RowKey, type Ticket } from '../cases/ledger-state.ts';
import type { Finding } from '../cases/request.ts';
import type { OurField } from '../columns/request-tab.ts';
import type { CellEdit } from '../sheet/edits.ts';
import type { Cell, CellContent } from '../sheet/snapshot.ts';

/** One cell of Permohonan that a pass would change, with its reason. */
export interface CellChange {
  readonly ticket: Ticket;
  /** Row number when we looked; for people. */
  readonly row: number;
  readonly field: OurField;
  /** The header as the sheet spells it. */
  readonly header: string;
  readonly was: Cell;
  readonly becomes: CellContent;
  readonly because: string;
  /** The cell held a value of ours that somebody else's hand displaced: putting it back is a repair. */
  readonly repair: boolean;
}

/** Which row carries which ticket, as decided in this pass. */
export interface PlannedRow {
  readonly row: number;
  readonly ticket: Ticket;
  readonly key: RowKey;
  readonly fresh: boolean;
}

/** Something that a person has to look at. */
export interface Concern {
  readonly tab: string;
  readonly row?: number;
  readonly ticket?: Ticket;
  readonly findings: readonly Pick<Finding, 'kind' | 'field' | 'text'>[];
}

/** All that one pass would write into the sheet and the ledger, as data. Documents are planned beside it. */
export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly cells: readonly CellChange[];
  /** Service cells on rows that hold no request any more. */
  readonly strays: readonly CellEdit[];
  /** Remarks beside rows without a ticket, addressed by what fills them. */
  readonly remarks: readonly CellEdit[];
  /** Cells of the tab Ringkasan. */
  readonly overview: readonly CellEdit[];
  readonly ledger: LedgerChange;
  readonly concerns: readonly Concern[];
}

export const emptyPlan: Plan = {
  rows: [],
  cells: [],
  strays: [],
  remarks: [],
  overview: [],
  ledger: noChange,
  concerns: [],
};
