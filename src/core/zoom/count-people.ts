/**
 * How many people took part, from the times at which somebody joined and left.
 *
 * Whoever rejoins is one. An address tells people apart; without one the name does, and a name that is there twice at
 * the same time, or is only a device's ("iPhone"), may be one person or more: then the count has two ends.
 */
import type { AttendanceReport } from '../cases/attendance.ts';
import { fold } from '../reading/spelling.ts';

/** One stretch of one participant. */
export interface Attended {
  /** As shown, with the name that it had before in brackets behind it. */
  readonly name: string;
  readonly email: string;
  /** Minutes on any clock; absent where the report gives no times. */
  readonly from?: number;
  readonly until?: number;
}

/** A connection that broke is noted a little after the next one began. */
const graceMinutes = 2;

export const countPeople = (rows: readonly Attended[]): AttendanceReport['people'] => {
  const named = rows.map((row) => ({ ...row, keys: namesIn(row.name), address: fold(row.email) }));
  const withAddress = named.filter(({ address }) => address !== '');
  const people = new Set(withAddress.map(({ address }) => address)).size;
  let [least, most] = [people, people];
  for (const group of groupedByName(named.filter(({ address }) => address === ''))) {
    const known = withAddress.filter(({ keys }) => group.some((one) => sharesName(one.keys, keys)));
    const crowd = crowdOf(group);
    if (known.length === 0) [least, most] = [least + 1, most + crowd];
    else if (
      isCrowded([...known, ...group]) ||
      new Set(known.map(({ address }) => address)).size > 1
    )
      most += crowd;
    else most += crowd - 1;
  }
  return { least, most };
};

type Named = Attended & { readonly keys: readonly string[] };

/** "Siti Aminah (Bappeda)" was "Bappeda" before: both are names of one person. */
const namesIn = (name: string): readonly string[] => {
  const [, shown, original] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(name) ?? [];
  return [...new Set([shown ?? name, original ?? ''].map(fold))].filter((key) => key !== '');
};

const sharesName = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((key) => other.includes(key));

const groupedByName = (rows: readonly Named[]): readonly (readonly Named[])[] => {
  let groups: (readonly Named[])[] = [];
  for (const row of rows) {
    const alike = groups.filter((group) => group.some(({ keys }) => sharesName(keys, row.keys)));
    groups = [...groups.filter((group) => !alike.includes(group)), [...alike.flat(), row]];
  }
  return groups;
};

/** So many may be behind one name. */
const crowdOf = (group: readonly Named[]): number => {
  if (group.some(({ from, until }) => from === undefined || until === undefined))
    return group.length;
  if (group.some(({ keys }) => keys.some((key) => device.test(key)))) return group.length;
  return mostAtOnce(group);
};

const isCrowded = (rows: readonly Attended[]): boolean => mostAtOnce(rows) > 1;

const mostAtOnce = (rows: readonly Attended[]): number =>
  Math.max(
    1,
    ...rows.map(
      ({ from = 0 }) =>
        rows.filter(
          (other) => (other.from ?? 0) <= from && from < (other.until ?? 0) - graceMinutes,
        ).length,
    ),
  );

const device =
  /^(?:i ?phone|i ?pad|android|galaxy|samsung|oppo|vivo|xiaomi|redmi|poco|realme|infinix|asus|acer|lenovo|huawei|hp|laptop|desktop|pc|komputer|zoom ?user|user|pengguna|guest|tamu|peserta|participant|operator|admin)(?: (?:[a-z]{0,3}\d\w*|pro|max|plus|ultra|lite|mini|se))*$/;
