import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Log } from '../../src/service/log.ts';
import { serve } from '../../src/service/schedule.ts';

const silent: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A service whose passes are only noted; the clock is turned by the test. */
const serving = (schedule: string) => {
  const reasons: string[] = [];
  const stop = new AbortController();
  const over = serve({
    pass: async (reason) => {
      reasons.push(reason);
    },
    deliver: async () => {
      reasons.push('delivery');
    },
    schedule,
    timeZone: 'Asia/Makassar',
    quietMs: 0,
    log: silent,
    signal: stop.signal,
  });
  return {
    reasons,
    passes: () => reasons.filter((reason) => reason !== 'delivery'),
    end: () => {
      stop.abort();
      return over;
    },
  };
};

describe('a schedule', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-24T08:30:30+08:00') });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('asks for a pass at the start and at every minute that it names', async () => {
    const { passes, end } = serving('* * * * *');

    await vi.advanceTimersByTimeAsync(125_000);
    await end();

    expect(passes()).toEqual(['start', 'schedule', 'schedule']);
  });

  test('may name seconds in front', async () => {
    const { passes, end } = serving('*/10 * * * * *');

    await vi.advanceTimersByTimeAsync(30_500);
    await end();

    expect(passes()).toEqual(['start', 'schedule', 'schedule', 'schedule']);
  });

  test('hands over what people are to hear after each pass', async () => {
    const { reasons, end } = serving('* * * * *');

    await vi.advanceTimersByTimeAsync(65_000);
    await end();

    expect(reasons).toEqual(['start', 'delivery', 'schedule', 'delivery']);
  });

  test('makes up at once for what it slept through, without a word of its own', async () => {
    const said = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { reasons, end } = serving('0 * * * *');
    await vi.advanceTimersByTimeAsync(1_000);

    vi.setSystemTime(new Date('2026-11-24T11:20:00+08:00'));
    await vi.advanceTimersByTimeAsync(3_600_000);
    await end();

    expect(reasons.length).toBeGreaterThan(2);
    expect(said).not.toHaveBeenCalled();
  });
});
