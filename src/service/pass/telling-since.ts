/**
 * Since when this ledger tells people anything. What happened before is not told: it is old news, or a ledger that is lost
 * has told it.
 */
import type { Temporal } from 'temporal-polyfill';
import { instantForm, keptFact } from '../../backends/kept-note.ts';
import type { Ledger } from '../../ledger/ledger.ts';

const memoryName = 'telling since';
const never = '';

export const tellingSince = async (
  ledger: Pick<Ledger, 'recall'>,
): Promise<Temporal.Instant | undefined> => {
  const noted = await ledger.recall(memoryName);
  return noted === never ? undefined : keptFact({ name: memoryName, form: instantForm }, noted);
};

/** Begins anew when messages were turned off meanwhile. */
export const noteTelling = async (
  ledger: Pick<Ledger, 'recall' | 'remember'>,
  { tells, now }: { readonly tells: boolean; readonly now: Temporal.Instant },
): Promise<void> => {
  const since = await tellingSince(ledger);
  if (tells === (since !== undefined)) return;
  await ledger.remember(memoryName, tells ? now.toString() : never);
};
