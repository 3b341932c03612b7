/**
 * Tickets that stand in the sheet and that the ledger never gave out: it was brought back from an older copy, or a
 * person typed one.
 *
 * What stands there has been seen by people, so the row keeps it and the counter goes on behind it. A number far
 * beyond the counter is more likely a slip of the hand: it is asked about, and burns no numbers.
 */
import type { Ticket } from '../cases/ledger-state.ts';

/** So many numbers may be missing between one ticket in the sheet and the next: rows deleted since the copy was made. */
const widestGap = 100;

export interface TicketCounter {
  /** Highest number given out, by year. */
  readonly lastNumber: ReadonlyMap<number, number>;
  /** No ticket is of a later year. */
  readonly year: number;
}

/** "VC-2026-0123" → 2026, 123; none where we would never have spelled it so. */
export const ticketParts = (text: string): { year: number; number: number } | undefined => {
  const [, year, number] = /^VC-(\d{4})-(\d{4,15})$/.exec(text) ?? [];
  if (year === undefined || number === undefined || Number(number) === 0) return undefined;
  const parts = { year: Number(year), number: Number(number) };
  return formatTicket(parts) === text ? parts : undefined;
};

export const formatTicket = ({ year, number }: { year: number; number: number }): Ticket =>
  `VC-${year}-${String(number).padStart(4, '0')}`;

/** Those of the unknown tickets that follow the counter, each year's from its last number upwards. */
export const followingTickets = (
  unknown: Iterable<Ticket>,
  { lastNumber, year: latest }: TicketCounter,
): ReadonlySet<Ticket> => {
  const reach = new Map(lastNumber);
  const inOrder = [...new Set(unknown)]
    .flatMap((ticket) => {
      const parts = ticketParts(ticket);
      return parts ? [{ ticket, ...parts }] : [];
    })
    .sort((a, b) => a.year - b.year || a.number - b.number);
  const following = new Set<Ticket>();
  for (const { ticket, year, number } of inOrder) {
    const last = reach.get(year) ?? 0;
    if (year > latest || number - last > widestGap) continue;
    following.add(ticket);
    reach.set(year, Math.max(last, number));
  }
  return following;
};
