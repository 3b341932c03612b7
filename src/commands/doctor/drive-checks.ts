/** Whether documents have a place in Drive, and nobody but the office can open them. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { findExposed, isOpenToAnybody } from '../../backends/google/drive/drive-inspection.ts';
import { isSharedDrive, looksLikeDrive } from '../../backends/google/drive/drive-listing.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';
import type { GoogleDeskToCheck, SignInUnderTest } from './sign-in-checks.ts';

export const driveApiCheck = (session: () => SignInUnderTest): Check => ({
  name: 'Drive API',
  needs: ['sign-in'],
  look: async () => {
    await readRoom(session());
    return right(`signed in: ${await session().who()}`);
  },
});

export const documentChecks = (
  { folder, spreadsheet }: GoogleDeskToCheck,
  session: () => SignInUnderTest,
): readonly Check[] => [
  {
    name: 'place for documents',
    needs: ['Drive API'],
    look: async () =>
      folder === undefined
        ? judgeOwnRoom(session(), await readRoom(session()))
        : judgeFolder(folder, session()),
  },
  {
    name: 'documents shared with nobody else',
    needs: ['Drive API'],
    look: () =>
      judgeExposure(session(), { desk: spreadsheet, ...(folder !== undefined && { folder }) }),
  },
];

const readRoom = async ({
  client,
}: SignInUnderTest): Promise<drive_v3.Schema$About['storageQuota']> => {
  const drive = await client.drive();
  const { storageQuota } = await client.send(
    { what: 'ask how much room there is', kind: 'read', repeatable: true },
    (sending) => drive.about.get({ fields: 'storageQuota(limit,usage)' }, sending),
  );
  return storageQuota;
};

/** Some years of documents. */
const enoughBytes = 200_000_000;

/** No limit in the answer means that there is none. */
const judgeOwnRoom = (
  { kind }: SignInUnderTest,
  room: drive_v3.Schema$About['storageQuota'],
): Diagnosis => {
  if (kind === 'service-account') {
    return wrong(
      'A service account owns no storage in Drive, so it cannot keep documents of its own.',
      'Make a shared drive, let the service account add files there, and name the drive as "google.folder" in the settings.',
    );
  }
  const free = Number(room?.limit ?? Number.POSITIVE_INFINITY) - Number(room?.usage ?? 0);
  return free >= enoughBytes
    ? right()
    : warned(
        `Only ${Math.max(0, Math.floor(free / 1_000_000))} MB are free in the Drive of this account.`,
        'Make room, or name a shared drive as "google.folder" in the settings.',
      );
};

const folderType = 'application/vnd.google-apps.folder';

const judgeFolder = async (
  fileId: string,
  { client, kind }: SignInUnderTest,
): Promise<Diagnosis> => {
  // Whether files may be added there shows only when the first one is.
  if (looksLikeDrive(fileId) && (await isSharedDrive(client, fileId))) return right();
  const drive = await client.drive();
  const fields = 'trashed,mimeType,driveId,permissionIds,capabilities(canAddChildren)';
  const file = await client.send(
    { what: 'look at the folder', kind: 'read', repeatable: true, subject: 'document' },
    (sending) => drive.files.get({ fileId, fields, supportsAllDrives: true }, sending),
  );
  if (file.mimeType !== folderType || file.trashed === true) {
    return wrong(
      `What "google.folder" names ${file.trashed === true ? 'lies in the trash' : 'is no folder'}.`,
      'Name a folder or a shared drive as "google.folder" in the settings.',
    );
  }
  if (file.capabilities?.canAddChildren !== true) {
    return wrong(
      'The signed-in account may not put files into the folder that "google.folder" names.',
      'Give it the right to add files there (Content manager in a shared drive).',
    );
  }
  if (isOpenToAnybody(file)) {
    return wrong(
      'Anybody who has the link can open the folder that "google.folder" names, and all documents in it.',
      'In Drive, open Share (Bagikan) on it, and set general access (Akses umum) to Restricted (Dibatasi).',
    );
  }
  return kind === 'service-account' && !file.driveId
    ? wrong(
        'The folder belongs to a person, and a service account owns no storage to put files there.',
        'Name a shared drive, or a folder in one, as "google.folder" in the settings.',
      )
    : right();
};

const judgeExposure = async (
  { client }: SignInUnderTest,
  place: { readonly desk: string; readonly folder?: string },
): Promise<Diagnosis> => {
  const exposed = await findExposed({ client, ...place });
  const some = exposed.slice(0, mostNamed).map(({ name }) => name);
  return exposed.length === 0
    ? right()
    : wrong(
        `Anybody who has the link can open: ${some.join(', ')}${exposed.length > mostNamed ? ` and ${exposed.length - mostNamed} more` : ''}.`,
        'In Drive, open Share (Bagikan) on each, and set general access (Akses umum) to Restricted (Dibatasi).',
      );
};

const mostNamed = 5;
