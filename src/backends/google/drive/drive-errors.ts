import { ServiceError } from '../../../errors.ts';
import { GoogleError } from '../client/errors.ts';

/** A person saved into the file; their words go before ours. */
export class DocumentEditedError extends ServiceError {
  readonly code = 'document-edited';

  constructor(name: string) {
    super({
      what: `"${name}" was edited in Drive just now, so it is left as it is.`,
      todo: 'Nothing is lost; the next pass puts the new edition beside it.',
    });
  }
}

/** Files can be put into a folder that was thrown away, and are then thrown away themselves. */
export class FolderInTrashError extends ServiceError {
  readonly code = 'folder-in-trash';

  constructor() {
    super({
      what: 'The folder for documents lies in the trash of Drive.',
      todo: 'Take it out of the trash there, or name another one as "google.folder" in the settings.',
    });
  }
}

/** What Drive shows, or `undefined` where there is nothing under that id, or nothing that shows to us. */
export const unlessGone = async <T>(look: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await look();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
};

export const isNotFound = (error: unknown): boolean =>
  error instanceof GoogleError && error.status === 404;

/** Troubles of one document, its template among them. Whatever else goes wrong would meet every other one too. */
const ofOneDocument: ReadonlySet<string> = new Set([
  'template-data',
  'photo-gone',
  'photo-library-missing',
  'document-edited',
  'document-not-found',
  'document-not-shared',
  'google-refused',
]);

export const isDriveClosed = ({ code }: ServiceError): boolean => !ofOneDocument.has(code);
