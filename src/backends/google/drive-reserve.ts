import { GoogleError } from './errors.ts';
import type { GoogleClient } from './google-client.ts';

/**
 * An id under which a file can be made once: making it again is refused with 409, so that no twin comes about.
 * Source: Drive API v3, files.generateIds.
 */
export const reserveId = async (client: GoogleClient): Promise<string> => {
  const drive = await client.drive();
  const { ids } = await client.send(
    { what: 'reserve an id for a document', kind: 'read', repeatable: true, subject: 'document' },
    (sending) => drive.files.generateIds({ count: 1, space: 'drive', type: 'files' }, sending),
  );
  const [id] = ids ?? [];
  if (id) return id;
  throw new GoogleError({
    code: 'google-unavailable',
    what: 'Google reserved no id for a document.',
    todo: 'This is on their side. Nothing is lost; the next pass goes on.',
    status: undefined,
  });
};
