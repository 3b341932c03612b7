import type { Duty } from './duty.ts';
import { collisions } from './window.ts';

/** Who is booked for which events, by position in the roster and in the list of duties. */
export class Diary {
  readonly #collisions: readonly (readonly number[])[];
  readonly #booked = new Map<number, Set<number>>();

  constructor(duties: readonly Duty[]) {
    this.#collisions = collisions(duties.map(({ occupancy }) => occupancy));
  }

  /** Other events that nobody can do as well. */
  colliding(duty: number): readonly number[] {
    return this.#collisions[duty] ?? [];
  }

  book(officer: number, duty: number): void {
    const booked = this.#booked.get(officer) ?? new Set();
    this.#booked.set(officer, booked.add(duty));
  }

  dutiesOf(officer: number): ReadonlySet<number> {
    return this.#booked.get(officer) ?? new Set();
  }

  /** Booked events that keep the officer from this one, in order of policy. */
  inTheWay(officer: number, duty: number): readonly number[] {
    const booked = this.dutiesOf(officer);
    return this.colliding(duty).filter((other) => booked.has(other));
  }

  isFree(officer: number, duty: number): boolean {
    return !this.dutiesOf(officer).has(duty) && this.inTheWay(officer, duty).length === 0;
  }
}
