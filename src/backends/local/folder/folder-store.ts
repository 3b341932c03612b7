import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, realpathSync, renameSync } from 'node:fs';
import { readFile, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { photoFolderName } from '../../../core/cases/photos.ts';
import { fileTrouble } from '../../../files/file-trouble.ts';
import { makeFolder } from '../../../files/make-folder.ts';
import type { DocumentStore, DocumentToSave, StoredDocument } from '../../backend.ts';
import type { Memory } from '../../memory.ts';
import { DocumentBusyError, OutsideStoreError, StoreNotWritableError } from '../saving/errors.ts';
import { holderOf } from '../saving/lock-files.ts';
import {
  errorCode,
  fileState,
  isSameState,
  refusalOf,
  saveFile,
  syncFolder,
} from '../saving/save-file.ts';
import { isSiblingName, numberedFileName, safeFileName } from './file-name.ts';
import { filesThere, isFile } from './files-there.ts';
import { openPhotoFolders, type PhotoListing } from './photo-folders.ts';
import { type Seal, sealed, sealOf } from './seal.ts';

/** So many files of one name in one folder are no accident; something saves without knowing what it saved. */
const mostSiblings = 999;

/**
 * Opens a folder as the place where documents go; it is made when the first one is saved.
 *
 * A document's id is its path from the root, with slashes. Files that are not ours are never overwritten: a new
 * document takes the next free name. The one exception loses nothing: a file of the wanted name and of the very same
 * bytes is taken as the document itself, so that a run killed right after saving leaves no twin.
 *
 * @param workbookFolder Links are relative to it, so that folder and workbook can move together.
 */
export const openFolderStore = ({
  root,
  workbookFolder,
  trash,
  memory,
  listing,
}: {
  readonly root: string;
  readonly workbookFolder: string;
  /** A folder for what is taken away. */
  readonly trash: string;
  readonly memory: Memory;
  /** Of whoever opens the same folder again and again. */
  readonly listing?: PhotoListing;
}): DocumentStore => {
  const top = resolve(root);
  const photos = openPhotoFolders(top, { memory, ...(listing && { listing }) });
  let listed: DocumentFiles | undefined;
  /** The files that bear the subject of the key in their names, as all of ours do; listed anew where people moved one meanwhile. */
  const filesAbout = (key: string): readonly string[] => {
    const word = wordOf(key);
    const known = listed && bearing(word, listed);
    if (known?.every((path) => existsSync(path))) return known;
    listed = filesBelow(top);
    return bearing(word, listed);
  };
  const stored = (path: string, bytes: Uint8Array): StoredDocument => {
    const id = relative(top, path).split(sep).join('/');
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    const seal = sealOf(bytes);
    return {
      id,
      title: id,
      url: linkFrom(resolve(workbookFolder), path),
      contentHash,
      ...(seal?.isWhole && { savedHash: contentHash }),
      ...(seal?.signedOff && { signedOff: true }),
    };
  };
  return {
    place: async () => root,

    async inspect(documents) {
      // Each pass looks anew at what people did in the folder.
      listed = undefined;
      const isThere = filesThere((id) => pathOf(top, id), top);
      return {
        amiss: new Set(documents.flatMap(({ id }) => (isThere(id) ? [] : [id]))),
        exposed: [],
      };
    },

    exposed: async () => [],

    async find(key, title) {
      const latest = await latestEdition(top, { key, files: filesAbout(key) });
      if (latest !== undefined) {
        const { path, bytes, seal } = latest;
        const { edition, fingerprint, signedOff, madeFrom, marks } = seal;
        const found = { savedHash: edited, ...stored(path, bytes) };
        return {
          stored: found,
          edition,
          fingerprint,
          signedOff,
          marks,
          ...(madeFrom && { madeFrom }),
        };
      }
      const path = title === undefined ? undefined : pathOf(top, title);
      const bytes = path === undefined ? undefined : await contentOf(top, path);
      if (path === undefined || bytes === undefined || sealOf(bytes) !== undefined)
        return undefined;
      return {
        stored: { ...stored(path, bytes), savedHash: edited },
        edition: Number(/ \(pembaruan (\d+)\)/.exec(path)?.[1] ?? 1),
        fingerprint: edited,
        signedOff: false,
      };
    },

    // A file's name is its id here: what a program saves anew is found under it.
    successor: async () => undefined,

    async photoFolders() {
      try {
        return await photos.list();
      } catch (error) {
        throw fileTrouble(error) ?? error;
      }
    },

    async readPhoto(photo) {
      const path = pathOf(top, photo.id);
      try {
        const bytes = path === undefined ? undefined : await contentOf(top, path);
        return await photos.photoIn(bytes, photo);
      } catch (error) {
        throw fileTrouble(error) ?? error;
      }
    },

    async makePhotoFolder(name) {
      try {
        openFolder(top, [photoFolderName, name]);
      } catch (error) {
        throw fileTrouble(error) ?? error;
      }
    },

    // Trying the next file costs nothing, and one in use says nothing of the others.
    isClosed: () => false,

    async look(id) {
      const path = pathOf(top, id);
      if (path === undefined) return undefined;
      const bytes = await contentOf(top, path);
      return bytes && stored(path, bytes);
    },

    async save(document) {
      try {
        const bytes = sealed(document);
        const path = await place(top, { ...document, bytes });
        listed?.set(path, nameIn(path));
        return stored(path, bytes);
      } catch (error) {
        throw inWords(error, join(root, ...document.folder, document.name));
      }
    },

    async keep(id) {
      const path = pathOf(top, id);
      const bytes = path === undefined ? undefined : await contentOf(top, path);
      return bytes && { note: id, bytes };
    },

    async putBack(id, { note, bytes }) {
      const [path, former] = [pathOf(top, id), pathOf(top, note)];
      const now = path === undefined ? undefined : await contentOf(top, path);
      if (path === undefined || former === undefined || now === undefined) return undefined;
      if (bytes === undefined || isEditedSince(bytes, now)) return undefined;
      try {
        listed = undefined;
        return (await putBack(top, { path, former, bytes })) ? stored(former, bytes) : undefined;
      } catch (error) {
        throw inWords(error, path);
      }
    },

    async takeAway(id) {
      const path = pathOf(top, id);
      try {
        return path === undefined ? id : await takeAway(path, trash);
      } catch (error) {
        throw inWords(error, path ?? id);
      }
    },
  };
};

const inWords = (error: unknown, path: string): unknown => {
  const refusal = refusalOf(error);
  if (refusal === undefined) return fileTrouble(error) ?? error;
  return refusal === 'busy'
    ? new DocumentBusyError({ path, cause: error })
    : new StoreNotWritableError(path, refusal, error);
};

/** No hash and no fingerprint of ours: it is not known what was saved there. */
const edited = '';

interface SealedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly seal: Seal;
}

