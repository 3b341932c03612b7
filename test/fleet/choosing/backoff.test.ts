import { describe, expect, test } from 'vitest';
import { backoffMs } from '../../../src/fleet/choosing/backoff.ts';

describe('a failing desk', () => {
  test('is left alone twice as long each time, up to half an hour', () => {
    const waits = [1, 2, 3, 8, 9, 50, 5000].map((fails) => backoffMs(fails, 1));

    expect(waits).toEqual([10_000, 20_000, 40_000, 1_280_000, 1_800_000, 1_800_000, 1_800_000]);
  });

  test('comes back after half of that at the earliest', () => {
    expect(backoffMs(1, 0)).toBe(5000);
    expect(backoffMs(0, 0)).toBe(5000);
  });
});
