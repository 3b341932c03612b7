/**
 * What people put into *Dokumentasi* in Drive, listed whole once an hour; in between Drive's feed of changes tells whether
 * any of it changed, so that a pass in which nothing did costs one call however many photos there are.
 *
 * People's files show only to an account that was given the right to read all of Drive (`google.photos`).
 * Source: Drive API v3, "Retrieve changes"; `files.list` gives no more than the direct children of a folder.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type FiledPhoto, type PhotoFolder, photoFolderName } from '../../../core/cases/photos.ts';
import { jsonNote, savedWork } from '../../kept-note.ts';
import { type Memory, readings } from '../../memory.ts';
import { GoogleError } from '../client/errors.ts';
import { everyPage } from '../client/every-page.ts';
import { unlessGone } from './drive-errors.ts';
import type { DriveFolders } from './drive-folders.ts';
import { corpusOf, type DrivePlace } from './drive-listing.ts';
import { folderMarks } from './drive-marks.ts';

export interface DrivePhotos {
  folders(now: number): Promise<readonly PhotoFolder[]>;
  read(photo: Pick<FiledPhoto, 'id' | 'mark'>): Promise<Uint8Array | undefined>;
  make(name: string): Promise<void>;
}

const listSchema = z.object({
  /** Of the feed of changes, taken before the listing. */
  token: z.string(),
  driveId: z.string().optional(),
  listedAt: z.number(),
  top: z.string(),
  /** Folders called *Dokumentasi*: ours, or one that a person made. */
  roots: z.array(z.string()),
  folders: z.array(z.object({ id: z.string(), name: z.string() })),
  files: z.array(
    z.object({
      id: z.string(),
      parent: z.string(),
      name: z.string(),
      size: z.number(),
      mark: z.string(),
    }),
  ),
});

type Listing = Readonly<z.output<typeof listSchema>>;

const memoryName = readings.photos;
const listNote = jsonNote(listSchema);
const everyMs = 3_600_000;
const folderType = 'application/vnd.google-apps.folder';

/** So many folders are named in one query, well below the longest that Drive takes. */
const foldersAtOnce = 40;

export interface Photographed extends DrivePlace {
  readonly memory: Memory;
  readonly folders: DriveFolders;
  readonly reserveId: () => Promise<string>;
}

export const openDrivePhotos = (options: Photographed): DrivePhotos => {
  const { client, memory, folders, reserveId, desk } = options;
  const recalled = async (): Promise<Listing | undefined> =>
    savedWork(listNote, await memory.recall(memoryName));
  const remember = (listing: Listing): Promise<void> =>
    memory.remember(memoryName, JSON.stringify(listing));

  return {
    async folders(now) {
      const top = await folders.top();
      if (top === undefined) return [];
      const before = await recalled();
      const isFresh = before?.top === top && Math.abs(now - before.listedAt) < everyMs;
      const token = before && isFresh ? await tokenUnlessChanged(before, options) : undefined;
      if (before !== undefined && token !== undefined) {
        if (token !== before.token) await remember({ ...before, token });
        return inFolders(before);
      }
      const listing = await listAll(top, { ...options, now });
      await remember(listing);
      return inFolders(listing);
    },

    async read({ id: fileId, mark }) {
      const drive = await client.drive();
      const request = { fileId, alt: 'media', supportsAllDrives: true } as const;
      const found = await unlessGone(() =>
        client.send(
          { what: 'read a photo', kind: 'read', repeatable: true, subject: 'document' },
          (sending) => drive.files.get(request, { ...sending, responseType: 'arraybuffer' }),
        ),
      );
      if (!(found instanceof ArrayBuffer)) return undefined;
      const bytes = new Uint8Array(found);
      return createHash('md5').update(bytes).digest('hex') === mark ? bytes : undefined;
    },

    /** Once for each name: a folder that a person threw away is not forced upon them again. */
    async make(name) {
      const noted = `google.photo-folder.${name}`;
      if ((await memory.recall(noted)) !== undefined) return;
      const parent = (await recalled())?.roots[0] ?? (await folders.open([photoFolderName]));
      const drive = await client.drive();
      const requestBody = {
        id: await reserveId(),
        name,
        mimeType: folderType,
        parents: [parent],
        appProperties: folderMarks(`${photoFolderName}/${name}`, desk),
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
      await memory.remember(noted, requestBody.id);
    },
  };
};

/** In the order of their names, as in a folder on a disk: Drive promises none, and lists at times in another. */
const inFolders = ({ roots, folders, files }: Listing): readonly PhotoFolder[] => {
  const filesOf = (parents: readonly string[]): readonly FiledPhoto[] =>
    files
      .filter(({ parent }) => parents.includes(parent))
      .toSorted(byName)
      .map(({ id, name, size, mark }) => ({ id, name, size, mark }));
  const loose = filesOf(roots);
  return [
    ...(loose.length > 0 ? [{ name: '', files: loose }] : []),
    ...folders.toSorted(byName).map(({ id, name }) => ({ name, files: filesOf([id]) })),
  ];
};

/** Drive takes several of one name. */
const byName = (a: Pick<Child, 'id' | 'name'>, b: typeof a): number =>
  a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1;

/** Where the feed goes on; `undefined` when something of ours changed, or when Drive knows the token no more. */
const tokenUnlessChanged = async (
  before: Listing,
  { client }: Photographed,
): Promise<string | undefined> => {
  const known = new Set([
    ...before.roots,
    ...before.folders.map(({ id }) => id),
    ...before.files.map(({ id }) => id),
  ]);
  const parents = new Set([before.top, ...before.roots, ...before.folders.map(({ id }) => id)]);
  const drive = await client.drive();
  let pageToken = before.token;
  for (;;) {
    const request = {
      pageToken,
      fields:
        'newStartPageToken,nextPageToken,changes(fileId,file(name,mimeType,parents,appProperties))',
      pageSize: 1000,
      supportsAllDrives: true,
      includeItemsFromAllDrives: true,
      ...(before.driveId !== undefined && { driveId: before.driveId }),
    };
    const page = await unlessTooOld(() =>
      client.send(
        { what: 'ask what changed', kind: 'read', repeatable: true, subject: 'document' },
        (sending) => drive.changes.list(request, sending),
      ),
    );
    if (page === undefined) return undefined;
    for (const { fileId, file } of page.changes ?? []) {
      if (fileId && known.has(fileId)) return undefined;
      if (file?.parents?.some((id) => concerns(id, { before, parents, file }))) return undefined;
    }
    if (!page.nextPageToken) return page.newStartPageToken ?? pageToken;
    pageToken = page.nextPageToken;
  }
};

/** In the folder of all documents only a new *Dokumentasi* does; our own documents come and go elsewhere. */
const concerns = (
  id: string,
  {
    before,
    parents,
    file,
  }: {
    readonly before: Listing;
    readonly parents: ReadonlySet<string>;
    readonly file: { readonly name?: string | null };
  },
): boolean => parents.has(id) && (id !== before.top || isPhotoFolder(file));

const isPhotoFolder = ({ name }: { readonly name?: string | null }): boolean =>
  name?.trim().toLowerCase() === photoFolderName.toLowerCase();

const unlessTooOld = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GoogleError && [400, 404, 410].includes(error.status ?? 0))
      return undefined;
    throw error;
  }
};

