import type { OfficeSettings } from '../cases/desk.ts';
import { isRambling } from './cell-text.ts';
import { isOurUnit, namesAnotherGovernment, type OurNames } from './our-office.ts';
import { editDistance, fold } from './spelling.ts';

/** What we know about an institution as typed. */
export type InstitutionReading =
  | { readonly kind: 'known'; readonly name: string }
  /** So similar to one name, and to no other, that it is worth asking. */
  | { readonly kind: 'similar'; readonly name: string }
  | { readonly kind: 'unknown' };

/**
 * The canonical name of an institution: known when the name or one of its spellings is what was typed, apart
 * from case, punctuation and the name of the province behind it, and for the office's own units. Similar ones are only
 * proposed, and none for another government's: "Dinas Sosial Kota" is no slip.
 */
export const readInstitution = (
  typed: string,
  institutions: OfficeSettings['institutions'],
  ours: OurNames = {},
): InstitutionReading => {
  if (isRambling(typed)) return { kind: 'unknown' };
  const wanted = plain(typed);
  if (wanted === '') return { kind: 'unknown' };
  const known = knownAs(institutions);
  const name = known.nameOf.get(squashed(wanted));
  if (name !== undefined) return { kind: 'known', name };
  const own = isOurUnit(typed, { ...ours, institutions }) ? ourName(ours, known) : undefined;
  if (own !== undefined) return { kind: 'known', name: own };
  if (namesAnotherGovernment(typed)) return { kind: 'unknown' };
  const reading = known.compared.get(wanted) ?? mostSimilar(wanted, known);
  known.compared.set(wanted, reading);
  return reading;
};

/** The office as the list calls it. */
const ourName = ({ office }: OurNames, { nameOf }: KnownInstitutions): string | undefined =>
  nameOf.get(squashed(plain(office ?? ''))) ?? nameOf.get('kominfotik') ?? office;

const mostSimilar = (wanted: string, { spellings }: KnownInstitutions): InstitutionReading => {
  const scored = spellings
    .map(({ name, spelling }) => ({ name, score: similarity(wanted, spelling) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  const rival = scored.find(({ name }) => name !== best?.name);
  if (best === undefined || best.score < 0.8) return { kind: 'unknown' };
  const stands = best.score - (rival?.score ?? 0) >= 0.08;
  return stands ? { kind: 'similar', name: best.name } : { kind: 'unknown' };
};

interface KnownInstitutions {
  readonly nameOf: ReadonlyMap<string, string>;
  readonly spellings: readonly { readonly name: string; readonly spelling: string }[];
  /** What came of comparing before: the same few institutions stand in row after row. */
  readonly compared: Map<string, InstitutionReading>;
}

/** Each list is prepared once, because every row of a sheet is compared with all of it. */
const knownAs = (institutions: OfficeSettings['institutions']): KnownInstitutions => {
  const before = prepared.get(institutions);
  if (before !== undefined) return before;
  const spellings = institutions.flatMap(({ name, spellings: others }) =>
    [name, ...others].map((spelling) => ({ name, spelling: plain(spelling) })),
  );
  const nameOf = new Map<string, string>();
  for (const { name, spelling } of spellings)
    if (!nameOf.has(squashed(spelling))) nameOf.set(squashed(spelling), name);
  const known: KnownInstitutions = { nameOf, spellings, compared: new Map() };
  prepared.set(institutions, known);
  return known;
};

const prepared = new WeakMap<OfficeSettings['institutions'], KnownInstitutions>();

const squashed = (text: string): string => text.replaceAll(' ', '');

const plain = (text: string): string =>
  fold(text)
    .replace(/ (?:pemerintah )?(?:provinsi|prov|propinsi|prop)(?: gorontalo)?$/, '')
    .replace(/ gorontalo$/, '')
    .replaceAll(/\b(?:dan|serta)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** One slip in each word of four letters and more, no more: "pertanahan" is not "pertanian". */
const similarity = (a: string, b: string): number => {
  const longer = Math.max(a.length, b.length);
  const [words, others] = [a.split(' '), b.split(' ')];
  const isClose =
    words.length === others.length
      ? words.every((word, index) => isOneSlip(word, others[index] ?? ''))
      : longer >= 6 && editDistance(squashed(a), squashed(b), 1) <= 1;
  const spelled = isClose ? 1 - editDistance(a, b, longer) / longer : 0;
  return Math.max(spelled, abbreviation(words, others));
};

const isOneSlip = (word: string, other: string): boolean =>
  word === other || (Math.min(word.length, other.length) >= 3 && editDistance(word, other, 1) <= 1);

/** "biro pem otda" for "biro pemerintahan otonomi daerah": all of its words, each cut short, and some written together. */
const abbreviation = (short: readonly string[], long: readonly string[]): number =>
  short.length > 1 && areCutShort(short, long) ? 0.9 : 0;

const areCutShort = (short: readonly string[], long: readonly string[]): boolean => {
  const [first, ...others] = short;
  if (first === undefined) return long.length === 0;
  return long.some(
    (_, last) =>
      areTogether(first, long.slice(0, last + 1)) && areCutShort(others, long.slice(last + 1)),
  );
};

/** "otda" for "otonomi daerah": of each word two letters at least. */
const areTogether = (text: string, words: readonly string[]): boolean => {
  const [word = '', ...others] = words;
  return Array.from(word.slice(1), (_, at) => at + 2).some(
    (letters) =>
      text.startsWith(word.slice(0, letters)) &&
      (others.length === 0 ? text.length === letters : areTogether(text.slice(letters), others)),
  );
};
