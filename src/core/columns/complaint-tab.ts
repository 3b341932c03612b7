/** The tab Pengaduan: complaints and suggestions, as their form asks for them, and what staff answered. */

import { complaintKinds } from '../cases/desk.ts';
import { form, type Tab } from '../sheet/column.ts';
import { complaintHandling } from './complaint-handling.ts';
import { rowRemarks } from './row-remarks.ts';

export const complaintTab = {
  name: 'Pengaduan',
  synonyms: ['Pengaduan, Saran, dan Masukan', 'Pengaduan dan Saran'],
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
    form('kind', 'Jenis', 'choice', {
      hint: '"pungutan" bila ada yang meminta bayaran: layanan ini gratis.',
      choices: complaintKinds,
      width: 13,
      needed: true,
    }),
    form('text', 'Isi', 'long', {
      synonyms: ['Isi Pengaduan', 'Uraian'],
      hint: 'Isi pengaduan, saran, atau masukan.',
      width: 52,
      needed: true,
    }),
    form('name', 'Nama', 'text', {
      synonyms: ['Nama Pelapor'],
      hint: 'Boleh kosong: pengaduan tanpa nama diterima.',
      width: 26,
    }),
    form('contact', 'Kontak', 'text', {
      synonyms: ['Nomor Telepon / Email', 'Kontak Pelapor'],
      hint: 'Nomor WhatsApp atau email pelapor bila ia ingin dihubungi. Boleh kosong.',
      width: 26,
      folds: true,
    }),
    ...complaintHandling,
    rowRemarks,
  ],
} as const satisfies Tab;
