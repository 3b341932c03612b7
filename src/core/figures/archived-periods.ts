/** Months and years of which the desk knows nothing but what an old ledger told. */
import { isArchived } from '../cases/case-facts.ts';
import type { Case } from '../cases/situation.ts';
import { monthOfCase } from './figures.ts';

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
  for (const subject of cases) {
    const month = monthOfCase(subject, timeZone);
    if (month === undefined) continue;
    const periods = isArchived(subject) ? archived : live;
    periods.add(month).add(month.slice(0, 4));
  }
  return (period) => archived.has(period) && !live.has(period);
};
