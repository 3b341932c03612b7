import type { OfficeSettings } from '../desk.ts';
import { editDistance, fold } from './spelling.ts';

/** What we know about an institution as typed. */
export type InstitutionReading =
  | { readonly kind: 'known'; readonly name: string }
  /** So similar to one name, and to no other, that it is worth asking. */
  | { readonly kind: 'similar'; readonly name: string }
  | { readonly kind: 'unknown' };

/**
 * The canonical name of an institution: known when the name or one of its spellings is what was typed, apart
 * from case, punctuation and the name of the province behind it. Similar ones are only proposed.
 */
export const readInstitution = (
  typed: string,
  institutions: OfficeSettings['institutions'],
): InstitutionReading => {
  const wanted = plain(typed);
  if (wanted === '') return { kind: 'unknown' };
  const scored = institutions.map(({ name, spellings }) => ({
    name,
    score: Math.max(...[name, ...spellings].map((spelling) => similarity(wanted, plain(spelling)))),
  }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined) return { kind: 'unknown' };
  if (best.score === 1) return { kind: 'known', name: best.name };
  const stands = best.score >= 0.8 && best.score - (second?.score ?? 0) >= 0.08;
  return stands ? { kind: 'similar', name: best.name } : { kind: 'unknown' };
};

const plain = (text: string): string =>
  fold(text)
    .replace(/ (?:pemerintah )?(?:provinsi|prov|propinsi|prop)(?: gorontalo)?$/, '')
    .replace(/ gorontalo$/, '')
    .replaceAll(/\b(?:dan|serta)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const similarity = (a: string, b: string): number => {
  if (a === b) return 1;
  const squashedA = a.replaceAll(' ', '');
  const squashedB = b.replaceAll(' ', '');
  if (squashedA === squashedB) return 1;
  const longer = Math.max(squashedA.length, squashedB.length);
  const most = Math.floor(longer * 0.2);
  const distance = editDistance(squashedA, squashedB, most);
  const spelled = distance > most ? 0 : 1 - distance / longer;
  return Math.min(0.99, Math.max(spelled, abbreviation(a.split(' '), b.split(' '))));
};

/** "biro pem otonomi da" for "biro pemerintahan otonomi daerah": the same words, each cut short. */
const abbreviation = (short: readonly string[], long: readonly string[]): number =>
  short.length === long.length &&
  short.length > 1 &&
  short.every((word, index) => word.length >= 2 && (long[index] ?? '').startsWith(word))
    ? 0.9
    : 0;
