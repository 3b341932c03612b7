/** Time and chance as the caller has them, so that tests need neither wait nor guess. */
export interface Pace {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to below 1. */
  random(): number;
  wait(milliseconds: number): Promise<void>;
}
