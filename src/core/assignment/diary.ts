/** Who is booked for which events, by position in the roster and in the list of duties. */
export class Diary {
  readonly #colliding: readonly (readonly number[])[];
  readonly #booked = new Map<number, Set<number>>();

  /** @param colliding For each event those that nobody can do as well, as `collisions` finds them. */
  constructor(colliding: readonly (readonly number[])[]) {
    this.#colliding = colliding;
  }

  /** Other events that nobody can do as well. */
  colliding(duty: number): readonly number[] {
    return this.#colliding[duty] ?? [];
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
