/** The tab Akun Zoom: what meetings are opened with. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const licenceTab = {
  name: 'Akun Zoom',
  synonyms: ['Lisensi Zoom', 'Daftar Akun Zoom'],
  columns: [
    staff('name', 'Akun', 'text', {
      synonyms: ['Nama Akun', 'Lisensi', 'Nama'],
      hint: 'Nama akun seperti yang dikenal petugas. Jangan menulis kata sandi di sini.',
      width: 34,
      needed: true,
    }),
    staff('capacity', 'Kapasitas', 'number', {
      synonyms: ['Kapasitas Peserta'],
      hint: 'Jumlah peserta paling banyak.',
      width: 14,
      needed: true,
    }),
    staff('meetings', 'Rapat Bersamaan', 'number', {
      synonyms: ['Jumlah Rapat Bersamaan'],
      hint: 'Berapa rapat dapat dijalankan akun ini pada waktu yang sama. Kosong berarti satu.',
      width: 14,
    }),
    staff('active', 'Aktif', 'tick', {
      hint: 'Centang bila dapat dipakai. Yang kosong di antara yang dicentang dibaca tidak aktif; bila tidak ada yang dicentang, semua dianggap aktif.',
      decisive: true,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
