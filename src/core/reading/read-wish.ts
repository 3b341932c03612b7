import type { Cell } from '../sheet/snapshot.ts';
import { forReading, isRambling, textOf } from './cell-text.ts';
import { eachTextOnce } from './each-text-once.ts';
import { empty, type Reading, read, unreadable, unsure } from './reading.ts';
import { fold } from './spelling.ts';
import { clausesOf, courtesies, negations, vocabulary, type Word } from './words.ts';

/** What a requester may wish beside the meeting. */
export type Wish = 'recording' | 'streaming';

/**
 * Whether the requester wants a recording or a broadcast: "Ya", "mohon direkam", "jgn disiarkan", "tidak perlu".
 *
 * A negation anywhere turns the part of the sentence that it stands in; parts that disagree, and "kalau bisa", are asked.
 * Words that nobody knows are asked where they could turn the answer, else said. "-" is tidak.
 */
export const readWish = (cell: Cell | undefined, wish: Wish): Reading<boolean> =>
  readers[wish](cell);

const understoodAs = (cell: Cell | undefined, wish: Wish): Reading<boolean> => {
  if (typeof cell === 'boolean') return read(cell);
  const text = textOf(forReading(cell));
  if (text === '') return empty;
  if (isRambling(text) || text.includes('?') || byThemselves.test(fold(text))) return unclear;
  if (fold(text) === '') return markOf(text);
  const parts = clausesOf(text).map((clause) => answerOfClause(sorts[wish](clause)));
  if (parts.some(({ answer }) => answer === 'open')) return unclear;
  const says = new Set(parts.map(({ answer }) => answer));
  if (says.has('yes') && says.has('no'))
    return unsure('menyebut beberapa jawaban. Tulis Ya atau Tidak; sampai jelas, dianggap Tidak.');
  if (!says.has('yes') && !says.has('no')) return unreadable;
  const value = says.has('yes');
  return parts.some(({ left }) => left)
    ? read(value, `dibaca ${value ? 'Ya' : 'Tidak'}.`)
    : read(value);
};

const readers: Readonly<Record<Wish, (cell: Cell | undefined) => Reading<boolean>>> = {
  recording: eachTextOnce((cell) => understoodAs(cell, 'recording')),
  streaming: eachTextOnce((cell) => understoodAs(cell, 'streaming')),
};

/** "direkam oleh kami", "kami yang merekam": then nobody asks us to. */
const byThemselves =
  /\b(?:oleh|dari) (?:kami|kita|saya|panitia|pemohon|peserta|pihak kami|tim kami)\b|\b(?:kami|kita|saya|panitia) (?:yang |yg |akan |sudah |yang akan )?(?:merekam|rekam|menyiarkan|siarkan|livekan|streamingkan)\b|\bsendiri\b/;

/** What one part of the sentence says, and whether it has words that nobody knows. */
interface WishPart {
  readonly answer: 'yes' | 'no' | 'open' | 'nothing';
  readonly left: boolean;
}

const unclear = unsure('tidak terbaca. Tulis Ya atau Tidak; sampai jelas, dianggap Tidak.');

const groups = {
  not: negations,
  no: 't n g salah false nihil none off 0 kosong batal nope',
  yes: 'y ya on need yaa yaaa iya iyaa iye yoi yes yess yup true benar betul ok oke okay siap ada perlu diperlukan dibutuhkan butuh membutuhkan memerlukan boleh bisa dapat setuju minta tolong dibantu mau ingin silakan silahkan v 1 bersedia',
  /** "Tidak wajib" leaves it open. */
  must: 'wajib harus tentu pasti',
  /** Whoever writes these has not decided. */
  open: 'belum blm kalau klo kalo jika bila apabila mungkin opsional optional opsi tentatif tergantung terserah memungkinkan atau rencana rencananya nanti menyesuaikan fleksibel situasional kecuali selain bebas ragu sebagian hanya cukup',
  other: `${courtesies} usah dulu dahulu please pls saja aja sangat sekali`,
};

const recordingWords =
  'rekam direkam merekam perekaman rekaman record recording recorded rec rekamannya recordnya';
const streamingWords =
  'live stream streaming livestreaming siaran siarkan disiarkan menyiarkan penyiaran langsung tayang ditayangkan penayangan youtube yt facebook fb instagram ig tiktok kanal channel broadcast streamingkan livekan';

const sorts = {
  recording: vocabulary({
    ...groups,
    about: recordingWords,
    detail: 'zoom cloud video videonya hasil hasilnya seluruh penuh full dokumentasi arsip',
  }),
  /** People take one column for the other: a wish to be recorded there is a wish all the same. */
  streaming: vocabulary({
    ...groups,
    about: `${streamingWords} ${recordingWords}`,
    detail: 'zoom diskominfo kominfo kominfotik pemprov resmi akun media sosial',
  }),
} as const;

type WishWord = keyof typeof groups | 'about' | 'detail';

const answerOfClause = (words: readonly Word<WishWord>[]): WishPart => {
  const has = (kind: WishWord | 'unknown'): boolean => words.some((word) => word.kind === kind);
  const left = has('unknown');
  const turn = words.findIndex(({ kind }) => kind === 'not');
  const turnsTwice = words.filter(({ kind }) => kind === 'not').length > 1;
  const isPositive = has('yes') || has('must') || has('about');
  if (has('open') || turnsTwice) return { answer: 'open', left };
  if (turn >= 0) {
    const before = words.slice(0, turn).some(({ kind }) => kind === 'yes' || kind === 'must');
    const isOpen = left || before || has('no') || has('must');
    return { answer: isOpen ? 'open' : 'no', left };
  }
  if (has('no')) return { answer: isPositive || left ? 'open' : 'no', left };
  return { answer: isPositive ? 'yes' : 'nothing', left };
};

const markOf = (text: string): Reading<boolean> => {
  if (/^[\s✓✔☑✅√🗸👍]+$/u.test(text)) return read(true);
  return /^[\s\-–—_.✗✘×❌☐/]+$/u.test(text) ? read(false) : unclear;
};
