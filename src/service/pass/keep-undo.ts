/** Keeps what a pass wrote and what stood there before, so that it can be taken back. */
import type { LedgerState } from '../../core/cases/ledger-state.ts';
import type { PassRecord, RememberedCell, WrittenCell } from '../../core/cases/pass-record.ts';
import type { CellChange } from '../../core/plan/plan.ts';
import { settledCells } from '../../core/plan/settled-cells.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import { asRead, spotOf } from '../../core/sheet/snapshot.ts';
import type { Seen } from './look.ts';
import type { MadeDocuments } from './make-documents.ts';
import type { PassParts } from './pass-parts.ts';

/**
 * One that did nothing that could be taken back keeps nothing, so that it does not push out one that did.
 *
 * @returns Whether there was anything to keep.
 * @param outcomes Of the plan's edits, its cells first; none where no cell was written.
 */
export const keepForUndo = async (
  { ledger, undo }: Pick<PassParts, 'ledger' | 'undo'>,
  seen: Seen,
  { made, outcomes = [] }: { readonly made: MadeDocuments; readonly outcomes?: readonly Outcome[] },
): Promise<boolean> => {
  const record = recordOf(seen, made, outcomes);
  if (isEmpty(record)) return false;
  await ledger.undo.keep(record);
  undo.tidy(await ledger.undo.passes());
  return true;
};

const isEmpty = ({ cells, documents, signatures, messages, moments }: PassRecord): boolean =>
  cells.length + documents.length + signatures.length + messages.length + moments.length === 0;

const recordOf = (
  seen: Seen,
  { steps }: MadeDocuments,
  outcomes: readonly Outcome[],
): PassRecord => {
  const { now, plan, observation, linked, ledgerState } = seen;
  const written = plan.cells.filter((_, index) => outcomes[index] === 'written');
  const { documents } = ledgerState;
  const touched = [...written, ...settledCells(observation, { documents, linked })];
  const signed = new Set([
    ...seen.signatures.map(({ key }) => key),
    ...steps.map(({ key }) => key),
  ]);
  return {
    pass: now.toString(),
    cells: written.map((change) => writtenCell(change, seen)),
    memory: uniqueMemory(touched, ledgerState),
    documents: steps,
    signatures: [...signed].map((key) => ({
      key,
      acts: [...(ledgerState.signatures.get(key)?.values() ?? [])],
    })),
    messages: plan.ledger.messages.map(({ key }) => key),
    moments: [...new Set(plan.ledger.moments.map(({ ticket }) => ticket))],
  };
};

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