const listAll = async (
  top: string,
  options: Photographed & { readonly now: number },
): Promise<Listing> => {
  const { client } = options;
  const corpus = await corpusOf(options);
  const driveId = corpus.driveId;
  const drive = await client.drive();
  const started = await client.send(
    { what: 'ask where changes begin', kind: 'read', repeatable: true, subject: 'document' },
    (sending) =>
      drive.changes.getStartPageToken(
        { supportsAllDrives: true, ...(driveId !== undefined && { driveId }) },
        sending,
      ),
  );
  const isFolder = `mimeType = '${folderType}'`;
  const roots = (
    await childrenOf([top], { options, corpus, and: `${isFolder} and name = '${photoFolderName}'` })
  ).map(({ id }) => id);
  const children = await childrenOf(roots, { options, corpus });
  const folders = children.filter(({ mark }) => mark === '');
  const below = await childrenOf(
    folders.map(({ id }) => id),
    { options, corpus },
  );
  return {
    token: started.startPageToken ?? '',
    ...(driveId !== undefined && { driveId }),
    listedAt: options.now,
    top,
    roots,
    folders: folders.map(({ id, name }) => ({ id, name })),
    files: [...children.filter(({ mark }) => mark !== ''), ...below],
  };
};

type Child = Listing['files'][number];

const childrenOf = async (
  parents: readonly string[],
  {
    options: { client },
    corpus,
    and,
  }: {
    readonly options: Photographed;
    readonly corpus: Awaited<ReturnType<typeof corpusOf>>;
    readonly and?: string;
  },
): Promise<readonly Child[]> => {
  const drive = await client.drive();
  const found: Child[] = [];
  for (let at = 0; at < parents.length; at += foldersAtOnce) {
    const some = parents.slice(at, at + foldersAtOnce);
    const q = `trashed = false and (${some.map((id) => `'${id}' in parents`).join(' or ')})${and === undefined ? '' : ` and ${and}`}`;
    const request = {
      q,
      fields: 'nextPageToken,files(id,name,mimeType,size,md5Checksum,parents)',
      pageSize: 1000,
      supportsAllDrives: true,
      includeItemsFromAllDrives: true,
      ...corpus,
    };
    const pages = everyPage((next) =>
      client.send(
        { what: 'list the photos', kind: 'read', repeatable: true, subject: 'document' },
        (sending) => drive.files.list({ ...request, ...next }, sending),
      ),
    );
    for await (const { files = [] } of pages) {
      for (const { id, name, mimeType, size, md5Checksum, parents: above } of files) {
        const parent = above?.find((each) => some.includes(each));
        if (!id || parent === undefined) continue;
        // A document of Google's own has no bytes; it is no photo whatever its name.
        const mark = mimeType === folderType ? '' : (md5Checksum ?? `no bytes ${id}`);
        found.push({ id, parent, name: name ?? '', size: Number(size ?? 0), mark });
      }
    }
  }
  return found;
};
