/**
 * What files themselves tell of their signatures, when the ledger that knew was lost: an old approval in a cell counts for
 * the file that prints it, and for no other.
 */
import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore, FoundDocument } from '../backends/backend.ts';
import { printOf, type SigningStep } from '../core/approval/settle-approval.ts';
import type { DocumentRecord, LedgerState, SignAct } from '../core/cases/ledger-state.ts';
import type { WantedDocument } from '../documents/document-kind.ts';
import { markOf } from './sign-documents.ts';

type Known = Pick<LedgerState, 'documents' | 'signatures'>;

/** What the ledger knows, and of documents that it does not, what lies in the store. */
export const withFoundSignatures = async (
  { documents }: { readonly documents: Pick<DocumentStore, 'find'> },
  {
    known,
    wanted,
    now,
  }: {
    readonly known: Known;
    readonly wanted: readonly WantedDocument[];
    readonly now: Temporal.Instant;
  },
): Promise<Known & { readonly found: readonly SignAct[] }> => {
  const records = new Map(known.documents);
  const signatures = new Map(known.signatures);
  const found: SignAct[] = [];
  for (const { key, signing } of wanted) {
    if (signing === undefined || records.has(key) || signatures.has(key)) continue;
    const file = await documents.find(key);
    if (file === undefined) continue;
    records.set(key, recordOf(key, file));
    const acts = steps.map(
      (step): SignAct => ({
        key,
        step,
        mark: signing.marks?.[step]?.typed ?? '',
        given: givenBy(file, step, signing.marks?.[step]?.typed),
        at: now,
      }),
    );
    signatures.set(key, new Map(acts.map((act) => [act.step, act])));
    found.push(...acts);
  }
  return { documents: records, signatures, found };
};

const steps = ['checked', 'approved'] as const satisfies readonly SigningStep[];

const givenBy = (
  { madeFrom, marks }: FoundDocument,
  step: SigningStep,
  typed: string | undefined,
): string => {
  const isPrinted = typed !== undefined && marks?.[step] === markOf(typed);
  return isPrinted && madeFrom
    ? printOf({ facts: madeFrom.view, template: madeFrom.template })
    : '';
};

const recordOf = (
  key: string,
  { stored, edition, fingerprint, signedOff, madeFrom }: FoundDocument,
): DocumentRecord => ({
  key,
  id: stored.id,
  url: stored.url,
  fingerprint,
  contentHash: stored.savedHash ?? stored.contentHash,
  edition,
  ...(madeFrom && { madeFrom }),
  ...(signedOff && { signedOff }),
});
