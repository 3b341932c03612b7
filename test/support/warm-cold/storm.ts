/**
 * Any edits of people and any steps of the clock, at two desks that begin alike. The passes of one remember all that
 * `serve` lets them remember, or, at every other seed, the workers of a fleet; those of the other know nothing but workbook,
 * store and ledger. After each step both must have decided, written, made and noted the same, to the last cell, byte and
 * row of the ledger.
 *
 * Whoever adds something that passes remember: hand it to the passes of the warm desk in `storm-memory.ts`, and to nobody
 * else; then break it once in each way that it can be wrong, and see `npm run bench -- warm-cold --steps 2000` tell of it.
 * A difference is told with its seed and step: `npm run bench -- warm-cold --seed 7 --steps 40` goes there again.
 */
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { ServiceError } from '../../../src/errors.ts';
import { decided } from '../../../src/service/pass/memory-check.ts';
import type { PassOptions } from '../../../src/service/pass/pass-parts.ts';
import type { PassReport } from '../../../src/service/pass/pass-report.ts';
import { runPass } from '../../../src/service/pass.ts';
import { deliver } from '../../../src/service/post/deliver.ts';
import type { PostParts } from '../../../src/service/post/post-parts.ts';
import { undoPass } from '../../../src/service/undo/undo-pass.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { clockStep } from './clock-steps.ts';
import { act, actBeside, editSheet } from './people.ts';
import { smallOffice } from './small-office.ts';
import { fleetMemory, type StormMemory, serveMemory } from './storm-memory.ts';
import { openTwin, type Twin } from './twin.ts';

export interface StormReport {
  readonly steps: number;
  /** Passes that ended after their look. */
  readonly rested: number;
  /** After the first the desks are not alike any more, and the storm ends. */
  readonly differences: readonly string[];
}

/** The desks know of events on so many days to come: among these what hangs on the hour happens. */
const daysOfEvents = 8;

export const warmColdStorm = async ({
  seed,
  steps,
}: {
  readonly seed: number;
  readonly steps: number;
}): Promise<StormReport> => {
  const chance = chanceFrom(seed);
  const size = 4 + chance.below(6);
  const warm = await openTwin(smallOffice(size, chanceFrom(seed)));
  const cold = await openTwin(smallOffice(size, chanceFrom(seed)));
  const memory = seed % 2 === 0 ? serveMemory() : fleetMemory(chanceFrom(seed + 1));
  let now = Temporal.Instant.from('2026-11-25T08:00:00+08:00').add({
    minutes: chance.below(60 * 24 * daysOfEvents),
  });
  let rested = 0;
  try {
    for (let step = 0; step < steps; step += 1) {
      now = clockStep(now, { chance, expected: memory.expected() });
      const stepSeed = Math.floor(chance() * 2 ** 31);
      for (const { office } of [warm, cold]) peopleAt(office, chanceFrom(stepSeed), now);
      const { parts, ...begun } = memory.begin(warm.parts);
      const told = [await pass(parts, { now, ...begun }), await pass(cold.parts, { now })] as const;
      memory.end(told[0].report);
      if (told[0].report?.look.kind === 'unchanged') rested += 1;
      const after = afterwards(stepSeed + 1);
      const done = [
        await after({ ...warm, parts }, now, memory.delivering()),
        await after(cold, now),
      ];
      const difference =
        memory.faults()[0] ??
        differenceOfPasses(told[0], told[1]) ??
        differenceOfDesks(warm, cold) ??
        differenceOf(done[0], done[1]);
      if (difference !== undefined) {
        const at = `seed ${seed}, step ${step}, ${now.toString()}`;
        return { steps: step + 1, rested, differences: [`${at}: ${difference}`] };
      }
    }
    return { steps, rested, differences: [] };
  } finally {
    await warm.close();
    await cold.close();
  }
};

const peopleAt = (office: Twin['office'], chance: Chance, now: Temporal.Instant): void => {
  const hand = { office, chance, now };
  const kind = chance();
  if (kind < 0.15) actBeside(hand);
  const doings = kind < 0.7 ? 0 : 1 + chance.below(chance() < 0.1 ? 8 : 2);
  for (let done = 0; done < doings; done += 1) act(hand);
  office.isOpen = chance() < 0.04;
  office.meanwhile = chance() < 0.06 ? () => editSheet(hand) : undefined;
};

interface Told {
  readonly report?: PassReport;
  /** What the pass ended with instead. */
  readonly failure?: string;
}

const pass = async (parts: PostParts, options: PassOptions): Promise<Told> => {
  try {
    return { report: await runPass(parts, { acceptLargeChange: true, ...options }) };
  } catch (error) {
    if (error instanceof ServiceError) return { failure: error.code };
    throw error;
  }
};

/** Mail leaves, often after people did something more, or somebody takes the last pass back. */
const afterwards = (seed: number) => {
  const kind = chanceFrom(seed)();
  return async (
    { parts, office }: Pick<Twin, 'parts' | 'office'>,
    now: Temporal.Instant,
    remembered: ReturnType<StormMemory['delivering']> = {},
  ): Promise<unknown> => {
    if (kind < 0.1) act({ office, chance: chanceFrom(seed + 1), now });
    try {
      if (kind < 0.2) return await deliver(parts, { clock: () => now, ...remembered });
      if (kind < 0.23) {
        const { of: _, ...report } = await undoPass(parts, { now });
        return report;
      }
    } catch (error) {
      if (error instanceof ServiceError) return error.code;
      throw error;
    }
    return undefined;
  };
};

const differenceOfPasses = (warm: Told, cold: Told): string | undefined => {
  if (warm.failure !== cold.failure)
    return `the warm pass ended with ${warm.failure}, the cold one with ${cold.failure}`;
  const [one, other] = [warm.report, cold.report];
  if (one === undefined || other === undefined) return undefined;
  if (one.look.kind === 'unchanged') return other.idle ? undefined : 'the warm pass rested';
  if (other.look.kind === 'unchanged') return 'the cold pass rested';
  return (
    differenceOf(decided(one.look), decided(other.look)) ??
    differenceOf(
      [one.cells, one.documents, one.exposed, one.idle],
      [other.cells, other.documents, other.exposed, other.idle],
    )
  );
};

const differenceOfDesks = (warm: Twin, cold: Twin): string | undefined => {
  const [one, other] = [warm.stands(), cold.stands()];
  const part = Object.keys(one).find((name) => one[name] !== other[name]);
  return part === undefined ? undefined : `${part}: ${firstOther(one[part], other[part])}`;
};

const differenceOf = (one: unknown, other: unknown): string | undefined =>
  isDeepStrictEqual(one, other)
    ? undefined
    : firstOther(JSON.stringify(one), JSON.stringify(other));

/** Where two texts part, with what stands there in each. */
const firstOther = (one = '', other = ''): string => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 80);
  return `warm …${around(one)}… cold …${around(other)}…`;
};
