/**
 * Google Drive as the place where documents go.
 *
 * Every file carries notes: its document's key and edition, and what we gave it last. Its id is reserved and remembered
 * before the first byte goes up, so that a run that is cut off leaves no twin: the next one finds the id taken and goes
 * on from there; when even the ledger is lost, the notes find the file again. They name the desk too: a file of another
 * desk of the same account is never ours, whatever the ledger says. Bytes that a person changed are never
 * overwritten, a name or place that a person gave stays. No permission is ever given to anybody; who may see a document
 * follows from the folder.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { DocumentStore, DocumentToSave, StoredDocument } from '../../backend.ts';
import type { Memory } from '../../memory.ts';
import { GoogleError } from '../client/errors.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { DocumentEditedError, isDriveClosed, unlessGone } from './drive-errors.ts';
import { type DriveFinder, type FinderOptions, openFinder } from './drive-finder.ts';
import { type DriveFolders, keepFolders } from './drive-folders.ts';
import { inspectDrive, knownExposed } from './drive-inspection.ts';
import {
  contentHashOf,
  deskOfFile,
  docsType,
  editionOf,
  fingerprintOf,
  isBrought,
  isMovedByPerson,
  isSignedOff,
  madeFromOf,
  markOfDocument,
  marksOf,
  ownNameOf,
  savedHashOf,
  sha256,
} from './drive-marks.ts';
import { putBackOvertaken } from './drive-overtaken.ts';
import { openDrivePhotos } from './drive-photos.ts';
import { openReserve } from './drive-reserve.ts';
import { findSuccessor } from './drive-successor.ts';
import { keptFrom, putBackKept, putIntoTrash } from './drive-undo.ts';
import { openUploads, type Uploads } from './drive-upload.ts';

export interface DriveStoreOptions extends FinderOptions {
  /** The account was given the right to read what people put into Drive. */
  readonly photos?: boolean;
  readonly memory: Memory;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** What is asked of a file. Of people their name as Drive shows it, never an address. */
const documentFields =
  'id,name,mimeType,webViewLink,sha256Checksum,md5Checksum,headRevisionId,modifiedTime,trashed,parents,appProperties,lastModifyingUser(displayName)';

export const openDriveStore = (options: DriveStoreOptions): DocumentStore => {
  const { client, desk, memory } = options;
  const finder = openFinder(options);
  const reserveId = openReserve(client);
  const folders = keepFolders({ ...options, finder, reserveId });
  const uploads = openUploads(options, documentFields);
  const photos = openDrivePhotos({ ...options, folders, reserveId });
  const saving = { client, desk, memory, finder, reserveId, folders, uploads };

  return {
    async place() {
      const top = await folders.top();
      return `https://drive.google.com/drive/${top === undefined ? 'my-drive' : `folders/${top}`}`;
    },

    async look(id) {
      const file = await documentIn(options, id);
      return file && storedFrom(file);
    },

    async find(key) {
      const id = await finder.find(markOfDocument(key));
      const file = id === undefined ? undefined : await documentIn(options, id);
      const madeFrom = file && madeFromOf(file);
      return (
        file && {
          stored: storedFrom(file),
          edition: editionOf(file),
          fingerprint: fingerprintOf(file),
          signedOff: isSignedOff(file),
          marks: marksOf(file),
          ...(madeFrom && { madeFrom }),
        }
      );
    },

    async successor(document) {
      const gone = await fileIn(client, document.id);
      const { folder } = options;
      const lies = { client, gone, folders, folder, fields: documentFields };
      const found = await findSuccessor(document, lies);
      return found && storedFrom(found);
    },

    exposed: () => knownExposed(memory),

    inspect: (documents, { epochMilliseconds: now }) =>
      inspectDrive(documents, {
        ...options,
        now,
        seesPeople: options.photos === true,
        look: (id) => documentIn(options, id),
      }),

    async save(document) {
      const { replaces } = document;
      const before = replaces === undefined ? undefined : await documentIn(options, replaces);
      return storedFrom(
        before === undefined
          ? await saveNew(document, saving)
          : await replace(before, document, saving),
      );
    },

    async keep(id) {
      const file = await documentIn(options, id);
      return file && keptFrom(file);
    },

    async putBack(id, kept) {
      const file = await documentIn(options, id);
      const back = file && (await putBackKept(file, kept, { client, fields: documentFields }));
      return back && storedFrom(back);
    },

    async takeAway(id) {
      await putIntoTrash(id, client);
      return 'https://drive.google.com/drive/trash';
    },

    photoFolders: async ({ epochMilliseconds }) =>
      options.photos ? photos.folders(epochMilliseconds) : undefined,
    readPhoto: photos.read,
    makePhotoFolder: photos.make,

    isClosed: isDriveClosed,
  };
};

interface Saving {
  readonly client: GoogleClient;
  readonly desk: string;
  readonly memory: Memory;
  readonly finder: DriveFinder;
  readonly reserveId: () => Promise<string>;
  readonly folders: DriveFolders;
  readonly uploads: Uploads;
}

/** Whatever lies under an id, in the trash or not. */
const fileIn = async (
  client: GoogleClient,
  fileId: string,
): Promise<drive_v3.Schema$File | undefined> => {
  const drive = await client.drive();
  return unlessGone(() =>
    client.send(
      { what: 'look at a document', kind: 'read', repeatable: true, subject: 'document' },
      (sending) =>
        drive.files.get({ fileId, fields: documentFields, supportsAllDrives: true }, sending),
    ),
  );
};

