import { isLike } from './spelling.ts';

/** Indonesian, older and English spellings, and the short ones, by number of the month. */
const spellings: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun', 'juny'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'ags', 'agt', 'agst', 'agsts', 'agts', 'agstus', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

/**
 * The month, from 1, that a lower-case word means; a beginning of three letters is enough, and a slip in a longer
 * word is overlooked, if they leave no doubt.
 */
export const monthOf = (word: string): number | undefined => {
  const exact = spellings.findIndex((words) => words.includes(word)) + 1;
  if (exact > 0) return exact;
  const begun = word.length < 3 ? undefined : only((spelling) => spelling.startsWith(word));
  return begun ?? only((spelling) => spelling.length >= 4 && isLike(word, spelling));
};

const only = (fits: (spelling: string) => boolean): number | undefined => {
  const months = spellings.flatMap((words, index) => (words.some(fits) ? [index + 1] : []));
  return months.length === 1 ? months[0] : undefined;
};
