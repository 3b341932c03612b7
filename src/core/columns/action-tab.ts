/** The tab Tindak Lanjut: what is to be improved. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const actionTab = {
  name: 'Tindak Lanjut',
  synonyms: ['Tindakan Perbaikan', 'Register Perbaikan'],
  columns: [
    staff('year', 'Tahun', 'number', {
      hint: 'Tahun evaluasi yang menemukannya.',
      width: 9,
      format: '0',
      needed: true,
    }),
    staff('finding', 'Temuan', 'long', {
      hint: 'Apa yang perlu diperbaiki.',
      width: 52,
      needed: true,
    }),
    staff('action', 'Tindakan', 'long', {
      synonyms: ['Tindakan Perbaikan', 'Rencana Tindakan'],
      hint: 'Apa yang akan dilakukan.',
      width: 52,
      decisive: true,
    }),
    staff('owner', 'Penanggung Jawab', 'text', {
      hint: 'Siapa yang bertanggung jawab.',
      offers: { tab: 'Petugas', field: 'name' },
      width: 30,
      decisive: true,
    }),
    staff('due', 'Tenggat', 'day', {
      synonyms: ['Batas Waktu'],
      hint: 'Kapan harus selesai. Merah bila lewat dan belum selesai.',
      decisive: true,
    }),
    staff('state', 'Keadaan', 'choice', {
      synonyms: ['Status'],
      hint: 'Yang belum selesai ikut dibawa ke evaluasi tahun berikutnya.',
      choices: ['terbuka', 'berjalan', 'selesai'],
      decisive: true,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
