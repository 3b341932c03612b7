/** Finds a clock that jumped: what is sent by a wrong clock is sent at night, or too late to be sent at all. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Ledger } from '../../ledger/ledger.ts';

const memoryName = 'post.clock';

/** A wrong zone is off by an hour, a dead battery by years; clocks that are put right move by seconds. */
const toleratedMs = 60 * 60 * 1000;

const noted = z.object({ wallMs: z.number(), uptimeMs: z.number() });

/**
 * Whether the clock went otherwise than the machine since the last time, and notes both. After a restart of the machine
 * nobody can tell. Who jumped once is believed the next time: then the clock was put right, or people had their chance.
 */
export const hasJumped = async (
  { recall, remember }: Pick<Ledger, 'recall' | 'remember'>,
  { now, uptimeMs }: { readonly now: Temporal.Instant; readonly uptimeMs: number },
): Promise<boolean> => {
  const before = noteFrom(await recall(memoryName));
  const wallMs = now.epochMilliseconds;
  await remember(memoryName, JSON.stringify({ wallMs, uptimeMs: Math.round(uptimeMs) }));
  if (before === undefined || uptimeMs < before.uptimeMs) return false;
  const expectedMs = before.wallMs + (uptimeMs - before.uptimeMs);
  return Math.abs(wallMs - expectedMs) > toleratedMs;
};

/** Notes how the clock stands while nothing is due, once, so that the first delivery has something to hold it against. */
export const noteClock = async (
  { recall, remember }: Pick<Ledger, 'recall' | 'remember'>,
  { now, uptimeMs }: { readonly now: Temporal.Instant; readonly uptimeMs: number },
): Promise<void> => {
  if (noteFrom(await recall(memoryName)) !== undefined) return;
  const wallMs = now.epochMilliseconds;
  await remember(memoryName, JSON.stringify({ wallMs, uptimeMs: Math.round(uptimeMs) }));
};

const noteFrom = (text: string | undefined): z.output<typeof noted> | undefined => {
  if (text === undefined) return undefined;
  const parsed = noted.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
};
