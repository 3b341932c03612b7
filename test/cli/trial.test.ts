import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runTrial } from '../../scripts/trial/trial.ts';

describe('a dozen requests among people and troubles, each process by itself', () => {
  let dir = '';
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('leave sheet, documents and ledger right', { timeout: 180_000 }, async () => {
    dir = mkdtempSync(join(tmpdir(), 'vicon-trial-'));
    const told: string[] = [];

    const checks = await runTrial({
      events: 12,
      days: 1,
      seed: 7,
      dir,
      isBrief: true,
      longestPauseMs: 20,
      tell: (line) => told.push(line),
    });

    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    const counted = Object.fromEntries(checks.map((check) => [check.what, check.counted]));
    expect(counted['requests with one ticket, the same from first to last']).toBe(11);
    expect(counted['tickets of deleted rows marked as gone']).toBe(1);
    expect(told.join('\n')).toMatch(/^At the end:$/m);
  });
});
