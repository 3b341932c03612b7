/** The same object without the properties that are `undefined`: what is absent is left out. */
export const present = <T extends object>(
  values: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} => {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) kept[name] = value;
  }
  const all: object = kept;
  return all as ReturnType<typeof present<T>>;
};
