import type { Request } from '../request.ts';
import { startNotes } from './notes.ts';
import { type RowSituation, readAnswers } from './read-answers.ts';
import { readStaff } from './read-staff.ts';

/** What reading a row needs: its cells by field, where it stands, and the office's zone and settings. */
export interface RequestRow extends Omit<RowSituation, 'notes'> {
  /** Row number in the sheet, from 1. */
  readonly row: number;
}

/**
 * One row of Permohonan as a request, with everything that is wrong with it at once.
 *
 * Never throws, whatever people typed: a part that cannot be read is absent and has a finding that says what to do.
 */
export const readRequest = ({ row, ...rest }: RequestRow): Request => {
  const notes = startNotes();
  const answers = readAnswers({ ...rest, notes });
  const staff = readStaff({
    cells: rest.cells,
    timeZone: rest.timeZone,
    reference: answers.submittedAt?.toZonedDateTimeISO(rest.timeZone).toPlainDate(),
    plannedLeader: answers.plannedLeader,
    notes,
  });
  return { row, answers, staff, findings: notes.findings };
};
