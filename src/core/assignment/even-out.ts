import type { Board } from './board.ts';

/** Below this a change is a rounding error, and taking it could go on for ever. */
const worthwhile = 1e-4;

/**
 * Makes a placement cheaper, above all fairer, by handing single tasks to others and by exchanging pairs. As many
 * tasks stay placed as before; only those that `mayMove` change hands.
 */
export const evenOut = (
  board: Board,
  {
    mayMove,
    rounds = 20,
  }: { readonly mayMove: (task: number) => boolean; readonly rounds?: number },
): void => {
  const free = board.problem.tasks.flatMap((_, task) =>
    board.ownerOf(task) !== undefined && mayMove(task) ? [task] : [],
  );
  for (let round = 0; round < rounds; round += 1) {
    const better = free.filter((task) => handOver(board, task)).length + exchangePairs(board, free);
    if (better === 0) return;
  }
};

const handOver = (board: Board, task: number): boolean => {
  const from = board.ownerOf(task);
  if (from === undefined) return false;
  board.take(task);
  const now = board.cost(task, from);
  const to = board
    .byCost(task)
    .find((worker) => board.isFree(task, worker) && board.displaced(task, worker) === 0);
  const better = to !== undefined && board.cost(task, to) < now - worthwhile;
  board.put(task, better ? to : from);
  return better;
};

const exchangePairs = (board: Board, free: readonly number[]): number => {
  let exchanged = 0;
  for (const [at, one] of free.entries()) {
    for (const other of free.slice(at + 1)) {
      if (board.task(one).period === board.task(other).period && exchange(board, one, other)) {
        exchanged += 1;
      }
    }
  }
  return exchanged;
};

const exchange = (board: Board, one: number, other: number): boolean => {
  const ownerOfOne = board.ownerOf(one);
  const ownerOfOther = board.ownerOf(other);
  if (ownerOfOne === undefined || ownerOfOther === undefined || ownerOfOne === ownerOfOther) {
    return false;
  }
  if (!board.task(one).candidates.includes(ownerOfOther)) return false;
  if (!board.task(other).candidates.includes(ownerOfOne)) return false;
  board.take(one);
  board.take(other);
  const costOfPair = (first: number, second: number): number => {
    const cost = board.cost(one, first);
    board.put(one, first);
    const both = cost + board.cost(other, second);
    board.take(one);
    return both;
  };
  const better =
    board.isFree(one, ownerOfOther) &&
    board.isFree(other, ownerOfOne) &&
    board.displaced(one, ownerOfOther) + board.displaced(other, ownerOfOne) === 0 &&
    costOfPair(ownerOfOther, ownerOfOne) < costOfPair(ownerOfOne, ownerOfOther) - worthwhile;
  board.put(one, better ? ownerOfOther : ownerOfOne);
  board.put(other, better ? ownerOfOne : ownerOfOther);
  return better;
};
