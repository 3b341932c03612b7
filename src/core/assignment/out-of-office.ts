/** Equipment that people took along and that is not back: for how long nobody else can have it. */
import type { Temporal } from 'temporal-polyfill';
import type { HandOut } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { blocksOf, occupancyOf, placeKey, type Window } from '../clock/window.ts';

/** Pieces of one kind that are away. */
export interface AwayPieces {
  /** As `placeKey` spells the kind. */
  readonly key: string;
  readonly quantity: number;
  readonly window: Window;
  readonly handOut: HandOut;
}

/**
 * What is away beside what events have set aside. For its own event a piece is taken along, and counts there; when that is
 * over and the piece not back, it is away until somebody notes that it is, or until it is planned to be.
 */
export const awayPieces = (
  { handOuts, settings }: Situation['desk'],
  { cases, now }: { readonly cases: readonly Case[]; readonly now: Temporal.Instant },
): readonly AwayPieces[] => {
  const eventOf = new Map<Ticket, Case>(cases.map((subject) => [subject.ticket, subject]));
  return handOuts.flatMap((handOut) => {
    const { kind, quantity, ticket, at, due, back } = handOut;
    if (kind === undefined || back.kind === 'returned') return [];
    const event = ticket === undefined ? undefined : eventOf.get(ticket);
    const { schedule, place } = event?.request.answers ?? {};
    const busy =
      schedule === undefined
        ? []
        : blocksOf(occupancyOf(schedule, { place, allowances: settings }));
    const from = Math.max(at?.epochMilliseconds ?? 0, ...busy.map(({ to }) => to));
    // A plan that has passed is none.
    const isPlanned = due !== undefined && compareInstants(due, now) > 0;
    const to = isPlanned ? due.epochMilliseconds : Number.POSITIVE_INFINITY;
    return from < to ? [{ key: placeKey(kind), quantity, window: { from, to }, handOut }] : [];
  });
};
