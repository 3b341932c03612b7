/** Where the links in Dokumen Berkala lead: the sheet shows only what they say, so the ledger keeps it. */
import { z } from 'zod';
import { jsonNote, savedWork } from '../../backends/kept-note.ts';
import type { DocumentRecord } from '../../core/cases/ledger-state.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { editsOf } from '../../core/plan/plan-edits.ts';
import type { Decision } from '../../core/plan/plan-pass.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import type { Ledger } from '../../ledger/ledger.ts';

const memoryName = 'links in Dokumen Berkala';
const remembered = jsonNote(z.record(z.string(), z.string()));

/** By document. */
export const shownLinks = async (
  ledger: Pick<Ledger, 'recall'>,
): Promise<ReadonlyMap<string, string>> =>
  new Map(Object.entries(savedWork(remembered, await ledger.recall(memoryName)) ?? {}));

/** @param outcomes Of the plan's edits, in the order of `editsOf`. */
export const rememberLinks = async (
  { ledger }: { readonly ledger: Pick<Ledger, 'remember'> },
  { plan, observation, periodic, periodicLinks }: Decision & { readonly plan: Plan },
  {
    records,
    outcomes,
  }: {
    readonly records: ReadonlyMap<string, DocumentRecord>;
    readonly outcomes: readonly Outcome[];
  },
): Promise<void> => {
  const written = new Set(
    editsOf(plan, observation.tab).flatMap(({ becomes }, index) =>
      outcomes[index] === 'written' && typeof becomes === 'object' && becomes.kind === 'link'
        ? [becomes.url]
        : [],
    ),
  );
  const fresh = periodic.flatMap(({ key }) => {
    const url = records.get(key)?.url;
    return url !== undefined && written.has(url) ? [[key, url] as const] : [];
  });
  if (fresh.length === 0) return;
  const all = Object.fromEntries([...periodicLinks, ...fresh]);
  await ledger.remember(memoryName, JSON.stringify(all));
};
