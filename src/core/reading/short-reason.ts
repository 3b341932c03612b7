/** What staff say in *Alasan* that an event was called off for want of: people, a licence, things. */

export type NeedKind = 'equipment' | 'licence' | 'officer';

export type ShortReason =
  /** Nothing is written, or only that the time was taken. */
  | { readonly kind: 'untold'; readonly isEmpty: boolean }
  | { readonly kind: 'short'; readonly of: ReadonlySet<NeedKind> }
  | { readonly kind: 'other' };

/** @param things What this event asked for, as it is called there. */
export const readShortReason = (
  reason: string | undefined,
  things: readonly string[],
): ShortReason => {
  const text = plain(reason ?? '');
  if (text === '') return { kind: 'untold', isEmpty: true };
  const short = clausesIn(text).filter((clause) => wants.test(clause));
  const of = new Set(
    short.flatMap((clause): readonly NeedKind[] => [
      ...(officers.test(clause) ? (['officer'] as const) : []),
      ...(licences.test(clause) ? (['licence'] as const) : []),
      ...(equipment.test(clause) || things.some((thing) => clause.includes(plain(thing)))
        ? (['equipment'] as const)
        : []),
    ]),
  );
  if (of.size > 0) return { kind: 'short', of };
  return taken.test(text) ? { kind: 'untold', isEmpty: false } : { kind: 'other' };
};

/** "Petugas, akun dan speaker tidak tersedia" says one thing of all; "petugas siap, narasumber sakit" says two. */
const clausesIn = (text: string): readonly string[] =>
  text.split(sentenceEnd).flatMap((sentence) => {
    const clauses: string[] = [];
    for (const part of sentence.split(',')) {
      const last = clauses.at(-1);
      if (last !== undefined && (isList(last) || isList(part)))
        clauses.splice(-1, 1, `${last},${part}`);
      else clauses.push(part);
    }
    return clauses;
  });

/** Nothing but what people and things are called. */
const isList = (clause: string): boolean =>
  clause
    .split(',')
    .every(
      (part) =>
        !wants.test(part) &&
        !ready.test(part) &&
        part.split(' ').filter((word) => word !== '' && !joining.has(word)).length <= 2,
    );

/** What stands there is there: "petugas siap", "alat lengkap". */
const ready = /\b(?:siap|siaga|standby|hadir|lengkap|tersedia|ada|aman|sehat|bersedia)\b/;

/** Also where what is there is followed by something else, or set against it: "petugas siap tetapi narasumber sakit". */
const sentenceEnd =
  /[.;]|\b(?:tetapi|tapi|namun|sedangkan|sementara)\b|(?<!\byang \w+)(?<=\b(?:siap|siaga|standby|hadir|lengkap|tersedia)) (?=\p{L})(?!kurang|terbatas|habis|hanya|tidak|tdk|belum|yang)/u;

const joining: ReadonlySet<string> = new Set(['dan', 'serta', 'atau', 'maupun', 'baik', 'semua']);

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** "Semua petugas bertugas", "akun tidak tersedia", "speaker rusak". */
const wants =
  /\b(?:kurang|kekurangan|keterbatasan|terbatas|habis|penuh|terpakai|rusak|sakit|cuti|berhalangan)\b|\b(?:tidak|tdk|belum|tanpa) (?:ada|tersedia|cukup|mencukupi|siap|lengkap|(?:bisa |dapat )?hadir)\b|\bsemua\b.*\b(?:bertugas|dipakai|digunakan|dinas luar)\b/;

const officers = /\b(?:petugas|operator|personel|personil|sdm)\b/;
const licences =
  /\b(?:akun|lisensi)\b|\bzoom (?:sudah |sedang )?(?:penuh|habis|terpakai|tidak tersedia)\b/;
const equipment = /\b(?:alat|peralatan|perangkat)\b/;

const taken = /\b(?:bentrok|bertabrakan|tabrakan|bersamaan|penuh|padat|waktu yang sama)\b/;
