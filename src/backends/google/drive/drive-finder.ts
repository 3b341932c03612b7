/**
 * Finds what earlier ledgers made: when the ledger was lost, documents and folders still carry their keys in Drive.
 * What carries no desk's mark may be another desk's; it is found only where a person said to adopt.
 *
 * One listing when it is first needed. What is made after that is noted here, so it need not be fresh.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { type DrivePlace, listFiles } from './drive-listing.ts';
import { editionOf, isBrought, markOf } from './drive-marks.ts';

export interface DriveFinder {
  /**
   * Id of the file with this mark, of this edition or else of the latest; whether it is there still, only a look tells.
   */
  find(mark: string, edition?: number): Promise<string | undefined>;
  /** A file was made. */
  note(file: drive_v3.Schema$File): void;
}

/** By mark, then by edition. */
type FoundIds = Map<string, Map<number, string>>;

export interface FinderOptions extends DrivePlace {
  /** Take what carries no desk's mark, too. */
  readonly adopt?: boolean;
}

export const openFinder = (place: FinderOptions): DriveFinder => {
  const made: FoundIds = new Map();
  let listed: Promise<FoundIds> | undefined;
  return {
    async find(mark, edition) {
      listed ??= listFound(place).catch((error: unknown) => {
        listed = undefined;
        throw error;
      });
      const editions = new Map([...((await listed).get(mark) ?? []), ...(made.get(mark) ?? [])]);
      return editions.get(edition ?? Math.max(...editions.keys()));
    },

    note(file) {
      enter(file, made);
    },
  };
};

const listFound = async ({ adopt = false, ...place }: FinderOptions): Promise<FoundIds> => {
  const found: FoundIds = new Map();
  // The oldest come first, and are entered last: a copy that somebody made never goes before its original.
  const files: drive_v3.Schema$File[] = [];
  for await (const file of listFiles('this desk', place)) files.unshift(file);
  if (adopt) {
    const unmarked: drive_v3.Schema$File[] = [];
    for await (const file of listFiles('nobody', place)) unmarked.unshift(file);
    files.unshift(...unmarked);
  }
  for (const file of files) enter(file, found);
  return found;
};

const enter = (file: drive_v3.Schema$File, found: FoundIds): void => {
  const mark = markOf(file);
  if (mark === undefined || !file.id || isBrought(file)) return;
  const editions = found.get(mark) ?? new Map<number, string>();
  found.set(mark, editions.set(editionOf(file), file.id));
};
