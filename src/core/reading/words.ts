/**
 * Sorting the words of a short answer by what they mean to its reader, so that none is overlooked.
 *
 * A reader names groups of words; whatever is in none of them comes back as `unknown`, and the reader asks or says so.
 */
import { fold, isLike } from './spelling.ts';

export interface Word<K extends string> {
  /** Folded. */
  readonly text: string;
  readonly kind: K | 'unknown';
}

/** Words that are one slip away from words that readers know, and mean something else. */
const mistakable: ReadonlySet<string> = new Set(
  'bisa akan bulan tangan dengan luas ruang buku lima line luka sumber peran alan pusat kosong kota tempat'.split(
    ' ',
  ),
);

/** What each word means: its group, a group's word but for a slip from five letters on, or `unknown`. */
export const vocabulary = <K extends string>(
  groups: Readonly<Record<K, string>>,
): ((text: string) => readonly Word<K>[]) => {
  const kinds = new Map<string, K>();
  const long: { readonly word: string; readonly kind: K }[] = [];
  for (const [kind, words] of Object.entries<string>(groups)) {
    for (const word of words.split(' ')) {
      const known = kind as K;
      if (!kinds.has(word)) kinds.set(word, known);
      if (word.length >= 5) long.push({ word, kind: known });
    }
  }
  const kindOf = (word: string): K | 'unknown' =>
    kinds.get(word) ??
    (word.length < 5 || mistakable.has(word)
      ? 'unknown'
      : (long.find((one) => isLike(word, one.word))?.kind ?? 'unknown'));
  return (text) => {
    const folded = fold(text);
    return folded === ''
      ? []
      : folded.split(' ').map((word) => ({ text: word, kind: kindOf(word) }));
  };
};

/** The groups of a vocabulary. */
export type KindIn<V> = V extends (text: string) => readonly Word<infer K>[] ? K : never;

/** Turn what follows, or stand for "no". */
export const negations =
  'tidak tdk tdak tidk tida tidka tiadk tak gak ga gk nggak ngga enggak engga ndak nda kagak bukan bkn tanpa tnp jangan jgn non no not never tiada';

/** What people write around an answer without changing it. */
export const courtesies =
  'mohon tolong dimohon harap diharapkan pak bu bapak ibu min admin kak kami saya terima kasih makasih trims terimakasih untuk utk dari dgn dengan dan serta di ke pada oleh agar supaya yang yg ini itu nya ya yah dong sih deh kok akan adalah jadi juga para bagi acara kegiatan rapat';

/** Parts of an answer that stand for themselves: between commas, brackets, slashes, lines, "tetapi". */
export const clausesOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(
      /[,;.:()[\]/|\n!]|[-–—](?=\s)|(?<=\s)[-–—]|\b(?:tetapi|tapi|tp|namun|melainkan|sedangkan|sementara|karena|krn|sebab)\b/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
