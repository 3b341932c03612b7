/** The tab Pengaturan: what differs from office to office. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const settingsTab = {
  name: 'Pengaturan',
  synonyms: ['Setelan'],
  columns: [
    staff('name', 'Pengaturan', 'text', {
      synonyms: ['Nama', 'Setelan'],
      hint: 'Nama pengaturan. Jangan diganti; layanan mengenalinya dari nama ini.',
      width: 36,
      needed: true,
    }),
    staff('value', 'Nilai', 'long', {
      synonyms: ['Isi'],
      hint: 'Isi sesuai kantor Anda. Kosong berarti memakai nilai bawaan.',
      width: 60,
      format: '@',
      needed: true,
    }),
    staff('hint', 'Penjelasan', 'long', {
      synonyms: ['Keterangan'],
      hint: 'Keterangan dan contoh isian.',
      width: 64,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
