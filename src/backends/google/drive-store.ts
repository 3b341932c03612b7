/**
 * Google Drive as the place where documents go.
 *
 * Every file carries its document's key. Its id is reserved and remembered before the first byte goes up, so that a
 * run that is cut off leaves no twin: the next one finds the id taken and goes on from there. No permission is ever
 * given to anybody; who may see a document follows from the folder.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { DocumentStore, DocumentToSave, StoredDocument } from '../backend.ts';
import { type DriveFolders, keepFolders } from './drive-folders.ts';
import { inspectDrive } from './drive-inspection.ts';
import { openUploads, type Uploads } from './drive-upload.ts';
import { GoogleError } from './errors.ts';
import type { GoogleClient } from './google-client.ts';
import type { Memory } from './memory.ts';

export interface DriveStoreOptions {
  readonly client: GoogleClient;
  readonly memory: Memory;
  /** Id of a folder or shared drive; absent: a folder of our own in My Drive. */
  readonly folder?: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** What is asked of a file. */
const documentFields = 'id,name,webViewLink,sha256Checksum,trashed,parents';

export const openDriveStore = (options: DriveStoreOptions): DocumentStore => {
  const { client, memory, folder, clock } = options;
  const folders = keepFolders(options);
  const uploads = openUploads(client, documentFields);

  const fileOf = async (id: string): Promise<drive_v3.Schema$File | undefined> => {
    const drive = await client.drive();
    try {
      const file = await client.send(
        { what: 'look at a document', kind: 'read', repeatable: true, subject: 'document' },
        (sending) =>
          drive.files.get({ fileId: id, fields: documentFields, supportsAllDrives: true }, sending),
      );
      return file.trashed === true ? undefined : file;
    } catch (error) {
      if (isNotThere(error)) return undefined;
      throw error;
    }
  };

  return {
    place: `https://drive.google.com/drive/${folder === undefined ? 'my-drive' : `folders/${folder}`}`,

    async look(id) {
      const file = await fileOf(id);
      return file && storedFrom(file);
    },

    inspect: (ids) => inspectDrive(ids, { client, memory, now: clock() }),

    async save(document) {
      const before = document.replaces === undefined ? undefined : await fileOf(document.replaces);
      return before === undefined
        ? saveNew(document, { client, memory, folders, uploads, fileOf })
        : replace(before, document, { folders, uploads });
    },
  };
};

interface Saving {
  readonly folders: DriveFolders;
  readonly uploads: Uploads;
}

interface SavingNew extends Saving {
  readonly client: GoogleClient;
  readonly memory: Memory;
  readonly fileOf: (id: string) => Promise<drive_v3.Schema$File | undefined>;
}

const reservation = (key: string): string => `google.file-of.${key}`;

/** Under the id that was reserved for this document, now or by a run that did not get to the end. */
const saveNew = async (document: DocumentToSave, saving: SavingNew): Promise<StoredDocument> => {
  const { memory, folders, uploads, fileOf } = saving;
  const name = reservation(document.key);
  const reserved = await memory.recall(name);
  const present = reserved === undefined ? undefined : await fileOf(reserved);
  if (present !== undefined) return replace(present, document, saving);
  const create = async (id: string): Promise<StoredDocument> =>
    storedFrom(
      await folders.inFolder(document.folder, (parent) =>
        uploads.create({ id, parent, ...document }),
      ),
    );
  try {
    return await create(reserved ?? (await reserve(name, saving)));
  } catch (error) {
    // The id is taken, although no file lies there for us: it was thrown away, and its id with it.
    if (!(error instanceof GoogleError && error.status === 409)) throw error;
    const taken = await memory.recall(name);
    const twin = taken === undefined ? undefined : await fileOf(taken);
    return twin === undefined
      ? create(await reserve(name, saving))
      : replace(twin, document, saving);
  }
};

const reserve = async (name: string, { client, memory }: SavingNew): Promise<string> => {
  const drive = await client.drive();
  const { ids } = await client.send(
    { what: 'reserve an id for a document', kind: 'read', repeatable: true, subject: 'document' },
    (sending) => drive.files.generateIds({ count: 1, space: 'drive', type: 'files' }, sending),
  );
  const id = ids?.[0] ?? '';
  await memory.remember(name, id);
  return id;
};

const replace = async (
  before: drive_v3.Schema$File,
  document: DocumentToSave,
  { folders, uploads }: Saving,
): Promise<StoredDocument> =>
  storedFrom(
    await folders.inFolder(document.folder, (parent) =>
      uploads.replace({ before, parent, ...document }),
    ),
  );

const storedFrom = ({
  id,
  name,
  webViewLink,
  sha256Checksum,
}: drive_v3.Schema$File): StoredDocument => ({
  id: id ?? '',
  title: name ?? '',
  url: webViewLink ?? `https://drive.google.com/file/d/${id ?? ''}/view`,
  contentHash: sha256Checksum ?? '',
});

const isNotThere = (error: unknown): boolean =>
  error instanceof GoogleError && error.status === 404;
