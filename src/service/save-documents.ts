/**
 * Makes the documents that should exist, each in its one file.
 *
 * The fingerprint of view and template says whether there is anything to do. A file that reads as we saved it is
 * renewed in place, under the same name and link; one that a person edited or that is signed off stays as it is,
 * and the new edition lies beside it.
 */
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore, StoredDocument } from '../backends/backend.ts';
import type { ExposedDocument } from '../core/exposed-documents.ts';
import type { DocumentRecord } from '../core/ledger-state.ts';
import type { WantedDocument } from '../documents/wanted-documents.ts';
import { ServiceError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isSignedOff, type TemplateShelf } from './template-shelf.ts';

export interface DocumentParts {
  readonly documents: DocumentStore;
  readonly ledger: Ledger;
  readonly templates: TemplateShelf;
  readonly progress: (step: string) => void;
}

/** What became of one document. */
export interface DocumentOutcome {
  readonly key: string;
  readonly name: string;
  readonly folder: readonly string[];
  /** `kept` could not be saved now; the next pass tries again. */
  readonly kind: 'new' | 'renewed' | 'edition beside' | 'unchanged' | 'kept';
  readonly because: string;
}

export interface DocumentTask {
  readonly wanted: WantedDocument;
  readonly fingerprint: string;
  readonly record?: DocumentRecord;
  readonly stored?: StoredDocument;
}

/** What became of the documents of a pass. */
export interface SavedDocuments {
  readonly outcomes: readonly DocumentOutcome[];
  /** Documents that anybody with the link may open. */
  readonly exposed: readonly ExposedDocument[];
}

export interface DocumentWork {
  readonly tasks: readonly DocumentTask[];
  /** Documents that anybody with the link may open. */
  readonly exposed: readonly ExposedDocument[];
}

interface Inventory {
  readonly wanted: readonly WantedDocument[];
  readonly known: ReadonlyMap<string, DocumentRecord>;
}

/** Those of the wanted documents that are missing or no longer say what they should, and what else is amiss. */
export const documentsToSave = async (
  { documents, templates }: Pick<DocumentParts, 'documents' | 'templates'>,
  { wanted, known }: Inventory,
): Promise<DocumentWork> => {
  const all = wanted.map((document) => ({
    wanted: document,
    record: known.get(document.key),
    fingerprint: templates.fingerprint(document),
  }));
  const isSettled = ({ record, fingerprint }: (typeof all)[number]): boolean =>
    record?.id !== undefined && record.fingerprint === fingerprint;
  const { gone, exposed } = await documents.inspect(
    all.filter(isSettled).flatMap(({ record }) => record?.id ?? []),
  );
  const tasks: DocumentTask[] = [];
  for (const each of all) {
    const { record, ...rest } = each;
    if (isSettled(each) && !gone.has(record?.id ?? '')) continue;
    const stored = record?.id === undefined ? undefined : await documents.look(record.id);
    tasks.push({ ...rest, ...(record && { record }), ...(stored && { stored }) });
  }
  return { tasks, exposed };
};

export const saveDocuments = async (
  parts: DocumentParts,
  inventory: Inventory,
  at: { readonly now: Temporal.Instant; readonly pass: string },
): Promise<SavedDocuments> => {
  const { tasks, exposed } = await documentsToSave(parts, inventory);
  const outcomes: DocumentOutcome[] = [];
  for (const [index, task] of tasks.entries()) {
    parts.progress(`Document ${index + 1} of ${tasks.length}: ${task.wanted.name}`);
    outcomes.push(await saveOne(parts, task, at));
  }
  return { outcomes, exposed };
};

const saveOne = async (
  { documents, ledger, templates }: DocumentParts,
  task: DocumentTask,
  { now, pass }: { readonly now: Temporal.Instant; readonly pass: string },
): Promise<DocumentOutcome> => {
  const { wanted, fingerprint, record, stored } = task;
  const bytes = templates.render(wanted);
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const kind = whatToDo(task, contentHash);
  const edition = (record?.edition ?? 1) + (kind === 'edition beside' ? 1 : 0);
  const name = edition > 1 ? withEdition(wanted.name, edition) : wanted.name;
  const outcome = {
    key: wanted.key,
    name,
    folder: wanted.folder,
    kind,
    because: reasonFor(task, kind),
  };
  try {
    const replaces = kind === 'renewed' ? stored?.id : undefined;
    const saved = await documents.save({
      key: `${wanted.key}#${edition}`,
      folder: wanted.folder,
      name,
      bytes,
      ...(replaces !== undefined && { replaces }),
    });
    const { id, url, title } = saved;
    const editedBy = kind === 'edition beside' ? stored?.editedBy : record?.editedBy;
    await ledger.rememberDocument(
      {
        key: wanted.key,
        id,
        url,
        title,
        fingerprint,
        contentHash,
        edition,
        ...(editedBy !== undefined && { editedBy }),
      },
      now,
      pass,
    );
    return outcome;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { ...outcome, kind: 'kept', because: error.message };
  }
};

/** What has to happen to make the document true; `contentHash` is that of the bytes it should have. */
export const whatToDo = (
  { record, stored }: DocumentTask,
  contentHash: string,
): 'new' | 'renewed' | 'edition beside' => {
  if (stored === undefined) return 'new';
  // Already the bytes that we are about to save: we were stopped between saving and remembering.
  if (stored.contentHash === contentHash) return 'renewed';
  const isUntouched = stored.contentHash === record?.contentHash;
  return isUntouched && !isSignedOff(record.fingerprint) ? 'renewed' : 'edition beside';
};

/** Why this is done, in the staff's words. */
export const reasonFor = (
  { wanted, record, stored }: DocumentTask,
  kind: 'new' | 'renewed' | 'edition beside',
): string => {
  const isEdited = kind === 'edition beside' && stored?.contentHash !== record?.contentHash;
  return isEdited
    ? `${wanted.because}; yang sebelumnya disunting oleh ${stored?.editedBy ?? 'orang'} dan dibiarkan`
    : wanted.because;
};

/** "… (pembaruan 2).docx" */
const withEdition = (name: string, edition: number): string =>
  name.replace(/(\.[a-z]+)?$/i, (extension) => ` (pembaruan ${edition})${extension}`);
