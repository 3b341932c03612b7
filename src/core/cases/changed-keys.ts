/**
 * Under which keys something else is kept than before, by identity; absent where other keys are there, or in another order.
 * Both are gone through side by side, so that nothing is looked up.
 */
export const changedKeys = <Key, Value>(
  before: ReadonlyMap<Key, Value>,
  now: ReadonlyMap<Key, Value>,
): readonly Key[] | undefined => {
  if (before === now) return [];
  if (before.size !== now.size) return undefined;
  const changed: Key[] = [];
  const was = before.entries();
  for (const [key, value] of now) {
    const [keyBefore, valueBefore] = was.next().value ?? [];
    if (keyBefore !== key) return undefined;
    if (valueBefore !== value) changed.push(key);
  }
  return changed;
};
