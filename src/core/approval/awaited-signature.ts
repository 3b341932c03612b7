import { partsOf } from '../cases/in-parts.ts';
import type { Ticket } from '../cases/ledger-state.ts';
import { recalled } from '../cases/remembered.ts';
import type { Situation } from '../cases/situation.ts';
import { isWatched } from '../cases/watched-now.ts';
import { onceFor } from '../sheet/once-for.ts';
import type { Waits } from './settle-approval.ts';

/** A document whose turn it is. */
export interface AwaitedSignature {
  /** As staff call it: "Rekap Bulanan November 2026". */
  readonly title: string;
  readonly ticket?: Ticket;
  /** Of a document about no single event: `2025-01`, `2025`. */
  readonly period?: string;
  readonly waits: Waits;
  /** What is to be mended. */
  readonly what?: string;
}

/**
 * What is told of each document that waits, by parts of the queue: of years of documents hundreds may wait, and from pass to
 * pass nearly all are the same.
 */
export const ofAwaited = <Told>(
  tell: (each: AwaitedSignature, situation: Situation) => Told,
): ((queue: readonly AwaitedSignature[], situation: Situation) => readonly Told[]) => {
  const told = (queue: readonly AwaitedSignature[], situation: Situation): readonly Told[] =>
    partsOf(queue, nameOf).flatMap((part) =>
      isAnyOfNow(part)
        ? part.map((each) => tell(each, situation))
        : recalled({ by: tell, of: part }, situation, (around) =>
            part.map((each) => tell(each, around)),
          ),
    );
  return told;
};

const nameOf = ({ title, ticket = '' }: AwaitedSignature): string => `${title} ${ticket}`;

/** One waits since this very pass. */
const isAnyOfNow = onceFor((part: readonly AwaitedSignature[]): boolean =>
  part.some(({ waits }) => isWatched(waits.since)),
);
