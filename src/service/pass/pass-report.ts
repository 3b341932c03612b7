import type { LedgerChange } from '../../core/cases/ledger-state.ts';
import type { Exposed } from '../../core/overview/exposed-documents.ts';
import { countOutcomes } from '../../core/plan/plan-edits.ts';
import type { Outcome } from '../../core/sheet/edits.ts';
import type { ServiceError } from '../../errors.ts';
import type { DocumentOutcome } from '../save-documents.ts';
import type { Look } from './look.ts';
import type { MadeDocuments } from './make-documents.ts';
import type { Quiet, Unchanged } from './quiet.ts';

/** What a pass did. */
export interface PassReport {
  /** With the plan as it was written in the end, or refused. */
  readonly look: Look | Unchanged;
  /** Rows of Permohonan that carry a ticket. */
  readonly requests: number;
  readonly cells: Readonly<Record<Outcome, number>>;
  /** Rows that were added to Permohonan, for days of events that come again. */
  readonly added: number;
  readonly documents: readonly DocumentOutcome[];
  /** What anybody with the link may open. */
  readonly exposed: readonly Exposed[];
  /** The place of the documents could not be looked over. */
  readonly trouble?: ServiceError;
  /** Folders for photos could not be made. */
  readonly folderTrouble?: ServiceError;
  /** Nothing had to be written anywhere. */
  readonly idle: boolean;
  /** For the next pass: until when there will be nothing to do. */
  readonly quiet?: Quiet;
}

/**
 * @param made Absent where the pass was refused before any document was made.
 * @param done What was written; nothing where the plan was not carried out.
 */
export const reportOf = (
  look: Look,
  made?: MadeDocuments,
  { outcomes, added }: Pick<PassReport, 'added'> & { readonly outcomes: readonly Outcome[] } = {
    outcomes: [],
    added: 0,
  },
): PassReport => {
  const { trouble, folderTrouble } = made ?? {};
  const documents = made?.outcomes ?? [];
  return {
    look,
    requests: look.cases.length,
    cells: countOutcomes(outcomes),
    added,
    documents,
    exposed: made?.now.exposed ?? [],
    ...(trouble && { trouble }),
    ...(folderTrouble && { folderTrouble }),
    idle:
      look.refusals.length === 0 &&
      outcomes.length === 0 &&
      added === 0 &&
      documents.length === 0 &&
      isEmptyPromise(look.plan.ledger) &&
      trouble === undefined &&
      folderTrouble === undefined,
  };
};

/** Nothing would be noted. */
export const isEmptyPromise = ({
  newTickets,
  rebound,
  missing,
  found,
  moments,
  signatures,
  messages,
  withdrawn,
  again,
  listings,
}: LedgerChange): boolean =>
  [
    newTickets,
    rebound,
    missing,
    found,
    moments,
    signatures,
    messages,
    withdrawn,
    again,
    listings,
  ].every((part) => part.length === 0);
