/**
 * What a person put in the place of a document that lies there no more: Word saves through Drive for desktop under a new id
 * and without our notes, and throws the old file away; people keep the document that Google made of it, or a copy.
 *
 * It is known by folder and name. We see it only where the account may read what people put into Drive, and never write
 * into it.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { GoneDocument } from '../../backend.ts';
import type { GoogleClient } from '../client/google-client.ts';
import type { DriveFolders } from './drive-folders.ts';
import { corpusOf } from './drive-listing.ts';
import { docsType, isBrought, isFolder } from './drive-marks.ts';

export const findSuccessor = async (
  { title, folder: path }: GoneDocument,
  {
    client,
    gone,
    folders,
    folder,
    fields,
  }: {
    readonly client: GoogleClient;
    /** As it lies in the trash; absent where it was deleted for good. */
    readonly gone: drive_v3.Schema$File | undefined;
    readonly folders: DriveFolders;
    readonly folder: string | undefined;
    /** What is asked of a file. */
    readonly fields: string;
  },
): Promise<drive_v3.Schema$File | undefined> => {
  const parent = gone?.parents?.[0] ?? (await folders.known(path));
  const names = namesOf([title, gone?.name ?? undefined]);
  if (parent === undefined || names.length === 0) return undefined;
  const drive = await client.drive();
  const request = {
    q: `trashed = false and ${quoted(parent)} in parents and (${names.map((name) => `name = ${quoted(name)}`).join(' or ')})`,
    orderBy: 'modifiedTime desc',
    fields: `files(${fields})`,
    pageSize: 100,
    supportsAllDrives: true,
    includeItemsFromAllDrives: true,
    ...(await corpusOf({ client, folder })),
  };
  const { files = [] } = await client.send(
    { what: 'look for a document', kind: 'read', repeatable: true, subject: 'document' },
    (sending) => drive.files.list(request, sending),
  );
  return files.find((file) => isBrought(file) && !isFolder(file) && holdsText(file));
};

/** Its names, and that of the document that Google makes of it; Word renames what it is about to remove. */
const namesOf = (names: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(
    names
      .filter((name) => name !== undefined)
      .filter((name) => name !== '' && !/^~|\.tmp$/iu.test(name))
      .flatMap((name) => [name, name.replace(/\.docx$/iu, '')]),
  ),
];

const quoted = (text: string): string => `'${text.replace(/['\\]/gu, '\\$&')}'`;

/** Shortcuts, folders and sheets are no document. */
const holdsText = ({ mimeType }: drive_v3.Schema$File): boolean =>
  mimeType === docsType || mimeType?.startsWith('application/vnd.google-apps.') !== true;
