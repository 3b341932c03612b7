/**
 * Google Drive as the place where documents go.
 *
 * Every file carries its document's key and what its bytes were when we saved them. Its id is reserved and remembered
 * before the first byte goes up, so that a run that is cut off leaves no twin: the next one finds the id taken and goes
 * on from there; when even the ledger is lost, the key finds the file again. What a person changed is never
 * overwritten. No permission is ever given to anybody; who may see a document follows from the folder.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { DocumentStore, DocumentToSave, StoredDocument } from '../backend.ts';
import { DocumentEditedError } from './drive-errors.ts';
import { type DriveFinder, openFinder } from './drive-finder.ts';
import { type DriveFolders, keepFolders } from './drive-folders.ts';
import { inspectDrive, knownExposed } from './drive-inspection.ts';
import type { Place } from './drive-listing.ts';
import {
  contentHashOf,
  markOfDocument,
  marksOfEdited,
  savedHashOf,
  sha256,
} from './drive-marks.ts';
import { reserveId } from './drive-reserve.ts';
import { openUploads, type Uploads } from './drive-upload.ts';
import { GoogleError } from './errors.ts';
import type { GoogleClient } from './google-client.ts';
import type { Memory } from './memory.ts';

export interface DriveStoreOptions extends Place {
  readonly memory: Memory;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** What is asked of a file. Of people their name as Drive shows it, never an address. */
const documentFields =
  'id,name,mimeType,webViewLink,sha256Checksum,md5Checksum,trashed,parents,appProperties,lastModifyingUser(displayName)';

export const openDriveStore = (options: DriveStoreOptions): DocumentStore => {
  const { client, memory, folder, clock } = options;
  const finder = openFinder(options);
  const folders = keepFolders({ ...options, finder });
  const uploads = openUploads(client, documentFields);
  const saving = { client, memory, finder, folders, uploads };

  return {
    place: `https://drive.google.com/drive/${folder === undefined ? 'my-drive' : `folders/${folder}`}`,

    async look(id) {
      const file = await fileOf(client, id);
      return file && storedFrom(file);
    },

    exposed: () => knownExposed(memory),

    inspect: (ids) => inspectDrive(ids, { ...options, now: clock() }),

    async save(document) {
      const { replaces } = document;
      const before = replaces === undefined ? undefined : await fileOf(client, replaces);
      if (before === undefined) return saveNew(document, saving);
      if (isEdited(before, document)) throw new DocumentEditedError(document.name);
      return replace(before, document, saving);
    },
  };
};

interface Saving {
  readonly client: GoogleClient;
  readonly memory: Memory;
  readonly finder: DriveFinder;
  readonly folders: DriveFolders;
  readonly uploads: Uploads;
}

/** A file as it is now; `undefined` when it is gone, in the trash, or no file of bytes. */
const fileOf = async (
  client: GoogleClient,
  fileId: string,
): Promise<drive_v3.Schema$File | undefined> => {
  const drive = await client.drive();
  try {
    const file = await client.send(
      { what: 'look at a document', kind: 'read', repeatable: true, subject: 'document' },
      (sending) =>
        drive.files.get({ fileId, fields: documentFields, supportsAllDrives: true }, sending),
    );
    const isDocument = file.mimeType?.startsWith('application/vnd.google-apps.') !== true;
    return file.trashed !== true && isDocument ? file : undefined;
  } catch (error) {
    if (error instanceof GoogleError && error.status === 404) return undefined;
    throw error;
  }
};

const reservation = (key: string): string => `google.file-of.${key}`;

