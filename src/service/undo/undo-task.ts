/** What of a pass can be taken back, and what speaks against the rest; changes nothing. */
import type { Ticket } from '../../core/cases/ledger-state.ts';
import type { MessageRecord } from '../../core/cases/messages.ts';
import { isSaid, isWaiting } from '../../core/messages/plan-messages.ts';
import { type CellsToUndo, cellsToUndo } from '../../core/plan/undo-cells.ts';
import type { KeptPass } from '../../ledger/undo-ledger.ts';
import type { Seen } from '../pass/look.ts';
import type { PassParts } from '../pass/pass-parts.ts';
import { type DocumentToUndo, documentsToUndo } from './undo-documents.ts';

/** What an undo would do. */
export interface UndoTask {
  readonly of: KeptPass;
  readonly seen: Seen;
  readonly cells: CellsToUndo;
  readonly documents: readonly DocumentToUndo[];
  readonly moments: readonly Ticket[];
  readonly withdrawn: readonly string[];
  readonly said: readonly string[];
}

export const judge = async (parts: PassParts, of: KeptPass, seen: Seen): Promise<UndoTask> => {
  const known = seen.ledgerState;
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
  const promised = new Set(of.messages);
  const messages = [...known.messages.values()]
    .flat()
    .filter(({ key, ticket }) => promised.has(key) && !(ticket !== undefined && later.has(ticket)));
  return {
    of,
    seen,
    cells,
    documents,
    moments: of.moments.filter((ticket) => rows.has(ticket) && !isBuiltOn(ticket)),
    withdrawn: messages.filter(isWaiting).map(keyOf),
    said: [...known.messages.values()]
      .flat()
      .filter((message) => promised.has(message.key) && isSaid(message))
      .map(keyOf),
  };
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
  const lines = (await ledger.undo.since(of)).filter(({ pass }) => !undone.has(pass));
  return new Set(
    lines.flatMap(({ kind, ticket, subject }) => {
      if (kind === 'message') return [];
      if (kind === 'document' || kind === 'signature')
        return subject === undefined ? [] : [subject, subject.slice(subject.indexOf('/') + 1)];
      return ticket === undefined ? [] : [ticket];
    }),
  );
};
