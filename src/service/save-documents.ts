/**
 * Makes the documents that should exist, each in its one file.
 *
 * The fingerprint of view and template says whether there is anything to do. A file that reads as we saved it is
 * renewed in place, under the same name and link; one that a person edited or that is signed off stays as it is,
 * and the new edition lies beside it.
 */
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore, DocumentToSave } from '../backends/backend.ts';
import { codeOf } from '../core/cases/failures.ts';
import type { DocumentRecord, LetterRecord } from '../core/cases/ledger-state.ts';
import type { DocumentStep, FileStep } from '../core/cases/pass-record.ts';
import type { Exposed } from '../core/overview/exposed-documents.ts';
import { ServiceError } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import {
  type DocumentTask,
  type DueDocument,
  isDone,
  isSettled,
  reasonFor,
  whatToDo,
} from './document-task.ts';
import { dueDocuments, examine, type Inventory } from './due-documents.ts';
import type { PhotoShelf } from './photo-shelf.ts';
import {
  issuedEdition,
  markOf,
  noteIssued,
  noteSaving,
  type SettledDocument,
  unsigned,
} from './sign-documents.ts';
import type { Templates } from './template-shelf.ts';
import type { UndoShelf } from './undo-shelf.ts';

export interface DocumentParts {
  readonly documents: DocumentStore;
  readonly ledger: Ledger;
  readonly templates: Templates;
  readonly photos: Pick<PhotoShelf, 'pictures'>;
  readonly undo: Pick<UndoShelf, 'keep'>;
  /** Told of each step before it is taken. */
  readonly beginning?: (step: DocumentStep) => Promise<void>;
  readonly progress: (step: string) => void;
}

interface OutcomeOf {
  readonly key: string;
  readonly name: string;
  readonly folder: readonly string[];
  readonly because: string;
}

/** `found again` had been made by an earlier ledger. */
interface Saved extends OutcomeOf {
  readonly kind: 'new' | 'renewed' | 'edition beside' | 'found again';
}

/** Could not be saved now; the next pass tries again. */
interface Unsaved extends OutcomeOf {
  readonly kind: 'unsaved';
  /** The error's word for programs. */
  readonly code: string;
}

/** What became of one document. */
export type DocumentOutcome = Saved | Unsaved;

export const isUnsaved = (outcome: DocumentOutcome): outcome is Unsaved =>
  outcome.kind === 'unsaved';

/** What became of the documents of a pass. */
export interface SavedDocuments {
  readonly outcomes: readonly DocumentOutcome[];
  /** What was done, so that it can be taken back. */
  readonly steps: readonly DocumentStep[];
  /** What anybody with the link may open. */
  readonly exposed: readonly Exposed[];
  /** The store could not be looked over. */
  readonly trouble?: ServiceError;
}

/** So many failures in a row that would meet every document, and the rest is not tried. */
const mostFailures = 2;

export const saveDocuments = async (
  parts: DocumentParts,
  inventory: Inventory,
  pass: string,
): Promise<SavedDocuments> => {
  const { due, ...rest } = await dueDocuments(parts, inventory);
  const isClosed = (error: ServiceError): boolean => parts.documents.isClosed(error);
  let failure = rest.trouble;
  let failures = failure !== undefined && isClosed(failure) ? mostFailures : 0;
  const outcomes: DocumentOutcome[] = [];
  const steps: DocumentStep[] = [];
  const { beginning = async () => undefined } = parts;
  const at: SavedAt = {
    now: inventory.now,
    pass,
    begins: async (step) => {
      await beginning(step);
      steps.push(step);
    },
    done: (step) => steps.splice(-1, 1, step),
  };
  for (const [index, each] of due.entries()) {
    if (failure !== undefined && failures >= mostFailures) {
      outcomes.push(unsavedOutcome(each, failure));
      continue;
    }
    parts.progress(`Document ${index + 1} of ${due.length}: ${each.wanted.name}`);
    try {
      const outcome = await saveOne(parts, each, at);
      if (outcome !== undefined) outcomes.push(outcome);
      failures = 0;
    } catch (error) {
      if (error instanceof FilledWrongError) {
        outcomes.push(unsavedOutcome(each, error));
        continue;
      }
      if (!(error instanceof ServiceError)) throw error;
      outcomes.push(unsavedOutcome(each, error));
      failure = error;
      failures = isClosed(error) ? failures + 1 : 0;
    }
  }
  return { outcomes, steps, ...rest };
};