/** By their paths: the names of what may be documents of ours, in small letters. */
type DocumentFiles = Map<string, string>;

const bearing = (word: string, files: DocumentFiles): readonly string[] =>
  [...files].flatMap(([path, name]) => (name.includes(word) ? [path] : [])).sort();

/** The file whose seal says the highest edition of the key. */
const latestEdition = async (
  top: string,
  { key, files }: { readonly key: string; readonly files: readonly string[] },
): Promise<SealedFile | undefined> => {
  let latest: SealedFile | undefined;
  for (const path of files) {
    const bytes = await contentOf(top, path);
    const seal = bytes && sealOf(bytes);
    if (bytes === undefined || seal?.key !== key) continue;
    if (latest === undefined || isBetter(seal, latest.seal)) latest = { path, bytes, seal };
  }
  return latest;
};

/** What a file's name bears of its key, so that not the files of years are read: of a person's paper the first word of the name. */
const wordOf = (key: string): string => {
  const [, subject = '', person] = key.split('/');
  return (person?.split('-')[0] ?? subject).toLowerCase();
};

/** Of two with one edition the one that nobody edited: the other is a copy that somebody works on, or the reverse. */
const isBetter = (one: Seal, other: Seal): boolean =>
  one.edition === other.edition ? one.isWhole && !other.isWhole : one.edition > other.edition;

/** Folders that cannot be read have none. */
const filesBelow = (folder: string): DocumentFiles => {
  const files: DocumentFiles = new Map();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.(?:docx|ics)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(path, nameIn(path));
    }
    return files;
  } catch {
    return new Map();
  }
};

const nameIn = (path: string): string => basename(path).toLowerCase();

/** The path behind an id; `undefined` for one that we never gave out. */
const pathOf = (top: string, id: string): string | undefined => {
  const steps = id.split('/');
  const isOurs = steps.every(
    (step) => step !== '' && step !== '.' && step !== '..' && !/[\\\0]/.test(step),
  );
  return isOurs && !isAbsolute(id) ? join(top, ...steps) : undefined;
};

/** A file's bytes; `undefined` when there is none. Links that lead out of the store are refused. */
const contentOf = async (top: string, path: string): Promise<Buffer | undefined> => {
  try {
    refuseOutside(top, path);
    // A pipe in its place would keep us waiting for good.
    return isFile(path) ? await readFile(path) : undefined;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(code)) return undefined;
    throw error;
  }
};

