import type { LedgerState } from '../../core/cases/ledger-state.ts';
import type { DocumentStep } from '../../core/cases/pass-record.ts';
import type { DocumentsNow } from '../../core/plan/notices.ts';
import type { ServiceError } from '../../errors.ts';
import {
  type DocumentOutcome,
  type DocumentParts,
  isUnsaved,
  saveDocuments,
} from '../save-documents.ts';
import { adoptDocuments } from './adopt-documents.ts';
import type { Seen } from './look.ts';
import { makePhotoFolders } from './make-photo-folders.ts';
import type { PassOptions, PassParts } from './pass-parts.ts';

/** What became of the documents of a pass, and how they stand now. */
export interface MadeDocuments {
  readonly outcomes: readonly DocumentOutcome[];
  /** What was done, so that it can be taken back. */
  readonly steps: readonly DocumentStep[];
  readonly now: DocumentsNow;
  /** All that the ledger knows after they were made. */
  readonly ledgerState: LedgerState;
  /** The place of the documents could not be looked over. */
  readonly trouble?: ServiceError;
  /** Folders for photos could not be made. */
  readonly folderTrouble?: ServiceError;
}

/** Makes what is missing or no longer true; what cannot be saved now is left to the next pass. */
export const makeDocuments = async (
  parts: PassParts,
  { now, wanted, templates, observation: { rows }, cases, situation, linked, ledgerState }: Seen,
  {
    adopt = false,
    only = () => true,
    beginning,
  }: Pick<PassOptions, 'adopt' | 'only'> & Required<Pick<DocumentParts, 'beginning'>>,
): Promise<MadeDocuments> => {
  const known = adopt ? await adoptDocuments(parts, { rows, linked, now }) : ledgerState.documents;
  const { outcomes, steps, exposed, trouble } = await saveDocuments(
    { ...parts, templates, beginning },
    { now, wanted, known, only },
    now.toString(),
  );
  const folders = await makePhotoFolders(parts, { cases, wanted, situation, only });
  const after = await parts.ledger.state();
  return {
    outcomes,
    steps,
    now: {
      records: after.documents,
      exposed,
      unsaved: outcomes.filter(isUnsaved),
      isUnseen: trouble !== undefined,
      foldersUnmade: folders.unmade,
    },
    ledgerState: after,
    ...(trouble && { trouble }),
    ...(folders.trouble && { folderTrouble: folders.trouble }),
  };
};
