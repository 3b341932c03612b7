/**
 * What a worker keeps of the desks that it served, so that the next pass over one makes only what is new: in memory, and
 * no more of it than the settings allow.
 *
 * Kept whoever had the desk meanwhile. Nothing of it stands in for workbook, store or ledger: a pass reads them as if it knew
 * nothing, and what was made before counts only where all that it was made from says the same. So it cannot matter who
 * changed what in between, and the storm of `test/support/warm-cold` sends two workers to one desk by turns. What would go
 * by who was there is not in it: where a pass came to rest stands in the desk's row, and the ledger's revision, to which
 * another copy of the ledger may have come too, is trusted for as long as one pass has the desk.
 *
 * A desk is taken out for its pass, and put back when that went well: whatever an error leaves is gone. So is what was kept
 * from another night (`night-check.ts`).
 */

import { openRemembered } from '../../core/cases/remembered.ts';
import type { Remembered } from '../../core/cases/situation.ts';
import { openStateMemory, type StateMemory } from '../../ledger/remembered-state.ts';

export interface DeskMemory {
  readonly passes: Remembered;
  readonly state: StateMemory;
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
  take(desk: number): TakenMemory;
}

export const openKeptMemories = ({ desks, rows }: MemoryBounds): KeptMemories => {
  const kept = new Map<number, KeptMemory>();
  let turn = 0;
  return {
    take: (desk) => {
      const before = kept.get(desk);
      kept.delete(desk);
      const memory = before?.memory ?? openDeskMemory();
      return {
        memory,
        ...(before && { night: before.night }),
        giveBack: (pass) => {
          if (pass === undefined) {
            if (before) kept.set(desk, before);
          } else {
            turn += 1;
            const { rows: count, hasChanged, night } = pass;
            const { changed = 0, since = turn } = before ?? {};
            kept.set(desk, {
              memory,
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

export const openDeskMemory = (): DeskMemory => ({
  passes: openRemembered(),
  state: openStateMemory(),
});

interface KeptMemory {
  readonly memory: DeskMemory;
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
