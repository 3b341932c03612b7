/**
 * What becomes of a command that is asked to stop: by Ctrl+C, by whatever started it, by a terminal that is closed.
 *
 * Work that writes is finished first, so that no pass is left half-done; a second signal ends it at once, and the next
 * pass finds and does what that left undone.
 */
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts at the first signal, instead of ending the process.
 *
 * @param told Hears of it, once.
 */
export const stopSignal = (told: () => void = () => undefined): AbortSignal => {
  const controller = new AbortController();
  for (const signal of signals) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(128 + constants.signals[signal]);
      controller.abort();
      told();
    });
  }
  return controller.signal;
};
