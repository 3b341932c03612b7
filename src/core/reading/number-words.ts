/** Numbers that are written out in Indonesian words. */
const units: ReadonlyMap<string, number> = new Map([
  ['nol', 0],
  ['satu', 1],
  ['dua', 2],
  ['tiga', 3],
  ['empat', 4],
  ['lima', 5],
  ['enam', 6],
  ['tujuh', 7],
  ['delapan', 8],
  ['sembilan', 9],
]);

/** The number that Indonesian words say, "dua puluh lima" or "seribu dua ratus"; `undefined` for other words. */
export const numberFromWords = (words: string): number | undefined => {
  let total = 0;
  let group = 0;
  let unit: number | undefined;
  for (const word of words.split(' ')) {
    const digit = units.get(word);
    if (digit !== undefined) {
      if (unit !== undefined) return undefined;
      unit = digit;
    } else if (word === 'sepuluh') group += 10;
    else if (word === 'sebelas') group += 11;
    else if (word === 'seratus') group += 100;
    else if (word === 'seribu') total += 1000;
    else if (word === 'belas' && unit !== undefined) {
      group += unit + 10;
      unit = undefined;
    } else if (word === 'puluh' && unit !== undefined) {
      group += unit * 10;
      unit = undefined;
    } else if (word === 'ratus' && unit !== undefined) {
      group += unit * 100;
      unit = undefined;
    } else if (word === 'ribu') {
      total += (group + (unit ?? 0)) * 1000;
      group = 0;
      unit = undefined;
    } else return undefined;
  }
  return total + group + (unit ?? 0);
};
