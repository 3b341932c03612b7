/** A list of cases by their tickets, for all that ask: of a list that comes by ticket only what is new of it is put together. */
import { onceFor } from '../sheet/once-for.ts';
import { ticketOf } from './case-facts.ts';
import { partsOf } from './in-parts.ts';
import type { Ticket } from './ledger-state.ts';
import type { Case } from './situation.ts';

/** The case with that ticket, where it is in the list. */
export type CasesByTicket = Pick<ReadonlyMap<Ticket, Case>, 'get'>;

export const casesByTicket = onceFor((cases: readonly Case[]): CasesByTicket => {
  const placeOf = placesByTicket(cases);
  return { get: (ticket) => cases[placeOf(ticket) ?? -1] };
});

/** At which place of the list the case is. */
export const placesByTicket = onceFor(
  (cases: readonly Case[]): ((ticket: Ticket) => number | undefined) => {
    const spans: PlacedSpan[] = [];
    let from = 0;
    for (const part of partsOf(cases, ticketOf)) {
      const span = spanOf(part);
      const before = spans.at(-1)?.span.last;
      if (!span.isInOrder || (before !== undefined && before >= span.first))
        return placesInAnyOrder(cases);
      spans.push({ span, from });
      from += part.length;
    }
    return (ticket) => {
      const placed = spanAround(ticket, spans);
      const at = placed?.span.places.get(ticket);
      return placed === undefined || at === undefined ? undefined : placed.from + at;
    };
  },
);

const placesInAnyOrder = (cases: readonly Case[]): ((ticket: Ticket) => number | undefined) => {
  const places = new Map(cases.map(({ ticket }, at) => [ticket, at]));
  return (ticket) => places.get(ticket);
};

interface TicketSpan {
  readonly first: Ticket;
  readonly last: Ticket;
  /** Each ticket comes after the one before it. */
  readonly isInOrder: boolean;
  readonly places: ReadonlyMap<Ticket, number>;
}

interface PlacedSpan {
  readonly span: TicketSpan;
  readonly from: number;
}

const spanOf = onceFor((part: readonly Case[]): TicketSpan => {
  const tickets = part.map(ticketOf);
  return {
    first: tickets[0] ?? '',
    last: tickets.at(-1) ?? '',
    isInOrder: tickets.every((ticket, at) => at === 0 || (tickets[at - 1] ?? '') < ticket),
    places: new Map(tickets.map((ticket, at) => [ticket, at])),
  };
});

/** The last one that does not begin after it. */
const spanAround = (ticket: Ticket, spans: readonly PlacedSpan[]): PlacedSpan | undefined => {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((spans[middle]?.span.first ?? '') <= ticket) from = middle + 1;
    else to = middle;
  }
  return spans[from - 1];
};