const unsavedOutcome = (
  { wanted }: DueDocument,
  { message, code }: ServiceError,
): DocumentOutcome => ({
  key: wanted.key,
  name: wanted.name,
  folder: wanted.folder,
  kind: 'unsaved',
  code,
  because: message,
});

/** Filling in a template failed by an error of the program; every other document goes on. */
class FilledWrongError extends ServiceError {
  readonly code = 'document-not-filled';

  constructor(name: string, cause: unknown) {
    super({
      what: `"${name}" could not be filled in: an error of this program (${codeOf(cause)}).`,
      todo: 'Please report it. The other documents are made; this one is tried again in the next pass.',
      cause,
    });
  }
}

/** @throws ServiceError when a photo cannot be had now. */
const rendered = async (
  { templates, photos }: Pick<DocumentParts, 'templates' | 'photos'>,
  wanted: SettledDocument,
): Promise<Uint8Array> => {
  const pictures = await photos.pictures(wanted.photos ?? []);
  try {
    return templates.render(wanted, pictures);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new FilledWrongError(wanted.name, error);
  }
};

interface SavedAt {
  readonly now: Temporal.Instant;
  readonly pass: string;
  /** Told of what is about to be done. */
  readonly begins: (step: DocumentStep) => Promise<void>;
  /** How what was begun last came out. */
  readonly done: (step: DocumentStep) => void;
}

/** A letter in whose place another one comes is marked first, so that at no moment two are valid. */
const withLetterBefore = async (
  parts: DocumentParts,
  due: DueDocument,
  at: SavedAt,
): Promise<DueDocument> => {
  const { letter, key } = due.wanted;
  if (letter?.before === undefined) return due;
  await saveOne(parts, { ...due, wanted: unsigned(letter.before, parts.templates) }, at);
  const record = (await parts.ledger.state()).documents.get(key);
  return { ...due, ...(record && { record }) };
};

