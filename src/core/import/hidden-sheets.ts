/** Events in hidden sheets of which nobody said that they are to be read: which of them stand nowhere else. */
import { groupBy } from '../cases/group-by.ts';
import { identityOf, keyOf } from './event-identity.ts';
import type { SourceRow } from './read-old-ledger.ts';

/**
 * Events that stand neither in a sheet that is imported nor on the desk. A hidden sheet is often a copy, or came with an
 * earlier import: what is there already is no event that is missing.
 *
 * @param imported Rows of the sheets that are imported, by the identity of their events.
 * @param keys Of the events on the desk.
 */
export const leftOutOf = (
  hidden: readonly SourceRow[],
  {
    imported,
    keys,
    digest,
  }: {
    readonly imported: ReadonlyMap<string, readonly SourceRow[]>;
    readonly keys: ReadonlySet<string>;
    readonly digest: (text: string) => string;
  },
): readonly SourceRow[] => {
  const counts = new Map<string, number>();
  return hidden.filter((source) => {
    const { event, sheet } = source;
    if (event === undefined) return false;
    const identity = identityOf(event);
    const same = imported.get(identity) ?? [];
    if (event.days === undefined ? same.some(isCopyOf(source)) : same.length > 0) return false;
    // Each sheet for itself: which of them an earlier import took, the keys do not tell.
    const among = `${sheet}|${identity}`;
    const number = (counts.get(among) ?? same.length) + 1;
    counts.set(among, number);
    return !keys.has(keyOf(identity, number, digest));
  });
};

/** Without a day only its place tells that it is the same: "Rapat rutin" stands in many months. */
const isCopyOf =
  ({ row, text }: SourceRow) =>
  (other: SourceRow): boolean =>
    other.row === row && other.text === text;

export const bySheet = (rows: readonly SourceRow[]): ReadonlyMap<string, readonly SourceRow[]> =>
  groupBy(rows, ({ sheet }) => sheet);
