import { number } from '../cases/wording.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import * as equipment from './equipment-words.ts';
import { numberFromWords } from './number-words.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { fold } from './spelling.ts';

/**
 * A number of people or things: "1.641", "±50 orang", "1-300" (its upper end), "dua puluh", "1,5 ribu".
 *
 * A spreadsheet that takes the thousands dot for a decimal one leaves 1,641 in the cell; there is no such
 * number of people, so it is read back as 1.641. Every word beside the number is known not to change it, or it is said;
 * "45 OPD" and "30 x 2" are not a number of people and are asked.
 */
export const readCount = eachTextOnce((cell: Cell | undefined): Reading<number> => {
  if (typeof cell === 'number') return readNumber(cell);
  const text = answerOf(forReading(cell));
  if (text === undefined) return empty;
  if (isRambling(text)) return unreadable;
  const tokens = tokensOf(text.toLowerCase().normalize('NFKC'));
  if (tokens === undefined) return unreadable;
  const figures = amountsOf(tokens);
  if (figures === undefined || isNegative(tokens)) return unreadable;
  const words = tokens.flatMap(({ kind, text: word }) =>
    kind === 'word' &&
    !within.has(word) &&
    !equipment.glued.has(word) &&
    numberFromWords(word) === undefined
      ? [word]
      : [],
  );
  if (figures.length === 0)
    return words.some((word) => none.has(word)) &&
      words.every((word) => none.has(word) || around.has(word))
      ? empty
      : unreadable;
  const other = tokens.find((token, index) => countsOthers(token, tokens[index - 1]));
  if (other !== undefined)
    return unsure(
      `tidak terbaca sebagai jumlah karena menyebut "${other.text}". Tulis satu jumlah, misalnya 50.`,
    );
  if (
    words.some((word) => /^(?:bukan|kali|x)$/.test(word)) ||
    /\d[oil](?![a-z])|(?<![a-z])[oil]\d/i.test(text)
  )
    return unreadable;
  return ofFigures(
    figures,
    words.filter((word) => !around.has(word)),
  );
});

/** "-5": nobody knows whether the sign was meant. */
const isNegative = ([first, second]: readonly CountToken[]): boolean =>
  first?.text === '-' && second?.kind === 'figure';

/** "45 OPD", "25 orang/OPD", "per sesi"; not "50 orang di ruangan". */
const countsOthers = (token: CountToken, before: CountToken | undefined): boolean =>
  otherThings.has(token.text) &&
  (before?.kind === 'figure' || /^(?:[/]|per|tiap|setiap|masing)$/.test(before?.text ?? ''));

interface Amount {
  readonly value: number;
  readonly isSpoken: boolean;
  /** What stands between it and the amount before. */
  readonly behind: 'range' | 'nothing' | 'other';
}

const ofFigures = (figures: readonly Amount[], unknown: readonly string[]): Reading<number> => {
  const values = [...new Set(figures.map(({ value }) => value))];
  const [first = 0, second] = values;
  const says = unknown.length === 0 ? [] : [`dibaca ${number(values.at(-1) ?? first)}.`];
  const isTwice = figures.filter(({ isSpoken }) => !isSpoken).length > 1;
  if (second === undefined && !isTwice) return plausible(first, says);
  if (second !== undefined && isRangeOf(figures, { first, second }))
    return read(second, `dibaca ${number(second)}, batas atasnya.`);
  return unsure(
    `menyebut beberapa angka. Tulis satu jumlah, misalnya ${number(Math.max(...values))}.`,
  );
};

const isRangeOf = (
  figures: readonly Amount[],
  { first, second }: { readonly first: number; readonly second: number },
): boolean => figures.length === 2 && figures[1]?.behind === 'range' && second > first;

const readNumber = (value: number): Reading<number> => {
  if (Number.isInteger(value)) return value < 0 ? unreadable : plausible(value, []);
  const thousands = Math.round(value * 1000);
  const isGrouped = value > 1 && value < 1000 && Math.abs(value * 1000 - thousands) < 1e-6;
  return isGrouped ? read(thousands, `dibaca ${number(thousands)}.`) : unreadable;
};

const plausible = (value: number, warnings: readonly string[]): Reading<number> =>
  value > 20_000
    ? read(value, `dibaca ${number(value)}. Periksa jumlah itu.`)
    : read(value, ...warnings);

interface CountToken {
  readonly kind: 'figure' | 'word' | 'range' | 'sign';
  readonly text: string;
}

