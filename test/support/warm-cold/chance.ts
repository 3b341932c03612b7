/** What a storm does by chance, the same for the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  (): number;
  /** A whole number from 0 to below this. */
  below(end: number): number;
  pick<T>(list: readonly T[]): T | undefined;
}

export const chanceFrom = (seed: number): Chance => {
  let state = Math.imul(seed + 1, 2_654_435_761);
  const chance = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(chance() * end);
  return Object.assign(chance, {
    below,
    pick: <T>(list: readonly T[]): T | undefined => list[below(list.length)],
  });
};
