/**
 * The marks of files in *Dokumentasi*: the hash of their bytes, so that a folder that was copied elsewhere is the same to us. It
 * is taken when size or time differ from the last look, and remembered.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { jsonNote, savedWork } from '../../kept-note.ts';
import type { Memory } from '../../memory.ts';
import { errorCode } from '../saving/save-file.ts';

export interface PhotoHashes {
  /** `undefined` while another program holds the file, as one that is still copying. */
  markOf(file: PhotoFile): Promise<string | undefined>;
  /** The next look takes it anew. */
  forget(id: string): Promise<void>;
  /** Whether none was taken since the last time. */
  isKept(): boolean;
  /** Remembers what was taken, of these files and no others. */
  keep(ids: readonly string[]): Promise<void>;
}

export interface PhotoFile {
  readonly id: string;
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

const memoryName = 'folder.photo-hashes';

/** By the file's id: size, time and hash at the last look. */
const hashList = z.record(z.string(), z.tuple([z.number(), z.number(), z.string()]));
type Hashes = z.output<typeof hashList>;
const hashNote = jsonNote(hashList);

export const openPhotoHashes = (memory: Memory): PhotoHashes => {
  let known: Hashes | undefined;
  const recalled = async (): Promise<Hashes> => {
    if (known !== undefined) return known;
    known = savedWork(hashNote, await memory.recall(memoryName)) ?? {};
    return known;
  };
  let isKept = true;
  return {
    markOf: async ({ id, path, size, mtimeMs }) => {
      const hashes = await recalled();
      const before = hashes[id];
      if (before?.[0] === size && before[1] === mtimeMs) return before[2];
      const mark = await hashOf(path);
      if (mark !== undefined) hashes[id] = [size, mtimeMs, mark];
      isKept = false;
      return mark;
    },
    forget: async (id) => {
      const { [id]: _, ...others } = await recalled();
      known = others;
      await memory.remember(memoryName, JSON.stringify(others));
    },
    isKept: () => isKept,
    keep: async (ids) => {
      const hashes = await recalled();
      const present = ids.flatMap((id) => (hashes[id] ? [[id, hashes[id]] as const] : []));
      if (isKept && present.length === Object.keys(hashes).length) return;
      known = Object.fromEntries(present);
      await memory.remember(memoryName, JSON.stringify(known));
      isKept = true;
    },
  };
};

export const markOfBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const hashOf = async (path: string): Promise<string | undefined> => {
  try {
    return markOfBytes(await readFile(path));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
};
