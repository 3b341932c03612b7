/**
 * What a worker keeps of the desks that it served, so that the next pass over one makes only what is new: in memory, and
 * no more of it than the settings allow.
 *
 * Kept whoever had the desk meanwhile. Nothing of it stands in for workbook, store or ledger: a pass asks them as if it knew
 * nothing, and what was read or made before counts only where all that it was made from says the same: of a file, the bytes of
 * a row. So it cannot matter who changed what in between, and the storm of `test/support/warm-cold` sends two workers to one
 * desk by turns. What would go by who was there is not in it: where a pass came to rest stands in the desk's row, the ledger
 * is opened anew for each pass, since another copy of it may have come to the same revision, and a listing of photos, which may
 * be late, is gone when another worker had the desk.
 *
 * A desk is taken out for its pass, and put back when that went well: whatever an error leaves is gone. So is what was kept
 * from another night (`night-check.ts`).
 */

import { openRemembered } from '../../core/cases/remembered.ts';
import type { Remembered } from '../../core/cases/situation.ts';
import { type KeptDesk, keepDesk } from '../../service/open-desk.ts';
import type { DeskPlaced } from '../settings/desk-places.ts';
import type { TakenDesk } from '../store/desk-rows.ts';

export interface DeskMemory {
  readonly passes: Remembered;
  readonly desk: KeptDesk;
}

export interface MemoryBounds {
  /** So many desks at most; with none nothing is kept. */
  readonly desks: number;
  /** So many rows of Permohonan in all of them: what is kept grows with these. */
  readonly rows: number;
}

export interface TakenMemory {
  readonly memory: DeskMemory;
  /** In which it began; absent where there was none. */
  readonly night?: string;
  /** How it comes back; `undefined` where the pass had no use for it: it rested, or misread the workbook. */
  giveBack(pass: ServedPass | undefined): void;
}

export interface ServedPass {
  /** As its desk counts nights (`night-check.ts`). */
  readonly night: string;
  readonly rows: number;
  /** Something was written, or somebody had changed something. */
  readonly hasChanged: boolean;
}

export interface KeptMemories {
  /** Nothing is known under other settings. */
  take(placed: Pick<DeskPlaced, 'desk' | 'config'>, taken: Pick<TakenDesk, 'epoch'>): TakenMemory;
}

export const openKeptMemories = ({ desks, rows }: MemoryBounds): KeptMemories => {
  const kept = new Map<number, KeptMemory>();
  let turn = 0;
  return {
    take: ({ desk, config }, { epoch }) => {
      const last = kept.get(desk);
      kept.delete(desk);
      const before = last?.config === config ? last : undefined;
      // Each pass, whoever's, has the next one.
      if (before && before.epoch + 1 !== epoch) before.memory.desk.place.changedHands?.();
      const memory = before?.memory ?? openDeskMemory(config);
      return {
        memory,
        ...(before && { night: before.night }),
        giveBack: (pass) => {
          if (pass === undefined) {
            if (before) kept.set(desk, { ...before, epoch });
          } else {
            turn += 1;
            const { rows: count, hasChanged, night } = pass;
            const { changed = 0, since = turn } = before ?? {};
            kept.set(desk, {
              memory,
              config,
              epoch,
              night,
              rows: count,
              since,
              changed: hasChanged ? turn : changed,
            });
          }
          for (const out of tooMany([...kept], { desks, rows })) kept.delete(out);
        },
      };
    },
  };
};

const openDeskMemory = (config: DeskPlaced['config']): DeskMemory => ({
  passes: openRemembered(),
  desk: keepDesk(config),
});

interface KeptMemory {
  readonly memory: DeskMemory;
  readonly config: DeskPlaced['config'];
  /** Of the last pass here. */
  readonly epoch: number;
  readonly night: string;
  readonly rows: number;
  /** Which pass found something changed last. */
  readonly changed: number;
  /** Since which pass it is kept. */
  readonly since: number;
}

/**
 * Where nobody changed anything for longest goes first. Every desk is gone through every few minutes, so what was merely
 * looked at may not push out those that people work at; among desks where nothing happens the newcomer goes, since else
 * each would push out the next and none were ever found again.
 */
const tooMany = (
  kept: readonly (readonly [desk: number, memory: KeptMemory])[],
  bounds: MemoryBounds,
): readonly number[] => {
  let [desks, rows] = [0, 0];
  return kept
    .toSorted(([, one], [, other]) => other.changed - one.changed || one.since - other.since)
    .filter(([, memory]) => {
      const fits = desks < bounds.desks && rows + memory.rows <= bounds.rows;
      if (fits) [desks, rows] = [desks + 1, rows + memory.rows];
      return !fits;
    })
    .map(([desk]) => desk);
};
