import { isLike } from './spelling.ts';

/** Spellings without apostrophe, by day of the week from Monday = 1. */
const spellings: readonly (readonly string[])[] = [
  ['senin', 'senen', 'sen', 'snn', 'monday', 'mon'],
  ['selasa', 'slasa', 'sel', 'tuesday', 'tue'],
  ['rabu', 'rebo', 'rab', 'wednesday', 'wed'],
  ['kamis', 'kemis', 'kam', 'thursday', 'thu'],
  ['jumat', 'jumaat', 'jummat', 'jum', 'friday', 'fri'],
  ['sabtu', 'saptu', 'sab', 'saturday', 'sat'],
  ['minggu', 'mgg', 'min', 'ahad', 'sunday', 'sun'],
];

/** The day of the week, Monday = 1, that a lower-case word without apostrophe means; a slip in it is overlooked. */
export const weekdayOf = (word: string): number | undefined => {
  const exact = spellings.findIndex((words) => words.includes(word)) + 1;
  if (exact > 0) return exact;
  const similar = spellings.flatMap(([name = ''], index) =>
    isLike(word, name) ? [index + 1] : [],
  );
  return similar.length === 1 ? similar[0] : undefined;
};
