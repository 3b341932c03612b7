import { afterEach, describe, expect, test, vi } from 'vitest';
import { stopSignal } from '../src/stop-signals.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];

/** Those that listen already would end this process. */
const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
const ours = (signal: Signal) =>
  process.listeners(signal).filter((each) => !before.get(signal)?.includes(each));
const comes = (signal: Signal): void => {
  for (const listener of ours(signal)) listener(signal);
};

describe('a command that is asked to stop', () => {
  afterEach(() => {
    for (const signal of signals)
      for (const each of ours(signal)) process.removeListener(signal, each);
    vi.restoreAllMocks();
  });

  test.each(signals)('by %s finishes what it has begun, and says so once', (signal) => {
    let told = 0;
    const stop = stopSignal(() => {
      told += 1;
    });
    const wasStopped = stop.aborted;

    comes(signal);

    expect([wasStopped, stop.aborted, told]).toEqual([false, true, 1]);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('ends at once at a second signal, such as %s', (signal, status) => {
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('ended');
    });
    stopSignal();
    comes('SIGTERM');

    expect(() => comes(signal)).toThrow('ended');
    expect(exit).toHaveBeenCalledWith(status);
  });
});
