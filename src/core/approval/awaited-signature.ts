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
  readonly waits: Waits;
  /** What is to be mended. */
  readonly what?: string;
}

/**
 * What is made of the queue and of a word: of years of documents hundreds may wait, and from pass to pass they are the same.
 *
 * @param make Looks at the queue, at the word, and at nothing else but what the situation tells.
 */
export const madeOfQueue = <Word extends string, Made>(
  make: (word: Word, queue: readonly AwaitedSignature[], situation: Situation) => Made,
): ((word: Word, queue: readonly AwaitedSignature[], situation: Situation) => Made) => {
  const remembered = (
    word: Word,
    queue: readonly AwaitedSignature[],
    situation: Situation,
  ): Made =>
    isAnyOfNow(queue)
      ? make(word, queue, situation)
      : recalled({ by: make, of: word, very: queue }, situation, (around) =>
          make(word, queue, around),
        );
  return remembered;
};

/** It waits since this very pass. */
const isAnyOfNow = onceFor((queue: readonly AwaitedSignature[]): boolean =>
  queue.some(({ waits }) => isWatched(waits.since)),
);
