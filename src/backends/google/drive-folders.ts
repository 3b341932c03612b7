/** The folders of the documents: each made once and remembered by its path. */

import { GoogleError } from './errors.ts';
import type { GoogleClient } from './google-client.ts';
import type { Memory } from './memory.ts';

export interface DriveFolders {
  /**
   * Does something in the folder of this path, which is made where it is missing. When somebody removed it since,
   * it is made anew and the work done again; so the work must be repeatable.
   */
  inFolder<T>(path: readonly string[], work: (folderId: string) => Promise<T>): Promise<T>;
}

const folderType = 'application/vnd.google-apps.folder';

/** The name of our own folder in My Drive. */
const rootName = 'Dokumen Layanan Video Konferensi';

export const keepFolders = ({
  client,
  memory,
  folder,
}: {
  readonly client: GoogleClient;
  readonly memory: Memory;
  readonly folder?: string;
}): DriveFolders => {
  const memoryName = (path: readonly string[]): string =>
    `google.folder.${folder ?? 'root'}/${path.join('/')}`;

  const make = async (name: string, parent: string | undefined): Promise<string> => {
    const drive = await client.drive();
    const reserved = await client.send(
      { what: 'reserve an id for a folder', kind: 'read', repeatable: true, subject: 'document' },
      (sending) => drive.files.generateIds({ count: 1, space: 'drive', type: 'files' }, sending),
    );
    const id = reserved.ids?.[0] ?? '';
    const requestBody = {
      id,
      name,
      mimeType: folderType,
      appProperties: { layananVicon: 'map' },
      ...(parent !== undefined && { parents: [parent] }),
    };
    try {
      await client.send(
        { what: 'make a folder', kind: 'write', repeatable: true, subject: 'document' },
        (sending) =>
          drive.files.create({ requestBody, fields: 'id', supportsAllDrives: true }, sending),
      );
    } catch (error) {
      // Sent twice, and the first one had taken effect.
      if (!(error instanceof GoogleError && error.status === 409)) throw error;
    }
    return id;
  };

  const open = async (path: readonly string[]): Promise<string> => {
    if (path.length === 0 && folder !== undefined) return folder;
    const known = await memory.recall(memoryName(path));
    if (known !== undefined && known !== '') return known;
    const last = path.at(-1);
    const id =
      last === undefined
        ? await make(rootName, undefined)
        : await make(last, await open(path.slice(0, -1)));
    await memory.remember(memoryName(path), id);
    return id;
  };

  const isThere = async (id: string): Promise<boolean> => {
    const drive = await client.drive();
    try {
      const file = await client.send(
        { what: 'look at a folder', kind: 'read', repeatable: true, subject: 'document' },
        (sending) =>
          drive.files.get({ fileId: id, fields: 'trashed', supportsAllDrives: true }, sending),
      );
      return file.trashed !== true;
    } catch (error) {
      if (error instanceof GoogleError && error.status === 404) return false;
      throw error;
    }
  };

  /** Forgets those of the path that are gone, and all below them. */
  const forgetGone = async (path: readonly string[]): Promise<void> => {
    for (let depth = 0; depth <= path.length; depth += 1) {
      const part = path.slice(0, depth);
      const id = await memory.recall(memoryName(part));
      if (id === undefined || id === '' || (await isThere(id))) continue;
      for (let below = depth; below <= path.length; below += 1) {
        await memory.remember(memoryName(path.slice(0, below)), '');
      }
      return;
    }
  };

  return {
    async inFolder(path, work) {
      try {
        return await work(await open(path));
      } catch (error) {
        if (!(error instanceof GoogleError && error.status === 404)) throw error;
        await forgetGone(path);
        return work(await open(path));
      }
    },
  };
};
