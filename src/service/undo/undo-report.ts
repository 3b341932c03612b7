import type { Ticket } from '../../core/cases/ledger-state.ts';
import type { MessageRecord } from '../../core/cases/messages.ts';
import type { AddedRow, WrittenCell } from '../../core/cases/pass-record.ts';
import type { LeftCell } from '../../core/plan/undo-cells.ts';
import type { KeptPass } from '../../ledger/undo-ledger.ts';
import type { UndoTask } from './undo-task.ts';

/** What was taken back and what was not. */
export interface UndoReport {
  readonly of: KeptPass;
  readonly cells: readonly WrittenCell[];
  /** Beside rows without a number, and in other tabs: how many, and how many are left: changed since, or beside rows that are filled alike. */
  readonly remarks: { readonly back: number; readonly left: number };
  /** Keys. */
  readonly documents: readonly string[];
  /** Where files were taken to. */
  readonly takenTo: readonly string[];
  /** Tickets whose moments hold no longer. */
  readonly moments: readonly Ticket[];
  /** Keys of those that are not handed over any more. */
  readonly withdrawn: readonly string[];
  /** Tickets that the pass gave, and that stay given. */
  readonly given: readonly Ticket[];
  /** Rows that the pass added, and that stay. */
  readonly leftRows: readonly AddedRow[];
  readonly leftCells: readonly LeftCell[];
  readonly leftDocuments: readonly { readonly key: string; readonly why: string }[];
  /** Handed over before; of some nobody knows whether they arrived. */
  readonly said: readonly MessageRecord[];
  /** Something may come off when it is asked for again. */
  readonly isUnfinished: boolean;
}

/** Of a pass that was cut off, cells that read as before were perhaps never written: they are not counted. */
export const backAlready = ({
  of,
  cells,
}: Pick<UndoTask, 'of' | 'cells'>): readonly WrittenCell[] =>
  of.stage === 'ended' ? cells.done : [];

/** The same of remarks: how many. */
export const remarksBackAlready = ({ of, remarks }: Pick<UndoTask, 'of' | 'remarks'>): number =>
  of.stage === 'ended' ? remarks.done : 0;

/** As it would come out. */
export const foreseen = ({
  of,
  cells,
  remarks,
  documents,
  moments,
  withdrawn,
  said,
}: UndoTask): UndoReport => ({
  of,
  cells: [...cells.back.map(({ cell }) => cell), ...backAlready({ of, cells })],
  remarks: {
    back: remarks.back.length + remarksBackAlready({ of, remarks }),
    left: remarks.left,
  },
  documents: documents.flatMap(({ key, why }) => (why === undefined ? [key] : [])),
  takenTo: [],
  moments,
  withdrawn,
  given: of.cells.flatMap(({ ticket, field, was }) =>
    field === 'ticket' && was === '' ? [ticket] : [],
  ),
  leftRows: of.added ?? [],
  leftCells: cells.left,
  leftDocuments: documents.flatMap(({ key, why }) => (why === undefined ? [] : [{ key, why }])),
  said,
  isUnfinished: false,
});
