/** Equipment that people took along and that is not back: for how long nobody else can have it. */
import type { Temporal } from 'temporal-polyfill';
import { isCalledOff } from '../cases/case-facts.ts';
import type { HandOut, OfficeSettings } from '../cases/desk.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import type { Case, Situation } from '../cases/situation.ts';
import { compareInstants } from '../cases/watched-now.ts';
import { blocksOf, occupancyOf, placeKey, type Window } from '../clock/window.ts';

/** Pieces of one kind that are away. */
export interface AwayPieces {
  /** As `placeKey` spells the kind. */
  readonly key: string;
  readonly quantity: number;
  /** From when it left until it is back. */
  readonly window: Window;
  /** The same without the hours at which its own event has it. */
  readonly windows: readonly Window[];
  readonly handOut: HandOut;
}

/**
 * What is away beside what events have set aside. For its own event a piece is taken along, and counts there; before it,
 * from when it was handed out, and after it, it is away until somebody notes that it is back, or until it is planned to be.
 */
export const awayPieces = (
  { handOuts, settings }: Situation['desk'],
  { cases, now }: { readonly cases: readonly Case[]; readonly now: Temporal.Instant },
): readonly AwayPieces[] => {
  const eventOf = new Map<Ticket, Case>(cases.map((subject) => [subject.ticket, subject]));
  return handOuts.flatMap((handOut) => {
    const { kind, quantity, ticket, at, due, back } = handOut;
    if (kind === undefined || back.kind === 'returned') return [];
    // A plan that has passed is none.
    const isPlanned = due !== undefined && compareInstants(due, now) > 0;
    const to = isPlanned ? due.epochMilliseconds : Number.POSITIVE_INFINITY;
    const busy = busyWith(ticket === undefined ? undefined : eventOf.get(ticket), settings);
    // Where nobody noted when it left, it leaves with its event.
    const from = at?.epochMilliseconds ?? busy[0]?.from ?? 0;
    const window = { from, to };
    const windows = gaps(window, busy);
    return from < to ? [{ key: placeKey(kind), quantity, window, windows, handOut }] : [];
  });
};

const busyWith = (event: Case | undefined, allowances: OfficeSettings): readonly Window[] => {
  const { schedule, place } = event?.request.answers ?? {};
  // An event that is called off has nothing set aside.
  return event === undefined || schedule === undefined || isCalledOff(event)
    ? []
    : blocksOf(occupancyOf(schedule, { place, allowances }));
};

/** What is left of a window without those, which are in order of time. */
const gaps = ({ from, to }: Window, busy: readonly Window[]): readonly Window[] => {
  const starts = [from, ...busy.map((each) => Math.max(from, each.to))];
  const ends = [...busy.map((each) => Math.min(to, each.from)), to];
  return starts.flatMap((start, at) => {
    const end = ends[at] ?? to;
    return start < end ? [{ from: start, to: end }] : [];
  });
};