/** Puts the document where it belongs and answers its path. */
const place = async (top: string, document: DocumentToSave): Promise<string> => {
  const folder = openFolder(top, document.folder);
  const wanted = safeFileName(document.name);
  const old = document.replaces === undefined ? undefined : pathOf(top, document.replaces);
  const before = old === undefined ? undefined : await contentOf(top, old);
  if (old === undefined || before === undefined) return saveNew(top, { folder, wanted, document });
  refuseIfHeld(old);
  if (dirname(old) === folder && isSiblingName(basename(old), wanted)) {
    if (!before.equals(document.bytes)) await overwrite(old, document.bytes);
    return old;
  }
  if (differOnlyInCase(old, join(folder, wanted))) {
    renameSync(old, join(folder, wanted));
    await overwrite(join(folder, wanted), document.bytes);
    return join(folder, wanted);
  }
  // The new file first: killed in between, the next run finds it by its bytes and removes the old one.
  const moved = await saveNew(top, { folder, wanted, document });
  await unlink(old);
  await syncFolder(dirname(old));
  return moved;
};

/** A file without a seal is a person's where ours have one: not every program keeps it. */
const isEditedSince = (kept: Uint8Array, now: Buffer): boolean => {
  const seal = sealOf(now);
  return seal === undefined ? sealOf(kept) !== undefined : !seal.isWhole;
};

/** `false` where something else lies in its former place by now. */
const putBack = async (
  top: string,
  {
    path,
    former,
    bytes,
  }: { readonly path: string; readonly former: string; readonly bytes: Uint8Array },
): Promise<boolean> => {
  refuseIfHeld(path);
  if (path === former) {
    await overwrite(path, bytes);
    return true;
  }
  openFolder(top, relative(top, dirname(former)).split(sep));
  const isBack = (await contentOf(top, former))?.equals(bytes) === true;
  if (!isBack && (await saveFile({ path: former, bytes, place: { kind: 'new' } })) !== 'saved')
    return false;
  await unlink(path);
  await syncFolder(dirname(path));
  return true;
};

/** Its bytes lie there before it goes from its place. */
const takeAway = async (path: string, trash: string): Promise<string> => {
  refuseIfHeld(path);
  makeFolder(trash);
  const bytes = await readFile(path);
  for (let number = 1; number <= mostSiblings; number += 1) {
    const name = basename(path);
    const target = join(trash, number === 1 ? name : numberedFileName(name, number));
    if (isTaken(target)) continue;
    if ((await saveFile({ path: target, bytes, place: { kind: 'new' } })) !== 'saved') continue;
    await unlink(path);
    await syncFolder(dirname(path));
    return target;
  }
  throw new StoreNotWritableError(join(trash, basename(path)), 'read-only');
};

const overwrite = async (path: string, bytes: Uint8Array): Promise<void> => {
  const state = fileState(path);
  const isStillRight = (): boolean => {
    refuseIfHeld(path);
    return isSameState(state, fileState(path));
  };
  const outcome = await saveFile({ path, bytes, place: { kind: 'replace', isStillRight } });
  if (outcome === 'taken') throw new DocumentBusyError({ path });
};

const saveNew = async (
  top: string,
  { folder, wanted, document }: { folder: string; wanted: string; document: DocumentToSave },
): Promise<string> => {
  for (let number = 1; number <= mostSiblings; number += 1) {
    const path = join(folder, number === 1 ? wanted : numberedFileName(wanted, number));
    if (isTaken(path)) {
      if ((await contentOf(top, path))?.equals(document.bytes)) return path;
      continue;
    }
    const outcome = await saveFile({ path, bytes: document.bytes, place: { kind: 'new' } });
    if (outcome === 'saved') return path;
  }
  throw new StoreNotWritableError(join(folder, wanted), 'read-only');
};

const isTaken = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** On file systems that do not tell case apart, both names are one file. */
const differOnlyInCase = (a: string, b: string): boolean =>
  a !== b && a.toLowerCase() === b.toLowerCase() && isSameState(fileState(a), fileState(b));

const refuseIfHeld = (path: string): void => {
  const holder = holderOf(path);
  if (holder !== undefined) throw new DocumentBusyError({ path, holder });
};

/** Makes the folder step by step, so that no step leads out of the store through a link. */
const openFolder = (top: string, names: readonly string[]): string => {
  makeFolder(top);
  let folder = top;
  for (const name of names) {
    folder = join(folder, safeFileName(name));
    if (!isTaken(folder)) makeFolder(folder);
    refuseOutside(top, folder);
  }
  return folder;
};

const refuseOutside = (top: string, path: string): void => {
  const way = relative(realpathSync(top), realpathSync(path));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    throw new OutsideStoreError(path, top);
  }
};

/** A relative address with every step percent-encoded; on another Windows drive an absolute one. */
const linkFrom = (folder: string, path: string): string => {
  const way = relative(folder, path);
  if (isAbsolute(way)) return pathToFileURL(path).href;
  return way.split(sep).map(encodeURIComponent).join('/');
};
