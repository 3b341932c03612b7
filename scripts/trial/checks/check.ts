/** One line of the closing table: what must be so, of how many things, and where it is not. */
export interface Check {
  readonly what: string;
  readonly counted: number;
  readonly faults: readonly string[];
}

/** Goes through things; what comes back is a fault. */
export const checkEach = <T>(
  what: string,
  things: Iterable<T>,
  faultOf: (thing: T) => string | undefined,
): Check => {
  let counted = 0;
  const faults: string[] = [];
  for (const thing of things) {
    counted += 1;
    const fault = faultOf(thing);
    if (fault !== undefined) faults.push(fault);
  }
  return { what, counted, faults };
};
