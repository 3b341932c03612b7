import { noChange } from '../../core/cases/ledger-state.ts';
import { passLine, unwrittenPassLine } from '../../core/plan/history-lines.ts';
import { type DocumentOutcome, isUnsaved } from '../save-documents.ts';
import type { Seen } from './look.ts';
import type { MadeDocuments } from './make-documents.ts';
import type { PassParts } from './pass-parts.ts';
import type { PassReport } from './pass-report.ts';

/** Notes in the history that a pass which did something came to its end; the report goes through. */
export const noteEnd = async (
  { ledger }: Pick<PassParts, 'ledger'>,
  report: PassReport,
): Promise<PassReport> => {
  const { look, cells, added, documents } = report;
  const tried = added + cells.written + cells.overtaken + cells.failed;
  if (tried + documents.length > 0) {
    const history = [passLine(cells, { saved: countSaved(documents) })];
    await ledger.commit({ ...noChange, history }, look.now, look.now.toString());
  }
  return report;
};

/** Notes one that did something and could not write its cells: `undo` names passes as they stand in the history. */
export const noteUnwritten = (
  { ledger }: Pick<PassParts, 'ledger'>,
  { now }: Pick<Seen, 'now'>,
  { outcomes }: Pick<MadeDocuments, 'outcomes'>,
): Promise<void> => {
  const history = [unwrittenPassLine({ saved: countSaved(outcomes) })];
  return ledger.commit({ ...noChange, history }, now, now.toString());
};

const countSaved = (documents: readonly DocumentOutcome[]): number =>
  documents.filter((outcome) => !isUnsaved(outcome)).length;
