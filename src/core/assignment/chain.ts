import type { Board } from './board.ts';

/** How far a search may go to find room for one task. */
export interface ChainLimits {
  /** Tasks moved in all. */
  readonly moves: number;
  /** Of these, tasks whose worker was told, and told people displaced elsewhere. */
  readonly toldMoves: number;
  /** Attempts before giving up. */
  readonly attempts: number;
}

/** Whether a task's worker was told, and whether he may be moved all the same. */
export interface Told {
  readonly isTold: (task: number) => boolean;
  readonly mayMove: (task: number) => boolean;
}

/**
 * Places one task, if need be by moving others to somebody else: an ejection chain. No task loses its worker
 * without getting another; when there is no way, the board is left as it was.
 */
export const placeByChain = (
  board: Board,
  task: number,
  { limits, told }: { readonly limits: ChainLimits; readonly told: Told },
): boolean => {
  let attempts = limits.attempts;
  const onTheWay = new Set<number>();

  const placeAll = (
    tasks: readonly number[],
    moves: number,
    toldMoves: number,
  ): Left | undefined => {
    const [first, ...rest] = tasks;
    if (first === undefined) return { moves, toldMoves };
    attempts -= 1;
    if (attempts < 0) return undefined;
    onTheWay.add(first);
    for (const worker of byTrouble(board, first)) {
      const blockers = board.blockers(first, worker);
      const toldLeft =
        toldMoves - board.displaced(first, worker) - blockers.filter(told.isTold).length;
      if (toldLeft < 0 || blockers.length > moves) continue;
      if (blockers.some((other) => onTheWay.has(other) || !told.mayMove(other))) continue;
      const owners = blockers.map((other) => ({
        other,
        owner: board.ownerOf(other),
      }));
      for (const other of blockers) board.take(other);
      board.put(first, worker);
      const left = placeAll([...blockers, ...rest], moves - blockers.length, toldLeft);
      if (left) return left;
      board.take(first);
      for (const { other, owner } of owners) if (owner !== undefined) board.put(other, owner);
    }
    onTheWay.delete(first);
    return undefined;
  };

  return placeAll([task], limits.moves, limits.toldMoves) !== undefined;
};

interface Left {
  readonly moves: number;
  readonly toldMoves: number;
}

/** Whoever is free first, then by the fewest tasks in the way; between equals by cost. */
const byTrouble = (board: Board, task: number): readonly number[] =>
  board
    .byCost(task)
    .map((worker) => ({
      worker,
      trouble: board.blockers(task, worker).length + board.displaced(task, worker),
    }))
    .sort((a, b) => a.trouble - b.trouble)
    .map(({ worker }) => worker);
