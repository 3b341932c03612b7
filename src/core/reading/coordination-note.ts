import { fold } from './spelling.ts';

/**
 * Whether a note in *Koordinasi Pemohon* says that the requester was spoken to. A failed attempt ("tidak diangkat"), a
 * plan ("akan dihubungi besok") and a mere "x" are notes too, and no coordination.
 *
 * Of several attempts the last one counts. A note that leaves room for doubt counts as none: a report may call too
 * little done, never too much.
 */
export const saysCoordinated = (note: string): boolean => {
  if (isMark(fold(note)) || /[?✗✘❌❎]/u.test(note)) return false;
  const clauses = note.split(breaks).map((clause) => fold(clause).replaceAll(harmless, ''));
  const attempt = clauses.findLast((clause) => contact.test(clause));
  return attempt === undefined
    ? clauses.some((clause) => clause.trim() !== '') && !clauses.some(isDoubtful)
    : !isDoubtful(attempt);
};

/** "x", "tidak", a number alone: nobody knows what it stands for. */
const isMark = (folded: string): boolean =>
  /^(?:x+|no|n a|na|n|t|tba|tbd|to do|todo|(?:dalam |on )?(?:proses|progress?)|false|\d*)$/.test(
    folded,
  );

const breaks =
  /[,;:!()\n]|\.(?!\d)|\s[-–—]\s|\s(?:tapi|tetapi|tp|namun|lalu|kemudian|akhirnya)\s/iu;

/** "Tidak ada kendala" denies nothing that was to be done. */
const harmless =
  /\b(?:(?:tidak|tdk|tak|gak|ga|belum|blm) ada|tanpa) (?:kendala|masalah|perubahan|hambatan|tambahan)\b|\btidak masalah\b/g;

const stem =
  '(?:di|ter|meng|meny|men|mem|me|ber|bisa)?(?:hub|kontak|k?onfirmasi|koordinasi|telep|elep|tel[pf]|tlp|jawab|balas|angkat|respon|tanggap|sambung|nyambung|bicara|temu|tanya|anya)\\p{L}*';

const contact = new RegExp(
  `\\b(?:${stem}|aktif|nomor(?:nya)?|jangkauan|terjangkau|centang|dibaca|sibuk)(?!\\p{L})`,
  'u',
);

const isDoubtful = (clause: string): boolean =>
  denied.test(clause) ||
  toDo.test(clause) ||
  (/\blagi\b/.test(clause) && !/\b(?:sudah|sdh|telah|berhasil)\b/.test(clause));

/** Not done, not successful, or not yet. */
const denied =
  /\b(?:tidak|tidk|tdak|tdk|tak|gak|gk|ga|nggak|ngga|enggak|engga|ndak|nda|bukan|bkn|jangan|jgn|belum|belom|blum|blm|gagal|batal|dibatalkan|tanpa (?:jawab|balas|respon|tanggap|kabar)\p{L}*|no (?:respon\p{L}*|answer|reply)|susah|sulit|kurang|unreachable|voice ?mail|nihil|kosong|lupa|salah|sibuk|mati|putus|terputus|ditolak|menolak|luar jangkauan|diluar jangkauan|centang|dibaca|akan|akn|nanti|nnt|besok|bsk|esok|lusa|(?:minggu|pekan|bulan|senin|selasa|rabu|kamis|jumat|sabtu) depan|rencana\p{L}*|direncanakan|dijadwalkan|menunggu|nunggu|tunggu|ditunggu|menyusul|nyusul|segera|mungkin|tunda|ditunda|pending)(?!\p{L})/u;

/** "perlu dihubungi", "hubungi Pak Budi": told to somebody. */
const toDo = new RegExp(
  `\\b(?:perlu|harus|mohon|tolong|harap|mau|hendak|ingin|sedang|masih|proses|coba|dicoba|mencoba)(?: \\p{L}+)? ${stem}|^(?:hubungi|telepon(?: |$)(?!pukul|jam|dengan)|tanyakan|konfirmasikan|koordinasikan|temui)(?!\\p{L})`,
  'u',
);
