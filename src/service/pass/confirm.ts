import { confirmedCells } from '../../core/plan/plan-edits.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';

/** What the sheet now shows becomes the ledger's memory. */
export const confirm = async (
  { ledger }: Pick<PassParts, 'ledger'>,
  { plan }: Pick<Seen, 'plan'>,
  outcomes: readonly Outcome[],
): Promise<void> => {
  const shown = confirmedCells(plan, outcomes);
  if (shown.length > 0) await ledger.confirm(shown);
};
