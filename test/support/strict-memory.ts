/**
 * What passes remember, strictly: nothing that was made may keep the moment of its pass, and whatever is remembered is made once
 * more beside it, from nothing, and has to be the same. A maker that looks at more than it is known by is found at once,
 * also where nobody sees the difference yet.
 */
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { Recalled, Remembered } from '../../src/core/cases/situation.ts';
import { isWatched, momentMark, watchWithin } from '../../src/core/cases/watched-now.ts';

export interface StrictMemory {
  readonly remembered: Remembered;
  /** Each told once. They are not thrown: rules that fail over a case go on beside it. */
  faults(): readonly string[];
}

export const strictly = (inner: Remembered): StrictMemory => {
  const faults = new Set<string>();
  /** Nothing that is made is changed afterwards, so each thing is walked once. */
  const clean = new WeakSet<object>();
  return {
    faults: () => [...faults],
    remembered: {
      same: (name, given, sharing) => inner.same(name, given, sharing),
      recall: (what, situation, make) => {
        let isNew = false;
        const value = inner.recall(what, situation, (around) => {
          isNew = true;
          return make(around);
        });
        if (isNew) {
          const kept = keptMoment(value, clean);
          if (kept !== undefined)
            faults.add(`${nameOf(what)} keeps the moment of its pass in ${kept}`);
          return value;
        }
        const { remembered: _, ...bare } = situation;
        const anew = make({ ...bare, now: watchWithin(situation.now).now });
        const other = difference(value, anew);
        if (other !== undefined) faults.add(`${nameOf(what)} would be made otherwise in ${other}`);
        return value;
      },
    },
  };
};

const nameOf = ({ by }: Recalled): string => {
  if ('name' in by && typeof by.name === 'string' && by.name !== '') return by.name;
  return 'key' in by ? String(by.key) : 'something';
};

/**
 * Whoever takes a message out of memory moves these beside the present pass (`leavingBeside`).
 */
const movedAlong: ReadonlySet<string> = new Set(['notBefore', 'notAfter']);

/** Where a watched moment stands in it. */
const keptMoment = (value: unknown, clean: WeakSet<object>): string | undefined => {
  const open: (readonly [path: string, value: unknown])[] = [['it', value]];
  for (;;) {
    const [path, next] = open.pop() ?? ['', undefined];
    if (path === '') return undefined;
    if (typeof next !== 'object' || next === null) continue;
    if (next instanceof Temporal.Instant && isWatched(next)) return path;
    if (clean.has(next)) continue;
    clean.add(next);
    for (const [name, part] of partsOf(next))
      if (!movedAlong.has(name)) open.push([`${path}.${name}`, part]);
  }
};

const partsOf = (value: object): readonly (readonly [name: string, part: unknown])[] => {
  if (value instanceof Map)
    return [...value].flatMap(([key, part], at) => [
      [`key ${at}`, key] as const,
      [typeof key === 'string' ? key : `value ${at}`, part] as const,
    ]);
  if (value instanceof Set) return [...value].map((part, at) => [`${at}`, part]);
  return Object.entries(value);
};

/** Where two values part. Functions are not looked into. */
const difference = (one: unknown, other: unknown): string | undefined => {
  const open: (readonly [path: string, one: unknown, other: unknown])[] = [['it', one, other]];
  const seen = new WeakMap<object, WeakSet<object>>();
  for (;;) {
    const [path, a, b] = open.pop() ?? ['', undefined, undefined];
    if (path === '') return undefined;
    if (Object.is(a, b) || (typeof a === 'function' && typeof b === 'function')) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
    if (seen.get(a)?.has(b)) continue;
    seen.set(a, (seen.get(a) ?? new WeakSet()).add(b));
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return path;
    if (isTemporal(a)) {
      if (markOf(a) !== markOf(b)) return path;
      continue;
    }
    const [parts, others] = [partsOf(a), partsOf(b)];
    if (!isDeepStrictEqual(parts.map(nameOfPart), others.map(nameOfPart))) return path;
    for (const [at, [name, part]] of parts.entries())
      open.push([`${path}.${name}`, part, others[at]?.[1]]);
  }
};

const nameOfPart = ([name]: readonly [name: string, part: unknown]): string => name;

const isTemporal = (value: object): boolean => 'equals' in value && 'toJSON' in value;

const markOf = (value: object): string =>
  value instanceof Temporal.Instant ? momentMark(value) : String(value);
