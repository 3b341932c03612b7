import { type LedgerState, noChange } from '../../core/cases/ledger-state.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { confirmedCells, editsOf } from '../../core/plan/plan-edits.ts';
import { locateRows } from '../../core/rows/locate-rows.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';
import { notingRepairs } from './repairs.ts';

/**
 * Writes the cells of a plan that was checked, and confirms to the ledger what the sheet now shows. What is meant to be
 * written is in the ledger before, so that a kill in between does not make our own values look like a person's.
 *
 * @param after What the ledger knows by now; `seen` has what it knew when the pass began.
 * @returns One outcome for each edit, cells of Permohonan first.
 */
export const writePlan = async (
  parts: PassParts,
  plan: Plan,
  { seen, after }: { readonly seen: Seen; readonly after: LedgerState },
): Promise<readonly Outcome[]> => {
  const { now, observation, ledgerState } = seen;
  const { intended } = plan.ledger;
  if (intended.length > 0)
    await parts.ledger.commit({ ...noChange, intended }, now, now.toString());
  const edits = editsOf(plan, observation.tab);
  if (edits.length === 0) return [];
  parts.progress(`Writing ${edits.length} cells`);
  const outcomes = await notingRepairs(parts, now, (repaired) =>
    parts.workbook.write(edits, locateRows(ledgerState, after), repaired),
  );
  const shown = confirmedCells(plan, outcomes);
  if (shown.length > 0) await parts.ledger.confirm(shown);
  return outcomes;
};
