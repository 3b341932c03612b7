import type { Cell } from '../snapshot.ts';
import { answerOf } from './cell-text.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';

/**
 * A telephone number as 62…, digits only: with or without its leading 0, "+62", spaces and dashes; of several the
 * first. A sheet that shows a number as 8,12E+10 still holds it whole; the same as text has lost its digits.
 */
export const readPhone = (cell: Cell | undefined): Reading<string> => {
  const text = answerOf(cell);
  if (text === undefined) return empty;
  if (/\d[.,]?\d*E\+?\d/i.test(text))
    return unsure(
      'tersimpan sebagai bilangan, sehingga angkanya hilang. Tulis ulang nomornya sebagai teks.',
    );
  const candidate = /(?:\+|\(\+)?\d[\d .()-]{5,}\d/.exec(text)?.[0];
  if (candidate === undefined) return unreadable;
  const digits = candidate.replaceAll(/\D/g, '');
  const national = digits.replace(/^(?:00)?62/, '').replace(/^0+/, '');
  if (!/^[2-9]\d{7,12}$/.test(national)) return unreadable;
  return read(`62${national}`);
};
