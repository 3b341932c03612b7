import { describe, expect, test } from 'vitest';
import { configFrom } from '../../../src/config.ts';
import { type KeptMemories, openKeptMemories } from '../../../src/fleet/work/kept-memories.ts';

const night = '2026-11-23';
const changed = { night, rows: 10, hasChanged: true };
const idle = { night, rows: 10, hasChanged: false };

const config = { ...configFrom({}), file: '' };
const epochs = new Map<number, number>();
/** Each begins an epoch of its desk. */
const take = (memories: KeptMemories, desk: number, others = 0) => {
  const epoch = (epochs.get(desk) ?? 0) + others + 1;
  epochs.set(desk, epoch);
  return memories.take({ desk, config }, { epoch });
};

/** A pass over the desk that went well; the memory that it worked with. */
const served = (memories: KeptMemories, desk: number, pass = changed) => {
  const { memory, giveBack } = take(memories, desk);
  giveBack(pass);
  return memory;
};

describe('what a worker keeps of its desks', () => {
  test('is there at the next pass over the same desk, and for no other', () => {
    const memories = openKeptMemories({ desks: 5, rows: 100 });
    const [one, other] = [served(memories, 1), served(memories, 2)];

    expect(one).not.toBe(other);
    expect(served(memories, 1)).toBe(one);
    expect(served(memories, 2)).toBe(other);
  });

  test('tells in which night it began', () => {
    const memories = openKeptMemories({ desks: 5, rows: 100 });
    expect(take(memories, 1).night).toBeUndefined();
    served(memories, 1);

    expect(take(memories, 1).night).toBe(night);
  });

  test('is none of another worker’s passes where it goes by who was there, and none under other settings', () => {
    const memories = openKeptMemories({ desks: 5, rows: 100 });
    const { memory, giveBack } = take(memories, 1);
    let handedOver = 0;
    Object.assign(memory.desk.place, { changedHands: () => (handedOver += 1) });
    giveBack(changed);
    for (const end of [changed, undefined]) take(memories, 1).giveBack(end);
    expect(handedOver).toBe(0);

    take(memories, 1, 1).giveBack(changed);
    expect(handedOver).toBe(1);
    take(memories, 1).giveBack(changed);
    expect(handedOver).toBe(1);

    const epoch = (epochs.get(1) ?? 0) + 1;
    const other = memories.take({ desk: 1, config: { ...config, charts: 'pictures' } }, { epoch });
    expect(other.memory).not.toBe(memory);
    expect(other.night).toBeUndefined();
  });

  test('is gone when a pass ended with an error', () => {
    const memories = openKeptMemories({ desks: 5, rows: 100 });
    const before = served(memories, 1);
    take(memories, 1);

    expect(served(memories, 1)).not.toBe(before);
  });

  test('stays where a pass ended after its look, and nothing is kept for that', () => {
    const memories = openKeptMemories({ desks: 5, rows: 100 });
    const before = served(memories, 1);
    take(memories, 1).giveBack(undefined);
    expect(served(memories, 1)).toBe(before);

    const { memory, giveBack } = take(memories, 2);
    giveBack(undefined);
    expect(served(memories, 2)).not.toBe(memory);
  });

  test.each([
    ['desks', { desks: 2, rows: 1000 }],
    ['rows', { desks: 100, rows: 25 }],
  ])(
    'is no more than the bounds say: %s; where nothing changed for longest goes first',
    (_, bounds) => {
      const memories = openKeptMemories(bounds);
      const [first, second] = [served(memories, 1), served(memories, 2)];
      served(memories, 1);
      served(memories, 3);

      expect(served(memories, 1)).toBe(first);
      expect(served(memories, 2)).not.toBe(second);
    },
  );

  test('is not pushed out by desks at which nothing happens, and those do not push each other out', () => {
    const memories = openKeptMemories({ desks: 2, rows: 100 });
    const busy = served(memories, 1);
    const quiet = served(memories, 2, idle);
    for (const desk of [3, 4, 5]) served(memories, desk, idle);

    expect(served(memories, 1)).toBe(busy);
    expect(served(memories, 2, idle)).toBe(quiet);
  });

  test('makes room by as many as a desk that grew needs, and itself goes where it is too large', () => {
    const memories = openKeptMemories({ desks: 5, rows: 30 });
    const [small, large] = [served(memories, 1), served(memories, 2)];
    served(memories, 2, { ...changed, rows: 31 });

    expect(served(memories, 1)).toBe(small);
    expect(served(memories, 2)).not.toBe(large);
  });

  test('is nothing with no room at all', () => {
    const memories = openKeptMemories({ desks: 0, rows: 0 });

    expect(served(memories, 1)).not.toBe(served(memories, 1));
  });
});
