/** What events want at one moment: the most at once, and what others have beside one of them. */
import type { Ticket } from '../cases/ledger-state.ts';
import type { Schedule } from '../cases/request.ts';
import type { Case } from '../cases/situation.ts';
import { overlap, type Window } from '../clock/window.ts';

export interface Peak {
  readonly quantity: number;
  readonly at: number;
  readonly tickets: readonly Ticket[];
}

/** So many of one thing, at these times. */
export interface WantedAt {
  readonly ticket: Ticket;
  readonly windows: readonly Window[];
  readonly quantity: number;
}

export interface WantedBy extends WantedAt {
  readonly subject: Case;
}

export const wantedOnce = (
  subject: Case,
  windowsOf: (schedule: Schedule) => readonly Window[],
): readonly WantedBy[] => {
  const { schedule } = subject.request.answers;
  return schedule === undefined
    ? []
    : [{ subject, ticket: subject.ticket, windows: windowsOf(schedule), quantity: 1 }];
};

/** Those of a month, say, and from when to when they reach: of another time, none of them has to be looked at. */
export interface WantedWithin {
  readonly wanted: readonly WantedBy[];
  readonly reach: readonly Window[];
}

export const wantedWithin = (wanted: readonly WantedBy[]): WantedWithin => {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { windows } of wanted)
    for (const window of windows) {
      from = Math.min(from, window.from);
      to = Math.max(to, window.to);
    }
  return { wanted, reach: [{ from, to }] };
};

/** Those of others that run at the same time; as which request it goes on is itself. */
export const besides = (own: WantedBy, others: readonly WantedWithin[]): readonly WantedBy[] =>
  others
    .filter(({ reach }) => overlap(reach, own.windows))
    .flatMap(({ wanted }) =>
      wanted.filter(
        ({ subject, ticket, windows }) =>
          subject !== own.subject &&
          ticket !== own.subject.movedTo &&
          overlap(windows, own.windows),
      ),
    );

/** The most that is wanted at one moment of these windows. */
export const mostDuring = (windows: readonly Window[], wanted: readonly WantedAt[]): number =>
  peakOf(
    wanted.map((each) => ({
      ...each,
      windows: each.windows.flatMap(({ from, to }) =>
        windows.flatMap((own) => {
          const shared = { from: Math.max(from, own.from), to: Math.min(to, own.to) };
          return shared.from < shared.to ? [shared] : [];
        }),
      ),
    })),
  )?.quantity ?? 0;

/** The first moment at which the most was wanted at once. */
export const peakOf = (wanted: readonly WantedAt[]): Peak | undefined => {
  const starts = wanted
    .flatMap(({ ticket, quantity, windows }) =>
      windows.map(({ from, to }) => ({ ticket, quantity, from, to })),
    )
    .sort((a, b) => a.from - b.from || (a.ticket < b.ticket ? -1 : 1));
  let best: Peak | undefined;
  let running: typeof starts = [];
  for (const start of starts) {
    running = [...running.filter(({ to }) => to > start.from), start];
    const quantity = running.reduce((sum, one) => sum + one.quantity, 0);
    if (quantity > (best?.quantity ?? 0))
      best = { quantity, at: start.from, tickets: running.map(({ ticket }) => ticket) };
  }
  return best;
};
