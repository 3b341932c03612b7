/** Hours as people say them: "jam 2 siang" is 14.00, "jam 12 malam" is 24.00, "jam 3" may be either. */
export type PartOfDay = 'pagi' | 'siang' | 'sore' | 'malam' | 'dini hari' | 'am' | 'pm';

/** The hour of 24 that is meant; `undefined` where hour and part of the day do not go together. */
export const hourOfDay = (hour: number, part: PartOfDay): number | undefined => {
  if (hour > 12) {
    const [first, last] = laterHours[part];
    return hour >= first && hour <= last ? hour : undefined;
  }
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

/** The hours from 13 to 24 beside which people name a part of the day too: "15.00 sore". */
const laterHours: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  am: [25, 0],
  pm: [13, 23],
  'dini hari': [24, 24],
  pagi: [25, 0],
  siang: [13, 16],
  sore: [14, 19],
  malam: [18, 24],
};
