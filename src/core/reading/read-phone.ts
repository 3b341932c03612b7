import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { fold } from './spelling.ts';

/**
 * A telephone number as digits with the country in front, 62… unless another stands there behind a "+" or "00".
 *
 * With or without its leading 0, spaces, dashes and names around it. Of several the first mobile one, which can be
 * written to. Digits that belong to no number are said; letters among the digits are asked. A sheet that shows a number
 * as 8,12E+10 still holds it whole; the same as text has lost its digits.
 */
export const readPhone = eachTextOnce((cell: Cell | undefined): Reading<string> => {
  const typed = answerOf(forReading(cell));
  if (typed === undefined) return empty;
  if (isRambling(typed)) return unreadable;
  const text = typed.normalize('NFKC').replaceAll(/[‐‑‒–—−]/g, '-');
  if (/\d[.,]?\d*E\+?\d/i.test(text))
    return unsure(
      'tersimpan sebagai bilangan, sehingga angkanya hilang. Tulis ulang nomornya sebagai teks.',
    );
  if (/\d\p{L}(?!\p{L})/u.test(text.replaceAll(/\d[oOlI](?=\d)/g, ''))) return lettersAmong;
  const plain = text.replaceAll(/(?<![\p{L}\d])[oO](?=8\d{8})/gu, '0');
  if (
    /(?<!\p{L})[oOlI|]*\d[\doOlI|]*[oOlI|](?![\p{L}])|\d[oOlI]+\d|(?<!\p{L})[oOlI]+\d{3}/u.test(
      plain,
    )
  )
    return lettersAmong;
  const runs = plain.match(/\+?\(?\+?\d[\d .()_-]*/g) ?? [];
  const found = runs.map((run) => numbersIn(run, typeof cell === 'number'));
  const numbers = found.flatMap((one) => one.numbers);
  const [first] = numbers;
  if (first === undefined) return unreadable;
  const chosen = numbers.find(isMobile) ?? first;
  const denied = denialIn(fold(text));
  if (denied === 'number' || (denied === 'something' && new Set(numbers).size > 1))
    return unsure('disertai keterangan tidak dipakai. Tulis satu nomor yang dapat dihubungi.');
  if (denied === 'something')
    return read(
      chosen,
      `disertai kata "bukan" atau "tidak"; dipakai ${shown(chosen)}. Periksa nomor itu.`,
    );
  return read(chosen, ...whatElse(chosen, { numbers, left: found.some(({ left }) => left) }));
});

/** "Sudah tidak aktif" denies the number, "bukan WA" something about it. */
const denialIn = (folded: string): 'number' | 'something' | 'nothing' => {
  if (
    /\b(?:(?:tidak|tdk|tak|gak|ga|gk|nggak|enggak|non|bukan|jangan|jgn|belum|blm) ?(?:lagi |bisa |dapat |di ?)*(?:aktif|berlaku|pakai|gunakan|hubungi|nomor|no|ini|terpakai|berfungsi)|nonaktif|salah|mati|hilang|rusak|terblokir|diblokir|hangus|lama|ganti|diganti|berganti)\b/.test(
      folded,
    )
  )
    return 'number';
  return /\b(?:tidak|tdk|tak|gak|gk|nggak|enggak|bukan|bkn|jangan|jgn|tanpa|non|belum|blm)\b/.test(
    folded,
  )
    ? 'something'
    : 'nothing';
};

const lettersAmong = unsure(
  'memuat huruf di antara angkanya, sehingga tidak terbaca. Tulis ulang nomornya.',
);

interface NumbersFound {
  readonly numbers: readonly string[];
  /** Digits that make no number. */
  readonly left: boolean;
}

const whatElse = (chosen: string, { numbers, left }: NumbersFound): readonly string[] => {
  const others = new Set(numbers);
  others.delete(chosen);
  if (others.size > 0) return [`memuat lebih dari satu nomor; dipakai ${shown(chosen)}.`];
  return left ? [`memuat angka lain; dipakai ${shown(chosen)}. Periksa nomor itu.`] : [];
};

const shown = (number: string): string =>
  number.startsWith('62') ? `0${number.slice(2)}` : `+${number}`;

/** One number, or several written without anything but blanks or dashes between them. */
const numbersIn = (run: string, isNumber: boolean): NumbersFound => {
  const whole = internationalOf(run, isNumber);
  if (whole !== undefined) return { numbers: [whole], left: false };
  const numbers: string[] = [];
  let current = '';
  let left = false;
  const close = (): void => {
    const number = internationalOf(current, isNumber);
    if (number !== undefined) numbers.push(number);
    else if (current !== '') left = true;
    current = '';
  };
  for (const [group] of run.matchAll(/\+?\d+/g)) {
    if (/^(?:\+|0|62)/.test(group) && internationalOf(current, isNumber) !== undefined) close();
    current += group;
  }
  close();
  return { numbers: left ? [] : numbers, left };
};

const isMobile = (number: string): boolean => /^628[1-9]\d{7,10}$/.test(number);

/** Longer runs are no number, whatever stands in them. */
const mostDigits = 24;

const internationalOf = (run: string, isNumber: boolean): string | undefined => {
  const digits = run.replaceAll(/\D/g, '');
  if (digits.length < 8 || digits.length > mostDigits) return undefined;
  const abroad = run.includes('+') ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (abroad !== undefined && !/^(?:0|62)/.test(abroad))
    return /^[1-9]\d{7,14}$/.test(abroad) && !/^8[1-9]\d{7,10}$/.test(abroad) ? abroad : undefined;
  if (abroad?.startsWith('62') === true) return national(abroad.slice(2).replace(/^0/, ''));
  if (/^0*620?8[1-9]\d{7,10}$/.test(digits)) return national(digits.replace(/^0*620?/, ''));
  if (digits.startsWith('0')) return national(digits.slice(1));
  if (digits.startsWith('62') && digits.length >= 10)
    return national(digits.slice(2).replace(/^0/, ''));
  return isNumber || digits.startsWith('8') || knownArea.test(digits)
    ? national(digits)
    : undefined;
};

/** Area codes that people of the province write without the 0. */
const knownArea = /^(?:435|443|431|411|451|21)/;

const national = (digits: string): string | undefined =>
  /^8[1-9]\d{7,10}$|^[2-79]\d{6,10}$/.test(digits) ? `62${digits}` : undefined;
