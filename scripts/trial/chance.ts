/** What happens by chance in a trial; the same seed gives the same trial. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A chance of its own, so that one more draw here changes nothing there. */
  branch(): Chance {
    return new Chance(Math.floor(this.number() * 4_294_967_296));
  }

  /** From 0 to below 1 (mulberry32). */
  number(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whether something of this probability happens. */
  hits(probability: number): boolean {
    return this.number() < probability;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.number() * (most - least + 1));
  }

  oneOf<T>(things: readonly T[]): T {
    const thing = things[Math.floor(this.number() * things.length)];
    if (thing === undefined) throw new Error('Nothing to choose from.');
    return thing;
  }

  shuffled<T>(things: readonly T[]): readonly T[] {
    return things
      .map((thing) => ({ thing, place: this.number() }))
      .sort((a, b) => a.place - b.place)
      .map(({ thing }) => thing);
  }
}
