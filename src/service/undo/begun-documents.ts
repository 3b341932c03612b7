/** What came of the documents of a pass that was cut off: of the last step with each it is only known that it was begun. */
import type { DocumentStore, StoredDocument } from '../../backends/backend.ts';
import type { DocumentRecord, LedgerState } from '../../core/cases/ledger-state.ts';
import type { DocumentStep } from '../../core/cases/pass-record.ts';

export interface FoundOut {
  /** None of them is `begun`; what never came to be is not among them. */
  readonly steps: readonly DocumentStep[];
  /** As they lie there, where the ledger was not told any more. */
  readonly lying: ReadonlyMap<string, DocumentRecord>;
}

export const findOut = async (
  { documents }: { readonly documents: Pick<DocumentStore, 'find'> },
  steps: readonly DocumentStep[],
  known: Pick<LedgerState, 'documents'>,
): Promise<FoundOut> => {
  const found: DocumentStep[] = [];
  const lying = new Map<string, DocumentRecord>();
  for (const [index, step] of steps.entries()) {
    const next = steps.slice(index + 1).find(({ key }) => key === step.key);
    const after = next === undefined ? known.documents.get(step.key) : next.before;
    if (step.file.kind !== 'begun') found.push(step);
    else if (after !== undefined && !isSameFile(after, step.before))
      found.push(asTaken(step, after));
    else if (next === undefined) {
      const stored = await landed(documents, step);
      if (stored === undefined) continue;
      const record = recordOf(step, stored);
      lying.set(step.key, record);
      found.push(asTaken(step, record));
    }
  }
  return { steps: found, lying };
};

/** As far as its file goes. */
export const isSameFile = (
  one: DocumentRecord | undefined,
  other: DocumentRecord | undefined,
): boolean =>
  one?.id === other?.id &&
  one?.edition === other?.edition &&
  one?.fingerprint === other?.fingerprint &&
  one?.contentHash === other?.contentHash;

const asTaken = (step: DocumentStep, after: DocumentRecord): DocumentStep => {
  const { file } = step;
  if (file.kind !== 'begun') return step;
  const { replaces, kept } = file;
  return {
    ...step,
    after,
    file: replaces === undefined ? { kind: 'made' } : { kind: 'renewed', ...(kept && { kept }) },
  };
};

/** By the notes that a store keeps with each file it saved: a name, and with it a path, may be another one by now. */
const landed = async (
  documents: Pick<DocumentStore, 'find'>,
  { key, after: { edition, fingerprint } }: DocumentStep,
): Promise<StoredDocument | undefined> => {
  const found = await documents.find(key);
  return found?.edition === edition && found.fingerprint === fingerprint ? found.stored : undefined;
};

const recordOf = (
  { after }: DocumentStep,
  { id, url, title, savedHash, contentHash }: StoredDocument,
): DocumentRecord => ({ ...after, id, url, title, contentHash: savedHash ?? contentHash });