/** Under the id that was reserved for this document, now or by a run that did not get to the end. */
const saveNew = async (document: DocumentToSave, saving: Saving): Promise<StoredDocument> => {
  const { client, memory, finder } = saving;
  const name = reservation(document.key);
  const remembered = await memory.recall(name);
  const known = remembered ?? (await finder.find(markOfDocument(document.key)));
  const present = known === undefined ? undefined : await fileOf(client, known);
  if (known !== undefined && known !== remembered && present) await memory.remember(name, known);
  if (present !== undefined) return takeUp(present, document, saving);
  try {
    return await create(remembered ?? (await reserve(name, saving)), document, saving);
  } catch (error) {
    if (!(error instanceof GoogleError && error.status === 409)) throw error;
    const taken = await memory.recall(name);
    const twin = taken === undefined ? undefined : await fileOf(client, taken);
    // The id is taken, although no file lies there for us: it was thrown away, and its id with it.
    return twin === undefined
      ? create(await reserve(name, saving), document, saving)
      : takeUp(twin, document, saving);
  }
};

/**
 * Goes on with a file of this document that the ledger did not know. One that a person edited meanwhile becomes
 * theirs: it gives up its key, and the document gets a file of its own beside it.
 */
const takeUp = async (
  present: drive_v3.Schema$File,
  document: DocumentToSave,
  saving: Saving,
): Promise<StoredDocument> => {
  if (!isEdited(present, document)) return replace(present, document, saving);
  const drive = await saving.client.drive();
  const request = {
    fileId: present.id ?? '',
    requestBody: { appProperties: marksOfEdited },
    fields: 'id',
    supportsAllDrives: true,
  };
  await saving.client.send(
    {
      what: 'leave a document to its editor',
      kind: 'write',
      repeatable: true,
      subject: 'document',
    },
    (sending) => drive.files.update(request, sending),
  );
  const id = await reserve(reservation(document.key), saving);
  return create(id, { ...document, name: numbered(document.name) }, saving);
};

/** "Laporan (2).docx" */
const numbered = (name: string): string => name.replace(/(\.[a-z]+)?$/i, ' (2)$1');

const reserve = async (name: string, { client, memory }: Saving): Promise<string> => {
  const id = await reserveId(client);
  await memory.remember(name, id);
  return id;
};

const create = async (
  id: string,
  document: DocumentToSave,
  { folders, uploads }: Saving,
): Promise<StoredDocument> =>
  storedFrom(
    await folders.inFolder(document.folder, (parent) =>
      uploads.create({ ...document, id, parent }),
    ),
  );

/**
 * New bytes, name and place for a file that lies there; one that is already so is left alone.
 *
 * Drive takes no condition with a change, so whatever a person saves in the moment between the look and the upload is
 * found only among the file's earlier versions.
 */
const replace = async (
  before: drive_v3.Schema$File,
  document: DocumentToSave,
  { folders, uploads }: Saving,
): Promise<StoredDocument> =>
  storedFrom(
    await folders.inFolder(document.folder, async (parent) =>
      isAsWanted(before, document, parent)
        ? before
        : uploads.replace({ ...document, before, parent }),
    ),
  );

const isAsWanted = (
  file: drive_v3.Schema$File,
  { name, bytes }: DocumentToSave,
  parent: string,
): boolean =>
  file.name === name &&
  file.parents?.includes(parent) === true &&
  contentHashOf(file) === sha256(bytes) &&
  savedHashOf(file) === sha256(bytes);

/** A person saved other bytes than ours into it, and not just those that we are about to save. */
const isEdited = (file: drive_v3.Schema$File, { bytes }: DocumentToSave): boolean =>
  ![savedHashOf(file), sha256(bytes)].includes(contentHashOf(file));

const storedFrom = (file: drive_v3.Schema$File): StoredDocument => {
  const { id, name, webViewLink, lastModifyingUser } = file;
  const contentHash = contentHashOf(file);
  const editor = contentHash === savedHashOf(file) ? undefined : lastModifyingUser?.displayName;
  return {
    id: id ?? '',
    title: name ?? '',
    url: webViewLink ?? `https://drive.google.com/file/d/${id ?? ''}/view`,
    contentHash,
    ...(editor && { editedBy: editor }),
  };
};
