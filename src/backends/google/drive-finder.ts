/**
 * Finds what earlier ledgers made: when the ledger was lost, documents and folders still carry their keys in Drive.
 *
 * One listing when it is first needed. What is made after that is remembered by the ledger, so it need not be fresh.
 */
import { listOurs, type Place } from './drive-listing.ts';
import { markOf } from './drive-marks.ts';

export interface DriveFinder {
  /** Id of the oldest file with this mark; `undefined` when there is none. */
  find(mark: string): Promise<string | undefined>;
}

export const openFinder = (place: Place): DriveFinder => {
  let listed: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    async find(mark) {
      listed ??= idsByMark(place).catch((error: unknown) => {
        listed = undefined;
        throw error;
      });
      return (await listed).get(mark);
    },
  };
};

const idsByMark = async (place: Place): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for await (const file of listOurs(place, ['dokumen', 'map'])) {
    const mark = markOf(file);
    if (mark !== undefined && file.id && !ids.has(mark)) ids.set(mark, file.id);
  }
  return ids;
};
