import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { place } from '../../../src/core/assignment/place.ts';
import type { Placement, Problem, Task } from '../../../src/core/assignment/problem.ts';
import { runs } from '../../support/long-runs.ts';
import { publicInstances, publicInstancesMissing } from '../../support/public-instances.ts';

if (publicInstancesMissing) process.stdout.write(`Skipped: ${publicInstancesMissing}\n`);

interface Span {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly number[];
  readonly class?: number;
  readonly named?: number;
}

const aProblem = (workers: number, spans: readonly Span[]): Problem => ({
  workers,
  tasks: spans.map(
    ({ from, to, ...rest }, task): Task => ({
      class: 0,
      ...rest,
      conflicts: spans.flatMap((other, at) =>
        at !== task && other.from < to && from < other.to ? [at] : [],
      ),
      load: to - from,
    }),
  ),
});

const someProblem = ({
  workers,
  tasks,
}: {
  readonly workers: number;
  readonly tasks: number;
}): fc.Arbitrary<Problem> =>
  fc
    .array(
      fc.record({
        from: fc.nat(12),
        length: fc.integer({ min: 1, max: 6 }),
        candidates: fc.subarray(Array.from({ length: workers }, (_, worker) => worker)),
        class: fc.nat(1),
      }),
      { maxLength: tasks },
    )
    .map((spans) =>
      aProblem(
        workers,
        spans.map(({ from, length, ...rest }) => ({ ...rest, from, to: from + length })),
      ),
    );

/** How many tasks of each class have a worker. */
const placed = ({ tasks }: Problem, placement: Placement): readonly number[] =>
  [0, 1].map(
    (level) =>
      tasks.filter((task, at) => task.class === level && placement[at] !== undefined).length,
  );

/** Most of class 0, then most of class 1, by trying everything. */
const best = (problem: Problem): readonly number[] => {
  const owners: (number | undefined)[] = [];
  let found: readonly number[] = [0, 0];
  const explore = (task: number): void => {
    if (task === problem.tasks.length) {
      const counts = placed(problem, owners);
      const [top = 0, rest = 0] = counts;
      const [bestTop = 0, bestRest = 0] = found;
      if (top > bestTop || (top === bestTop && rest > bestRest)) found = counts;
      return;
    }
    const { candidates = [], conflicts = [] } = problem.tasks[task] ?? {};
    for (const worker of candidates) {
      if (conflicts.some((other) => other < task && owners[other] === worker)) continue;
      owners[task] = worker;
      explore(task + 1);
    }
    owners[task] = undefined;
    explore(task + 1);
  };
  explore(0);
  return found;
};

const clashes = ({ tasks }: Problem, placement: Placement): readonly number[] =>
  tasks.flatMap(({ conflicts, candidates }, at) => {
    const owner = placement[at];
    if (owner === undefined) return [];
    return !candidates.includes(owner) || conflicts.some((other) => placement[other] === owner)
      ? [at]
      : [];
  });

describe('place', () => {
  test('places as many as brute force, important ones first, with any three workers', () => {
    fc.assert(
      fc.property(someProblem({ workers: 3, tasks: 8 }), (problem) => {
        expect(placed(problem, place(problem))).toEqual(best(problem));
      }),
      { numRuns: runs(167, 500) },
    );
  });

  test('never gives a worker two tasks at once, or one that he is not trained for', () => {
    fc.assert(
      fc.property(someProblem({ workers: 5, tasks: 40 }), (problem) => {
        expect(clashes(problem, place(problem))).toEqual([]);
      }),
    );
  });

  test('finds nothing to do when it is told its own placement', () => {
    fc.assert(
      fc.property(someProblem({ workers: 6, tasks: 40 }), (problem) => {
        const first = place(problem);
        const tasks = problem.tasks.map((task, at) => {
          const named = first[at];
          return named === undefined ? task : { ...task, named };
        });

        expect(place({ ...problem, tasks })).toEqual(first);
      }),
      { numRuns: runs(100, 300) },
    );
  });

  test('never moves a named worker of a task that may not move', () => {
    const spans = [
      { from: 0, to: 2, candidates: [0, 1], named: 0 },
      { from: 1, to: 3, candidates: [0] },
    ];
    const movable = aProblem(2, spans);
    const fixed = { ...movable, tasks: movable.tasks.map((task) => ({ ...task, movable: false })) };

    expect(place(movable)).toEqual([1, 0]);
    expect(place(fixed)).toEqual([0, undefined]);
  });

  test('moves at most two told people to save a task', () => {
    const chain = (length: number): Problem =>
      aProblem(length + 1, [
        ...Array.from({ length }, (_, at) => ({
          from: 0,
          to: 2,
          candidates: [at, at + 1],
          named: at,
        })),
        { from: 1, to: 2, candidates: [0] },
      ]);

    expect(place(chain(2))).toEqual([1, 2, 0]);
    expect(place(chain(3))).toEqual([0, 1, 2, undefined]);
  });

  test('shares out loads evenly, counting what people carry and how many days they are there', () => {
    const days = Array.from({ length: 6 }, (_, at) => ({
      from: at * 10,
      to: at * 10 + 2,
      candidates: [0, 1],
    }));
    const problem: Problem = {
      ...aProblem(2, days),
      carried: (worker) => (worker === 0 ? { load: 4, days: 10 } : { load: 0, days: 10 }),
    };

    const owners = place(problem);

    expect(owners.filter((owner) => owner === 0)).toHaveLength(2);
  });

  test('hands earlier tasks over when a later one has made loads uneven', () => {
    const spans = [1, 1, 2].map((length, at) => ({
      from: at * 10,
      to: at * 10 + length,
      candidates: [0, 1],
    }));

    const [first, second, third] = place(aProblem(2, spans));

    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  test.skipIf(publicInstancesMissing)(
    'leaves nothing open on the public instances with as few workers as the best known solutions',
    () => {
      const left = publicInstances().map(({ name, problem }) => {
        const placement = place(problem, { poolRounds: 20_000 });
        return {
          name,
          clashes: clashes(problem, placement),
          open: placement.filter((owner) => owner === undefined),
        };
      });

      expect(left).toEqual(left.map(({ name }) => ({ name, clashes: [], open: [] })));
      expect(left).toHaveLength(6);
    },
  );
});
