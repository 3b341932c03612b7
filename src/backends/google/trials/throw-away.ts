/** What trials make in Drive: named and marked so that nobody takes it for the desk's, and a later run finds it. */
import type { GoogleClient } from '../client/google-client.ts';

/** Bahasa Indonesia: people may come upon it in Drive. */
export const throwAwayName = 'Percobaan layanan-vicon (boleh dihapus)';

export const throwAwayMark = { key: 'layananVicon', value: 'percobaan' } as const;

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

const appProperties = { [throwAwayMark.key]: throwAwayMark.value };

/** @returns its id */
export const createThrowAway = async (
  client: GoogleClient,
  { mimeType, parent }: { readonly mimeType: string; readonly parent: string | undefined },
): Promise<string> => {
  const drive = await client.drive();
  const requestBody = {
    name: throwAwayName,
    mimeType,
    appProperties,
    ...(parent !== undefined && { parents: [parent] }),
  };
  const { id } = await client.send(
    { what: 'make a trial file', kind: 'write', repeatable: false, subject: 'document' },
    (sending) =>
      drive.files.create({ requestBody, fields: 'id', supportsAllDrives: true }, sending),
  );
  return id ?? '';
};

/** For what comes into being without the mark. */
export const markThrowAway = async (client: GoogleClient, fileId: string): Promise<void> => {
  const drive = await client.drive();
  const request = { fileId, requestBody: { appProperties }, fields: 'id', supportsAllDrives: true };
  await client.send(
    { what: 'mark a trial file', kind: 'write', repeatable: true, subject: 'document' },
    (sending) => drive.files.update(request, sending),
  );
};
