/**
 * Finds a worker for as many tasks as possible, and leaves people alone who were told already.
 *
 * In order of policy each task gets the cheapest free worker, else room is made by an ejection chain. Where tasks are
 * left over, a day's worth of them is solved exactly, a larger tangle by an ejection pool. Then loads are evened
 * out. At last everybody counts as told, and whatever is still open is tried once more under that rule: so a second
 * run that knows the first one's placement finds nothing to do.
 */
import { Board } from './board.ts';
import { type ChainLimits, placeByChain, type Told } from './chain.ts';
import { workThroughPool } from './ejection-pool.ts';
import { evenOut } from './even-out.ts';
import { placeExactly } from './exact.ts';
import type { Placement, Problem } from './problem.ts';

export interface Effort {
  /** Told people who may be moved to save one task. */
  readonly toldMoves?: number;
  /** Rounds of the ejection pool for a tangle too large to solve exactly. */
  readonly poolRounds?: number;
}

const exactTasks = 14;
const exactAttempts = 20_000;

export const place = (
  problem: Problem,
  { toldMoves = 2, poolRounds = 2_000 }: Effort = {},
): Placement => {
  const board = new Board(problem);
  const isTold = keepNamed(board);
  const told: Told = {
    isTold,
    mayMove: (task) => !isTold(task) || board.task(task).movable !== false,
  };
  const limits: ChainLimits = { moves: 5, toldMoves, attempts: 150 };

  for (const task of board.open()) placeByChain(board, task, { limits, told });
  solveTangles(board, { mayMove: (task) => !isTold(task), poolRounds });
  evenOut(board, { mayMove: (task) => !isTold(task) });
  if (problem.tasks.some((_, task) => board.ownerOf(task) !== undefined && !isTold(task))) {
    settle(board, limits);
  }
  return board.placement();
};

/** Those who were told stay, unless they cannot come any more or two of their tasks now collide. */
const keepNamed = (board: Board): ((task: number) => boolean) => {
  const told = new Set<number>();
  for (const [task, { named, candidates }] of board.problem.tasks.entries()) {
    if (named === undefined || !candidates.includes(named) || !board.isFree(task, named)) continue;
    board.put(task, named);
    told.add(task);
  }
  return (task) => told.has(task);
};

const settle = (board: Board, limits: ChainLimits): void => {
  const told: Told = {
    isTold: () => true,
    mayMove: (task) => board.task(task).movable !== false,
  };
  let saved = true;
  while (saved) {
    saved = board.open().some((task) => placeByChain(board, task, { limits, told }));
  }
};

const solveTangles = (
  board: Board,
  {
    mayMove,
    poolRounds,
  }: {
    readonly mayMove: (task: number) => boolean;
    readonly poolRounds: number;
  },
): void => {
  for (const tangle of tanglesOf(board, mayMove)) {
    if (tangle.every((task) => board.ownerOf(task) !== undefined)) continue;
    const solved =
      tangle.length <= exactTasks && placeExactly(board, tangle, { attempts: exactAttempts });
    if (!solved) workThroughPool(board, tangle, { rounds: poolRounds, mayMove });
  }
};

/** Tasks that are directly or indirectly in each other's way, in order of policy. */
const tanglesOf = (
  board: Board,
  mayMove: (task: number) => boolean,
): readonly (readonly number[])[] => {
  const seen = new Set<number>();
  return board.problem.tasks.flatMap((_, start) => {
    if (seen.has(start) || !mayMove(start)) return [];
    const tangle = [start];
    seen.add(start);
    for (const task of tangle) {
      for (const other of board.task(task).conflicts) {
        if (seen.has(other) || !mayMove(other)) continue;
        seen.add(other);
        tangle.push(other);
      }
    }
    return [tangle.sort((a, b) => a - b)];
  });
};
