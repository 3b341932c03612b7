/** Keeps what a pass wrote and what stood there before, so that it can be taken back. */
import type { LedgerState, SignAct } from '../../core/cases/ledger-state.ts';
import type {
  AddedRow,
  DocumentStep,
  PassRecord,
  RememberedCell,
  WrittenCell,
} from '../../core/cases/pass-record.ts';
import type { CellChange } from '../../core/plan/plan.ts';
import { remarksOf } from '../../core/plan/plan-edits.ts';
import { settledCells } from '../../core/plan/settled-cells.ts';
import type { CellEdit, Outcome } from '../../core/sheet/edits.ts';
import { asRead, spotOf } from '../../core/sheet/snapshot.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Seen } from './look.ts';
import type { MadeDocuments } from './make-documents.ts';
import type { PassParts } from './pass-parts.ts';

/** Told by a pass, as it goes, what it is about to do: one that is killed can be taken back, too. */
export interface UndoNotes {
  /** Before anything is promised. */
  begin(seen: Seen): Promise<void>;
  /** Before the next step with a document. */
  step(step: DocumentStep): Promise<void>;
  /** Before cells are written. */
  writing(seen: Seen): Promise<void>;
  /**
   * One that did nothing that could be taken back keeps nothing, so that it does not push out one that did.
   *
   * @param outcomes Of the plan's edits, its cells first; none where no cell was written.
   * @returns Whether there was anything to keep.
   */
  end(
    seen: Seen,
    did: {
      readonly made: MadeDocuments;
      readonly outcomes?: readonly Outcome[];
      readonly added?: readonly AddedRow[];
    },
  ): Promise<boolean>;
  /** Instead of the end, where writing the cells failed. @param mayBeWritten Nobody knows what of them was written. */
  endUnsure(
    seen: Seen,
    did: { readonly made: MadeDocuments; readonly mayBeWritten: boolean },
  ): Promise<boolean>;
}

export const undoNotes = ({ ledger, undo }: Pick<PassParts, 'ledger' | 'undo'>): UndoNotes => {
  let kept: number | undefined;
  let first: Seen | undefined;
  const begun = async (record: () => PassRecord): Promise<number> => {
    kept ??= await ledger.undo.begin(record());
    return kept;
  };
  const end = async (
    record: PassRecord,
    { isSure, stage }: { readonly isSure: boolean; readonly stage: 'ended' | 'cut off' },
  ): Promise<boolean> => {
    const isNew = !isEmpty(record) && (isSure || !(await isKeptAlready(ledger, record, kept)));
    if (!isNew && kept === undefined) return false;
    await ledger.undo.end(await begun(() => record), isNew ? record : undefined, stage);
    undo.tidy(await ledger.undo.keptFiles());
    return isNew;
  };
  return {
    begin: async (seen) => {
      first = seen;
      const record = recordOf(seen, nothingDone);
      if (!isEmpty(record)) await begun(() => record);
    },
    step: async (step) => {
      if (first === undefined) return;
      const seen = first;
      const revision = await begun(() => recordOf(seen, nothingDone));
      await ledger.undo.step(revision, { step, acts: actsOn(step.key, seen.ledgerState) });
    },
    writing: async (seen) => {
      const done = { steps: [], ...allPlanned(seen) };
      if (done.cells.length + done.remarks.length === 0) return;
      // Its steps with documents stand beside it already.
      const record = recordOf(seen, done);
      if (kept === undefined) await begun(() => record);
      else await ledger.undo.renew(kept, record);
    },
    end: (seen, { made: { steps }, outcomes = [], added = [] }) => {
      const cells = seen.plan.cells.filter((_, index) => outcomes[index] === 'written');
      const remarks = remarksOf(seen.plan, outcomes);
      const record = {
        ...recordOf(seen, { steps, cells, remarks }),
        ...(added.length > 0 && { added }),
      };
      const written = cells.length + remarks.length + added.length;
      const isSure = written > 0 || isPromising(record) || steps.some(isTaken);
      return end(record, { isSure, stage: 'ended' });
    },
    endUnsure: (seen, { made: { steps }, mayBeWritten }) => {
      const done = mayBeWritten ? allPlanned(seen) : nothingDone;
      const record = recordOf(seen, { ...done, steps });
      const isSure = isPromising(record) || steps.some(isTaken);
      return end(record, { isSure, stage: mayBeWritten ? 'cut off' : 'ended' });
    },
  };
};

