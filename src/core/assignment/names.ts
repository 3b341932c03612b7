/** People's names as they are typed: with or without degrees, in any case, sometimes with a slip of the finger. */

import { isKnownDegree } from '../reading/read-people.ts';

const titles = new Set([
  'dr',
  'drs',
  'dra',
  'ir',
  'h',
  'hj',
  'prof',
  'bapak',
  'ibu',
  'pak',
  'bu',
  'sdr',
  'sdri',
]);

/** "Drs. H. Andi Rahman, S.Kom." → "andi rahman": what is left when titles and degrees are gone. */
export const plainName = (name: string): string => {
  const [beforeDegrees = ''] = name.split(',');
  const words = withoutDegrees(beforeDegrees)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !titles.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
};

/** "Dedi Gobel A.Md" → "Dedi Gobel": degrees behind the name that no comma parts from it. */
const withoutDegrees = (name: string): string => {
  const words = name.trim().split(/\s+/);
  for (const length of [1, 2]) {
    const last = words.slice(-length).join('');
    if (words.length > length && isKnownDegree(last))
      return withoutDegrees(words.slice(0, -length).join(' '));
  }
  return name;
};

/**
 * Finds the one entry that a typed name means: the same name apart from titles and degrees, else the only one that
 * has all the typed words ("Andi"). Absent where none or several fit.
 */
export const findByName = <T extends { readonly name: string }>(
  typed: string,
  entries: readonly T[],
): T | undefined => {
  const exact = entries.filter(({ name }) => name === typed);
  if (exact.length > 0) return exact[0];
  const meant = allByName(typed, entries);
  return meant.length === 1 ? meant[0] : undefined;
};

/**
 * One person has one key, however the name is typed: the register's name where it knows who is meant, else the name
 * without titles and degrees.
 */
export const personKey = (name: string, register: readonly { readonly name: string }[]): string =>
  findByName(name, register)?.name ?? (plainName(name) || name);

/** All entries that a typed name may mean: those of the same plain name, else those that have all its words. */
export const allByName = <T extends { readonly name: string }>(
  typed: string,
  entries: readonly T[],
): readonly T[] => {
  const wanted = plainName(typed);
  if (wanted === '') return [];
  const same = entries.filter(({ name }) => plainName(name) === wanted);
  if (same.length > 0) return same;
  const words = wanted.split(' ');
  return entries.filter(({ name }) => {
    const known = plainName(name).split(' ');
    return words.every((word) => known.includes(word));
  });
};

/** The entry whose name is closest, if it is at most two letters away, or three in a long name. */
export const nearestName = <T extends { readonly name: string }>(
  typed: string,
  entries: readonly T[],
): T | undefined => {
  const wanted = plainName(typed);
  const allowed = wanted.length >= 10 ? 3 : 2;
  const [nearest] = entries
    .map((entry) => ({ entry, letters: lettersApart(wanted, plainName(entry.name)) }))
    .filter(({ letters }) => letters <= allowed)
    .sort((a, b) => a.letters - b.letters);
  return nearest?.entry;
};

/** How many letters must be put in, left out or changed. */
const lettersApart = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...b].entries()) {
      next.push(
        Math.min(
          (next[column] ?? 0) + 1,
          (row[column + 1] ?? 0) + 1,
          (row[column] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
