/** What the passes of a storm's warm desk remember: those of one service, or of several workers that come to it by turns. */
import type { Temporal } from 'temporal-polyfill';
import { openRemembered } from '../../../src/core/cases/remembered.ts';
import { openStateMemory, rememberingState } from '../../../src/ledger/remembered-state.ts';
import type { PassOptions } from '../../../src/service/pass/pass-parts.ts';
import type { PassReport } from '../../../src/service/pass/pass-report.ts';
import { type LastLook, lastLookAfter } from '../../../src/service/pass/rest.ts';
import type { PostOptions, PostParts } from '../../../src/service/post/post-parts.ts';
import { strictly } from '../strict-memory.ts';
import type { Chance } from './chance.ts';

export interface StormMemory {
  /** What the next pass works with. */
  begin(parts: PostParts): Pick<PassOptions, 'memory' | 'quiet'> & { readonly parts: PostParts };
  end(report: PassReport | undefined): void;
  /** For the delivery after it. */
  delivering(): Pick<PostOptions, 'memory' | 'last'>;
  /** When it says that something could be decided otherwise. */
  expected(): Temporal.Instant | undefined;
  /** What was remembered that may not be. */
  faults(): readonly string[];
}

export const serveMemory = (): StormMemory => {
  const { memory, faults } = strictMemory();
  const state = openStateMemory();
  let ledger: PostParts['ledger'] | undefined;
  let quiet: PassOptions['quiet'];
  let last: LastLook | undefined;
  return {
    begin: (parts) => {
      ledger ??= rememberingState(parts.ledger, state);
      return { parts: { ...parts, ledger }, memory, ...(quiet && { quiet }) };
    },
    end: (report) => {
      quiet = report?.quiet;
      last = report && lastLookAfter(report, last);
    },
    delivering: () => ({ memory, ...(last && { last }) }),
    expected: () => quiet?.nextInstant,
    faults,
  };
};

/**
 * Each pass is one worker's, who opens the desk anew and knows of it what it kept when it last had it. Where a pass came to
 * rest is known to all of them; a real fleet leaves out the documents there and asks the store every few minutes instead,
 * which here would be a difference.
 */
export const fleetMemory = (chance: Chance): StormMemory => {
  const workers = [openWorker(), openWorker()];
  let at = 0;
  let quiet: PassOptions['quiet'];
  let last: LastLook | undefined;
  const here = () => workers[at] ?? openWorker();
  return {
    begin: (parts) => {
      at = chance.below(workers.length);
      const { memory, state } = here();
      const ledger = rememberingState(parts.ledger, state);
      return { parts: { ...parts, ledger }, memory, ...(quiet && { quiet }) };
    },
    end: (report) => {
      if (report === undefined) workers[at] = openWorker();
      last = report && lastLookAfter(report);
      quiet = report?.quiet;
    },
    delivering: () => ({ memory: here().memory, ...(last && { last }) }),
    expected: () => quiet?.nextInstant,
    faults: () => workers.flatMap(({ faults }) => faults()),
  };
};

const openWorker = () => ({ ...strictMemory(), state: openStateMemory() });

const strictMemory = () => {
  const { remembered: memory, faults } = strictly(openRemembered());
  return { memory, faults };
};