/** `undefined` when a sign stands there that no amount is written with. */
const tokensOf = (text: string): readonly CountToken[] | undefined => {
  const plain = text
    .replaceAll(/[‐‑‒–—−~]/g, '-')
    .replaceAll(/\bs\s?[./]?\s?d\b\.?/g, ' - ')
    .replaceAll(/\b(?:sampai|hingga|sd|smp|sampe)(?: dengan)?\b/g, ' - ')
    .replaceAll(/(\p{L})2(?![\d\p{L}])/gu, '$1');
  const tokens: CountToken[] = [];
  for (const [piece] of plain.matchAll(/\d+(?:[.,]\d+)*|\p{L}+|[^\s\d\p{L}]/gu)) {
    if (/^\d/.test(piece)) tokens.push({ kind: 'figure', text: piece });
    else if (/^\p{L}/u.test(piece)) tokens.push({ kind: 'word', text: fold(piece) });
    else if (piece === '-') tokens.push({ kind: 'range', text: piece });
    else if (/[±+<>≥≤=().,:;/"'?!\u2018\u2019\u00b1&]/.test(piece))
      tokens.push({ kind: 'sign', text: piece });
    else return undefined;
  }
  return tokens;
};

/** Every amount in turn, in figures or in words; `undefined` for figures that are no whole number. */
const amountsOf = (tokens: readonly CountToken[]): readonly Amount[] | undefined => {
  const amounts: Amount[] = [];
  let behind = 'nothing' as Amount['behind'];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined) break;
    const spoken = token.kind === 'word' ? spokenAt(tokens, index) : undefined;
    if (token.kind === 'figure') {
      const times = multiples.get(tokens[index + 1]?.text ?? '');
      const value = wholeOf(token.text, times ?? 1);
      if (value === undefined) return undefined;
      amounts.push({ value, behind, isSpoken: false });
      behind = 'nothing';
      index += times === undefined ? 1 : 2;
    } else if (spoken !== undefined) {
      const times = equipment.multiples.get(tokens[index + spoken.length]?.text ?? '');
      amounts.push({ value: spoken.value * (times ?? 1), behind, isSpoken: true });
      behind = 'nothing';
      index += spoken.length + (times === undefined ? 0 : 1);
    } else {
      behind = token.kind === 'range' ? 'range' : betweenAfter(token, behind);
      index += 1;
    }
  }
  return amounts;
};

/** A unit, as in "10 sampai 15 orang" or "10 orang - 15 orang", does not break a range. */
const betweenAfter = ({ kind, text }: CountToken, behind: Amount['behind']): Amount['behind'] =>
  kind === 'word' && around.has(text) ? behind : 'other';

const spokenAt = (
  tokens: readonly CountToken[],
  start: number,
): { readonly value: number; readonly length: number } | undefined => {
  const words: string[] = [];
  for (let index = start; tokens[index]?.kind === 'word'; index += 1) {
    const word = tokens[index]?.text ?? '';
    if (numberFromWords(word) === undefined && !within.has(word)) break;
    words.push(word);
  }
  if (words.length === 0) {
    const value = equipment.glued.get(tokens[start]?.text ?? '');
    return value === undefined ? undefined : { value, length: 1 };
  }
  const value = numberFromWords(words.join(' '));
  return value === undefined ? undefined : { value, length: words.length };
};

const within: ReadonlySet<string> = new Set(['belas', 'puluh', 'ratus', 'ribu']);

const multiples: ReadonlyMap<string, number> = new Map([
  ...equipment.multiples,
  ['ribuan', 1000],
  ['k', 1000],
  ['ratus', 100],
  ['puluh', 10],
  ['juta', 1_000_000],
]);

/** "1.641" and "1,641" group thousands; a true fraction is whole only by its multiple: "1,5 ribu". */
const wholeOf = (figure: string, times: number): number | undefined => {
  if (/^\d+$/.test(figure)) return Number(figure) * times;
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(figure)) return Number(figure.replaceAll(/[.,]/g, '')) * times;
  const value = /^\d+[.,]\d{1,2}$/.test(figure)
    ? Number(figure.replace(',', '.')) * times
    : Number.NaN;
  return times > 1 && Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) : undefined;
};

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that leave the number what it is: what is counted, and "about", "at most". */
const around = wordSet(
  'orang org peserta pst pax partisipan undangan audiens pegawai asn pns anggota siswa mahasiswa guru tamu hadirin personil personel pengguna user akun ' +
    'unit buah bh set pcs pc menit mnt jam ' +
    'kurang lebih dari sekitar sekira sekiranya kira kisaran antara perkiraan estimasi est maksimal maksimum maks max min minimal minimum an kl krg lbh sktr paling banyak sedikit lebihnya di atas bawah hampir mencapai lusin kodi pasang ' +
    'rencana total jumlah sebanyak kapasitas ada yang hadir diundang daring luring online offline zoom via melalui tidak tdk secara termasuk saja terdiri atas plus minus dan per an yg dr lk l ke keatas kebawah k ribu rb ratus puluh juta ribuan belum blm pasti tentatif masih bisa berubah',
);

const none = wordSet(
  'belum tidak blm tdk tak pasti tahu diketahui ditentukan dipastikan jelas ada dihitung terdata data konfirmasi dikonfirmasi nihil',
);

/** Counts of these say nothing about how many people come. */
const otherThings = wordSet(
  'opd skpd ruangan ruang room titik lokasi instansi kelas perangkat device desa kelurahan kecamatan kabupaten kota kab sekolah unitkerja puskesmas dinas hari sesi tim grup kelompok angkatan persen lembaga kantor satker',
);