/** `undefined` when nothing had to be done after all. */
const saveOne = async (
  parts: DocumentParts,
  due: DueDocument,
  at: SavedAt,
): Promise<DocumentOutcome | undefined> => {
  const { documents, ledger, undo } = parts;
  const { now, pass } = at;
  const ready = await withLetterBefore(parts, due, at);
  const task = await examine(parts, ready);
  const { wanted, record, stored } = task;
  const { key, folder, signedOff, fingerprint } = wanted;
  const letter = recordOfLetter(task);
  const issued = await issuedEdition(ledger, wanted);
  const stepTo = (after: DocumentRecord, file: FileStep): DocumentStep => ({
    key,
    ...(ready.record && { before: ready.record }),
    after,
    file,
    ...(issued !== undefined && { issued }),
  });
  const remember = async (saved: DocumentRecord, file?: FileStep): Promise<void> => {
    const after = { ...saved, ...(letter && { letter }) };
    if (file === undefined) await at.begins(stepTo(after, { kind: 'none' }));
    else at.done(stepTo(after, file));
    if (saved.signedOff) await noteIssued(ledger, wanted, { edition: saved.edition, now, pass });
    await ledger.rememberDocument(after, now, pass);
  };
  if (isDone(task)) {
    if (record === undefined || (ready.record === record && isSettled(ready))) return undefined;
    if (letter !== undefined || ready.record !== record) await remember(record);
    if (ready.record === record) return undefined;
    const because = 'Sudah ada di tempat penyimpanan.';
    return { key, name: record.title ?? wanted.name, folder, kind: 'found again', because };
  }
  const bytes = await rendered(parts, wanted);
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const kind = whatToDo(task, contentHash);
  if (kind === 'left') {
    const left = letter && { ...letter, leftAsIs: true as const };
    if (record && left) {
      const after = { ...record, letter: left };
      await at.begins({
        key,
        ...(ready.record && { before: ready.record }),
        after,
        file: { kind: 'none' },
      });
      await ledger.rememberDocument(after, now, pass);
    }
    return undefined;
  }
  if (record && kind === 'edition beside' && isSignatureAlone(task)) {
    // Whoever edited it signs what they wrote: a twin with our words and that name would be another paper.
    await remember({ ...record, fingerprint: fingerprint.whole, ...(signedOff && { signedOff }) });
    return undefined;
  }
  const edition = (record?.edition ?? 1) + (kind === 'edition beside' ? 1 : 0);
  const name = edition > 1 ? withEdition(wanted.name, edition) : wanted.name;
  const replaces = kind === 'renewed' ? stored?.id : undefined;
  const kept = replaces === undefined ? undefined : await undo.keep(documents, replaces);
  const begun = {
    key,
    ...(replaces !== undefined && { id: replaces }),
    fingerprint: fingerprint.whole,
    contentHash,
    edition,
  };
  await at.begins(
    stepTo(begun, {
      kind: 'begun',
      ...(replaces !== undefined && { replaces }),
      ...(kept && { kept }),
    }),
  );
  await noteSaving(ledger, wanted, { now, pass });
  const saved = await documents.save({
    key,
    edition,
    fingerprint: fingerprint.whole,
    madeFrom: { view: fingerprint.view, template: fingerprint.template },
    marks: marksOf(wanted),
    signedOff,
    folder,
    name,
    bytes,
    ...(replaces !== undefined && { replaces }),
  });
  const { id, url, title } = saved;
  const editedBy = kind === 'edition beside' ? stored?.editedBy : record?.editedBy;
  const savedRecord: DocumentRecord = {
    key,
    id,
    url,
    title,
    fingerprint: fingerprint.whole,
    madeFrom: { view: fingerprint.view, template: fingerprint.template },
    contentHash: saved.savedHash ?? contentHash,
    edition,
    ...(signedOff && { signedOff }),
    ...(editedBy !== undefined && { editedBy }),
  };
  await remember(
    savedRecord,
    replaces === undefined ? { kind: 'made' } : { kind: 'renewed', ...(kept && { kept }) },
  );
  return { key, name, folder, kind, because: reasonFor(task, kind) };
};

/** The edition that lies there says the same, and only who signed it differs. */
const isSignatureAlone = ({ record, wanted: { fingerprint } }: DocumentTask): boolean =>
  record?.signedOff !== true &&
  record?.madeFrom?.view === fingerprint.view &&
  record.madeFrom.template === fingerprint.template &&
  record.fingerprint !== fingerprint.whole;

/** What is kept of a letter; of one that stands in the place of another, whether that one could be marked. */
const recordOfLetter = ({ wanted: { letter }, record }: DocumentTask): LetterRecord | undefined => {
  if (letter === undefined) return undefined;
  const { isNext, before: _before, firstLine: _line, replaced, ...kept } = letter;
  const { leftAsIs } = (isNext ? record?.letter : replaced) ?? {};
  return { ...kept, ...(replaced && { replaced: { ...replaced, ...(leftAsIs && { leftAsIs }) } }) };
};

/** "… (pembaruan 2).docx" */
const withEdition = (name: string, edition: number): string =>
  name.replace(/(\.[a-z]+)?$/i, (extension) => ` (pembaruan ${edition})${extension}`);

/** What stands in its cells and is printed, so that the file itself tells whom it was signed by. */
const marksOf = ({ settled }: SettledDocument): DocumentToSave['marks'] => {
  const { checked, approved } = settled?.approval ?? {};
  return {
    ...(checked && { checked: markOf(checked.typed) }),
    ...(approved && { approved: markOf(approved.typed) }),
  };
};
