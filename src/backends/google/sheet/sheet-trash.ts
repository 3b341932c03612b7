import { ServiceError } from '../../../errors.ts';
import { GoogleError } from '../client/errors.ts';
import type { GoogleClient } from '../client/google-client.ts';

/** Sheets reads and writes what lies in the trash like anything else; people would not see what we do there. */
export class SheetInTrashError extends ServiceError {
  readonly code = 'sheet-in-trash';

  constructor() {
    super({
      what: 'The sheet lies in the trash.',
      todo: 'Restore it in Drive; after 30 days it is gone.',
    });
  }
}

/**
 * Drive may hide from us a sheet that we did not make; what cannot be seen there is not held against it.
 *
 * @throws SheetInTrashError
 */
export const refuseTrashed = async (fileId: string, client: GoogleClient): Promise<void> => {
  if (await isInTrash(fileId, client)) throw new SheetInTrashError();
};

export const isInTrash = async (fileId: string, client: GoogleClient): Promise<boolean> =>
  (await seenInDrive(fileId, client)) === 'in the trash';

/** How Drive shows a file; one that we did not make it may hide, and then also whether it lies in the trash. */
export const seenInDrive = async (
  fileId: string,
  client: GoogleClient,
): Promise<'there' | 'in the trash' | 'hidden'> => {
  const drive = await client.drive();
  try {
    const { trashed } = await client.send(
      { what: 'look at the file of the sheet', kind: 'read', repeatable: true },
      (sending) => drive.files.get({ fileId, fields: 'trashed', supportsAllDrives: true }, sending),
    );
    return trashed === true ? 'in the trash' : 'there';
  } catch (error) {
    if (error instanceof GoogleError) return 'hidden';
    throw error;
  }
};
