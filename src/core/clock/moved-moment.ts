/** How the ledger remembers that an event goes on as another request: beside the moment at which it was called off. */
import type { Moment, Ticket } from '../cases/ledger-state.ts';

const mark = 'digeser ke ';

export const movedDetail = (target: Ticket): string => `${mark}${target}`;

/** As which request an event goes on, by the last that was said of it; absent where it was not moved, or came back. */
export const moveTarget = (moments: readonly Moment[]): Ticket | undefined => {
  const last = moments.findLast(({ kind }) => stops.has(kind));
  return last?.kind === 'cancelled' && last.detail?.startsWith(mark)
    ? last.detail.slice(mark.length)
    : undefined;
};

const stops: ReadonlySet<Moment['kind']> = new Set(['refused', 'cancelled', 'resumed']);
