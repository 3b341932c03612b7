/** Which documents something has to be done to: those that the ledger or the place of the documents tells are not as they should be. */
import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore, FoundDocument, KnownDocument } from '../backends/backend.ts';
import type { DocumentRecord } from '../core/cases/ledger-state.ts';
import type { Exposed } from '../core/overview/exposed-documents.ts';
import { ServiceError } from '../errors.ts';
import { type DocumentTask, type DueDocument, isOursToChange, isSettled } from './document-task.ts';
import type { SettledDocument, SettledParts } from './sign-documents.ts';

export interface Inventory {
  readonly now: Temporal.Instant;
  readonly wanted: SettledParts;
  readonly known: ReadonlyMap<string, DocumentRecord>;
  /** Those to be made now, all unless given; all are looked over, because the store may not look again for an hour. */
  readonly only?: (document: SettledDocument) => boolean;
}

export interface DueDocuments {
  readonly due: readonly DueDocument[];
  /** What anybody with the link may open. */
  readonly exposed: readonly Exposed[];
  /** The store could not be looked over. */
  readonly trouble?: ServiceError;
}

/** Those that are as they should be by the ledger: whether they lie there is to be asked of the store. */
export const settledDocuments = ({
  wanted,
  known,
}: Pick<Inventory, 'wanted' | 'known'>): readonly KnownDocument[] =>
  wanted.flatMap((part) => byLedger(part, known).settled);

/** What the ledger says of the documents of one part. */
interface ByLedger {
  readonly all: readonly DueDocument[];
  readonly unsettled: readonly DueDocument[];
  readonly settled: readonly KnownDocument[];
}

const byLedger = (part: readonly SettledDocument[], known: Inventory['known']): ByLedger => {
  const before = judgedBefore.get(part);
  if (before?.known === known) return before.judged;
  const all = part.map((wanted): DueDocument => {
    const record = known.get(wanted.key);
    return { wanted, ...(record && { record }) };
  });
  const isAsBefore = before?.judged.all.every(({ record }, at) => record === all[at]?.record);
  const judged = before && isAsBefore ? before.judged : judgedByLedger(all);
  judgedBefore.set(part, { known, judged });
  return judged;
};

const judgedBefore = new WeakMap<
  readonly SettledDocument[],
  { readonly known: Inventory['known']; readonly judged: ByLedger }
>();

const judgedByLedger = (all: readonly DueDocument[]): ByLedger => ({
  all,
  unsettled: all.filter((each) => !isSettled(each)),
  settled: all
    .filter(isSettled)
    .flatMap(({ record }) =>
      record?.id ? [{ id: record.id, fingerprint: record.fingerprint }] : [],
    ),
});

/** Those of the wanted documents to which something may have to be done, and what else is amiss. */
export const dueDocuments = async (
  { documents }: { readonly documents: DocumentStore },
  { now, wanted, known, only = () => true }: Inventory,
): Promise<DueDocuments> => {
  const parts = wanted.map((part) => byLedger(part, known));
  const dueIn = (amiss: ReadonlySet<string>): readonly DueDocument[] =>
    parts
      .flatMap(({ all, unsettled, settled }) =>
        settled.some(({ id }) => amiss.has(id))
          ? all.filter((each) => !isSettled(each) || amiss.has(each.record?.id ?? ''))
          : unsettled,
      )
      .filter(({ wanted: document }) => only(document));
  try {
    const settled = parts.flatMap((part) => part.settled);
    const { amiss, exposed } = await documents.inspect(settled, now);
    return { due: dueIn(amiss), exposed };
  } catch (trouble) {
    if (!(trouble instanceof ServiceError)) throw trouble;
    return { due: dueIn(new Set()), exposed: await documents.exposed(), trouble };
  }
};

/** Looks at the file. Of a document that the ledger does not know, the store's own notes may tell. */
export const examine = async (
  { documents }: { readonly documents: DocumentStore },
  due: DueDocument,
): Promise<DocumentTask> => {
  const { record, wanted } = due;
  const stored = record?.id === undefined ? undefined : await documents.look(record.id);
  // An edition beside one that is not ours to change may have been saved by a run that could not remember that.
  const isOurs = stored !== undefined && isOursToChange({ ...due, stored });
  const found = isOurs && !wanted.letter?.isNext ? undefined : await documents.find(wanted.key);
  if (found === undefined || !isLater(found, record)) {
    const inItsPlace = stored === undefined ? await successorOf(due, documents) : undefined;
    if (inItsPlace !== undefined) return inItsPlace;
    // A letter that is not valid is marked wherever people put it.
    const isMoved = wanted.letter?.void !== undefined && found?.edition === record?.edition;
    const lies = stored ?? (isMoved ? found?.stored : undefined);
    return { ...due, ...(lies && { stored: lies }) };
  }
  const { id, url, title, contentHash, savedHash = contentHash } = found.stored;
  const { edition, fingerprint, signedOff, madeFrom } = found;
  const editedBy = stored?.editedBy ?? record?.editedBy;
  return {
    ...due,
    // The next letter lies there already: what was begun is gone on with.
    wanted: wanted.letter ? { ...wanted, letter: { ...wanted.letter, isNext: false } } : wanted,
    stored: found.stored,
    record: {
      key: wanted.key,
      id,
      url,
      title,
      fingerprint,
      contentHash: savedHash,
      edition,
      ...(madeFrom && { madeFrom }),
      ...(signedOff && { signedOff }),
      ...(editedBy !== undefined && { editedBy }),
    },
  };
};

/** What a person put in its place is the document from now on: whatever leads to it follows. */
const successorOf = async (
  due: DueDocument,
  documents: DocumentStore,
): Promise<DocumentTask | undefined> => {
  const { record, wanted } = due;
  if (record?.id === undefined) return undefined;
  const { id, title } = record;
  const { folder } = wanted;
  const stored = await documents.successor({ id, folder, ...(title !== undefined && { title }) });
  return (
    stored && {
      ...due,
      stored,
      record: { ...record, id: stored.id, url: stored.url, title: stored.title },
    }
  );
};

/** A run that was killed may have saved the next edition, or printed the approval into this one, and not got to remember it. */
const isLater = (found: FoundDocument, record: DocumentRecord | undefined): boolean =>
  record === undefined ||
  found.edition > record.edition ||
  (found.edition === record.edition && found.signedOff && record.signedOff !== true);
