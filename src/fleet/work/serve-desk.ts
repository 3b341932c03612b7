/**
 * One job: the desk is taken, if nobody has it, looked after, and given back with what became of it.
 *
 * Nothing is thrown: what is due stands in the desk's row, and what went wrong there by its code.
 */
import type { Tenure } from '../../backends/tenure.ts';
import { failureIn, whereabouts } from '../../failure.ts';
import type { Fence } from '../../ledger/database.ts';
import { DeskTakenOverError } from '../../ledger/errors.ts';
import { inWords } from '../../ledger/postgres/in-words.ts';
import type { Log } from '../../service/log.ts';
import type { MemoryFound } from '../../service/pass/memory-check.ts';
import { backoffMs } from '../choosing/backoff.ts';
import type { DeskPlaced } from '../settings/desk-places.ts';
import {
  fenceOf,
  noteChecked,
  noteCheckNight,
  noteFailed,
  noteServed,
  noteToComeBack,
  type PassEnd,
  type TakenDesk,
  takeDesk,
} from '../store/desk-rows.ts';
import type { FleetDatabase } from '../store/fleet-tables.ts';
import type { LimitsFor } from '../store/quota-rows.ts';
import type { DeskLocks } from './desk-locks.ts';
import type { DeskJob } from './queue.ts';
import { openTenure, QuotaSpentError } from './tenure.ts';

/** One round over a desk, for as long as it is ours. */
export type FleetPass = (
  placed: DeskPlaced,
  lent: {
    readonly taken: TakenDesk;
    readonly tenure: Tenure;
    readonly fence: Fence;
    readonly nights: NightNotes;
  },
) => Promise<PassEnd>;

/** Where a desk's check of the night is noted. */
export interface NightNotes {
  begun(night: string): Promise<void>;
  found(found: MemoryFound): Promise<void>;
}

export interface Serving {
  readonly db: FleetDatabase;
  readonly worker: string;
  readonly desks: ReadonlyMap<number, DeskPlaced>;
  readonly limitsFor: LimitsFor;
  readonly pass: FleetPass;
  readonly log: Log;
  readonly random: () => number;
}

/** Of which place its troubles are told. */
export const databaseWords = 'the database of the fleet';

/** Somebody else is at work on it. */
const busyMs = 5_000;

export const serveDesk = async (
  job: DeskJob,
  locks: DeskLocks | undefined,
  serving: Serving,
): Promise<void> => {
  const { db, desks, log } = serving;
  const placed = desks.get(job.desk);
  try {
    await inWords(databaseWords, async () => {
      if (placed === undefined || locks === undefined || !(await locks.take(job.desk))) {
        const code = placed === undefined ? 'not-here' : 'held';
        await noteToComeBack(db, { desk: job.desk, code, afterMs: busyMs });
        return;
      }
      try {
        // Not when the job is lost: a pass that thinks for longer than a heartbeat has the desk as long as it has the lock.
        await withDesk(placed, { job, signal: locks.lost, serving });
      } finally {
        await locks.free(job.desk);
      }
    });
  } catch (error) {
    // The database is away: the dispatcher sends the desk again when it is back.
    log.warn('desk not served', { desk: job.desk, code: failureIn(error).code });
  }
};

const withDesk = async (
  placed: DeskPlaced,
  {
    job,
    signal,
    serving,
  }: { readonly job: DeskJob; readonly signal: AbortSignal; readonly serving: Serving },
): Promise<void> => {
  const { db, worker, limitsFor, pass } = serving;
  const taken = await takeDesk(db, { desk: job.desk, worker });
  if (taken === undefined) return;
  const { quotas } = placed;
  const { isRepeated } = job;
  const tenure = openTenure({ db, taken, quotas, limitsFor, signal, isPaid: !isRepeated });
  try {
    const nights = nightNotes(db, taken);
    const end = await pass(placed, { taken, tenure, fence: fenceOf(taken), nights });
    await noteServed(db, taken, end);
  } catch (error) {
    await noteTrouble(error, taken, serving);
  }
};

export const nightNotes = (db: FleetDatabase, { desk, epoch }: TakenDesk): NightNotes => ({
  begun: (night) => noteCheckNight(db, { desk, epoch, night }),
  found: (found) => noteChecked(db, { desk, found }),
});

const noteTrouble = async (
  error: unknown,
  taken: TakenDesk,
  { db, log, random }: Serving,
): Promise<void> => {
  const { desk, epoch } = taken;
  if (error instanceof DeskTakenOverError) {
    log.info('desk taken over', { desk });
    return;
  }
  if (error instanceof QuotaSpentError) {
    const { code, waitMs } = error;
    await noteToComeBack(db, { desk, epoch, code, afterMs: waitMs });
    return;
  }
  const { code } = failureIn(error);
  log.warn('desk failing', { desk, code });
  if (code === 'unforeseen') log.debug('fault', { desk, where: whereabouts(error) });
  await noteFailed(db, { taken, code, afterMs: (fails) => backoffMs(fails, random()) });
};
