/** A placement of officers while it is being made. */
import type { Placement, Problem, Task } from './problem.ts';

const noTask: Task = { class: 0, candidates: [], conflicts: [] };

/** Handy neighbours decide only between choices that are otherwise equal. */
const companionBonus = 1e-3;

/**
 * More than are ever in each other's way. The same for every problem, so that a task far away from all others, of which
 * nobody needs to know, does not change what they weigh.
 */
const mostTasks = 2 ** 16;

/** A placement under construction: who does what, and what it costs to add one more. */
export class Board {
  readonly problem: Problem;
  readonly #owner: (number | undefined)[];
  readonly #load = new Map<string, { load: number; readonly days: number }>();

  constructor(problem: Problem) {
    this.problem = problem;
    this.#owner = problem.tasks.map(() => undefined);
  }

  task(task: number): Task {
    return this.problem.tasks[task] ?? noTask;
  }

  ownerOf(task: number): number | undefined {
    return this.#owner[task];
  }

  placement(): Placement {
    return [...this.#owner];
  }

  /** Tasks without a worker, in order of policy. */
  open(): readonly number[] {
    return this.#owner.flatMap((owner, task) => (owner === undefined ? [task] : []));
  }

  put(task: number, worker: number): void {
    this.#owner[task] = worker;
    this.#loadOf(task, worker).load += this.task(task).load ?? 0;
  }

  take(task: number): void {
    const worker = this.#owner[task];
    if (worker === undefined) return;
    this.#owner[task] = undefined;
    this.#loadOf(task, worker).load -= this.task(task).load ?? 0;
  }

  /** What the worker would have to give up to do this task. */
  blockers(task: number, worker: number): readonly number[] {
    return this.task(task).conflicts.filter((other) => this.#owner[other] === worker);
  }

  isFree(task: number, worker: number): boolean {
    return !this.task(task).conflicts.some((other) => this.#owner[other] === worker);
  }

  displaced(task: number, worker: number): number {
    return this.problem.displaced?.(task, worker) ?? 0;
  }

  /** What giving the task to this worker adds: squares of load per day there, and the problem's own cost. */
  cost(task: number, worker: number): number {
    const { load: added = 0, companions = [] } = this.task(task);
    const { load, days } = this.#loadOf(task, worker);
    const together = companions.filter((other) => this.#owner[other] === worker).length;
    return (
      (this.problem.cost?.(task, worker) ?? 0) +
      (added * (2 * load + added)) / days -
      together * companionBonus
    );
  }

  /** Candidates, cheapest first. */
  byCost(task: number): readonly number[] {
    return this.task(task)
      .candidates.map((worker) => ({ worker, cost: this.cost(task, worker) }))
      .sort((a, b) => a.cost - b.cost)
      .map(({ worker }) => worker);
  }

  /** One number for classes and counts: more of an important class beats any number of lesser tasks. */
  worth(task: number): number {
    return mostTasks ** -this.task(task).class;
  }

  #loadOf(task: number, worker: number): { load: number; readonly days: number } {
    const period = this.task(task).period ?? 0;
    const key = `${worker}/${period}`;
    const known = this.#load.get(key);
    if (known) return known;
    const { load, days } = this.problem.carried?.(worker, period) ?? {
      load: 0,
      days: 1,
    };
    const fresh = { load, days: Math.max(1, days) };
    this.#load.set(key, fresh);
    return fresh;
  }
}
