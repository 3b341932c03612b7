import type { Board } from './board.ts';

/**
 * Tries every way to place these tasks, beside what stands, and keeps the best: most worth, then the earlier tasks.
 *
 * Meant for the few tasks that are in each other's way on a busy day. Never worse than before.
 *
 * @returns false when it gave up after `attempts`, so that a better way may exist.
 */
export const placeExactly = (
  board: Board,
  tasks: readonly number[],
  { attempts }: { readonly attempts: number },
): boolean => {
  const before = tasks.map((task) => board.ownerOf(task));
  const worthFrom = suffixSums(tasks.map((task) => board.worth(task)));
  const total = (owners: readonly (number | undefined)[]): number =>
    tasks.reduce((sum, task, at) => sum + (owners[at] === undefined ? 0 : board.worth(task)), 0);

  let best = { owners: before, worth: total(before) };
  let left = attempts;
  for (const task of tasks) board.take(task);

  const explore = (at: number, worth: number): void => {
    left -= 1;
    if (left < 0) return;
    const task = tasks[at];
    if (task === undefined) {
      const owners = tasks.map((each) => board.ownerOf(each));
      if (isBetter({ owners, worth }, best)) best = { owners, worth };
      return;
    }
    if (worth + (worthFrom[at] ?? 0) < best.worth - tiny) return;
    for (const worker of board.byCost(task)) {
      if (!board.isFree(task, worker)) continue;
      if (board.displaced(task, worker) > 0 && worker !== before[at]) continue;
      board.put(task, worker);
      explore(at + 1, worth + board.worth(task));
      board.take(task);
      if (isComplete(best.owners)) return;
    }
    explore(at + 1, worth);
  };
  explore(0, 0);

  for (const [at, owner] of best.owners.entries()) {
    const task = tasks[at];
    if (task !== undefined && owner !== undefined) board.put(task, owner);
  }
  return left >= 0;
};

/** Below the difference that one more task of any class makes. */
const tiny = 1e-12;

interface Solution {
  readonly owners: readonly (number | undefined)[];
  readonly worth: number;
}

const isComplete = (owners: Solution['owners']): boolean =>
  owners.every((owner) => owner !== undefined);

const isBetter = (a: Solution, b: Solution): boolean => {
  if (Math.abs(a.worth - b.worth) > tiny) return a.worth > b.worth;
  const differs = a.owners.findIndex(
    (owner, at) => (owner === undefined) !== (b.owners[at] === undefined),
  );
  return differs >= 0 && a.owners[differs] !== undefined;
};

const suffixSums = (values: readonly number[]): readonly number[] => {
  const sums = [...values];
  for (let at = sums.length - 2; at >= 0; at -= 1) sums[at] = (sums[at] ?? 0) + (sums[at + 1] ?? 0);
  return sums;
};
