import type { Board } from './board.ts';

/**
 * Works on tasks that found no room: puts one in by force, throws out what is in its way, and goes on with what
 * was thrown out. A task that keeps coming back grows heavier and is thrown out less and less.
 *
 * Deterministic: its dice are a fixed sequence. Never worse than before; only tasks that `mayMove` are touched.
 * Source: the ejection pool of Nagata and Bräysy for vehicle routes with time windows.
 */
export const workThroughPool = (
  board: Board,
  tasks: readonly number[],
  { rounds, mayMove }: { readonly rounds: number; readonly mayMove: (task: number) => boolean },
): void => {
  const members = tasks.filter((task) => mayMove(task));
  const weight = new Map<number, number>(members.map((task) => [task, board.worth(task)]));
  const weightOf = (task: number): number => weight.get(task) ?? 1;
  const roll = dice();
  const pool = members.filter((task) => board.ownerOf(task) === undefined);
  let missing = pool.reduce((sum, task) => sum + board.worth(task), 0);
  let best = { missing, owners: members.map((task) => board.ownerOf(task)) };

  for (let round = 0; round < rounds && pool.length > 0; round += 1) {
    const task = pool.pop();
    if (task === undefined) break;
    weight.set(task, weightOf(task) + board.worth(task));
    const choice = cheapestWorker(board, task, { weightOf, mayMove, roll });
    if (choice === undefined) {
      pool.unshift(task);
      continue;
    }
    for (const other of choice.blockers) {
      board.take(other);
      missing += board.worth(other);
    }
    board.put(task, choice.worker);
    missing -= board.worth(task);
    pool.push(...choice.blockers);
    if (missing < best.missing - 1e-12) {
      best = { missing, owners: members.map((each) => board.ownerOf(each)) };
    }
  }

  for (const task of members) board.take(task);
  for (const [at, task] of members.entries()) {
    const owner = best.owners[at];
    if (owner !== undefined) board.put(task, owner);
  }
};

interface Ejection {
  readonly worker: number;
  readonly blockers: readonly number[];
}

const cheapestWorker = (
  board: Board,
  task: number,
  {
    weightOf,
    mayMove,
    roll,
  }: {
    readonly weightOf: (task: number) => number;
    readonly mayMove: (task: number) => boolean;
    readonly roll: () => number;
  },
): Ejection | undefined => {
  let best: (Ejection & { readonly price: number }) | undefined;
  for (const worker of board.task(task).candidates) {
    const blockers = board.blockers(task, worker);
    if (!blockers.every(mayMove) || board.displaced(task, worker) > 0) continue;
    const price =
      blockers.reduce((sum, other) => sum + weightOf(other), 0) * (1 + roll()) + roll() * 1e-9;
    if (best === undefined || price < best.price) best = { worker, blockers, price };
  }
  return best;
};

/** A fixed sequence of numbers in [0, 1). */
const dice = (): (() => number) => {
  let state = 20_261_123;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
