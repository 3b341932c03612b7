import type { Temporal } from 'temporal-polyfill';
import { noChange } from '../../core/cases/ledger-state.ts';
import type { AddedRow } from '../../core/cases/pass-record.ts';
import { counted } from '../../core/plan/counted.ts';
import {
  type DueSeries,
  dueSeries,
  promisesOf,
  type RowsToAdd,
  rowsToAdd,
  settledSeries,
  unmadeSeries,
} from '../../core/rows/series-rows.ts';
import { ServiceError } from '../../errors.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';
import { isNothingWritten } from './write-plan.ts';

/**
 * Puts the days of accepted series into the sheet as rows of their own, each once. That they are about to be made is in the
 * ledger before, and that they were afterwards; in between, whether a row stands in the sheet is looked up as it is written.
 *
 * @returns The rows that were added.
 */
export const makeSeries = async (
  parts: Pick<PassParts, 'ledger' | 'workbook' | 'progress' | 'timeZone'>,
  { cases, observation, now }: Seen,
): Promise<readonly AddedRow[]> => {
  const { ledger, timeZone } = parts;
  const due = dueSeries(cases, { observation, now, timeZone });
  if (due.length === 0) return [];
  const intended = promisesOf(due);
  if (intended.length > 0) await ledger.commit({ ...noChange, intended }, now, now.toString());
  const { added, isKnown } = await addRows(parts, due, now);
  if (isKnown) await ledger.confirm(settledSeries(due));
  return added;
};

/** Where it is certain that nothing was written, the next pass need ask nobody. */
const addRows = async (
  { ledger, workbook, progress }: Pick<PassParts, 'ledger' | 'workbook' | 'progress'>,
  due: readonly DueSeries[],
  now: Temporal.Instant,
): Promise<Pick<RowsToAdd, 'added' | 'isKnown'>> => {
  if (due.every(({ rows }) => rows.length === 0)) return { added: [], isKnown: true };
  const nothingAdded = (): Promise<void> =>
    ledger.commit({ ...noChange, intended: unmadeSeries(due) }, now, now.toString());
  const tried: RowsToAdd[] = [];
  try {
    await workbook.append((snapshot) => {
      const adding = rowsToAdd(snapshot, due);
      tried.push(adding);
      if (adding.added.length > 0) progress(`Adding ${counted(adding.added.length, 'row')}`);
      return adding.rows;
    });
  } catch (error) {
    if (error instanceof ServiceError && (tried.length === 0 || isNothingWritten(error)))
      await nothingAdded();
    throw error;
  }
  const last = tried.at(-1);
  if (last?.isKnown !== true) await nothingAdded();
  return last ?? { added: [], isKnown: false };
};
