/** Where the links in Ringkasan lead: Google's sheet shows only what they say, so the ledger keeps it. */
import { z } from 'zod';
import { jsonNote, savedWork } from '../../backends/kept-note.ts';
import { overviewTabName } from '../../core/columns/tabs.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { editsOf } from '../../core/plan/plan-edits.ts';
import type { Decision } from '../../core/plan/plan-pass.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import { goesBy } from '../../core/sheet/locate-columns.ts';
import type { Ledger } from '../../ledger/ledger.ts';

const memoryName = 'links in Ringkasan';
const remembered = jsonNote(z.record(z.string(), z.string()));

/** By their text. */
export const overviewLinks = async (
  ledger: Pick<Ledger, 'recall'>,
): Promise<ReadonlyMap<string, string>> =>
  new Map(Object.entries(savedWork(remembered, await ledger.recall(memoryName)) ?? {}));

/** @param outcomes Of the plan's edits, in the order of `editsOf`. */
export const rememberOverviewLinks = async (
  { ledger }: { readonly ledger: Pick<Ledger, 'remember'> },
  { plan, observation, officerDrafts, overviewLinks: before }: Decision & { readonly plan: Plan },
  outcomes: readonly Outcome[],
): Promise<void> => {
  const written = editsOf(plan, observation.tab).flatMap(({ tab, becomes }, index) =>
    outcomes[index] === 'written' &&
    goesBy(tab, { name: overviewTabName, synonyms: [] }) &&
    typeof becomes === 'object' &&
    becomes.kind === 'link'
      ? [[becomes.text, becomes.url] as const]
      : [],
  );
  if (written.length === 0) return;
  // Of what stands there still; yesterday's duties are over.
  const texts = new Set(
    officerDrafts.flatMap(({ content }) => (typeof content === 'object' ? content.text : [])),
  );
  const known = [...before].filter(([text]) => texts.has(text));
  await ledger.remember(memoryName, JSON.stringify(Object.fromEntries([...known, ...written])));
};
