/** What staff note beside a complaint or suggestion, in whichever tab it came in. */
import { staff } from '../sheet/column.ts';

export const complaintHandling = [
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
] as const;