const isPromising = ({ messages, moments }: PassRecord): boolean =>
  messages.length + moments.length > 0;

const isTaken = ({ file }: DocumentStep): boolean => file.kind !== 'begun';

const allPlanned = ({ plan }: Seen): Omit<Done, 'steps'> => ({
  cells: plan.cells,
  remarks: remarksOf(plan),
});

const isEmpty = ({ remarks = [], added = [], ...record }: PassRecord): boolean => {
  const { cells, documents, signatures, messages, moments } = record;
  const lists = [cells, added, remarks, documents, signatures, messages, moments];
  return lists.every((list) => list.length === 0);
};

/** Passes that meet the same trouble again and again must not push out one that did something. */
const isKeptAlready = async (
  { undo }: Pick<Ledger, 'undo'>,
  record: PassRecord,
  kept: number | undefined,
): Promise<boolean> => {
  const before = (await undo.passes()).findLast(({ revision }) => revision !== kept);
  return before?.undoneAt === undefined && tries(record) === (before && tries(before));
};

const tries = ({ cells, remarks, documents }: PassRecord): string =>
  JSON.stringify([
    cells,
    remarks,
    documents.map(({ key, after: { edition, fingerprint } }) => ({ key, edition, fingerprint })),
  ]);

interface Done {
  readonly steps: readonly DocumentStep[];
  readonly cells: readonly CellChange[];
  readonly remarks: readonly CellEdit[];
}

const nothingDone: Done = { steps: [], cells: [], remarks: [] };

const recordOf = (seen: Seen, { steps, cells, remarks }: Done): PassRecord => {
  const { now, plan, observation, linked, ledgerState, signatures } = seen;
  const { documents } = ledgerState;
  const touched = [...cells, ...settledCells(observation, { documents, linked })];
  const signed = new Set([...signatures, ...steps].map(({ key }) => key));
  return {
    pass: now.toString(),
    cells: cells.map((change) => writtenCell(change, seen)),
    remarks,
    memory: uniqueMemory(touched, ledgerState),
    documents: steps,
    signatures: [...signed].map((key) => ({ key, acts: actsOn(key, ledgerState) })),
    messages: plan.ledger.messages.map(({ key }) => key),
    moments: [...new Set(plan.ledger.moments.map(({ ticket }) => ticket))],
  };
};

const actsOn = (
  key: string,
  { signatures }: Pick<LedgerState, 'signatures'>,
): readonly SignAct[] => [...(signatures.get(key)?.values() ?? [])];

const writtenCell = (
  { ticket, row, field, was, becomes }: CellChange,
  { observation: { links, columns }, ledgerState }: Seen,
): WrittenCell => {
  const index = columns.indexOf.get(field);
  const wasLink =
    links === undefined
      ? ledgerState.written.get(ticket)?.get(field)?.link
      : links.get(spotOf(row, (index ?? -1) + 1));
  return {
    ticket,
    field,
    was,
    ...(wasLink !== undefined && was !== '' && { wasLink }),
    becomes: asRead(becomes),
    ...(typeof becomes === 'object' && becomes.kind === 'link' && { link: becomes.url }),
  };
};

const uniqueMemory = (
  cells: readonly Pick<RememberedCell, 'ticket' | 'field'>[],
  { written }: LedgerState,
): readonly RememberedCell[] => {
  const unique = new Map(cells.map((cell) => [`${cell.ticket} ${cell.field}`, cell]));
  return [...unique.values()].map(({ ticket, field }) => {
    const value = written.get(ticket)?.get(field);
    return { ticket, field, ...(value && { value }) };
  });
};
