/** Tickets whose row was not in the sheet when it was last looked at, as the ledger tells it. */
import { onceFor } from '../sheet/once-for.ts';
import type { LedgerState, Ticket } from './ledger-state.ts';

export const missedTickets = onceFor(
  (tickets: LedgerState['tickets']): ReadonlySet<Ticket> =>
    new Set(
      [...tickets.values()].filter(({ state }) => state === 'missing').map(({ ticket }) => ticket),
    ),
);
