import { type LedgerState, noChange } from '../../core/cases/ledger-state.ts';
import { counted } from '../../core/plan/counted.ts';
import { editsOf } from '../../core/plan/plan-edits.ts';
import { locateRows } from '../../core/rows/locate-rows.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import type { ServiceError } from '../../errors.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';
import { notingRepairs } from './repairs.ts';

/**
 * Writes the cells of a plan that nothing speaks against. What is meant to be written is in the ledger before, so that a
 * kill in between does not make our own values look like a person's.
 *
 * @param after What the ledger knows by now; `ledgerState` is what it knew when the pass began.
 * @returns One outcome for each edit, in the order of `editsOf`.
 */
export const writePlan = async (
  parts: Pick<PassParts, 'ledger' | 'workbook' | 'progress'>,
  { now, observation, ledgerState, plan }: Seen,
  after: LedgerState,
): Promise<readonly Outcome[]> => {
  const { intended } = plan.ledger;
  const pass = now.toString();
  if (intended.length > 0) await parts.ledger.commit({ ...noChange, intended }, now, pass);
  const edits = editsOf(plan, observation.tab);
  if (edits.length === 0) return [];
  parts.progress(`Writing ${counted(edits.length, 'cell')}`);
  return notingRepairs(parts, now, (repaired) =>
    parts.workbook.write(edits, locateRows(ledgerState, after), repaired),
  );
};

/** Of what a workbook may refuse with, this alone promises that nothing was written. */
export const isNothingWritten = ({ code }: ServiceError): boolean => code === 'workbook-busy';
