import { noChange } from '../../core/cases/ledger-state.ts';
import { dueSeries, promisesOf, rowsToAdd, settledSeries } from '../../core/rows/series-rows.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';

/**
 * Puts the days of accepted series into the sheet as rows of their own, each once. That they are about to be made is in the
 * ledger before, and that they were afterwards; in between, whether a row stands in the sheet is looked up as it is written.
 *
 * @returns How many rows were added.
 */
export const makeSeries = async (
  { ledger, workbook, progress, timeZone }: PassParts,
  { cases, observation, now }: Seen,
): Promise<number> => {
  const due = dueSeries(cases, { observation, now, timeZone });
  if (due.length === 0) return 0;
  const intended = promisesOf(due);
  if (intended.length > 0) await ledger.commit({ ...noChange, intended }, now, now.toString());
  let added = 0;
  let isKnown = true;
  if (intended.length > 0)
    await workbook.append((snapshot) => {
      const adding = rowsToAdd(snapshot, due);
      added = adding.rows.length;
      isKnown = adding.isKnown;
      if (added > 0) progress(`Adding ${added} rows`);
      return adding.rows;
    });
  if (isKnown) await ledger.confirm(settledSeries(due));
  return added;
};
