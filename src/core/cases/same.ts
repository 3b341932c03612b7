/**
 * Whether two values say the same, so that what was made of the one holds for the other. What cannot be told is another:
 * then it is made again, which costs work and never truth.
 */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Number.isNaN(a) && Number.isNaN(b);
  if (Array.isArray(a)) return Array.isArray(b) && isSameArray(a, b);
  const kind = Object.getPrototypeOf(a);
  if (kind !== Object.getPrototypeOf(b)) return false;
  if (kind === Object.prototype) return isSameRecord(a as Fields, b as Fields);
  if (a instanceof Map && b instanceof Map) return isSameMap(a, b);
  if (a instanceof Set && b instanceof Set) return isSame([...a], [...b]);
  // A day, a moment, a clock time.
  return 'equals' in a && typeof a.equals === 'function' && a.equals(b) === true;
};

/** A pass holds hundreds of thousands against each other. */
const isSameArray = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (!isSame(a[at], b[at])) return false;
  return true;
};

type Fields = Readonly<Record<string, unknown>>;

const isSameRecord = (a: Fields, b: Fields): boolean => {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) if (!Object.hasOwn(b, name) || !isSame(a[name], b[name])) return false;
  return true;
};

/** In the same order, since whoever goes through one goes by it. */
const isSameMap = (a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean =>
  a.size === b.size &&
  isSame([...a.keys()], [...b.keys()]) &&
  isSame([...a.values()], [...b.values()]);
