/** A clock that goes otherwise than the machine is found, also by the first delivery that has anything to send. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { hasJumped, noteClock } from '../../../src/service/post/clock-watch.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    recall: async (name: string) => kept.get(name),
    remember: async (name: string, value: string) => void kept.set(name, value),
  };
};

const minute = 60_000;
const at = (minutes: number) => Temporal.Instant.fromEpochMilliseconds(minutes * minute);

test('a clock hours ahead is found though nothing was ever due before', async () => {
  const ledger = memory();
  await noteClock(ledger, { now: at(0), uptimeMs: 1 });
  await noteClock(ledger, { now: at(200), uptimeMs: 5 * minute });

  expect(await hasJumped(ledger, { now: at(190), uptimeMs: 10 * minute })).toBe(true);
});

test('a machine that slept for hours has not jumped', async () => {
  const ledger = memory();
  await noteClock(ledger, { now: at(0), uptimeMs: 1 });

  expect(await hasJumped(ledger, { now: at(600), uptimeMs: 600 * minute })).toBe(false);
});
