/** All that is ours in Drive, by its notes: one paged listing, which sees shared drives too. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { GoogleError } from './errors.ts';
import type { GoogleClient } from './google-client.ts';

export interface Place {
  readonly client: GoogleClient;
  /** Id of the folder or shared drive where documents go; absent: our own folder in My Drive. */
  readonly folder?: string;
}

export type Kind = 'dokumen' | 'map';

/** The oldest first, so that a copy which somebody made never goes before its original. Shortcuts are no files. */
export async function* listOurs(
  { client, folder }: Place,
  kinds: readonly Kind[],
): AsyncGenerator<drive_v3.Schema$File> {
  const drive = await client.drive();
  const driveId = folder === undefined ? undefined : await sharedDriveOf({ client, folder });
  const ours = kinds.map((kind) => `appProperties has { key='layananVicon' and value='${kind}' }`);
  let pageToken: string | undefined;
  do {
    const request = {
      q: `trashed = false and mimeType != '${shortcutType}' and (${ours.join(' or ')})`,
      orderBy: 'createdTime',
      fields:
        'nextPageToken,files(id,name,webViewLink,appProperties,permissionIds,permissions(type))',
      pageSize: 1000,
      supportsAllDrives: true,
      includeItemsFromAllDrives: true,
      ...(driveId !== undefined && { corpora: 'drive', driveId }),
      ...(pageToken !== undefined && { pageToken }),
    };
    const page = await client.send(
      { what: 'list the documents', kind: 'read', repeatable: true, subject: 'document' },
      (sending) => drive.files.list(request, sending),
    );
    yield* page.files ?? [];
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
}

const shortcutType = 'application/vnd.google-apps.shortcut';

/**
 * The shared drive that a folder lies in, or that it is; `undefined` for one in somebody's own Drive.
 *
 * A list of all files shows of shared drives only what the account opened lately; naming the drive shows everything.
 */
const sharedDriveOf = async ({ client, folder }: Required<Place>): Promise<string | undefined> => {
  // With the scope `drive.file` the top of a shared drive can be written into, but not be looked at.
  if (/^0A[\w-]+PVA$/.test(folder)) return folder;
  const drive = await client.drive();
  try {
    const { driveId } = await client.send(
      { what: 'look at the folder', kind: 'read', repeatable: true, subject: 'document' },
      (sending) =>
        drive.files.get({ fileId: folder, fields: 'driveId', supportsAllDrives: true }, sending),
    );
    return driveId ?? undefined;
  } catch (error) {
    // A folder that a person made is hidden from a program that sees only its own files.
    if (error instanceof GoogleError && error.status === 404) return undefined;
    throw error;
  }
};
