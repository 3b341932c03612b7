/**
 * What people put into *Dokumentasi* beside the documents.
 *
 * A file's mark is the hash of its bytes, so that a folder that was copied elsewhere is the same to us; the hash is
 * taken when size or time differ from the last look, and remembered.
 */
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { type FiledPhoto, type PhotoFolder, photoFolderName } from '../../../core/cases/photos.ts';
import { mostPhotoBytes } from '../../../core/photos/sort-photos.ts';
import type { Memory } from '../../memory.ts';
import { errorCode } from '../saving/save-file.ts';

/** By the file's id: size, time and hash at the last look. */
const hashList = z.record(z.string(), z.tuple([z.number(), z.number(), z.string()]));
type Hashes = z.output<typeof hashList>;

const memoryName = 'folder.photo-hashes';

/** @throws what the system says when *Dokumentasi* is there and cannot be read. */
export const listPhotoFolders = async (
  top: string,
  memory: Memory,
): Promise<readonly PhotoFolder[]> => {
  const before = await recalled(memory);
  const seen: Hashes = {};
  const filesIn = async (folder: string, entries: readonly Dirent[]): Promise<FiledPhoto[]> => {
    const files: FiledPhoto[] = [];
    for (const entry of entries) {
      const file = await filed(join(folder, entry.name), { entry, top, before, seen });
      if (file !== undefined) files.push(file);
    }
    return files;
  };
  const folders: PhotoFolder[] = [];
  for (const { name } of foldersIn(entriesOf(top)).filter(isPhotoFolder)) {
    const root = join(top, name);
    const entries = entriesOf(root);
    const loose = entries.filter((entry) => !entry.isDirectory());
    if (loose.length > 0) folders.push({ name: '', files: await filesIn(root, loose) });
    for (const folder of foldersIn(entries)) {
      const path = join(root, folder.name);
      folders.push({ name: folder.name, files: await filesIn(path, entriesOf(path)) });
    }
  }
  if (JSON.stringify(seen) !== JSON.stringify(before)) {
    await memory.remember(memoryName, JSON.stringify(seen));
  }
  return folders;
};

const recalled = async (memory: Memory): Promise<Hashes> => {
  const text = await memory.recall(memoryName);
  return text === undefined ? {} : hashList.parse(JSON.parse(text));
};

const isPhotoFolder = ({ name }: Dirent): boolean =>
  name.toLowerCase() === photoFolderName.toLowerCase();

const foldersIn = (entries: readonly Dirent[]): readonly Dirent[] =>
  entries.filter((entry) => entry.isDirectory());

/** In the order of their names; none where there is no folder. */
const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return [];
    throw error;
  }
};

/** Links and pipes are taken for folders: nothing is read there. */
const filed = async (
  path: string,
  {
    entry,
    top,
    before,
    seen,
  }: {
    readonly entry: Dirent;
    readonly top: string;
    readonly before: Hashes;
    readonly seen: Hashes;
  },
): Promise<FiledPhoto | undefined> => {
  const id = relative(top, path).split(sep).join('/');
  const { name } = entry;
  if (!entry.isFile()) return { id, name, size: 0, mark: '' };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const { size, mtimeMs } = stat;
  const unread = `unread ${size} ${mtimeMs}`;
  if (size > mostPhotoBytes) return { id, name, size, mark: unread };
  const known = before[id];
  const mark =
    known?.[0] === size && known[1] === mtimeMs ? known[2] : ((await hashOf(path)) ?? unread);
  if (mark !== unread) seen[id] = [size, mtimeMs, mark];
  return { id, name, size, mark };
};

/**
 * What lies in a file, as long as it is what its mark says. What was replaced by something of the same size and time is
 * read anew at the next look.
 */
export const photoIn = async (
  bytes: Uint8Array | undefined,
  { id, mark }: Pick<FiledPhoto, 'id' | 'mark'>,
  memory: Memory,
): Promise<Uint8Array | undefined> => {
  if (bytes === undefined || markOf(bytes) === mark) return bytes;
  const { [id]: _, ...others } = await recalled(memory);
  await memory.remember(memoryName, JSON.stringify(others));
  return undefined;
};

const markOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `undefined` while another program holds it, as one that is still copying. */
const hashOf = async (path: string): Promise<string | undefined> => {
  try {
    return markOf(await readFile(path));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
};
