/** The tab Kendala: what went wrong during events. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const incidentTab = {
  name: 'Kendala',
  synonyms: ['Catatan Kendala', 'Log Kendala'],
  columns: [
    staff('ticket', 'Nomor Tiket', 'text', {
      synonyms: ['Tiket'],
      hint: 'Nomor tiket kegiatan yang terganggu.',
      offers: { tab: 'Permohonan', field: 'ticket' },
      width: 15,
      needed: true,
    }),
    staff('at', 'Waktu', 'moment', {
      synonyms: ['Waktu Kejadian', 'Jam'],
      hint: 'Tanggal dan jam gangguan mulai.',
      decisive: true,
    }),
    staff('kind', 'Jenis Kendala', 'choice', {
      synonyms: ['Jenis'],
      hint: 'koneksi, login, perangkat, atau lainnya.',
      choices: ['koneksi', 'login', 'perangkat', 'lainnya'],
      needed: true,
    }),
    staff('who', 'Yang Mengalami', 'text', {
      synonyms: ['Siapa', 'Dialami Oleh'],
      hint: 'Siapa yang mengalami: peserta, narasumber, operator, atau lokasi.',
      width: 26,
      decisive: true,
    }),
    staff('what', 'Uraian', 'long', {
      synonyms: ['Uraian Kendala', 'Kendala'],
      hint: 'Apa yang terjadi.',
      width: 46,
      decisive: true,
    }),
    staff('action', 'Tindakan', 'long', {
      synonyms: ['Penanganan', 'Tindakan yang Dilakukan'],
      hint: 'Apa yang dilakukan.',
      width: 46,
      decisive: true,
    }),
    staff('solvedAt', 'Selesai Ditangani', 'moment', {
      synonyms: ['Waktu Selesai', 'Teratasi'],
      hint: 'Tanggal dan jam gangguan teratasi. Kosong berarti belum.',
      width: 20,
      decisive: true,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
