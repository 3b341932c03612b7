/**
 * Tasks that each want one worker: the question that leads, network people, support and licences have in common.
 *
 * It knows nothing of events or offices, so that the public instances of the field can be put to it too.
 */

export interface Task {
  /** 0 is the most important class. As many of class 0 as possible come first, then of class 1, and so on. */
  readonly class: number;
  /** Workers who can do it, as positions; the order decides between equals. */
  readonly candidates: readonly number[];
  /** Tasks that the same worker cannot do as well, as positions. */
  readonly conflicts: readonly number[];
  /** Tasks that it is handy to give to the same worker, as positions. */
  readonly companions?: readonly number[];
  /** Who was told already; ignored when no longer a candidate. */
  readonly named?: number;
  /** A named worker of this task may be moved to save another task. */
  readonly movable?: boolean;
  /** What it adds to the load of its worker, and in which period loads are compared. */
  readonly load?: number;
  readonly period?: number;
}

export interface Problem {
  /** In order of policy: between equals the earlier task wins. */
  readonly tasks: readonly Task[];
  readonly workers: number;
  /** Cost of this choice apart from loads; 0 unless said. */
  readonly cost?: (task: number, worker: number) => number;
  /** How many told people outside this problem would have to move; counted like moved named tasks. */
  readonly displaced?: (task: number, worker: number) => number;
  /** Load that a worker carries already, and how many days he is there in that period. */
  readonly carried?: (
    worker: number,
    period: number,
  ) => { readonly load: number; readonly days: number };
}

/** Worker of each task, by position; absent where nobody could be found. */
export type Placement = readonly (number | undefined)[];
