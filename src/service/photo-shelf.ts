/**
 * The photos that people put into *Dokumentasi*, each looked into once before any report counts on it.
 *
 * What a look said is remembered by the content's mark, so that a pass in which nothing changed reads no photo, and a
 * report that was made with what could be printed is still true in the next pass.
 */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DocumentStore } from '../backends/backend.ts';
import { jsonNote, savedWork } from '../backends/kept-note.ts';
import type { Memory } from '../backends/memory.ts';
import type { Ticket } from '../core/cases/ledger-state.ts';
import type { FiledPhoto, LeftPhoto, PhotoFolder, PhotosSeen } from '../core/cases/photos.ts';
import {
  laterPhotosNotice,
  noPhotoLibraryNotice,
  strayNotice,
  unseenPhotosNotice,
} from '../core/photos/photo-words.ts';
import {
  isSortedBy,
  type SortedPhotos,
  sortPhotos,
  type Tickets,
} from '../core/photos/sort-photos.ts';
import { type FittedPhoto, fitPhoto, PhotoLibraryError } from '../documents/photos/fit-photo.ts';
import { ServiceError } from '../errors.ts';
import { PhotoGoneError, PhotoUnfitError } from './photo-errors.ts';

export interface PhotoShelf {
  /** What lies in *Dokumentasi* now. */
  folders(now: Temporal.Instant): Promise<FoldersSeen>;
  take(question: PhotoQuestion): Promise<PhotosTaken>;
  /**
   * The pictures as they are printed, by the marks of the photos.
   * @throws ServiceError when one cannot be had now. What turned out not to be printable is left out from the next look on.
   */
  pictures(photos: readonly FiledPhoto[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** `unseen` where they cannot be looked at now; absent where the store shows no files that people made. */
export type FoldersSeen = readonly PhotoFolder[] | 'unseen' | undefined;

export interface PhotoQuestion {
  readonly folders: FoldersSeen;
  /** Of files that were read as tables, by their mark: whether they tell who took part, and are no photos. */
  readonly isReport: ReadonlyMap<string, boolean>;
  /** All that the desk knows. */
  readonly tickets: Tickets;
  /** Whose photos may be printed; no others are looked into. */
  readonly printable: Tickets;
  /** Whose reports this pass would make; new photos of others wait for a pass that does. */
  readonly due: Tickets;
}

export interface PhotosTaken {
  /** Absent where the store shows no files that people made. */
  readonly seen?: PhotosSeen;
  /** For Ringkasan. */
  readonly notices: readonly string[];
}

interface ShelfParts {
  readonly documents: Pick<DocumentStore, 'photoFolders' | 'readPhoto'>;
  readonly memory: Memory;
  readonly progress: (step: string) => void;
}

/** So many are looked into in one pass: a minute or two. The reports of the others wait for the next one. */
const mostLooks = 100;

/** So much of what was looked into is kept, for the report that is made in the same pass. */
const mostKeptBytes = 48 * 1024 * 1024;

const verdictList = z.record(
  z.string(),
  z.enum([
    'fit',
    'heic',
    'no picture',
    'folder',
    'empty',
    'too large',
    'broken',
    'too many',
    'no report',
  ]),
);
type VerdictList = z.output<typeof verdictList>;

const memoryName = 'photos.verdicts';
const verdictNote = jsonNote(verdictList);

export const openPhotoShelf = ({ documents, memory, progress }: ShelfParts): PhotoShelf => {
  const kept = keepUpTo(mostKeptBytes);

  /** @throws PhotoGoneError */
  const fitted = async (photo: FiledPhoto): Promise<FittedPhoto> => {
    const bytes = await documents.readPhoto(photo);
    if (bytes === undefined) throw new PhotoGoneError();
    const seen = await fitPhoto(bytes);
    if (seen.kind === 'fit') kept.put(photo.mark, seen.jpeg);
    return seen;
  };

  const recalled = async (): Promise<VerdictList> => verdictsIn(await memory.recall(memoryName));
  let last: SortedBefore | undefined;

  const lookInto = async (
    folders: readonly PhotoFolder[],
    { tickets, printable, due, isReport }: Omit<PhotoQuestion, 'folders'>,
    before: VerdictList,
  ): Promise<Looked> => {
    const verdicts: VerdictList = { ...before };
    const failed = new Map<string, ServiceError>();
    const sort = (): SortedPhotos =>
      sortPhotos(folders, { tickets, isReport, verdicts: (mark) => verdicts[mark] });
    let sorted = sort();
    const unknown = (): readonly UnseenPhoto[] =>
      unseenAmong(sorted, verdicts).filter(({ ticket }) => printable.has(ticket));
    const next = (): readonly UnseenPhoto[] =>
      unknown().filter(({ ticket, photo }) => due.has(ticket) && !failed.has(photo.mark));
    for (let looks = 0; looks < mostLooks; looks += 1) {
      // What turned out unfit makes room for the next one.
      const photo = next()[0]?.photo;
      if (photo === undefined) break;
      progress(`Looking into photo ${photo.name}`);
      try {
        const seen = await fitted(photo);
        verdicts[photo.mark] = seen.kind === 'left' ? seen.why : seen.kind;
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        failed.set(photo.mark, error);
        // Every other one would meet it too.
        if (error instanceof PhotoLibraryError) break;
      }
      sorted = sort();
    }
    await keepVerdicts(verdicts, { before, folders, memory });
    const waiting = new Set(unknown().map(({ ticket }) => ticket));
    const unseen = unseenAmong(sorted, verdicts);
    return { sorted, unseen, waiting, failures: [...failed.values()], later: next() };
  };

  return {
    folders: (now) => foldersUnlessAway(documents, now),

    async take({ folders, ...question }) {
      if (folders === 'unseen') return { seen: { kind: 'unseen' }, notices: [unseenPhotosNotice] };
      if (folders === undefined) return { notices: [] };
      const text = await memory.recall(memoryName);
      const { isReport, tickets, printable } = question;
      const isAsBefore =
        last?.folders === folders &&
        last.isReport === isReport &&
        last.text === text &&
        isSortedBy(last.sorted, folders, tickets) &&
        !last.unseen.some(({ ticket }) => printable.has(ticket));
      if (last !== undefined && isAsBefore) return last.taken;
      const looked = await lookInto(folders, question, verdictsIn(text));
      const { sorted, waiting, unseen, ...untold } = looked;
      const taken: PhotosTaken = {
        seen: { kind: 'seen', of: sorted.of, folders: sorted.folders, waiting },
        notices: [...strayNotice(sorted.strays), ...waitingNotices(untold)],
      };
      const kept = await memory.recall(memoryName);
      last =
        waiting.size > 0 ? undefined : { folders, isReport, text: kept, sorted, unseen, taken };
      return taken;
    },

    async pictures(photos) {
      const pictures = new Map<string, Uint8Array>();
      const unfit: (LeftPhoto & Pick<FiledPhoto, 'mark'>)[] = [];
      for (const photo of photos) {
        const known = kept.get(photo.mark);
        const seen: FittedPhoto = known ? { kind: 'fit', jpeg: known } : await fitted(photo);
        if (seen.kind === 'fit') pictures.set(photo.mark, seen.jpeg);
        else unfit.push({ ...photo, why: seen.why });
      }
      if (unfit.length > 0) {
        // Another version of the pictures' library may refuse what an earlier one took.
        const revised = Object.fromEntries(unfit.map(({ mark, why }) => [mark, why]));
        await memory.remember(memoryName, JSON.stringify({ ...(await recalled()), ...revised }));
        throw new PhotoUnfitError(unfit);
      }
      return pictures;
    },
  };
};

/** What was said when nothing waited to be looked into: it stands while the same lies there and the same is known of it. */
interface SortedBefore extends Pick<Looked, 'sorted' | 'unseen'> {
  readonly folders: readonly PhotoFolder[];
  readonly isReport: PhotoQuestion['isReport'];
  /** What is remembered of all looks. */
  readonly text: string | undefined;
  readonly taken: PhotosTaken;
}

const verdictsIn = (text: string | undefined): VerdictList => savedWork(verdictNote, text) ?? {};

const unseenAmong = (
  { of }: Pick<SortedPhotos, 'of'>,
  verdicts: VerdictList,
): readonly UnseenPhoto[] =>
  [...of].flatMap(([ticket, { printed }]) =>
    printed.flatMap((photo) => (verdicts[photo.mark] === undefined ? [{ ticket, photo }] : [])),
  );

/** A photo that nobody looked into yet. */
interface UnseenPhoto {
  readonly ticket: Ticket;
  readonly photo: FiledPhoto;
}

interface Looked {
  readonly sorted: SortedPhotos;
  /** Of whomever they are. */
  readonly unseen: readonly UnseenPhoto[];
  readonly waiting: ReadonlySet<Ticket>;
  readonly failures: readonly ServiceError[];
  /** Beyond what one pass looks into. */
  readonly later: readonly UnseenPhoto[];
}

const foldersUnlessAway = async (
  { photoFolders }: ShelfParts['documents'],
  now: Temporal.Instant,
): Promise<FoldersSeen> => {
  try {
    return await photoFolders(now);
  } catch (error) {
    if (error instanceof ServiceError) return 'unseen';
    throw error;
  }
};

/** Of what lies there no more, nothing is kept. */
const keepVerdicts = async (
  verdicts: VerdictList,
  {
    before,
    folders,
    memory,
  }: {
    readonly before: VerdictList;
    readonly folders: readonly PhotoFolder[];
    readonly memory: Memory;
  },
): Promise<void> => {
  const present = new Set(folders.flatMap(({ files }) => files.map(({ mark }) => mark)));
  const now = Object.fromEntries(Object.entries(verdicts).filter(([mark]) => present.has(mark)));
  const text = JSON.stringify(now);
  if (text !== JSON.stringify(before)) await memory.remember(memoryName, text);
};

/** Why reports with photos were not made in this pass. */
const waitingNotices = ({
  failures,
  later,
}: Pick<Looked, 'failures' | 'later'>): readonly string[] => {
  if (failures.some((failure) => failure instanceof PhotoLibraryError))
    return [noPhotoLibraryNotice];
  return [
    ...(failures.length > 0 ? [unseenPhotosNotice] : []),
    ...laterPhotosNotice(later.map(({ ticket }) => ticket)),
  ];
};

/** What came last, up to so many bytes. */
const keepUpTo = (most: number) => {
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  return {
    get: (key: string): Uint8Array | undefined => kept.get(key),
    put: (key: string, bytes: Uint8Array): void => {
      size += bytes.length - (kept.get(key)?.length ?? 0);
      kept.delete(key);
      kept.set(key, bytes);
      for (const [oldest, { length }] of kept) {
        if (size <= most || oldest === key) break;
        kept.delete(oldest);
        size -= length;
      }
    },
  };
};
