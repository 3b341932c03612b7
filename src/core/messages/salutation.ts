/** How a person is addressed behind "Yth.". */
import { isNameLike, isPosition, isUndecided, withoutAddress } from '../reading/official-words.ts';

/**
 * "Bapak/Ibu Siti Contoh, S.Kom.": nobody's sex is guessed, titles stay, and who wrote "Bapak Budi" is called that. A
 * position or an office is no Bapak/Ibu: "Kepala Bidang Umum". Without a name: "Bapak/Ibu".
 */
export const salutationOf = (name: string | undefined): string => {
  const typed = (name ?? '').replaceAll(/\s+/g, ' ').trim();
  const bare = withoutAddress(typed);
  if (!/\p{L}{2}/u.test(bare) || isUndecided(bare) || spelt.has(bare.toLowerCase())) return anybody;
  if (isPosition(bare) || !isNameLike(bare)) return bare;
  const own = /^(?:yth\.?\s*)?(?<word>bapak|bpk\.?|pak|ibu|bu|sdri\.?|sdr\.?)\s/i.exec(typed)
    ?.groups?.['word'];
  const spoken = own === undefined ? undefined : spelt.get(own.toLowerCase().replace('.', ''));
  return `${spoken ?? anybody} ${bare}`;
};

const anybody = 'Bapak/Ibu';

const spelt: ReadonlyMap<string, string> = new Map([
  ['bapak', 'Bapak'],
  ['bpk', 'Bapak'],
  ['pak', 'Bapak'],
  ['ibu', 'Ibu'],
  ['bu', 'Ibu'],
  ['sdr', 'Sdr.'],
  ['sdri', 'Sdri.'],
]);
