import { ticketOf } from '../../core/cases/case-facts.ts';
import { madeInParts } from '../../core/cases/in-parts.ts';
import type { Ticket } from '../../core/cases/ledger-state.ts';
import type { Case } from '../../core/cases/situation.ts';
import type { WantedDocument } from '../../documents/document-kind.ts';
import { activityReport } from '../../documents/kinds/activity-report.ts';
import { ServiceError } from '../../errors.ts';
import type { Seen } from './look.ts';
import type { PassParts } from './pass-parts.ts';

/** So many are made in one pass: a desk that begins with this has many reports without photos. */
const mostFolders = 20;

export interface MadeFolders {
  /** Those that this pass should have made. */
  readonly unmade: readonly Ticket[];
  readonly trouble?: ServiceError;
}

/**
 * Makes the folder that a report without photos asks for, so that staff find it where the remark says. The next pass
 * makes what this one could not.
 */
export const makePhotoFolders = async (
  { documents }: Pick<PassParts, 'documents'>,
  { cases, wanted, situation, only }: FoldersAsked,
): Promise<MadeFolders> => {
  const asked = new Set(
    madeInParts(
      cases,
      { by: makePhotoFolders, keyOf: ticketOf },
      { situation, make: (part) => part.filter(asksForFolder).map(ticketOf) },
    ).flat(),
  );
  const reports =
    asked.size === 0
      ? []
      : wanted.flat().filter((each) => each.kind === activityReport.key && only(each));
  const tickets = reports.flatMap(({ ticket }) =>
    ticket !== undefined && asked.has(ticket) ? [ticket] : [],
  );
  const now = tickets.slice(0, mostFolders);
  for (const [index, ticket] of now.entries()) {
    try {
      await documents.makePhotoFolder(ticket);
    } catch (trouble) {
      if (!(trouble instanceof ServiceError)) throw trouble;
      return { unmade: now.slice(index), trouble };
    }
  }
  return { unmade: [] };
};

interface FoldersAsked extends Pick<Seen, 'cases' | 'wanted' | 'situation'> {
  /** Whose reports this pass makes. */
  readonly only: (document: WantedDocument) => boolean;
}

const asksForFolder = ({ decided: { photos } }: Case): boolean =>
  photos?.kind === 'seen' && photos.isAsked && !photos.hasFolder;
