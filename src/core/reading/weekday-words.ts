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

/** The day of the week, Monday = 1, that a lower-case word without apostrophe means. */
export const weekdayOf = (word: string): number | undefined => {
  const index = spellings.findIndex((words) => words.includes(word));
  return index < 0 ? undefined : index + 1;
};
