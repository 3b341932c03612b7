import type { NetworkState } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { textOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';
import { fold } from './spelling.ts';

/** *Koordinasi Jaringan*: siap, tidak siap or tidak perlu, also with a person and a time behind it; "siap, tapi …" is asked about. */
export const readNetworkState = eachTextOnce((cell: Cell | undefined): Reading<NetworkState> => {
  const text = textOf(cell);
  const folded = fold(text);
  if (folded === '') return /[✓✔☑✅√]/u.test(text) ? read('siap') : empty;
  if (text.includes('?')) return unreadable;
  if (/^(?:tidak|tdk|tak|gak?) (?:perlu|di ?perlukan|butuh|di ?butuhkan)\b/.test(folded))
    return read('tidak perlu');
  if (/^(?:tidak|tdk|tak|belum|blm|gak?)\b/.test(folded))
    return / (?:siap|ready|tersedia|bisa|ada)\b/.test(folded) || /^(?:belum|blm)\b/.test(folded)
      ? read('tidak siap')
      : unreadable;
  if (
    /\b(?:tapi|tetapi|namun|kecuali|belum|blm|tidak|tdk|asal|bila|jika|kalau|sebagian|separuh|setengah|hampir|kurang|mungkin|nanti|akan|atau|gagal|rusak|putus)\b/.test(
      folded,
    )
  )
    return unreadable;
  const ready = /^(?:sudah siap|siap|ready|ok|oke|aman|sudah|tersedia|true|v)\b/.exec(folded)?.[0];
  if (ready === undefined) return unreadable;
  return accounted.test(folded.slice(ready.length))
    ? read('siap')
    : read('siap', 'dibaca siap; keterangan lainnya tidak ikut dibaca. Periksa.');
});

/** Who said so, and when. */
const accounted =
  /^(?: (?:semua|jaringan|jaringannya|internet|lan|wifi|digunakan|dipakai|siap|ok|aman))*(?:$| (?:\d|(?:oleh|dengan|via|kata|konfirmasi|dikonfirmasi|dicek|pak|bu|bapak|ibu|tim|sdr|pukul|jam|tgl|tanggal)\b))/;
