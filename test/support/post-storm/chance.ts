/** A small generator whose seed is its whole state. */
export interface Chance {
  likely(share: number): boolean;
  /** From 0 to one less than that. */
  below(count: number): number;
}

export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    likely: (share) => next() < share,
    below: (count) => Math.floor(next() * count),
  };
};
