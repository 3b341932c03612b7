/** What follows an event that goes on as another request: its officers, its licence and its things, where they are free. */
import type { Moment, Ticket } from '../cases/ledger-state.ts';
import type { Case, PreviousField } from '../cases/situation.ts';
import { moveTarget } from '../clock/moved-moment.ts';
import type { OurField } from '../columns/request-tab.ts';
import { holderOf } from '../sheet/three-way.ts';
import { previousOf } from './hand-made.ts';
import type { ObservedRow } from './observed-row.ts';

const following = ['officers', 'licence', 'reserved'] as const satisfies readonly (PreviousField &
  OurField)[];

/**
 * What stood in the earlier rows, as if it had stood in the later one: the rules keep to what stood there.
 *
 * What was ours follows for as long as it stands in the earlier row; the pass that takes it out there puts it into the
 * later row. What people chose stays in the earlier row, so it follows once, with the move.
 */
export const followingOf = (
  left: readonly ObservedRow[],
  recorded: ReadonlyMap<Ticket, readonly Moment[]>,
): Case['previous'] => {
  const [row] = left;
  if (row === undefined) return {};
  const isNew = moveTarget(recorded.get(row.ticket) ?? []) === undefined;
  const before = previousOf(row);
  return Object.fromEntries(
    following.flatMap((field) => {
      const isChosen = holderOf(row.cells[field], row.memory.get(field)) === 'hand-made';
      return before[field] === undefined || (isChosen && !isNew) ? [] : [[field, before[field]]];
    }),
  );
};
