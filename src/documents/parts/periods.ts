/** Which months or years have something to tell. */
import type { Case } from '../../core/situation.ts';

/** Each name once, in order. */
export const distinct = (
  cases: readonly Case[],
  nameOf: (subject: Case) => string | undefined,
): readonly string[] => [...new Set(cases.map(nameOf).filter((name) => name !== undefined))].sort();
