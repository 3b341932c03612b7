/**
 * One worker of a fleet, which dispatches for all when nobody else does: any number of them run beside each other, on any
 * number of machines, over one database.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { failureIn } from '../../failure.ts';
import { inWords } from '../../ledger/postgres/in-words.ts';
import type { Log } from '../../service/log.ts';
import type { DeskPlaced } from '../settings/desk-places.ts';
import type { FleetSettings } from '../settings/fleet-settings.ts';
import { isQuietAt } from '../settings/quiet-hours.ts';
import { enrol } from '../store/desk-rows.ts';
import type { FleetStore } from '../store/open-store.ts';
import { bringQuotas } from '../store/quota-rows.ts';
import { beat, beatMs, endStalled, leave } from '../store/worker-rows.ts';
import { type DeskLocks, openDeskLocks } from './desk-locks.ts';
import { dispatch } from './dispatch.ts';
import { limitsIn, targetsIn } from './limits.ts';
import type { FleetQueue } from './queue.ts';
import { readFeeds } from './read-feed.ts';
import { databaseWords, type FleetPass, serveDesk } from './serve-desk.ts';

const tickMs = 1_000;
const feedMs = 2_000;

export interface FleetWorker {
  readonly settings: FleetSettings;
  readonly desks: readonly DeskPlaced[];
  readonly store: FleetStore;
  readonly queue: FleetQueue;
  /** Which worker this is, as logs and `fleet status` have it. */
  readonly worker: string;
  readonly host: string;
  readonly pass: FleetPass;
  readonly log: Log;
  readonly random: () => number;
  /** Aborts to stop: no pass is begun any more, and those underway come to their end. */
  readonly signal: AbortSignal;
}

export const runFleet = async (of: FleetWorker): Promise<void> => {
  const { settings, store, queue, worker, host, log, signal } = of;
  const { db } = store;
  const byNumber = new Map(of.desks.map((each) => [each.desk, each]));
  const limitsFor = limitsIn(settings);
  await enrol(db, of.desks);
  await bringQuotas(
    db,
    of.desks.flatMap(({ quotas }) => quotas),
    limitsFor,
  );

  let locks: DeskLocks | undefined;
  const keepLocks = async (): Promise<DeskLocks> => {
    if (locks === undefined || locks.lost.aborted)
      locks = await openDeskLocks({ address: settings.direct, worker });
    return locks;
  };
  const beatOnce = async (): Promise<void> => {
    const { session } = await keepLocks();
    await beat(db, {
      worker,
      host,
      pid: process.pid,
      slots: settings.passesAtOnce,
      lock_session: session,
    });
    const stalled = await endStalled(db);
    if (stalled.length > 0) log.warn('stalled workers ended', { workers: stalled.length });
  };
  const dispatchOnce = async (): Promise<void> => {
    const choice = await dispatch({
      db,
      limitsFor,
      quotasOf: (desk) => byNumber.get(desk)?.quotas,
      targets: targetsIn(settings),
      isQuiet: (desk, now) => {
        const { timeZone } = byNumber.get(desk)?.config ?? {};
        return timeZone !== undefined && isQuietAt(settings.quietHours, { now, timeZone });
      },
    });
    if (choice === undefined) return;
    await queue.drop(choice.freed);
    await queue.send(choice.desks);
  };

  await beatOnce();
  await queue.work(settings.passesAtOnce, (job) =>
    serveDesk(job, locks, { ...of, db, desks: byNumber, limitsFor }),
  );
  log.info('worker started', { worker, desks: byNumber.size });
  const trouble = (error: unknown): void =>
    log.warn('database not reached', { code: failureIn(error).code });
  await Promise.all([
    everySoOften({ ms: tickMs, work: dispatchOnce, trouble, signal }),
    everySoOften({ ms: beatMs, work: beatOnce, trouble, signal }),
    everySoOften({
      ms: feedMs,
      work: () =>
        readFeeds(db, of.desks, (error) =>
          log.debug('list of changes not read', { code: failureIn(error).code }),
        ),
      trouble,
      signal,
    }),
  ]);
  await queue.stop();
  await locks?.close();
  await leave(db, worker);
  log.info('worker stopped', { worker });
};

/** Until it is asked to stop; what fails once is tried again. */
const everySoOften = async ({
  ms,
  work,
  trouble,
  signal,
}: {
  readonly ms: number;
  readonly work: () => Promise<void>;
  readonly trouble: (error: unknown) => void;
  readonly signal: AbortSignal;
}): Promise<void> => {
  while (!signal.aborted) {
    try {
      await inWords(databaseWords, work);
    } catch (error) {
      trouble(error);
    }
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
};
