/** What people moved while the service wrote is put right by the backend, and noted in the history whatever comes after. */
import type { Temporal } from 'temporal-polyfill';
import type { Repair } from '../../backends/backend.ts';
import { type LedgerState, noChange } from '../../core/cases/ledger-state.ts';
import { repairLine } from '../../core/plan/history-lines.ts';
import { locateRows } from '../../core/rows/locate-rows.ts';
import type { PassParts } from './pass-parts.ts';

/** Puts right what the write of a pass that was killed may have left beside its rows. */
export const finishCutOff = (
  parts: Pick<PassParts, 'workbook' | 'ledger'>,
  known: LedgerState,
  now: Temporal.Instant,
): Promise<void> =>
  notingRepairs(parts, now, (repaired) =>
    parts.workbook.finishCutOff(locateRows(known, known), repaired),
  );

export const notingRepairs = async <T>(
  { ledger }: Pick<PassParts, 'ledger'>,
  now: Temporal.Instant,
  work: (repaired: (repair: Repair) => void) => Promise<T>,
): Promise<T> => {
  const repairs: Repair[] = [];
  try {
    return await work((repair) => repairs.push(repair));
  } finally {
    const history = repairs.map(repairLine);
    if (history.length > 0) await ledger.commit({ ...noChange, history }, now, now.toString());
  }
};
