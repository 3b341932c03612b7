import { existsSync, linkSync, renameSync, type Stats, statSync, unlinkSync } from 'node:fs';
import { type FileHandle, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NotWritableReason } from './errors.ts';
import { sweepLeftovers, temporaryName } from './leftovers.ts';

/** How a file lay there when we looked; any save by anybody changes it. */
export interface FileState {
  /** No folder, pipe or device. */
  readonly isFile: boolean;
  readonly device: bigint;
  readonly inode: bigint;
  readonly size: bigint;
  readonly modifiedNs: bigint;
  readonly changedNs: bigint;
}

/** The state of a file now; `undefined` when it is gone. */
export const fileState = (path: string): FileState | undefined => {
  const now = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (now === undefined) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs } = now;
  return {
    isFile: now.isFile(),
    device: dev,
    inode: ino,
    size,
    modifiedNs: mtimeNs,
    changedNs: ctimeNs,
  };
};

export const isSameState = (a: FileState | undefined, b: FileState | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.device === b.device &&
  a.inode === b.inode &&
  a.size === b.size &&
  a.modifiedNs === b.modifiedNs &&
  a.changedNs === b.changedNs;

/** What a save may find at its place. */
export type SavePlace =
  /** The file that is replaced, and a last look whether that is still right. */
  | { readonly kind: 'replace'; readonly isStillRight: () => boolean }
  /** Nothing may lie there. */
  | { readonly kind: 'new' };

/**
 * Saves a file whole or not at all: a kill, a power cut or a full disk leaves the old file, never a part.
 *
 * The bytes go to a temporary file beside it, down to the disk, and are read back; only then does it take the
 * place of the old one, in one step. `taken` means that the place was not as `place` asks; nothing was saved.
 * A replaced file keeps its mode and, where we may, its owner.
 */
export const saveFile = async ({
  path,
  bytes,
  place,
  mayStill = async () => undefined,
}: {
  path: string;
  bytes: Uint8Array;
  place: SavePlace;
  /** Asked once the bytes are on the disk, right before they take their place; nothing is saved when it throws. */
  mayStill?: () => Promise<void>;
}): Promise<'saved' | 'taken'> => {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  try {
    const written = await writeTemporary(temporary, bytes, await stat(path).catch(() => undefined));
    sweepLeftovers(folder, written.mtimeMs);
    await mayStill();
    const saved = place.kind === 'new' ? putNew(temporary, path) : putOver(temporary, path, place);
    if (!saved) return 'taken';
    await syncFolder(folder);
    return 'saved';
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
};

const writeTemporary = async (
  temporary: string,
  bytes: Uint8Array,
  original: Stats | undefined,
): Promise<Stats> => {
  const handle = await open(temporary, 'wx');
  try {
    await handle.writeFile(bytes);
    if (original !== undefined) await takeAfter(handle, original);
    await handle.sync();
    const written = await handle.stat();
    const readBack = await readFile(temporary);
    if (written.size !== bytes.length || !readBack.equals(bytes))
      throw new ShortWriteError(temporary);
    return written;
  } finally {
    await handle.close();
  }
};

/** The disk took the bytes without complaint, but they are not there. */
class ShortWriteError extends Error {
  readonly code = 'ENOSPC';

  constructor(path: string) {
    super(`${path} does not hold what was written to it`);
    this.name = 'ShortWriteError';
  }
}

const takeAfter = async (handle: FileHandle, original: Stats): Promise<void> => {
  // Only root may give files away; without it the file is ours and the mode alone is kept.
  await handle.chown(original.uid, original.gid).catch(() => undefined);
  await handle.chmod(original.mode & 0o7777).catch(() => undefined);
};

/** Looks and renames without giving way to anything else in between: the gap is a few microseconds. */
const putOver = (
  temporary: string,
  path: string,
  { isStillRight }: { isStillRight: () => boolean },
): boolean => {
  if (!isStillRight()) return false;
  renameSync(temporary, path);
  return true;
};

/** A link fails when the name is taken, in one step; where there are no links we look first. */
const putNew = (temporary: string, path: string): boolean => {
  try {
    linkSync(temporary, path);
    unlinkSync(temporary);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (existsSync(path)) return false;
    renameSync(temporary, path);
    return true;
  }
};

/** Makes a rename last through a power cut. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** Why the system refused a write: a reason for people, `busy` when another program holds the file. */
export const refusalOf = (error: unknown): NotWritableReason | 'busy' | undefined => {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'busy';
    case 'EACCES':
    case 'EPERM':
      return isRename(error) && process.platform === 'win32' ? 'busy' : 'read-only';
    case 'EROFS':
      return 'read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'no-folder';
    default:
      return undefined;
  }
};

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

const isRename = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'rename';
