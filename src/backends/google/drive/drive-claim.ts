/** Files of earlier editions of this program carry no desk's mark; those that the ledger knows by their id get it. */
import type { DrivePlace } from './drive-listing.ts';
import { deskMark } from './drive-marks.ts';

export const claimFile = async (
  fileId: string,
  { client, desk }: Pick<DrivePlace, 'client' | 'desk'>,
): Promise<void> => {
  const drive = await client.drive();
  const request = {
    fileId,
    fields: 'id',
    supportsAllDrives: true,
    requestBody: { appProperties: { ...deskMark(desk) } },
  };
  await client.send(
    { what: "put the desk's mark on a file", kind: 'write', repeatable: true, subject: 'document' },
    (sending) => drive.files.update(request, sending),
  );
};
