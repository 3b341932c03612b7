/** The same object without the properties that are `undefined`: what is absent is left out. */
export const present = <T extends object>(
  values: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} => {
  const kept: object = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
  return kept as ReturnType<typeof present<T>>;
};
