import type { Cell } from '../sheet/snapshot.ts';
import { answerOf, forReading, isRambling } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { vocabulary } from './words.ts';

/**
 * A civil servant's number as digits. It is a text of eighteen digits; other lengths are warned about and kept,
 * and a cell that holds it as a number has lost the last ones. "0" and "Non ASN" are none.
 */
export const readNip = eachTextOnce((cell: Cell | undefined): Reading<string> => {
  const text = answerOf(forReading(cell))?.normalize('NFKC');
  if (text === undefined) return empty;
  if (isRambling(text)) return unreadable;
  if (/\d[.,]?\d*E\+?\d/i.test(text))
    return unsure(
      'tersimpan sebagai bilangan, sehingga angkanya hilang. Tulis ulang sebagai teks.',
    );
  const plain = text.replaceAll(/\bp3k\b/gi, 'pppk');
  const numbers = plain
    .split(/[^\d\s.'’`_–-]+/)
    .map((run) => run.replaceAll(/\D/g, ''))
    .filter((digits) => digits !== '');
  const words = sort(plain.replaceAll(/\d/g, ' '));
  const stray = words.some(({ kind }) => kind === 'unknown');
  const [nip, ...others] = numbers.filter((digits) => /[1-9]/.test(digits) && digits.length > 3);
  if (nip === undefined)
    return stray || numbers.some((digits) => /[1-9]/.test(digits)) ? unreadable : empty;
  if (others.length > 0) return unsure('memuat beberapa nomor. Tulis satu NIP.');
  if (typeof cell === 'number' && !Number.isSafeInteger(cell))
    return read(
      nip,
      'tersimpan sebagai bilangan, sehingga angka terakhirnya hilang. Tulis ulang sebagai teks.',
    );
  const broken = /\d[oOlI]|[oOlI]\d/.test(plain);
  if (broken) return unreadable;
  if (nip.length !== 18) return read(nip, `berisi ${nip.length} angka, bukan 18. Periksa NIP itu.`);
  return numbers.length > 1 ? read(nip, `memuat angka lain; dibaca ${formatNip(nip)}.`) : read(nip);
});

/** Words that stand beside a number, or say that there is none. */
const sort = vocabulary({
  known:
    'nip nipppk nippppk nippk nrp nik no nomor pppk pns asn cpns tni polri aparatur sipil negara pegawai negeri belum tidak ada tdk non bukan tanpa punya memiliki blm tak honorer honor ptt gtt thl tht kontrak tenaga ahli swasta umum masyarakat mahasiswa dosen gol golongan pangkat ruang i ii iii iv a b c d e paruh waktu outsourcing outsorcing magang staf staff khusus pihak ketiga nihil kosong na n',
});

/** "19680411 199303 1 009", as official letters print it; another length stays as it is. */
export const formatNip = (nip: string): string =>
  nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
