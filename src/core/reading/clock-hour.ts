/** Hours as people say them: "jam 2 siang" is 14.00, "jam 12 malam" is 24.00, "jam 3" may be either. */
export type PartOfDay = 'pagi' | 'siang' | 'sore' | 'malam' | 'dini hari' | 'am' | 'pm';

const spellings: readonly (readonly [PartOfDay, RegExp])[] = [
  ['dini hari', /\b(?:dini hari|dinihari|subuh)\b/],
  ['pagi', /\b(?:pagi|pg|morning)\b/],
  ['siang', /\b(?:siang|sng)\b/],
  ['sore', /\b(?:sore|petang)\b/],
  ['malam', /\b(?:malam|mlm)\b/],
  ['am', /(?<![a-z])(?:am|a\.m\.?)(?![a-z])/],
  ['pm', /(?<![a-z])(?:pm|p\.m\.?)(?![a-z])/],
];

/** Takes the part of the day out of a text; more than one part in it is no part at all. */
export const takePartOfDay = (
  text: string,
): { readonly part?: PartOfDay; readonly rest: string } => {
  const found = spellings.filter(([, pattern]) => pattern.test(text));
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) return { rest: text };
  return { part: first[0], rest: text.replace(first[1], ' ').trim() };
};

/** The hour of 24 that is meant; `undefined` where hour and part of the day do not go together. */
export const hourOfDay = (hour: number, part: PartOfDay): number | undefined => {
  if (hour > 12) return part === 'pagi' || part === 'dini hari' || part === 'am' ? undefined : hour;
  switch (part) {
    case 'am':
      return hour % 12;
    case 'pm':
      return (hour % 12) + 12;
    case 'dini hari':
      return hour === 12 ? 0 : hour <= 6 ? hour : undefined;
    case 'pagi':
      return hour < 12 ? hour : undefined;
    case 'siang':
      return hour >= 10 ? hour : hour >= 1 && hour <= 5 ? hour + 12 : undefined;
    case 'sore':
      return hour >= 1 && hour <= 7 ? hour + 12 : undefined;
    case 'malam':
      return hour === 12 ? 24 : hour >= 6 ? hour + 12 : hour;
  }
};
