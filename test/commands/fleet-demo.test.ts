import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { makeInventedFleet } from '../../src/commands/fleet-demo.ts';

const at = { now: Temporal.Instant.from('2026-11-20T01:00:00Z'), progress: () => undefined };

test.each([undefined, 'layanan', 'postgres://vicon:rahasia@db.example/layanan'])(
  'fleet demo makes no office for the database %s, which cannot be one',
  async (database) => {
    const shelf = mkdtempSync(join(tmpdir(), 'vicon-fleet-'));
    const dir = join(shelf, 'kantor');
    try {
      await expect(makeInventedFleet(at, { dir, database })).rejects.toMatchObject({
        code: 'wrong-usage',
      });
      expect(existsSync(dir)).toBe(false);
    } finally {
      rmSync(shelf, { recursive: true });
    }
  },
);
