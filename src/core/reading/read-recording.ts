import type { RecordingResult } from '../request.ts';
import type { Cell } from '../snapshot.ts';
import { forReading, textOf } from './cell-text.ts';
import { type Reading, read, unsure } from './reading.ts';
import { fold } from './spelling.ts';

/** *Hasil Rekaman*: "tidak direkam", a link, or why a recording is not handed over. */
export const readRecordingResult = (cell: Cell | undefined): Reading<RecordingResult> => {
  const text = textOf(forReading(cell)).replaceAll('\n', ' ');
  const folded = fold(text);
  if (folded === '') return { kind: 'empty' };
  const link = /\bhttps?:\/\/\S+|\b(?:drive|docs)\.google\.com\/\S+|\bzoom\.us\/\S+/i.exec(
    text,
  )?.[0];
  if (link !== undefined) return read({ kind: 'link', link });
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
  const why =
    /\b(?:karena|sebab|alasan(?:nya)?)\b[\s:]*(.+?)\)?$/i.exec(text)?.[1] ??
    /\bdiserahkan\b\s*[:,(-]+\s*(.+?)\)?$/i.exec(text)?.[1];
  return read({ kind: 'withheld', why: why ?? text });
};
