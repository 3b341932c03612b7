/**
 * The folders of the documents: each made once, remembered by its path, and known again by its notes.
 *
 * People may rename and move them as they like; only one that was thrown away is made anew. No two desks share one but
 * the one that the settings of both name.
 */

import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { minuteMs } from '../../../core/sheet/time-units.ts';
import type { Memory } from '../../memory.ts';
import { GoogleError } from '../client/errors.ts';
import { claimFile } from './drive-claim.ts';
import { FolderInTrashError, isNotFound, unlessGone } from './drive-errors.ts';
import type { DriveFinder } from './drive-finder.ts';
import type { DrivePlace } from './drive-listing.ts';
import { deskOfFile, folderMarks, markOfFolder } from './drive-marks.ts';

export interface DriveFolders {
  /** The folder that holds all others; `undefined` until the first document needed one. */
  top(): Promise<string | undefined>;
  /** The folder of this path as far as it is remembered; asks nothing of Drive. */
  known(path: readonly string[]): Promise<string | undefined>;
  /** The folder of this path, made where it is missing. */
  open(path: readonly string[]): Promise<string>;
  /**
   * Puts a file into the folder of this path, which is made where it is missing. When it turns out that somebody
   * removed it meanwhile, it is made anew and the work done again; so the work must be repeatable.
   *
   * @param work Its answer must tell whether the file is `trashed`.
   * @throws FolderInTrashError when even so the file ends up in the trash.
   */
  inFolder(
    path: readonly string[],
    work: (folderId: string) => Promise<drive_v3.Schema$File>,
  ): Promise<drive_v3.Schema$File>;
}

const folderType = 'application/vnd.google-apps.folder';

/** The name of our own folder in My Drive. */
const rootName = 'Dokumen Layanan Video Conference';

/** So long a folder that was seen to be there is taken to be there still. */
const trustedForMs = 10 * minuteMs;

export const keepFolders = ({
  client,
  memory,
  folder,
  desk,
  finder,
  reserveId,
  clock,
}: DrivePlace & {
  readonly memory: Memory;
  readonly finder: DriveFinder;
  readonly reserveId: () => Promise<string>;
  readonly clock: () => number;
}): DriveFolders => {
  const seenAt = new Map<string, number>();

  const keyOf = (path: readonly string[]): string => `${folder ?? 'root'}/${path.join('/')}`;

  /** It is there, it is a folder of this desk, and neither it nor one above it lies in the trash. */
  const isThere = async (id: string): Promise<boolean> => {
    if (clock() - (seenAt.get(id) ?? Number.NEGATIVE_INFINITY) < trustedForMs) return true;
    const drive = await client.drive();
    const request = {
      fileId: id,
      fields: 'id,trashed,mimeType,appProperties',
      supportsAllDrives: true,
    };
    const file = await unlessGone(() =>
      client.send(
        { what: 'look at a folder', kind: 'read', repeatable: true, subject: 'document' },
        (sending) => drive.files.get(request, sending),
      ),
    );
    if (file === undefined || file.trashed === true || file.mimeType !== folderType) return false;
    const owner = deskOfFile(file, desk);
    if (owner === 'another desk') return false;
    if (owner === 'nobody') await claimFile(id, { client, desk });
    seenAt.set(id, clock());
    return true;
  };

  const make = async (path: readonly string[]): Promise<string> => {
    const name = path.at(-1);
    const parent = name === undefined ? undefined : await open(path.slice(0, -1));
    const id = await reserveId();
    // Remembered first: a run that is stopped here finds the folder, or finds that it is not there.
    await memory.remember(memoryName(keyOf(path)), id);
    const requestBody = {
      id,
      name: name ?? rootName,
      mimeType: folderType,
      appProperties: folderMarks(keyOf(path), desk),
      ...(parent !== undefined && { parents: [parent] }),
    };
    const drive = await client.drive();
    const request = { requestBody, fields: 'id,trashed', supportsAllDrives: true };
    try {
      const made = await client.send(
        { what: 'make a folder', kind: 'write', repeatable: true, subject: 'document' },
        (sending) => drive.files.create(request, sending),
      );
      if (made.trashed === true) throw new FolderInTrashError();
    } catch (error) {
      // Sent twice, and the first one had taken effect.
      if (!(error instanceof GoogleError && error.status === 409)) throw error;
    }
    seenAt.set(id, clock());
    return id;
  };

  const open = async (path: readonly string[]): Promise<string> => {
    if (path.length === 0 && folder !== undefined) return folder;
    const name = memoryName(keyOf(path));
    const known = await memory.recall(name);
    if (known !== undefined && (await isThere(known))) return known;
    const found = await finder.find(markOfFolder(keyOf(path)));
    if (found === undefined || found === known || !(await isThere(found))) return make(path);
    await memory.remember(name, found);
    return found;
  };

  const putInto = async (
    path: readonly string[],
    work: (folderId: string) => Promise<drive_v3.Schema$File>,
  ): Promise<drive_v3.Schema$File> => {
    const file = await work(await open(path));
    if (file.trashed === true) throw new FolderInTrashError();
    return file;
  };

  return {
    top: async () => folder ?? (await memory.recall(memoryName(keyOf([])))),

    known: async (path) =>
      path.length === 0 && folder !== undefined ? folder : memory.recall(memoryName(keyOf(path))),

    open,

    async inFolder(path, work) {
      try {
        return await putInto(path, work);
      } catch (error) {
        if (!(isNotFound(error) || error instanceof FolderInTrashError)) throw error;
        seenAt.clear();
        return putInto(path, work);
      }
    },
  };
};

const memoryName = (key: string): string => `google.folder.${key}`;
