import { noChange } from '../../core/cases/ledger-state.ts';
import { passLine } from '../../core/plan/history-lines.ts';
import { isUnsaved } from '../save-documents.ts';
import type { PassParts } from './pass-parts.ts';
import type { PassReport } from './pass-report.ts';

/** Notes in the history that a pass which did something came to its end; the report goes through. */
export const noteEnd = async (
  { ledger }: Pick<PassParts, 'ledger'>,
  report: PassReport,
): Promise<PassReport> => {
  const { look, cells, documents } = report;
  const tried = cells.written + cells.overtaken + cells.failed;
  if (tried + documents.length > 0) {
    const saved = documents.filter((outcome) => !isUnsaved(outcome)).length;
    const history = [passLine(cells, { saved })];
    await ledger.commit({ ...noChange, history }, look.now, look.now.toString());
  }
  return report;
};
