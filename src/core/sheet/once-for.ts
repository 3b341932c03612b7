/**
 * What is made of a thing that never changes and of nothing else, made once for each: a reading of its text, say. Where
 * anything else is looked at, `cases/remembered.ts` is the place.
 */
export const onceFor = <Subject extends object, Made>(
  make: (subject: Subject) => Made,
): ((subject: Subject) => Made) => {
  const made = new WeakMap<Subject, { readonly value: Made }>();
  return (subject) => {
    const before = made.get(subject);
    if (before !== undefined) return before.value;
    const value = make(subject);
    made.set(subject, { value });
    return value;
  };
};
