import type { RecordingResult } from '../cases/request.ts';
import type { Cell } from '../sheet/snapshot.ts';
import { forReading, textOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { type Reading, read, unsure } from './reading.ts';
import { fold } from './spelling.ts';
import { isYetToCome } from './yet-to-come.ts';

/** *Hasil Rekaman*: "tidak direkam", a link, or why a recording is not handed over. */
export const readRecordingResult = eachTextOnce(
  (cell: Cell | undefined): Reading<RecordingResult> => {
    const text = textOf(forReading(cell)).replaceAll('\n', ' ');
    const folded = fold(text);
    if (folded === '') return { kind: 'empty' };
    const links = text.match(linkLike) ?? [];
    const [link] = links;
    if (new Set(links).size > 1)
      return unsure('memuat lebih dari satu tautan. Tulis satu tautan rekaman.');
    if (link !== undefined) return read({ kind: 'link', link });
    if (isYetToCome(text) && !/^(?:tidak|tdk|tak)\b/.test(folded) && folded !== 'nihil')
      return unsure('berarti hasil rekaman belum ada. Isi tautan rekaman bila sudah ada.');
    if (
      /^(?:(?:tidak|tdk|tak|tanpa) ?(?:di ?rekam|rekaman|ada|ada rekaman|ada perekaman)?|nihil|false)$/.test(
        folded,
      )
    )
      return read({ kind: 'not-recorded' });
    if (/^(?:tidak|tdk|tak) di ?rekam\b/.test(folded)) return read({ kind: 'not-recorded' });
    if (/^(?:ya|ada|sudah|sdh|di ?rekam|sudah di ?rekam|rekaman ada|true|v|ok)$/.test(folded))
      return unsure(
        'belum menyebut hasilnya. Tulis tautan rekaman atau alasan rekaman tidak diserahkan.',
      );
    if (
      /\b(?:menyusul|nyusul|belum|blm|(?:masih |ada |disimpan )di (?:pak|bu|bapak|ibu))\b/.test(
        folded,
      )
    )
      return unsure('belum menyebut tautan rekaman atau alasan rekaman tidak diserahkan.');
    if (/\b(?:gagal|rusak|hilang|terhapus|corrupt|error)\b/.test(folded) || text.includes('?'))
      return unsure(
        'belum jelas apakah ada rekaman. Tulis "tidak direkam", tautan rekaman, atau alasan rekaman tidak diserahkan.',
      );
    const why =
      /\b(?:karena|sebab|alasan(?:nya)?)\b[\s:]*(.+?)\)?$/i.exec(text)?.[1] ??
      /\bdiserahkan\b\s*[:,(-]+\s*(.+?)\)?$/i.exec(text)?.[1];
    return read({ kind: 'withheld', why: why ?? text });
  },
);

/** An address with or without its "https://". */
const linkLike =
  /\bhttps?:\/\/\S+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10}\/\S+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|id|us|net|org|be)\b/giu;
