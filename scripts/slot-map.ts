/**
 * What a library keeps beside its objects, kept on them: as a `WeakMap`, and an object is made in a tenth of the time.
 *
 * The polyfill of Temporal keeps what each of its objects holds in a `WeakMap`, and a table of hundreds of thousands of
 * objects is slow to add to and slow to clean up. A private field is as hidden as that, is not copied with the object, and
 * goes with it.
 */
class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: so that the field is put on an object that is there already
    return object;
  }
}

export interface SlotMap<Key extends object, Value> {
  has(object: unknown): boolean;
  get(object: unknown): Value | undefined;
  set(object: Key, value: Value): SlotMap<Key, Value>;
}

/** Each has a field of its own. */
export const openSlotMap = <Key extends object, Value>(): SlotMap<Key, Value> => {
  class Slot extends Given {
    #value: Value;

    constructor(object: Key, value: Value) {
      super(object);
      this.#value = value;
    }

    static has(object: unknown): object is Slot {
      return typeof object === 'object' && object !== null && #value in object;
    }

    static get(object: unknown): Value | undefined {
      return typeof object === 'object' && object !== null && #value in object
        ? object.#value
        : undefined;
    }

    static set(object: Key, value: Value): SlotMap<Key, Value> {
      if (Slot.has(object)) object.#value = value;
      else new Slot(object, value);
      return Slot;
    }
  }
  return Slot;
};
