/** The tab Serah Terima Alat: what left the office, and when it came back. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const handOutTab = {
  name: 'Serah Terima Alat',
  synonyms: ['Serah Terima Peralatan', 'Peminjaman Alat'],
  isOptional: true,
  columns: [
    staff('item', 'Peralatan', 'text', {
      synonyms: ['Alat', 'Nama Alat'],
      hint: 'Nama atau jenis alat menurut tab Peralatan.',
      offers: { tab: 'Peralatan', field: 'name' },
      width: 34,
      needed: true,
    }),
    staff('quantity', 'Jumlah', 'number', {
      synonyms: ['Banyaknya', 'Unit'],
      hint: 'Banyaknya yang dibawa. Kosong berarti satu.',
      width: 10,
      decisive: true,
    }),
    staff('ticket', 'Nomor Tiket', 'text', {
      synonyms: ['Tiket'],
      hint: 'Kegiatan yang memakainya; kosongkan bila dipinjam di luar kegiatan.',
      offers: { tab: 'Permohonan', field: 'ticket' },
      width: 15,
      decisive: true,
    }),
    staff('to', 'Dibawa Oleh', 'text', {
      synonyms: ['Penerima', 'Peminjam'],
      hint: 'Siapa yang membawa alat.',
      width: 38,
    }),
    staff('at', 'Diserahkan', 'moment', {
      synonyms: ['Waktu Keluar', 'Keluar', 'Dipinjam'],
      hint: 'Tanggal dan jam alat keluar.',
      width: 18,
      decisive: true,
    }),
    staff('due', 'Rencana Kembali', 'moment', {
      synonyms: ['Batas Kembali'],
      hint: 'Tanggal dan jam alat akan kembali. Kosong: seusai kegiatannya.',
      width: 18,
      decisive: true,
    }),
    staff('returned', 'Kembali', 'moment', {
      synonyms: ['Waktu Kembali', 'Dikembalikan'],
      hint: 'Tanggal dan jam alat kembali. Selama kosong, alat dianggap masih di luar.',
      width: 18,
      decisive: true,
    }),
    staff('condition', 'Kondisi Saat Kembali', 'text', {
      synonyms: ['Kondisi Kembali'],
      hint: 'Misalnya baik, atau apa yang rusak atau kurang.',
      width: 28,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
