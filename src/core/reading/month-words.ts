import { isLike } from './spelling.ts';

/** Indonesian, older and English spellings, and the short ones, by number of the month. */
const spellings: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'agt', 'agst', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

/** The month, from 1, that a lower-case word means; a slip in a longer word is overlooked if it leaves no doubt. */
export const monthOf = (word: string): number | undefined => {
  const exact = spellings.findIndex((words) => words.includes(word)) + 1;
  if (exact > 0) return exact;
  const similar = spellings.flatMap((words, index) =>
    words.some((spelling) => spelling.length >= 5 && isLike(word, spelling)) ? [index + 1] : [],
  );
  return similar.length === 1 ? similar[0] : undefined;
};
