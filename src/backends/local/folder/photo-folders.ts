/**
 * What people put into *Dokumentasi* beside the documents.
 *
 * There is a folder for every event that ever was. Whether anything came to one or left it, its own time tells, so of those in
 * which nothing happened for long no more is asked than that; and some of them are looked through in turn all the same, for
 * what was changed in its place, and for a disk that keeps no such time.
 */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type FiledPhoto, type PhotoFolder, photoFolderName } from '../../../core/cases/photos.ts';
import { mostPhotoBytes } from '../../../core/photos/sort-photos.ts';
import { isSameList } from '../../../core/sheet/same-list.ts';
import type { Memory } from '../../memory.ts';
import { errorCode } from '../saving/save-file.ts';
import { markOfBytes, openPhotoHashes, type PhotoHashes } from './photo-hashes.ts';

export interface PhotoFolders {
  /**
   * The very folders of the look before where they hold the same.
   * @throws what the system says when *Dokumentasi* is there and cannot be read.
   */
  list(): Promise<readonly PhotoFolder[]>;
  /**
   * What lies in a file, as long as it is what its mark says. What was replaced by something of the same size and time is
   * read anew at the next look.
   */
  photoIn(
    bytes: Uint8Array | undefined,
    photo: Pick<FiledPhoto, 'id' | 'mark'>,
  ): Promise<Uint8Array | undefined>;
}

/** So many in which something happened last are looked through at every look. */
const mostRecent = 256;

/** Of the others one in so many. */
const turns = 16;

/** A folder before it is looked through. */
interface FolderNow {
  readonly path: string;
  readonly name: string;
  /** When something came or left; `NaN` where that cannot be told. */
  readonly changedAt: number;
}

interface LookedThrough extends FolderNow {
  readonly folder: PhotoFolder;
  /** The look at which it is looked through in any case. */
  readonly turnAt: number;
  /** Seen whole twice at the same time, so that nothing came in the moment of the first look. */
  readonly isSure: boolean;
}

/** What the looks before saw. */
export interface PhotoListing {
  known: ReadonlyMap<string, LookedThrough>;
  listed: readonly PhotoFolder[] | undefined;
  looks: number;
}

export const openPhotoListing = (): PhotoListing => ({
  known: new Map(),
  listed: undefined,
  looks: 0,
});

export const openPhotoFolders = (
  top: string,
  {
    memory,
    listing = openPhotoListing(),
  }: { readonly memory: Memory; readonly listing?: PhotoListing },
): PhotoFolders => {
  const hashes = openPhotoHashes(memory);

  const lookThrough = async (
    { path, name, changedAt }: FolderNow,
    { entries, at }: { readonly entries: readonly Dirent[]; readonly at: number },
  ): Promise<LookedThrough> => {
    const before = listing.known.get(path);
    const found: FiledPhoto[] = [];
    let isWhole = true;
    for (const entry of entries) {
      const { file, isRead } = await filed(join(path, entry.name), { entry, top, hashes });
      if (file !== undefined) found.push(file);
      isWhole &&= isRead;
    }
    const isSame = before !== undefined && isSameFiles(before.folder.files, found);
    return {
      path,
      name,
      changedAt,
      folder: isSame ? before.folder : { name, files: found },
      turnAt: listing.looks + (before?.isSure ? turns : 1 + (at % turns)),
      isSure: isWhole && isSame && before.changedAt === changedAt,
    };
  };

  const list = async (): Promise<readonly PhotoFolder[]> => {
    const { known, looks } = listing;
    const now = new Map<string, LookedThrough>();
    const last = [...known.values()].filter(({ name }) => name !== '');
    for (const { name } of foldersIn(entriesOf(top)).filter(isPhotoFolder)) {
      const root = join(top, name);
      const entries = entriesOf(root);
      const loose = entries.filter((entry) => !entry.isDirectory());
      if (loose.length > 0)
        now.set(
          root,
          await lookThrough(
            { path: root, name: '', changedAt: Number.NaN },
            { entries: loose, at: 0 },
          ),
        );
      const folders = foldersIn(entries).map((entry, at) => folderNow(root, entry, last[at]));
      const since = recentSince(folders);
      for (const [at, folder] of folders.entries()) {
        const { path, changedAt } = folder;
        const before = known.get(path);
        const isOld = before?.isSure && before.changedAt === changedAt && changedAt < since;
        const isLeft = isOld && before.turnAt > looks;
        now.set(
          path,
          isLeft ? before : await lookThrough(folder, { entries: entriesOf(path), at }),
        );
      }
    }
    listing.known = now;
    listing.looks += 1;
    const found = [...now.values()].map(({ folder }) => folder);
    const { listed } = listing;
    const isAsBefore = listed !== undefined && isSameList(listed, found);
    if (!isAsBefore || !hashes.isKept())
      await hashes.keep(found.flatMap(({ files }) => files.map(({ id }) => id)));
    listing.listed = isAsBefore ? listed : found;
    return listing.listed;
  };

  return {
    list,
    photoIn: async (bytes, { id, mark }) => {
      if (bytes === undefined || markOfBytes(bytes) === mark) return bytes;
      await hashes.forget(id);
      listing.known = new Map();
      return undefined;
    },
  };
};

const isPhotoFolder = ({ name }: Dirent): boolean =>
  name.toLowerCase() === photoFolderName.toLowerCase();

const foldersIn = (entries: readonly Dirent[]): readonly Dirent[] =>
  entries.filter((entry) => entry.isDirectory());

/** @param last Stood at this place in the last look: mostly the same, and its path need not be put together again. */
const folderNow = (root: string, { name }: Dirent, last: FolderNow | undefined): FolderNow => {
  const isThat =
    last?.name === name &&
    last.path.length === root.length + sep.length + name.length &&
    last.path.startsWith(root);
  const path = isThat ? last.path : root + sep + name;
  const { mtimeMs = Number.NaN } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return { path, name, changedAt: mtimeMs };
};

/** From when on folders are recent: later than the times of all but so many. */
const recentSince = (folders: readonly FolderNow[]): number => {
  const times = Float64Array.from(folders, ({ changedAt }) => changedAt).sort();
  return times.at(-mostRecent) ?? Number.NEGATIVE_INFINITY;
};

const isSameFiles = (before: readonly FiledPhoto[], now: readonly FiledPhoto[]): boolean =>
  before.length === now.length &&
  before.every((file, at) => {
    const other = now[at];
    return file.id === other?.id && file.size === other.size && file.mark === other.mark;
  });

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
    hashes,
  }: { readonly entry: Dirent; readonly top: string; readonly hashes: PhotoHashes },
): Promise<{ readonly file?: FiledPhoto; readonly isRead: boolean }> => {
  const id = relative(top, path).split(sep).join('/');
  const { name } = entry;
  if (!entry.isFile()) return { file: { id, name, size: 0, mark: '' }, isRead: true };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { isRead: false };
  const { size, mtimeMs } = stat;
  const unread = `unread ${size} ${mtimeMs}`;
  if (size > mostPhotoBytes) return { file: { id, name, size, mark: unread }, isRead: true };
  const mark = await hashes.markOf({ id, path, size, mtimeMs });
  return { file: { id, name, size, mark: mark ?? unread }, isRead: mark !== undefined };
};
