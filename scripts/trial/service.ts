/** `serve` as a process of its own, for the length of one sitting, and what it said. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import {
  type CommandLine,
  type LogLine,
  type Running,
  readLine,
} from '../../test/support/command-line.ts';
import type { Desk } from './set-up.ts';

export interface Service {
  /** Ends it in the middle of whatever it does, and starts it again. */
  killAndRestart(): Promise<void>;
  /** Resolves when a pass that began after this call found nothing to do. */
  atRest(): Promise<void>;
  /** Asks it to stop, and waits; what it logged, in all its lives, comes back. */
  stop(): Promise<readonly LogLine[]>;
}

/** Longer than all the waits of a call that is refused again and again. */
const patienceMs = 180_000;

/** Starts it at a moment from which its clock runs on, and waits until it is at work. */
export const startService = async (
  cli: CommandLine,
  desk: Desk,
  at: Temporal.ZonedDateTime,
): Promise<Service> => {
  const began = performance.now();
  const log: LogLine[] = [];
  const start = async (): Promise<Running> => {
    const now = at.add({ milliseconds: Math.round(performance.now() - began) }).toInstant();
    const running = cli.start(['serve', '--config', desk.config, '--now', now.toString()]);
    await running.logged(({ msg }) => msg === 'service started');
    return running;
  };
  const end = async (running: Running, signal: NodeJS.Signals): Promise<number | null> => {
    running.stop(signal);
    const { exit, err } = await running.ended();
    log.push(...err.split('\n').flatMap((line) => (line === '' ? [] : [readLine(line)])));
    return exit;
  };
  let running = await start();
  return {
    killAndRestart: async () => {
      await end(running, 'SIGKILL');
      running = await start();
    },
    atRest: async () => {
      const since = Date.now();
      const rest = running.logged(
        ({ msg, idle, time = '', tookMs = 0 }) =>
          msg === 'pass finished' && idle === true && Date.parse(time) - tookMs > since,
      );
      const patience = new AbortController();
      const late = wait(patienceMs, 'late', { signal: patience.signal }).catch(() => 'in time');
      const first = await Promise.race([rest, late]);
      patience.abort();
      if (first !== 'late') return;
      await end(running, 'SIGKILL');
      const last = log.slice(-8).map((line) => JSON.stringify(line));
      throw new Error(`The service did not come to rest at ${at}:\n${last.join('\n')}`);
    },
    stop: async () => {
      const exit = await end(running, 'SIGTERM');
      if (exit !== 0) throw new Error(`serve ended with ${exit}:\n${JSON.stringify(log.at(-1))}`);
      return log;
    },
  };
};
