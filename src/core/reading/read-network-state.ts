import type { NetworkState } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { textOf } from './cell-text.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';
import { fold } from './spelling.ts';

/** *Koordinasi Jaringan*: siap, tidak siap or tidak perlu, also with a person and a time behind it; "siap, tapi …" is asked about. */
export const readNetworkState = (cell: Cell | undefined): Reading<NetworkState> => {
  const text = textOf(cell);
  const folded = fold(text);
  if (folded === '') return /[✓✔☑✅√]/u.test(text) ? read('siap') : empty;
  if (/^(?:tidak|tdk|tak|gak?) (?:perlu|di ?perlukan|butuh|di ?butuhkan)\b/.test(folded))
    return read('tidak perlu');
  if (/^(?:tidak|tdk|tak|belum|blm|gak?)\b/.test(folded))
    return / (?:siap|ready|tersedia|bisa|ada)\b/.test(folded) || /^(?:belum|blm)\b/.test(folded)
      ? read('tidak siap')
      : unreadable;
  if (/\b(?:tapi|tetapi|namun|kecuali|belum|blm|tidak|tdk|asal|bila|jika|kalau)\b/.test(folded))
    return unreadable;
  return /^(?:siap|ready|ok|oke|aman|sudah siap|sudah|tersedia|true|v)\b/.test(folded)
    ? read('siap')
    : unreadable;
};
