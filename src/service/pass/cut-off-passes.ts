import type { Temporal } from 'temporal-polyfill';
import { cutOffPassLine } from '../../core/plan/history-lines.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/**
 * Notes in the history which passes never came to their end, under their own names: nobody passes over them in silence.
 * Asked by whoever holds the desk, so that none of them goes on.
 */
export const noteCutOff = async (
  { undo }: Pick<Ledger, 'undo'>,
  now: Temporal.Instant,
): Promise<void> => {
  for (const pass of await undo.open()) await undo.cutOff(pass, cutOffPassLine(pass), now);
};
