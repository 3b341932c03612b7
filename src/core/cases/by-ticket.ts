/** A list of cases by their tickets, put together once for all that ask. */
import { onceFor } from '../sheet/once-for.ts';
import type { Ticket } from './ledger-state.ts';
import type { Case } from './situation.ts';

export const casesByTicket = onceFor(
  (cases: readonly Case[]): ReadonlyMap<Ticket, Case> =>
    new Map(cases.map((subject) => [subject.ticket, subject])),
);
