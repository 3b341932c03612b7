import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSlotMap } from '../../scripts/slot-map.ts';

describe('what is kept on objects', () => {
  test('is found as in a WeakMap, whatever is set in which order on which map', () => {
    const step = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 4 }), fc.nat());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const objects: readonly object[] = [{}, [], Object.freeze({}), new Date(0), new Map()];
        const pairs = [0, 1, 2].map(() => ({
          slots: openSlotMap<object, number>(),
          weak: new WeakMap<object, number>(),
        }));
        for (const [map, object, value] of steps) {
          const [pair, key] = [pairs[map], objects[object]];
          if (pair === undefined || key === undefined) continue;
          pair.slots.set(key, value);
          pair.weak.set(key, value);
        }

        for (const { slots, weak } of pairs) {
          expect(objects.map((key) => slots.get(key))).toEqual(objects.map((key) => weak.get(key)));
          expect(objects.map((key) => slots.has(key))).toEqual(objects.map((key) => weak.has(key)));
        }
      }),
    );
  });

  test('does not show on the object, and does not go over to a copy of it', () => {
    const slots = openSlotMap<object, string>();
    const object = { day: 1 };

    slots.set(object, 'kept');

    expect(Reflect.ownKeys(object)).toEqual(['day']);
    expect(slots.get({ ...object })).toBeUndefined();
    expect(slots.get(Object.create(object))).toBeUndefined();
  });

  test('has nothing for what is no object', () => {
    const slots = openSlotMap<object, string>();

    for (const nothing of [undefined, null, 'text', 1, true]) {
      expect(slots.get(nothing)).toBeUndefined();
      expect(slots.has(nothing)).toBe(false);
    }
  });
});
