/** A clock that goes otherwise than the machine is found, also by the first delivery that has anything to send. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { hasJumped, noteClock, noteFirstClock } from '../../../src/service/post/clock-watch.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    recall: async (name: string) => kept.get(name),
    note: async (name: string, value: string) => void kept.set(name, value),
  };
};

const minute = 60_000;
const look = (minutes: number, upMinutes: number, machine = 'meja') => ({
  now: Temporal.Instant.fromEpochMilliseconds(minutes * minute),
  uptime: { machine, ms: upMinutes * minute },
});

test('a clock hours ahead is found though nothing was ever due before', async () => {
  const ledger = memory();
  await noteFirstClock(ledger, look(0, 0));
  await noteFirstClock(ledger, look(200, 5));

  expect(await hasJumped(ledger, look(190, 10))).toBe(true);
});

test('a machine that slept for hours has not jumped', async () => {
  const ledger = memory();
  await noteFirstClock(ledger, look(0, 0));

  expect(await hasJumped(ledger, look(600, 600))).toBe(false);
});

test('two machines that share a ledger and started at other times have not jumped, and each is found that does', async () => {
  const ledger = memory();
  await noteClock(ledger, look(0, 10, 'satu'));

  expect(await hasJumped(ledger, look(1, 5000, 'dua'))).toBe(false);
  await noteClock(ledger, look(1, 5000, 'dua'));
  expect(await hasJumped(ledger, look(2, 12, 'satu'))).toBe(false);
  expect(await hasJumped(ledger, look(200, 12, 'satu'))).toBe(true);
  expect(await hasJumped(ledger, look(200, 5001, 'dua'))).toBe(true);
});

test('only the machines that delivered last are kept, and a note of an earlier version says nothing', async () => {
  const ledger = memory();
  await ledger.note('post.clock', JSON.stringify({ wallMs: 0, uptimeMs: 0 }));
  expect(await hasJumped(ledger, look(200, 5))).toBe(false);
  for (let started = 0; started < 100; started += 1)
    await noteClock(ledger, look(started, 1, `wadah ${started}`));

  expect((await ledger.recall('post.clock'))?.length).toBeLessThan(1000);
  expect(await hasJumped(ledger, look(300, 2, 'wadah 99'))).toBe(true);
});
