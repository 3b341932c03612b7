/** The tab Pengaduan: complaints and suggestions, as their form asks for them, and what staff answered. */
import { form, staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const complaintTab = {
  name: 'Pengaduan',
  synonyms: ['Pengaduan, Saran, dan Masukan', 'Form Responses 2', 'Pengaduan dan Saran'],
  columns: [
    form('submittedAt', 'Stempel waktu', 'moment', {
      synonyms: ['Timestamp'],
      hint: 'Saat pengaduan masuk.',
      decisive: true,
    }),
    form('ticket', 'Nomor Tiket', 'text', {
      synonyms: ['Tiket'],
      hint: 'Nomor tiket bila menyangkut satu kegiatan. Boleh kosong.',
      offers: { tab: 'Permohonan', field: 'ticket' },
      width: 15,
      decisive: true,
    }),
    form('name', 'Nama', 'text', {
      synonyms: ['Nama Pelapor'],
      hint: 'Boleh kosong: pengaduan tanpa nama diterima.',
      width: 26,
    }),
    form('kind', 'Jenis', 'choice', {
      hint: '"pungutan" bila ada yang meminta bayaran: layanan ini gratis.',
      choices: ['pengaduan', 'saran', 'masukan', 'pungutan'],
      width: 13,
      needed: true,
    }),
    form('text', 'Isi', 'long', {
      synonyms: ['Isi Pengaduan', 'Uraian'],
      hint: 'Isi pengaduan, saran, atau masukan.',
      width: 52,
      needed: true,
    }),
    staff('handler', 'Ditangani Oleh', 'text', {
      synonyms: ['Penanganan Oleh', 'Petugas'],
      hint: 'Petugas yang menangani.',
      offers: { tab: 'Petugas', field: 'name' },
      width: 30,
      decisive: true,
    }),
    staff('answer', 'Jawaban', 'long', {
      synonyms: ['Tindak Lanjut'],
      hint: 'Jawaban atau tindakan yang diberikan.',
      width: 46,
      decisive: true,
    }),
    staff('closed', 'Ditutup', 'day', {
      synonyms: ['Tanggal Ditutup', 'Selesai'],
      hint: 'Tanggal pengaduan selesai ditangani.',
      decisive: true,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
