/** What is left behind by a pass after which nothing had to be done: plain data, so that another process can go by it. */
import type { Temporal } from 'temporal-polyfill';
import type { KnownDocument } from '../../backends/backend.ts';
import type { Case } from '../../core/cases/situation.ts';
import type { Plan } from '../../core/plan/plan.ts';

export interface Quiet {
  /**
   * Hash of all that the pass decided by besides the ledger and time: build, settings and place, the workbook's answer,
   * templates, texts, photos.
   */
  readonly answerHash: string;
  /** The ledger's. */
  readonly revision: number;
  /** When that pass was made; of what was before it nothing is known. */
  readonly since: Temporal.Instant;
  /** The first instant at which the same input may be decided otherwise. */
  readonly nextInstant: Temporal.Instant;
  /** What has to lie in the store. Whoever keeps the rest elsewhere may leave it out: then the store is not asked. */
  readonly documents?: readonly KnownDocument[];
  /** What it told; whoever left it out tells nothing where a pass rests. */
  readonly told?: ToldAtRest;
}

/** What a pass tells of a desk at which there is nothing to do; as long as it rests, so does this. */
export interface ToldAtRest extends Pick<Plan, 'concerns'> {
  readonly requests: number;
  readonly notices: readonly string[];
}

/** What a pass has to tell that decided nothing. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly now: Temporal.Instant;
  readonly refusals: readonly [];
  readonly plan: Plan;
  readonly cases: readonly Case[];
  readonly notices: readonly string[];
}
