/** Which messages got their row in Pesan: one whose row is gone later was deleted by staff, and gets no other. */
import { noChange } from '../../core/cases/ledger-state.ts';
import { rowNameOf } from '../../core/messages/shown/message-words.ts';
import { editsOf } from '../../core/plan/plan-edits.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';

/** @param outcomes Of the plan's edits, in the order of `editsOf`. */
export const noteListed = async (
  { ledger }: Pick<PassParts, 'ledger'>,
  { now, plan, observation, messages, ledgerState: { messages: told } }: Seen,
  outcomes: readonly Outcome[],
): Promise<void> => {
  const written = new Set(
    editsOf(plan, observation.tab).flatMap(({ becomes }, index) =>
      outcomes[index] === 'written' && typeof becomes === 'string' ? [becomes] : [],
    ),
  );
  const unlisted = [...told.values()].flat().filter(({ listing }) => listing === undefined);
  const listings = [...unlisted, ...messages.promised]
    .filter((message) => written.has(rowNameOf(message)))
    .map(({ key }) => ({ key, listing: 'listed' }) as const);
  if (listings.length > 0) await ledger.commit({ ...noChange, listings }, now, now.toString());
};
