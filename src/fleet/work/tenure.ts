/** The right of one pass to one desk: its epoch in the database, its lock, and the calls that it may make. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tenure } from '../../backends/tenure.ts';
import { ServiceError } from '../../errors.ts';
import { DeskTakenOverError } from '../../ledger/errors.ts';
import { isHeldIn, type TakenDesk } from '../store/desk-rows.ts';
import type { CallKind, FleetDatabase } from '../store/fleet-tables.ts';
import { emptyBuckets, type LimitsFor, takeCalls } from '../store/quota-rows.ts';

/** Longer than this nobody waits for a call with the desk, its lock and a place of the worker in hand. */
const patienceMs = 5_000;
/** A write that has begun is worth more patience: to leave off leaves a row half judged until the next pass. */
const patienceOnceWritingMs = 20_000;
/** Google names no time mostly; its minute slides. */
const refusedMs = 15_000;

export const openTenure = ({
  db,
  taken,
  quotas,
  limitsFor,
  signal,
  isPaid,
}: {
  readonly db: FleetDatabase;
  readonly taken: Pick<TakenDesk, 'desk' | 'epoch'>;
  readonly quotas: readonly string[];
  readonly limitsFor: LimitsFor;
  /** Aborts when the lock is lost. */
  readonly signal: AbortSignal;
  /** The dispatcher took the first look's read before it sent the job. */
  readonly isPaid: boolean;
}): Tenure => {
  const inHand: Record<CallKind, number> = { read: isPaid ? 1 : 0, write: 0 };
  let hasWritten = false;

  const fetchCalls = async (kinds: readonly CallKind[]): Promise<void> => {
    if (quotas.length === 0) return;
    const patience = hasWritten ? patienceOnceWritingMs : patienceMs;
    const started = performance.now();
    for (;;) {
      const { waitMs } = await takeCalls(db, { quotas, kinds, limitsFor });
      if (waitMs === 0) return;
      if (performance.now() - started + waitMs > patience) throw new QuotaSpentError(waitMs);
      await sleep(waitMs, undefined, { signal });
    }
  };

  const stillOurs = async (): Promise<void> => {
    if (signal.aborted || !(await isHeldIn(db, taken)) || signal.aborted)
      throw new DeskTakenOverError();
  };

  return {
    signal,
    stillOurs,
    take: async (kind) => {
      if (inHand[kind] === 0) {
        // What follows the first look is about a write: both calls or none, so that it is not held up halfway.
        const kinds: readonly CallKind[] = hasWritten ? [kind] : ['read', 'write'];
        await fetchCalls(kinds);
        for (const each of kinds) inHand[each] += 1;
      }
      inHand[kind] -= 1;
      if (kind === 'write') hasWritten = true;
    },
    refused: async (kind, retryAfterMs = refusedMs) => {
      if (quotas.length > 0) await emptyBuckets(db, { quotas, kind, forMs: retryAfterMs });
      throw new QuotaSpentError(retryAfterMs);
    },
  };
};

/** Other desks have used up what Google allows for the moment. */
export class QuotaSpentError extends ServiceError {
  readonly code = 'quota-spent';
  readonly waitMs: number;

  constructor(waitMs: number) {
    super({
      what: 'The calls that Google allows in a minute are used up for the moment.',
      todo: 'Nothing to do: the desk comes back by itself.',
    });
    this.waitMs = waitMs;
  }
}
