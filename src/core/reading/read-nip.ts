import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';

/**
 * A civil servant's number as digits. It is a text of eighteen digits; other lengths are warned about and kept,
 * and a cell that holds it as a number has lost the last ones.
 */
export const readNip = (cell: Cell | undefined): Reading<string> => {
  const text = answerOf(cell);
  if (text === undefined || /^(?:tidak|tdk|non|belum|honorer|ptt|gtt|thl)\b/i.test(text))
    return empty;
  const nip = text.replace(/^nip\b[ .:]*/i, '').replaceAll(/[\s.'’-]/g, '');
  if (!/^\d+$/.test(nip)) return unreadable;
  if (typeof cell === 'number' && !Number.isSafeInteger(cell))
    return read(
      nip,
      'tersimpan sebagai bilangan, sehingga angka terakhirnya hilang. Tulis ulang sebagai teks.',
    );
  return nip.length === 18
    ? read(nip)
    : read(nip, `berisi ${nip.length} angka, bukan 18. Periksa NIP itu.`);
};

/** "19680411 199303 1 009", as official letters print it; another length stays as it is. */
export const formatNip = (nip: string): string =>
  nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
