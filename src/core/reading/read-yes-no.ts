/** Yes and no, ticks, and whether a request still waits for its requester, as people write them. */
import type { Cell } from '../sheet/snapshot.ts';
import { textOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unreadable } from './reading.ts';
import { fold } from './spelling.ts';

const yes = /^(?:y|ya|iya|iye|yes|true|benar|ok|oke|okay|ada|perlu|mohon|boleh|1)\b/;
const no = /^(?:t|tidak|tdk|tak|no|false|salah|tanpa|belum|blm|nihil|0)\b/;
const done =
  /^(?:v|x|sudah|sdh|telah|siap|selesai|beres|lengkap|done|cek|aman|dipenuhi|terpenuhi|terlampir)\b/;
const marks = /^[✓✔☑✅√🗸xXvV]/u;

/** Ya or tidak; "-" is tidak. */
export const readYesNo = eachTextOnce((cell: Cell | undefined): Reading<boolean> => {
  if (typeof cell === 'boolean') return read(cell);
  const text = textOf(cell);
  if (text === '') return empty;
  const folded = fold(text);
  if (no.test(folded))
    return text.includes('?') || turnedNo.test(folded) ? unreadable : read(false);
  if (yes.test(folded)) return isDoubtful(text) ? unreadable : read(true);
  if (folded === '') return marks.test(text) ? read(true) : read(false);
  return unreadable;
});

/** A tick in any of its shapes: a ticked box, "✓", "v", "x", "ya", "sudah", the day on which it was done. */
export const readTick = eachTextOnce((cell: Cell | undefined): Reading<boolean> => {
  if (typeof cell === 'number') return read(cell !== 0);
  const answer = readYesNo(cell);
  if (answer.kind !== 'unreadable') return answer;
  const text = textOf(cell);
  return done.test(fold(text)) && !isDoubtful(text) ? read(true) : unreadable;
});

/** *Menunggu Pemohon*: "sudah dijawab" and "selesai" end the waiting, "belum dijawab" does not; "sudah" says neither. */
export const readWaiting = eachTextOnce((cell: Cell | undefined): Reading<boolean> => {
  const text = textOf(cell);
  const folded = fold(text);
  if (/^(?:belum|blm|tidak|tdk) (?:ada )?(?:di|ter)? ?(?:jawab|balas|respon)\w*$/.test(folded))
    return read(true);
  if (isDoubtful(text)) return readYesNo(cell);
  if (
    /^(?:(?:sudah|sdh|telah) )?(?:(?:di|ter|men)? ?(?:jawab|balas|respon)\w*|selesai|beres|lengkap|done)\b/.test(
      folded,
    )
  )
    return read(false);
  return /^(?:sudah|sdh|telah|siap)\b(?! menunggu)/.test(folded) ? unreadable : readTick(cell);
});

/** Words that take back or halve a yes that stands before them. */
const isDoubtful = (text: string): boolean => text.includes('?') || halved.test(fold(text));
const halved =
  /\b(?:tapi|tetapi|tp|namun|kecuali|sebagian|separuh|setengah|hampir|kurang|gagal|rusak|error|belum|blm|tidak|tdk|bukan|atau|nanti|mungkin|akan|batal|jika|bila|kalau)\b/;
/** A yes behind a no. */
const turnedNo = /\b(?:ya|iya|yes|sudah|sdh|tapi|tetapi|namun|atau|kecuali)\b/;
