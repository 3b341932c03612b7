import { GoogleError } from '../client/errors.ts';
import type { GoogleClient } from '../client/google-client.ts';

/** So many are reserved with one call; what is left over at the end is nobody's. */
const atOnce = 20;

/**
 * Ids under which a file can be made once: making it again is refused with 409, so that no twin comes about.
 * Source: Drive API v3, files.generateIds.
 */
export const openReserve = (client: GoogleClient): (() => Promise<string>) => {
  const ready: string[] = [];
  return async () => {
    const drive = await client.drive();
    const next = ready.shift();
    if (next !== undefined) return next;
    const { ids } = await client.send(
      { what: 'reserve ids for documents', kind: 'read', repeatable: true, subject: 'document' },
      (sending) =>
        drive.files.generateIds({ count: atOnce, space: 'drive', type: 'files' }, sending),
    );
    ready.push(...(ids ?? []));
    const id = ready.shift();
    if (id !== undefined) return id;
    throw new GoogleError({
      code: 'google-unavailable',
      what: 'Google reserved no id for a document.',
      todo: 'This is on their side. Nothing is lost; the next pass goes on.',
      status: undefined,
    });
  };
};