/** A document as it is now; `undefined` when it is gone, in the trash, another desk's, or no file of bytes. */
const documentIn = async (
  { client, desk }: Pick<Saving, 'client' | 'desk'>,
  fileId: string,
): Promise<drive_v3.Schema$File | undefined> => {
  const file = await fileIn(client, fileId);
  return file && isUsable(file, desk) ? file : undefined;
};

const isUsable = (file: drive_v3.Schema$File, desk: string): boolean =>
  file.trashed !== true &&
  (file.mimeType === docsType ||
    file.mimeType?.startsWith('application/vnd.google-apps.') !== true) &&
  deskOfFile(file, desk) !== 'another desk';

const reservation = ({ key, edition }: DocumentToSave): string =>
  `google.file-of.${key}#${edition}`;

/** So many ids may turn out to be of no use, one after the other. */
const mostIds = 3;

/** Under the id that was reserved for this document, now or by a run that did not get to the end. */
const saveNew = async (document: DocumentToSave, saving: Saving): Promise<drive_v3.Schema$File> => {
  const { client, desk, memory, finder } = saving;
  const name = reservation(document);
  const remembered = await memory.recall(name);
  const known = remembered ?? (await finder.find(markOfDocument(document.key), document.edition));
  const present = known === undefined ? undefined : await fileIn(client, known);
  if (present !== undefined && isUsable(present, desk) && !isBrought(present)) {
    // It may have come into being after the finder looked, by a call of which we never heard.
    finder.note(present);
    if (known !== undefined && known !== remembered) await memory.remember(name, known);
    return replace(present, document, saving);
  }
  let id = present === undefined ? remembered : undefined;
  for (let tried = 0; tried < mostIds; tried += 1) {
    id ??= await reserve(name, saving);
    const made = await createUnder({ id, isFresh: id !== remembered }, document, saving);
    if (made !== undefined) return made;
    id = undefined;
  }
  throw new GoogleError({
    code: 'google-refused',
    what: `Drive took none of the ids that it had reserved for "${document.name}".`,
    todo: 'Nothing is lost; the next pass tries again. If this stays, run "npx layanan-vicon doctor".',
    status: undefined,
  });
};

const reserve = async (name: string, { reserveId, memory }: Saving): Promise<string> => {
  const id = await reserveId();
  await memory.remember(name, id);
  return id;
};

/** `undefined` when the id serves no more: what was made under it was thrown away, or another account reserved it. */
const createUnder = async (
  { id, isFresh }: { readonly id: string; readonly isFresh: boolean },
  document: DocumentToSave,
  saving: Saving,
): Promise<drive_v3.Schema$File | undefined> => {
  const { finder, folders, uploads } = saving;
  try {
    const made = await folders.inFolder(document.folder, (parent) =>
      uploads.create(document, { id, parent }),
    );
    finder.note(made);
    return made;
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    if (error.status === 400 && !isFresh) return undefined;
    if (error.status !== 409) throw error;
    const twin = await documentIn(saving, id);
    return twin && replace(twin, document, saving);
  }
};

/**
 * New bytes, name and place for a file that lies there; one that is already so is left alone.
 *
 * Drive takes no condition with a change, so what a person saves in the moment between the look and the upload is found
 * among the file's earlier versions, and put back.
 *
 * @throws DocumentEditedError when a person saved other bytes into it.
 */
const replace = async (
  before: drive_v3.Schema$File,
  document: DocumentToSave,
  { client, folders, uploads }: Saving,
): Promise<drive_v3.Schema$File> => {
  const name = before.name ?? document.name;
  if (isBrought(before) || isEdited(before, document)) throw new DocumentEditedError(name);
  const renew = async (parent?: string): Promise<drive_v3.Schema$File> => {
    const after = await uploads.replace(document, {
      before,
      ...(parent !== undefined && { parent }),
    });
    if (await putBackOvertaken({ before, after, bytes: document.bytes }, client)) {
      throw new DocumentEditedError(name);
    }
    return after;
  };
  if (isMovedByPerson(before)) return isAsWanted(before, document) ? before : renew();
  return folders.inFolder(document.folder, async (parent) =>
    isAsWanted(before, document) && before.parents?.includes(parent) ? before : renew(parent),
  );
};

/** Other bytes than those that we saved, and not just those that we are about to save. */
const isEdited = (file: drive_v3.Schema$File, { bytes }: DocumentToSave): boolean =>
  ![savedHashOf(file), sha256(bytes)].includes(contentHashOf(file));

/** All but its place. */
const isAsWanted = (
  file: drive_v3.Schema$File,
  { name, bytes, fingerprint, signedOff }: DocumentToSave,
): boolean =>
  (file.name === name || ownNameOf(file) !== undefined) &&
  contentHashOf(file) === sha256(bytes) &&
  savedHashOf(file) === sha256(bytes) &&
  fingerprintOf(file) === fingerprint &&
  isSignedOff(file) === signedOff;

/** No file has this hash: what a person brought counts as edited. */
const broughtHash = 'berkas orang';

const storedFrom = (file: drive_v3.Schema$File): StoredDocument => {
  const { id, name, webViewLink, lastModifyingUser } = file;
  const contentHash = contentHashOf(file);
  const savedHash = isBrought(file) ? broughtHash : savedHashOf(file);
  const fingerprint = isBrought(file) ? '' : fingerprintOf(file);
  const editor = contentHash === savedHash ? undefined : lastModifyingUser?.displayName;
  return {
    id: id ?? '',
    title: name ?? '',
    url: webViewLink ?? `https://drive.google.com/file/d/${id ?? ''}/view`,
    contentHash,
    ...(savedHash !== undefined && { savedHash }),
    ...(fingerprint !== '' && { fingerprint }),
    ...(isSignedOff(file) && !isBrought(file) && { signedOff: true }),
    ...(editor && { editedBy: editor }),
  };
};
