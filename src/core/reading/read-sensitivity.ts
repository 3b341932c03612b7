import type { Sensitivity } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { empty, type Reading, read, unsure } from './reading.ts';
import { fold, isLike } from './spelling.ts';

/** *Sifat Kegiatan*; whoever cannot read it must treat the event as confidential until it is answered. */
export const readSensitivity = (cell: Cell | undefined): Reading<Sensitivity> => {
  const text = answerOf(cell);
  if (text === undefined) return empty;
  const folded = fold(text);
  const words = folded.split(' ');
  const says = (known: readonly string[]): boolean =>
    words.some((word) => known.some((one) => isLike(word, one)));
  if (/^(?:tidak|tdk|bukan|non)\b/.test(folded)) return read('biasa');
  if (says(['rahasia', 'konfidensial', 'confidential'])) return read('rahasia');
  if (says(['terbatas'])) return read('terbatas');
  if (says(['biasa', 'umum', 'terbuka', 'publik', 'normal'])) return read('biasa');
  return unsure(
    'tidak dikenal. Pilih Biasa, Terbatas, atau Rahasia; sampai jelas, kegiatan diperlakukan sebagai rahasia.',
  );
};
