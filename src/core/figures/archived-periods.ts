/** Months and years of which the desk knows nothing but what an old ledger told. */
import { isArchived } from '../cases/case-facts.ts';
import type { Case } from '../cases/situation.ts';
import { onceFor } from '../sheet/once-for.ts';
import { casesByMonth } from './by-month.ts';

/**
 * Whether all events of a period (`2025-01`, `2025`) came from an old ledger: its recap is there to be read, and nobody is
 * reminded to sign it.
 */
export const archivedPeriods = (
  cases: readonly Case[],
  timeZone: string,
): ((period: string) => boolean) => {
  const archived = new Set<string>();
  const live = new Set<string>();
  for (const [month, own] of casesByMonth(cases, timeZone)) {
    const { someArchived, someLive } = kindsIn(own);
    if (month !== '' && someArchived) archived.add(month).add(month.slice(0, 4));
    if (month !== '' && someLive) live.add(month).add(month.slice(0, 4));
  }
  return (period) => archived.has(period) && !live.has(period);
};

const kindsIn = onceFor((month: readonly Case[]) => ({
  someArchived: month.some(isArchived),
  someLive: !month.every(isArchived),
}));
