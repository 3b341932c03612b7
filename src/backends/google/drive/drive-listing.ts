/** What is ours in Drive, by its notes: one paged listing, which sees shared drives too. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { everyPage } from '../client/every-page.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { unlessGone } from './drive-errors.ts';
import { type DeskOfFile, deskOfFile } from './drive-marks.ts';

export interface DrivePlace {
  readonly client: GoogleClient;
  /** Id of the desk's spreadsheet: it tells our documents from those of other desks of the same account. */
  readonly desk: string;
  /** Id of the folder or shared drive where documents go; absent: our own folder in My Drive. */
  readonly folder?: string;
}

/** Documents and folders of this desk, or of no desk, the oldest first. Shortcuts are no files. */
export async function* listFiles(
  owner: Exclude<DeskOfFile, 'another desk'>,
  { client, folder, desk }: DrivePlace,
): AsyncGenerator<drive_v3.Schema$File> {
  const drive = await client.drive();
  const marked = `appProperties has { key='lembar' and value='${desk.replace(/['\\]/g, '\\$&')}' }`;
  const request = {
    q: `trashed = false and mimeType != '${shortcutType}' and (${ours}) and ${owner === 'nobody' ? 'not ' : ''}${marked}`,
    orderBy: 'createdTime',
    fields: `nextPageToken,files(${fields})`,
    pageSize: 1000,
    supportsAllDrives: true,
    includeItemsFromAllDrives: true,
    ...(await corpusOf({ client, folder })),
  };
  const pages = everyPage((next) =>
    client.send(
      { what: 'list the documents', kind: 'read', repeatable: true, subject: 'document' },
      (sending) => drive.files.list({ ...request, ...next }, sending),
    ),
  );
  for await (const { files = [] } of pages) {
    // What carries no mark at all cannot be asked for.
    for (const file of files) if (deskOfFile(file, desk) === owner) yield file;
  }
}

const ours = ['dokumen', 'map']
  .map((kind) => `appProperties has { key='layananVicon' and value='${kind}' }`)
  .join(' or ');

const fields =
  'id,name,parents,webViewLink,appProperties,permissionIds,permissions(type),driveId,hasAugmentedPermissions';

const shortcutType = 'application/vnd.google-apps.shortcut';

/**
 * Where to search: a list of all files shows of shared drives only what the account opened lately; naming the drive
 * shows everything.
 */
export const corpusOf = async ({
  client,
  folder,
}: {
  readonly client: GoogleClient;
  readonly folder?: string | undefined;
}): Promise<{ readonly corpora?: 'drive'; readonly driveId?: string }> => {
  if (folder === undefined) return {};
  const driveId = looksLikeDrive(folder)
    ? (await isSharedDrive(client, folder)) && folder
    : await driveOf(client, folder);
  return driveId ? { corpora: 'drive', driveId } : {};
};

/** The top of a shared drive, or of somebody's own. */
export const looksLikeDrive = (folder: string): boolean => /^0A[\w-]+PVA$/.test(folder);

/**
 * With the scope `drive.file` the top of a shared drive can be written into and searched, but not be looked at.
 * Source: Drive API v3, files.list takes that scope, drives.get does not.
 */
export const isSharedDrive = async (client: GoogleClient, driveId: string): Promise<boolean> => {
  const drive = await client.drive();
  const request = {
    corpora: 'drive',
    driveId,
    fields: 'files(id)',
    pageSize: 1,
    supportsAllDrives: true,
    includeItemsFromAllDrives: true,
  };
  const found = await unlessGone(() =>
    client.send(
      { what: 'look into the shared drive', kind: 'read', repeatable: true, subject: 'document' },
      (sending) => drive.files.list(request, sending),
    ),
  );
  return found !== undefined;
};

/** The shared drive that a folder lies in; a folder that a person made can be hidden from us. */
const driveOf = async (client: GoogleClient, fileId: string): Promise<string | undefined> => {
  const drive = await client.drive();
  const file = await unlessGone(() =>
    client.send(
      { what: 'look at the folder', kind: 'read', repeatable: true, subject: 'document' },
      (sending) => drive.files.get({ fileId, fields: 'driveId', supportsAllDrives: true }, sending),
    ),
  );
  return file?.driveId ?? undefined;
};
