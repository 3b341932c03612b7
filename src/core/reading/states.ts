import { type State, stateNames } from '../cases/state.ts';
import { isRambling } from './cell-text.ts';
import { fold, isLike } from './spelling.ts';

/** What people type for a state, folded; the state's own name is always understood. */
const spellings: Readonly<Record<State, readonly string[]>> = {
  Diajukan: ['baru', 'masuk', 'pengajuan', 'ajukan', 'permohonan baru'],
  'Perlu Perbaikan': [
    'perbaikan',
    'perbaiki',
    'revisi',
    'perlu revisi',
    'belum lengkap',
    'tidak lengkap',
    'kurang lengkap',
    'dikembalikan',
    'perlu dilengkapi',
  ],
  Diterima: ['terima', 'acc', 'disetujui', 'setuju', 'di terima', 'approved'],
  Dikoordinasikan: ['koordinasi', 'di koordinasikan', 'dalam koordinasi'],
  Terjadwal: ['jadwal', 'dijadwalkan', 'sudah dijadwalkan', 'scheduled', 'ter jadwal'],
  Disiapkan: ['persiapan', 'penyiapan', 'di siapkan', 'dalam persiapan', 'disiapkan'],
  Siap: ['ready', 'siap dilaksanakan', 'siap semua'],
  Berlangsung: [
    'berjalan',
    'sedang berlangsung',
    'sedang berjalan',
    'on going',
    'ongoing',
    'mulai',
  ],
  Selesai: [
    'done',
    'beres',
    'terlaksana',
    'dilaksanakan',
    'telah dilaksanakan',
    'finish',
    'rampung',
  ],
  Ditutup: ['tutup', 'closed', 'close', 'arsip', 'diarsipkan', 'di tutup'],
  Ditolak: ['tolak', 'di tolak', 'tidak disetujui', 'tidak diterima', 'rejected'],
  Dibatalkan: ['batal', 'di batalkan', 'pembatalan', 'cancel', 'canceled', 'cancelled'],
  'Dijadwalkan Ulang': [
    'jadwal ulang',
    'penjadwalan ulang',
    'reschedule',
    'rescheduled',
    'reskedul',
    'tunda',
    'ditunda',
    'diundur',
    'pindah jadwal',
    'ganti jadwal',
  ],
  'Tidak Terlaksana': [
    'tidak jadi',
    'tidak dilaksanakan',
    'tdk terlaksana',
    'tidak terlaksana',
    'gagal',
    'gagal terlaksana',
  ],
};

const known = stateNames.map((state) => ({ state, words: [fold(state), ...spellings[state]] }));

/**
 * The state that staff mean by what they typed in *Status*; `undefined` for anything else, "belum selesai" too.
 *
 * "ok terjadwal" and "sudah selesai" are the state behind the first word; "batal karena hujan" the one before the
 * reason.
 */
export const readState = (text: string): State | undefined => {
  // A letter is no state, whatever words stand in it.
  if (isRambling(text)) return undefined;
  const whole = fold(text);
  if (takenBack.test(whole)) return undefined;
  const reason = /^(.+?) (?:karena|krn|oleh|sebab|dari|pada|tgl|tanggal|menunggu)\b/.exec(
    whole,
  )?.[1];
  const bracket = fold(text.split(/[(,;:–-]/)[0] ?? '');
  for (const candidate of [whole, reason, bracket]) {
    if (candidate === undefined || candidate === '') continue;
    const state =
      stateOf(candidate) ??
      stateOf(candidate.replace(/^(?:ok|oke|sudah|sdh|telah|sedang|akan|status)(?: |$)/, ''));
    if (state !== undefined) return state;
  }
  return undefined;
};

/** "dibatalkan, tetap dilaksanakan", "batal / jadi" say two things: that is asked about. */
const takenBack =
  /\S .*\b(?:tetap|jadi (?:di ?laksanakan|terlaksana|lanjut)|(?:tidak|tdk|batal) (?:jadi )?(?:batal|di ?batalkan|di ?tolak|di ?tunda)|atau)\b/;

const stateOf = (folded: string): State | undefined => {
  if (folded === '') return undefined;
  const exact = known.find(({ words }) => words.includes(folded));
  if (exact !== undefined) return exact.state;
  const similar = known.filter(({ words }) => words.some((word) => isLike(folded, word)));
  return similar.length === 1 ? similar[0]?.state : undefined;
};
