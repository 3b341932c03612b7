import type { State } from '../core/cases/state.ts';
import type { StateColours } from './palette.ts';
import {
  accepted,
  closed,
  done,
  mend,
  moved,
  planned,
  prepared,
  refused,
  running,
  waiting,
} from './palette.ts';

/** How each state looks in the sheet and what Panduan says about it. */
export const states: Readonly<
  Record<State, { readonly colours: StateColours; readonly meaning: string }>
> = {
  Diajukan: {
    colours: waiting,
    meaning: 'Permohonan baru masuk dan belum selesai dibaca.',
  },
  'Perlu Perbaikan': {
    colours: mend,
    meaning:
      'Ada jawaban wajib yang kosong atau tidak terbaca, atau masih ditanyakan kepada pemohon. Lihat Keterangan. Waktu layanan berhenti sementara.',
  },
  Diterima: {
    colours: accepted,
    meaning: 'Permohonan lengkap. Waktu 24 jam mulai dihitung.',
  },
  Dikoordinasikan: {
    colours: accepted,
    meaning: 'Sedang dibicarakan dengan pemohon atau dengan Tim Kerja Jaringan.',
  },
  Terjadwal: {
    colours: planned,
    meaning: 'Petugas dan akun sudah ada dan pemohon sudah diberi konfirmasi.',
  },
  Disiapkan: {
    colours: prepared,
    meaning: 'Peralatan, lokasi, atau persiapan teknis sedang dikerjakan.',
  },
  Siap: { colours: prepared, meaning: 'Semua pemeriksaan sudah dicentang.' },
  Berlangsung: { colours: running, meaning: 'Kegiatan sedang berjalan.' },
  Selesai: {
    colours: done,
    meaning: 'Kegiatan sudah lewat, tetapi data laporan belum lengkap.',
  },
  Ditutup: {
    colours: closed,
    meaning: 'Laporan lengkap, atau kekurangannya dibebaskan dengan alasan tertulis.',
  },
  Ditolak: {
    colours: refused,
    meaning: 'Tidak dapat dilayani. Tulis sebabnya di kolom Alasan.',
  },
  Dibatalkan: {
    colours: refused,
    meaning: 'Pemohon membatalkan. Tulis sebabnya di kolom Alasan.',
  },
  'Dijadwalkan Ulang': {
    colours: moved,
    meaning:
      'Hari, jam, atau tempatnya akan berganti. Petugas, akun, dan alat dilepas sampai jadwal baru ditulis; setelah itu Status mengikuti isian lagi. Waktu layanan dihitung baru; yang sudah lewat tenggat tetap tercatat.',
  },
  'Tidak Terlaksana': {
    colours: refused,
    meaning:
      'Sudah dijadwalkan, tetapi kegiatannya tidak jadi berlangsung. Menghentikan hitungan waktu layanan. Tulis sebabnya di kolom Alasan.',
  },
};
