import type { LedgerState } from '../cases/ledger-state.ts';
import type { Observation } from '../rows/observe.ts';
import type { Refusal } from './guard.ts';

/** Tickets in the sheet that an empty ledger never gave out: it was lost, and numbering anew would double them. */
export const lostLedger = (
  { tickets }: Pick<LedgerState, 'tickets'>,
  { unknownTickets }: Pick<Observation, 'unknownTickets'>,
): readonly Refusal[] =>
  tickets.size === 0 && unknownTickets.length > 0
    ? [
        {
          kind: 'lost-ledger',
          text: `The sheet carries ${unknownTickets.length} tickets (${unknownTickets.slice(0, 3).join(', ')} …) but the ledger is empty. Bring the ledger back from a copy, or rebuild it from the sheet with "npx layanan-vicon adopt".`,
        },
      ]
    : [];
