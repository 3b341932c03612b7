/**
 * Keeps a desk up to date: a pass at once, by the schedule, and soon after the workbook changed.
 *
 * One pass runs at a time; what asks for one meanwhile is served by a single pass afterwards. A stop lets the running
 * pass finish, so that no pass is left half-done.
 */
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { schedule as cronSchedule } from 'node-cron';
import { failureIn, whereabouts } from '../failure.ts';
import type { Log } from './log.ts';

type Reason = 'start' | 'schedule' | 'workbook changed';

export interface ServeOptions {
  readonly pass: (reason: Reason) => Promise<void>;
  /** Hands over what people are to hear, after a pass and beside the next one: a mail server may take minutes to answer. */
  readonly deliver: () => Promise<void>;
  /** Cron pattern of five parts, or of six with the seconds in front; read in `timeZone`. */
  readonly schedule: string;
  readonly timeZone: string;
  /**
   * The file whose saving is worth a pass; also its lock files, whose vanishing means that it is free again.
   * Absent where the workbook is no file: then the schedule alone asks.
   */
  readonly workbookPath?: string;
  /** How long the file has to be quiet before we look: programs save in several steps. */
  readonly quietMs: number;
  readonly log: Log;
  /** Aborts to stop. */
  readonly signal: AbortSignal;
}

/** Resolves when the service was asked to stop and the last pass is through. */
export const serve = async ({
  pass,
  deliver,
  schedule,
  timeZone,
  workbookPath,
  quietMs,
  log,
  signal,
}: ServeOptions): Promise<void> => {
  const logged = async (
    message: string,
    reason: Reason,
    work: (reason: Reason) => Promise<void>,
  ): Promise<void> => {
    try {
      await work(reason);
    } catch (error) {
      const { code } = failureIn(error);
      log.error(message, { reason, code });
      if (code === 'unforeseen') log.debug('fault', { where: whereabouts(error) });
    }
  };
  const post = oneAtATime((reason) => logged('delivery failed', reason, deliver));
  const run = oneAtATime(async (reason) => {
    await logged('pass failed', reason, pass);
    void post(reason);
  });
  const watcher =
    workbookPath === undefined
      ? undefined
      : watchWorkbook(workbookPath, {
          quietMs,
          changed: () => void run('workbook changed'),
          failed: (error) => log.warn('workbook not watched', { code: failureIn(error).code }),
        });
  const task = cronSchedule(schedule, () => void run('schedule'), {
    timezone: timeZone,
    // node-cron would say so in a line of its own, between the log's.
    suppressMissedWarning: true,
  });
  // The machine slept, or a pass held everything up: what was missed is made up for at once.
  task.on('execution:missed', () => void run('schedule'));
  log.info('service started', { schedule, timeZone });
  void run('start');

  await stopped(signal);
  watcher?.close();
  await task.destroy();
  await run.finished();
  await post.finished();
  log.info('service stopped');
};

interface Runner {
  (reason: Reason): Promise<void>;
  /** Resolves when nothing runs any more; what still waited is dropped. */
  finished(): Promise<void>;
}

const oneAtATime = (work: (reason: Reason) => Promise<void>): Runner => {
  let running: Promise<void> | undefined;
  let waiting: Reason | undefined;
  let closed = false;
  const start = async (first: Reason): Promise<void> => {
    let next: Reason | undefined = first;
    while (next !== undefined && !closed) {
      waiting = undefined;
      await work(next);
      next = waiting;
    }
    running = undefined;
  };
  const run = async (reason: Reason): Promise<void> => {
    if (closed) return;
    if (running === undefined) running = start(reason);
    else waiting = reason;
    await running;
  };
  return Object.assign(run, {
    finished: async () => {
      closed = true;
      await running;
    },
  });
};

/** Watches the folder, because programs save by replacing the file and a watch on the file itself would be lost. */
const watchWorkbook = (
  path: string,
  {
    quietMs,
    changed,
    failed,
  }: {
    readonly quietMs: number;
    readonly changed: () => void;
    /** Changes are not noticed any more; the schedule still asks. */
    readonly failed: (error: unknown) => void;
  },
): FSWatcher | undefined => {
  const name = basename(path);
  const ofInterest = new Set([name, `.~lock.${name}#`, `~$${name}`]);
  let timer: NodeJS.Timeout | undefined;
  try {
    const watcher = watch(dirname(path), (_event, file) => {
      if (file === null || !ofInterest.has(file)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, quietMs);
    });
    watcher.on('error', failed);
    watcher.on('close', () => clearTimeout(timer));
    return watcher;
  } catch (error) {
    failed(error);
    return undefined;
  }
};

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
