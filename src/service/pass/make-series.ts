import { noChange } from '../../core/cases/ledger-state.ts';
import type { AddedRow } from '../../core/cases/pass-record.ts';
import { dueSeries, promisesOf, rowsToAdd, settledSeries } from '../../core/rows/series-rows.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';

/**
 * Puts the days of accepted series into the sheet as rows of their own, each once. That they are about to be made is in the
 * ledger before, and that they were afterwards; in between, whether a row stands in the sheet is looked up as it is written.
 *
 * @returns The rows that were added.
 */
export const makeSeries = async (
  { ledger, workbook, progress, timeZone }: PassParts,
  { cases, observation, now }: Seen,
): Promise<readonly AddedRow[]> => {
  const due = dueSeries(cases, { observation, now, timeZone });
  if (due.length === 0) return [];
  const intended = promisesOf(due);
  if (intended.length > 0) await ledger.commit({ ...noChange, intended }, now, now.toString());
  let added: readonly AddedRow[] = [];
  let isKnown = true;
  if (intended.length > 0)
    await workbook.append((snapshot) => {
      const adding = rowsToAdd(snapshot, due);
      added = adding.added;
      isKnown = adding.isKnown;
      if (added.length > 0) progress(`Adding ${added.length} rows`);
      return adding.rows;
    });
  if (isKnown) await ledger.confirm(settledSeries(due));
  return added;
};
