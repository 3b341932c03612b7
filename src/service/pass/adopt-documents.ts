/** Takes documents over that adopted rows link to: what is no longer made anew would otherwise lose its link. */
import type { Temporal } from 'temporal-polyfill';
import type { DocumentStore } from '../../backends/backend.ts';
import type { DocumentRecord } from '../../core/cases/ledger-state.ts';
import type { LinkedKind } from '../../core/plan/linked-kind.ts';
import type { ObservedRow } from '../../core/rows/observed-row.ts';
import type { Ledger } from '../../ledger/ledger.ts';

export const adoptDocuments = async (
  { documents, ledger }: { readonly documents: DocumentStore; readonly ledger: Ledger },
  {
    rows,
    linked,
    now,
  }: {
    readonly rows: readonly ObservedRow[];
    readonly linked: readonly LinkedKind[];
    readonly now: Temporal.Instant;
  },
): Promise<ReadonlyMap<string, DocumentRecord>> => {
  for (const { ticket, cells, how } of rows) {
    if (how !== 'adopted') continue;
    for (const { key: kind, linkedBy } of linked) {
      if (linkedBy === undefined) continue;
      const title = String(cells[linkedBy]).trim();
      if (title === '') continue;
      const key = `${kind}/${ticket}`;
      const found = await documents.find(key, title);
      if (found === undefined) continue;
      const { id, url, title: shown, contentHash, savedHash = contentHash } = found.stored;
      const { edition, fingerprint, signedOff, madeFrom } = found;
      await ledger.rememberDocument(
        {
          key,
          id,
          url,
          title: shown,
          fingerprint,
          contentHash: savedHash,
          edition,
          ...(madeFrom && { madeFrom }),
          ...(signedOff && { signedOff }),
        },
        now,
        now.toString(),
      );
    }
  }
  return (await ledger.state()).documents;
};
