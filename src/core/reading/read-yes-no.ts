import type { Cell } from '../snapshot.ts';
import { textOf } from './cell-text.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';
import { fold } from './spelling.ts';

const yes = /^(?:y|ya|iya|iye|yes|true|benar|ok|oke|okay|ada|perlu|mohon|boleh|1)\b/;
const no = /^(?:t|tidak|tdk|tak|no|false|salah|tanpa|belum|blm|nihil|0)\b/;
const done =
  /^(?:v|x|sudah|sdh|telah|siap|selesai|beres|lengkap|done|cek|aman|dipenuhi|terpenuhi|terlampir)\b/;
const marks = /^[✓✔☑✅√🗸xXvV]/u;

/** Ya or tidak; "-" is tidak. */
export const readYesNo = (cell: Cell | undefined): Reading<boolean> => {
  if (typeof cell === 'boolean') return read(cell);
  const text = textOf(cell);
  if (text === '') return empty;
  const folded = fold(text);
  if (no.test(folded)) return read(false);
  if (yes.test(folded)) return read(true);
  if (folded === '') return marks.test(text) ? read(true) : read(false);
  return unreadable;
};

/** A tick in any of its shapes: a ticked box, "✓", "v", "x", "ya", "sudah", the day on which it was done. */
export const readTick = (cell: Cell | undefined): Reading<boolean> => {
  if (typeof cell === 'number') return read(cell !== 0);
  const answer = readYesNo(cell);
  if (answer.kind !== 'unreadable') return answer;
  return done.test(fold(textOf(cell))) ? read(true) : unreadable;
};
