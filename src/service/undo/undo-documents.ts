/** Which documents of a pass can go back to what they were before it, and taking them back. */
import type { StoredDocument } from '../../backends/backend.ts';
import type {
  DocumentRecord,
  LedgerState,
  SignAct,
  SignActs,
} from '../../core/cases/ledger-state.ts';
import type { DocumentStep, PassRecord, RestoredDocument } from '../../core/cases/pass-record.ts';
import { isSame } from '../../core/cases/same.ts';
import { ServiceError } from '../../errors.ts';
import type { PassParts } from '../pass/pass-parts.ts';
import { restoreIssued } from '../sign-documents.ts';
import { isSameFile } from './begun-documents.ts';

type UndoParts = Pick<PassParts, 'documents' | 'ledger' | 'undo'>;

/** What a pass did with one document, and what speaks against taking it back. */
export interface DocumentToUndo {
  readonly key: string;
  /** None: the ledger alone knew something new of its signatures. */
  readonly steps: readonly DocumentStep[];
  /** Absent where nothing does. */
  readonly why?: string;
}

/**
 * @param isBuiltOn Whether a later pass did something to it.
 * @param signedSince Keys of those that somebody signed since: they read the edition that lies there now.
 */
export const documentsToUndo = async (
  parts: UndoParts,
  record: PassRecord,
  {
    known,
    isBuiltOn,
    signedSince,
  }: {
    readonly known: LedgerState;
    readonly isBuiltOn: (key: string) => boolean;
    readonly signedSince: ReadonlySet<string>;
  },
): Promise<readonly DocumentToUndo[]> => {
  // A pass that was killed had perhaps not noted yet what it found typed.
  const signed = record.signatures.filter(
    ({ key, acts }) => !isSameActs(acts, known.signatures.get(key)),
  );
  const keys = new Set([...record.documents, ...signed].map(({ key }) => key));
  const judged: DocumentToUndo[] = [];
  for (const key of keys) {
    const steps = record.documents.filter((step) => step.key === key);
    const why = isBuiltOn(key)
      ? 'a later pass did something to it'
      : signedSince.has(key) && !isBackAlready(steps, known.documents.get(key))
        ? 'somebody signed it since'
        : await whatSpeaksAgainst(parts, steps, known.documents.get(key));
    judged.push({ key, steps, ...(why !== undefined && { why }) });
  }
  return judged;
};

const isSameActs = (before: readonly SignAct[], now: SignActs | undefined): boolean =>
  isSame(new Map(before.map((act) => [act.step, act])), now ?? new Map());

const whatSpeaksAgainst = async (
  parts: UndoParts,
  steps: readonly DocumentStep[],
  now: DocumentRecord | undefined,
): Promise<string | undefined> => {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || isBackAlready(steps, now)) return undefined;
  if (!isSameFile(now, last.after)) return 'it was saved anew since';
  for (const step of steps) {
    const why = await whatKeeps(parts, step);
    if (why !== undefined) return why;
  }
  return undefined;
};

/** Where the same was saved anew, as when its file was gone, the ledger does not tell, and the file is looked at. */
const isBackAlready = (
  steps: readonly DocumentStep[],
  now: DocumentRecord | undefined,
): boolean => {
  const [before, after] = [steps[0]?.before, steps.at(-1)?.after];
  return isSameFile(now, before) && !isSameFile(before, after);
};

const whatKeeps = async (
  { documents, undo }: UndoParts,
  { after, file }: DocumentStep,
): Promise<string | undefined> => {
  if (file.kind === 'none' || after.id === undefined) return undefined;
  const stored = await documents.look(after.id);
  if (stored === undefined) return file.kind === 'made' ? undefined : 'its file is gone';
  if (isEdited(stored, after))
    return stored.editedBy === undefined
      ? 'it was edited since'
      : `it was edited since by ${stored.editedBy}`;
  if (file.kind === 'made') return undefined;
  return file.kept === undefined || undo.take(file.kept) === undefined
    ? 'what its file held before is not kept'
    : undefined;
};

const isEdited = (
  { contentHash, savedHash }: StoredDocument,
  after: Pick<DocumentRecord, 'contentHash'>,
): boolean => contentHash !== (savedHash ?? after.contentHash) || contentHash !== after.contentHash;

/** What became of one document. */
export interface UndoneDocument {
  readonly key: string;
  /** How the ledger is to remember it; absent where nothing was done. */
  readonly restored?: RestoredDocument;
  /** Where files of it were taken to. */
  readonly takenTo: readonly string[];
  /** Why it is not back, or not whole. */
  readonly why?: string;
  /** Trying again may help. */
  readonly isUnfinished: boolean;
}

/** From the last step of the pass to its first; stops where one cannot be taken back. */
export const undoDocument = async (
  parts: UndoParts,
  { key, steps }: DocumentToUndo,
  { known, record }: { readonly known: LedgerState; readonly record: PassRecord },
): Promise<UndoneDocument> => {
  let now = known.documents.get(key);
  const takenTo: string[] = [];
  try {
    for (const step of isBackAlready(steps, now) ? [] : steps.toReversed()) {
      const done = await undoStep(parts, step);
      if (done.kind === 'not kept') {
        const why = 'its file was edited just now, or what it held before is not kept';
        return { key, restored: restoredAs(key, now), takenTo, why, isUnfinished: false };
      }
      if (done.kind === 'taken away') takenTo.push(done.to);
      now = step.before;
    }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return {
      key,
      restored: restoredAs(key, now),
      takenTo,
      why: error.message,
      isUnfinished: true,
    };
  }
  const acts = record.signatures.find((each) => each.key === key)?.acts;
  const issued = steps.find((step) => step.issued !== undefined)?.issued;
  if (issued !== undefined) await restoreIssued(parts.ledger, key, issued);
  const before = steps.length === 0 ? now : steps[0]?.before;
  return {
    key,
    restored: { ...restoredAs(key, before), ...(acts && { acts }) },
    takenTo,
    isUnfinished: false,
  };
};

const restoredAs = (key: string, record: DocumentRecord | undefined): RestoredDocument => ({
  key,
  ...(record && { record }),
});

type StepUndone =
  | { readonly kind: 'back' | 'not kept' }
  | { readonly kind: 'taken away'; readonly to: string };

const undoStep = async (
  { documents, undo }: UndoParts,
  { after, file }: DocumentStep,
): Promise<StepUndone> => {
  if (file.kind === 'none' || after.id === undefined) return { kind: 'back' };
  const stored = await documents.look(after.id);
  if (file.kind === 'made')
    return stored === undefined
      ? { kind: 'back' }
      : { kind: 'taken away', to: await documents.takeAway(after.id) };
  const kept = file.kept && undo.take(file.kept);
  const back = kept && (await documents.putBack(after.id, kept));
  return { kind: back === undefined ? 'not kept' : 'back' };
};
