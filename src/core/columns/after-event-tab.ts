/**
 * The tab Setelah Kegiatan: what somebody who was there says after the event, as the form asks for it.
 *
 * The facts in it are proposed for the report of the event, scores count as those of Survei do, and a complaint or
 * suggestion as one of Pengaduan. Of a row everything may be left empty but what it is about.
 */

import { complaintKinds } from '../cases/desk.ts';
import { type FieldOf, form, type Tab } from '../sheet/column.ts';
import { complaintHandling } from './complaint-handling.ts';
import { rowRemarks } from './row-remarks.ts';
import { surveyElements } from './survey-elements.ts';

export const afterEventTab = {
  name: 'Setelah Kegiatan',
  synonyms: ['Isian Setelah Kegiatan', 'Laporan Setelah Kegiatan'],
  isOptional: true,
  columns: [
    form('submittedAt', 'Stempel waktu', 'moment', {
      synonyms: ['Timestamp', 'Cap waktu'],
      hint: 'Saat isian masuk.',
      decisive: true,
    }),
    form('ticket', 'Nomor Tiket', 'text', {
      synonyms: ['Tiket'],
      hint: 'Nomor tiket kegiatan, misalnya VC-2026-0001. Tertera pada pesan dari layanan.',
      offers: { tab: 'Permohonan', field: 'ticket' },
      width: 15,
      needed: true,
    }),
    form('leader', 'Pejabat yang Memimpin', 'text', {
      synonyms: ['Nama Pejabat yang Memimpin', 'Pejabat Memimpin'],
      hint: 'Nama pejabat yang benar-benar memimpin kegiatan, lengkap dengan gelarnya.',
      width: 30,
      decisive: true,
    }),
    form('leaderPosition', 'Jabatan yang Memimpin', 'text', {
      synonyms: ['Jabatan Pejabat yang Memimpin', 'Jabatan'],
      hint: 'Jabatan pejabat yang memimpin, misalnya Asisten I.',
      width: 26,
      decisive: true,
    }),
    form('onBehalfOf', 'Mewakili', 'text', {
      synonyms: ['Mewakili Siapa', 'Mewakili Pejabat'],
      hint: 'Diisi hanya bila pejabat yang memimpin mewakili pejabat lain, misalnya Gubernur Gorontalo.',
      width: 26,
      decisive: true,
    }),
    form('actualStart', 'Jam Mulai Sebenarnya', 'time', {
      synonyms: ['Mulai Aktual', 'Jam Mulai'],
      hint: 'Jam kegiatan benar-benar dimulai, misalnya 09.15.',
      width: 13,
      decisive: true,
    }),
    form('actualEnd', 'Jam Selesai Sebenarnya', 'time', {
      synonyms: ['Selesai Aktual', 'Jam Selesai'],
      hint: 'Jam kegiatan benar-benar selesai, misalnya 11.40.',
      width: 13,
      decisive: true,
    }),
    form('attended', 'Jumlah Peserta Hadir', 'number', {
      synonyms: ['Peserta Hadir', 'Jumlah Peserta'],
      hint: 'Jumlah peserta yang benar-benar hadir, dalam angka.',
      width: 12,
      decisive: true,
    }),
    form('incidents', 'Ada Kendala', 'choice', {
      synonyms: ['Kendala Ada', 'Apakah Ada Kendala'],
      hint: 'Apakah ada gangguan selama kegiatan, misalnya suara atau koneksi.',
      choices: ['Ya', 'Tidak'],
      width: 10,
      decisive: true,
    }),
    form('incidentText', 'Uraian Kendala', 'long', {
      synonyms: ['Kendala yang Terjadi', 'Kendala'],
      hint: 'Apa yang terjadi, bila ada kendala.',
      width: 36,
      decisive: true,
    }),
    form('recordingWished', 'Rekaman Diperlukan', 'choice', {
      synonyms: ['Perlu Rekaman', 'Membutuhkan Rekaman'],
      hint: 'Apakah pemohon memerlukan rekaman kegiatan.',
      choices: ['Ya', 'Tidak'],
      width: 12,
      decisive: true,
    }),
    form('recordingResult', 'Hasil Rekaman', 'text', {
      synonyms: ['Tautan Rekaman'],
      hint: '"tidak direkam", tautan rekaman, atau "tidak diserahkan" dengan alasannya. Boleh kosong bila tidak tahu.',
      width: 26,
      decisive: true,
    }),
    ...surveyElements.map((element) => ({ ...element, decisive: true as const })),
    form('complaintKind', 'Jenis Pengaduan atau Saran', 'choice', {
      synonyms: ['Jenis'],
      hint: '"pungutan" bila ada yang meminta bayaran: layanan ini gratis.',
      choices: complaintKinds,
      width: 13,
      decisive: true,
    }),
    form('complaint', 'Pengaduan atau Saran', 'long', {
      synonyms: ['Pengaduan, Saran, atau Masukan', 'Isi Pengaduan', 'Saran'],
      hint: 'Hal yang perlu diperbaiki. Boleh kosong.',
      width: 46,
      decisive: true,
    }),
    form('name', 'Nama Pengisi', 'text', {
      synonyms: ['Nama'],
      hint: 'Boleh kosong.',
      width: 26,
      decisive: true,
    }),
    ...complaintHandling,
    rowRemarks,
  ],
} as const satisfies Tab;

/** The header under which people know a column of the tab. */
export const afterEventHeader = (wanted: FieldOf<typeof afterEventTab>): string =>
  afterEventTab.columns.find(({ field }) => field === wanted)?.header ?? wanted;
