/** Sends the desks that are due, as many as there are calls for: one worker at a time does this for all. */
import { sql } from 'kysely';
import {
  chooseDesks,
  type DeskChoice,
  isUnderway,
  type LookTargets,
} from '../choosing/choose-desks.ts';
import { briefly } from '../store/briefly.ts';
import { noteSent, readStandings } from '../store/desk-rows.ts';
import { type FleetDatabase, fleetLocks } from '../store/fleet-tables.ts';
import { holdBuckets, type LimitsFor, momentOf, putBuckets } from '../store/quota-rows.ts';
import { clearDead, slotsNow } from '../store/worker-rows.ts';

/** So many jobs for each place of a worker are underway at most: more would wait, and their tokens grow old. */
const jobsForASlot = 1.5;

export interface Dispatching {
  readonly db: FleetDatabase;
  /** Of the desks that this fleet serves; `undefined` for others that the database knows. */
  readonly quotasOf: (desk: number) => readonly string[] | undefined;
  readonly limitsFor: LimitsFor;
  readonly targets: LookTargets;
  /** Whether nobody works at that desk at that moment. */
  readonly isQuiet: (desk: number, now: number) => boolean;
}

export interface Dispatched extends DeskChoice {
  /** Whose workers are gone: jobs of theirs are nobody's. */
  readonly freed: readonly number[];
}

/** @returns `undefined` where another worker is at it. */
export const dispatch = ({
  db,
  quotasOf,
  limitsFor,
  targets,
  isQuiet,
}: Dispatching): Promise<Dispatched | undefined> =>
  briefly(db, async (transaction) => {
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_xact_lock(${fleetLocks.class}, ${fleetLocks.dispatcher}) as got`.execute(
      transaction,
    );
    if (rows[0]?.got !== true) return undefined;
    const freed = await clearDead(transaction);
    const before = await holdBuckets(transaction, 'read', limitsFor);
    const now = await momentOf(transaction);
    const standings = (await readStandings(transaction, quotasOf)).map((standing) => ({
      ...standing,
      isQuiet: isQuiet(standing.desk, now),
    }));
    const underway = standings.filter((standing) => isUnderway(standing, now)).length;
    const slots = await slotsNow(transaction);
    const room = Math.max(0, Math.ceil(slots * jobsForASlot) - underway);
    const choice = chooseDesks({ standings, buckets: before, targets, now, room });
    await putBuckets(transaction, 'read', { before, after: choice.buckets });
    await noteSent(transaction, choice.desks);
    return { ...choice, freed };
  });
