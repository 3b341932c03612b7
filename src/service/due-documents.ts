/** Which documents something has to be done to: those that the ledger or the place of the documents tells are not as they should be. */
import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore } from '../backends/backend.ts';
import type { DocumentRecord } from '../core/cases/ledger-state.ts';
import type { Exposed } from '../core/overview/exposed-documents.ts';
import type { WantedDocument } from '../documents/document-kind.ts';
import { ServiceError } from '../errors.ts';
import { type DocumentTask, type DueDocument, isOursToChange, isSettled } from './document-task.ts';
import { type Fingerprint, noFingerprint, type Templates } from './template-shelf.ts';

export interface Inventory {
  readonly now: Temporal.Instant;
  readonly wanted: readonly WantedDocument[];
  readonly known: ReadonlyMap<string, DocumentRecord>;
}

export interface DueDocuments {
  readonly due: readonly DueDocument[];
  /** What anybody with the link may open. */
  readonly exposed: readonly Exposed[];
  /** The store could not be looked over. */
  readonly trouble?: ServiceError;
}

/** Those of the wanted documents to which something may have to be done, and what else is amiss. */
export const dueDocuments = async (
  { documents, templates }: { readonly documents: DocumentStore; readonly templates: Templates },
  { now, wanted, known }: Inventory,
): Promise<DueDocuments> => {
  const all = wanted.map((document): DueDocument => {
    const record = known.get(document.key);
    const fingerprint = fingerprintOf(templates, document);
    return { wanted: document, fingerprint, ...(record && { record }) };
  });
  const unsettled = all.filter((each) => !isSettled(each));
  const settled = all
    .filter(isSettled)
    .flatMap(({ record, fingerprint }) =>
      record?.id ? [{ id: record.id, fingerprint: fingerprint.whole }] : [],
    );
  try {
    const { amiss, exposed } = await documents.inspect(settled, now);
    const due = all.filter((each) => !isSettled(each) || amiss.has(each.record?.id ?? ''));
    return { due, exposed };
  } catch (trouble) {
    if (!(trouble instanceof ServiceError)) throw trouble;
    return { due: unsettled, exposed: await documents.exposed(), trouble };
  }
};

/** Where the program fails over it, nothing is settled: making it fails too, and is told. */
const fingerprintOf = (
  templates: Pick<Templates, 'fingerprint'>,
  document: WantedDocument,
): Fingerprint => {
  try {
    return templates.fingerprint(document);
  } catch {
    return noFingerprint;
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
  const found = isOurs ? undefined : await documents.find(wanted.key);
  if (found === undefined || found.edition <= (record?.edition ?? 0)) {
    return { ...due, ...(stored && { stored }) };
  }
  const { id, url, title, contentHash, savedHash = contentHash } = found.stored;
  const { edition, fingerprint, signedOff } = found;
  const editedBy = stored?.editedBy ?? record?.editedBy;
  return {
    ...due,
    stored: found.stored,
    record: {
      key: wanted.key,
      id,
      url,
      title,
      fingerprint,
      contentHash: savedHash,
      edition,
      ...(signedOff && { signedOff }),
      ...(editedBy !== undefined && { editedBy }),
    },
  };
};
