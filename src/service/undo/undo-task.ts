/** What of a pass can be taken back, and what speaks against the rest; changes nothing. */
import type { LedgerState, Ticket } from '../../core/cases/ledger-state.ts';
import type { MessageRecord } from '../../core/cases/messages.ts';
import { isSaid, isWaiting } from '../../core/messages/plan-messages.ts';
import { type CellsToUndo, cellsToUndo } from '../../core/plan/undo-cells.ts';
import { type RemarksToUndo, remarksToUndo } from '../../core/plan/undo-remarks.ts';
import { locateRows } from '../../core/rows/locate-rows.ts';
import type { KeptPass } from '../../ledger/undo-ledger.ts';
import type { Seen } from '../pass/look.ts';
import type { PassParts } from '../pass/pass-parts.ts';
import { findOut } from './begun-documents.ts';
import { type DocumentToUndo, documentsToUndo } from './undo-documents.ts';

/** What an undo would do. */
export interface UndoTask {
  readonly of: KeptPass;
  readonly seen: Seen;
  readonly cells: CellsToUndo;
  readonly remarks: RemarksToUndo;
  readonly documents: readonly DocumentToUndo[];
  readonly moments: readonly Ticket[];
  readonly withdrawn: readonly string[];
  /** Handed over; of some nobody knows whether they arrived. */
  readonly said: readonly MessageRecord[];
}

/** @param kept Of a pass that was cut off, all that it was about to do. */
export const judge = async (parts: PassParts, kept: KeptPass, seen: Seen): Promise<UndoTask> => {
  const { of, known } = await cameToBe(parts, kept, seen.ledgerState);
  const later = await laterSubjects(parts, of);
  const rows = new Set(seen.observation.rows.map(({ ticket }) => ticket));
  const isBuiltOn = (ticket: Ticket): boolean => later.has(ticket);
  const documents = await documentsToUndo(parts, of, {
    known,
    isBuiltOn: (key) => later.has(key) || later.has(key.slice(key.indexOf('/') + 1)),
    signedSince: new Set(
      seen.signatures.flatMap(({ key, step, mark }) =>
        (step === 'checked' || step === 'approved') && mark !== '' ? [key] : [],
      ),
    ),
  });
  const staying = new Set(documents.flatMap(({ key, why }) => (why === undefined ? [] : [key])));
  const cells = cellsToUndo(of, seen.observation, {
    isBuiltOn,
    staysBehind: ({ ticket, field }) =>
      seen.linked.some(
        ({ key, linkedBy }) => linkedBy === field && staying.has(`${key}/${ticket}`),
      ),
  });
  const promised = promisedBy(of, known);
  return {
    of,
    seen: { ...seen, ledgerState: known },
    cells,
    documents,
    remarks: remarksToUndo(of.remarks ?? [], seen.snapshot, locateRows(known, known)),
    moments: of.moments.filter((ticket) => rows.has(ticket) && !isBuiltOn(ticket)),
    withdrawn: promised
      .filter((each) => isWaiting(each) && !(each.ticket !== undefined && isBuiltOn(each.ticket)))
      .map(keyOf),
    said: promised.filter(isSaid),
  };
};

/** What was begun and never done is not there to be taken back, nor to be told of. */
const cameToBe = async (
  parts: PassParts,
  kept: KeptPass,
  known: LedgerState,
): Promise<{ readonly of: KeptPass; readonly known: LedgerState }> => {
  const { steps, lying } = await findOut(parts, kept.documents, known);
  const noted =
    kept.stage === 'ended'
      ? undefined
      : new Set(
          (await parts.ledger.history({ pass: kept.pass, kind: 'moment' })).map(
            ({ ticket }) => ticket,
          ),
        );
  return {
    of: {
      ...kept,
      documents: steps,
      cells: kept.cells.filter(({ ticket }) => known.tickets.has(ticket)),
      memory: kept.memory.filter(({ ticket }) => known.tickets.has(ticket)),
      moments: kept.moments.filter((ticket) => noted?.has(ticket) ?? true),
    },
    known: { ...known, documents: new Map([...known.documents, ...lying]) },
  };
};

/**
 * Of a pass that was killed before it promised anything, the next one promised the same under the same key: that is known by
 * when it was.
 */
const promisedBy = (
  { pass, messages }: Pick<KeptPass, 'pass' | 'messages'>,
  known: Pick<LedgerState, 'messages'>,
): readonly MessageRecord[] => {
  const keys = new Set(messages);
  return [...known.messages.values()]
    .flat()
    .filter(({ key, promisedAt }) => keys.has(key) && promisedAt.toString() === pass);
};

const keyOf = ({ key }: MessageRecord): string => key;

/** Tickets and documents that later passes did something to, but those that were taken back. */
const laterSubjects = async (
  { ledger }: Pick<PassParts, 'ledger'>,
  of: KeptPass,
): Promise<ReadonlySet<string>> => {
  const undone = new Set(
    (await ledger.undo.passes())
      .filter(({ undoneAt, revision }) => undoneAt !== undefined && revision > of.revision)
      .map(({ pass }) => pass),
  );
  // Of a pass itself comes later, too, what it noted after it was first kept.
  const lines = (await ledger.undo.since(of)).filter(
    ({ pass }) => pass !== of.pass && !undone.has(pass),
  );
  return new Set(
    lines.flatMap(({ kind, ticket, subject }) => {
      if (kind === 'message') return [];
      if (kind === 'document' || kind === 'signature')
        return subject === undefined ? [] : [subject, subject.slice(subject.indexOf('/') + 1)];
      return ticket === undefined ? [] : [ticket];
    }),
  );
};
