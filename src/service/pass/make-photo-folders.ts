import type { Case } from '../../core/cases/situation.ts';
import type { WantedDocument } from '../../documents/document-kind.ts';
import { ServiceError } from '../../errors.ts';
import type { PassParts } from './pass-parts.ts';

/** So many are made in one pass: a desk that begins with this has many reports without photos. */
const mostFolders = 20;

/**
 * Makes the folder that a report without photos asks for, so that staff find it where the remark says. The next pass
 * makes what this one could not.
 */
export const makePhotoFolders = async (
  { documents }: Pick<PassParts, 'documents'>,
  {
    cases,
    wanted,
  }: { readonly cases: readonly Case[]; readonly wanted: readonly WantedDocument[] },
): Promise<void> => {
  const asked = new Set(
    cases.flatMap(({ ticket, decided: { photos } }) =>
      photos?.kind === 'seen' && photos.isAsked && !photos.hasFolder ? [ticket] : [],
    ),
  );
  const tickets = wanted.flatMap(({ kind, ticket }) =>
    kind === 'laporan' && ticket !== undefined && asked.has(ticket) ? [ticket] : [],
  );
  try {
    for (const ticket of tickets.slice(0, mostFolders)) await documents.makePhotoFolder(ticket);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
};
