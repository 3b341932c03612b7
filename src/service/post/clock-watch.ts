/** Finds a clock that jumped: what is sent by a wrong clock is sent at night, or too late to be sent at all. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { jsonNote, savedWork } from '../../backends/kept-note.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** How long a machine has been up. */
export interface Uptime {
  /** Its name: workers of a fleet on several machines share a ledger, and each has its own. */
  readonly machine: string;
  readonly ms: number;
}

/** What the clock says, and the machine beside it. */
interface ClockLook {
  readonly now: Temporal.Instant;
  readonly uptime: Uptime;
}

const memoryName = 'post.clock';

/** A wrong zone is off by an hour, a dead battery by years; clocks that are put right move by seconds. */
const toleratedMs = 60 * 60 * 1000;

/** Of the machines that delivered last, the latest first; containers may bear another name at each start. */
const mostMachines = 8;

const noted = jsonNote(
  z.array(z.object({ machine: z.string(), wallMs: z.number(), uptimeMs: z.number() })),
);
type ClockNote = z.output<typeof noted>[number];

/**
 * Whether the clock went otherwise than this machine since it was last noted here. After a restart of the machine nobody can
 * tell. Who jumped once and is noted is believed the next time: then the clock was put right, or people had their chance.
 */
export const hasJumped = async (
  { recall }: Pick<Ledger, 'recall'>,
  { now, uptime }: ClockLook,
): Promise<boolean> => {
  const before = (await notesIn({ recall })).find(isOf(uptime));
  if (before === undefined || uptime.ms < before.uptimeMs) return false;
  const expectedMs = before.wallMs + (uptime.ms - before.uptimeMs);
  return Math.abs(now.epochMilliseconds - expectedMs) > toleratedMs;
};

export const noteClock = async (
  { recall, note: keep }: Pick<Ledger, 'recall' | 'note'>,
  { now, uptime }: ClockLook,
): Promise<void> => {
  const others = (await notesIn({ recall })).filter((note) => !isOf(uptime)(note));
  const note: ClockNote = {
    machine: uptime.machine,
    wallMs: now.epochMilliseconds,
    uptimeMs: Math.round(uptime.ms),
  };
  await keep(memoryName, JSON.stringify([note, ...others].slice(0, mostMachines)));
};

/** While nothing is due, once, so that the first delivery has something to hold the clock against. */
export const noteFirstClock = async (
  ledger: Pick<Ledger, 'recall' | 'note'>,
  look: ClockLook,
): Promise<void> => {
  if (!(await notesIn(ledger)).some(isOf(look.uptime))) await noteClock(ledger, look);
};

const isOf =
  ({ machine }: Uptime) =>
  (note: ClockNote): boolean =>
    note.machine === machine;

/** None of what an earlier version noted, which named no machine. */
const notesIn = async ({ recall }: Pick<Ledger, 'recall'>): Promise<readonly ClockNote[]> =>
  savedWork(noted, await recall(memoryName)) ?? [];
