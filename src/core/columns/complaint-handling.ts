/** What stands beside a complaint or suggestion, in whichever tab it came in: what staff note, its number and its deadline. */
import { service, staff } from '../sheet/column.ts';

export const complaintHandling = [
  staff('handler', 'Ditangani Oleh', 'text', {
    synonyms: ['Penanganan Oleh', 'Petugas'],
    hint: 'Yang menangani; bukan petugas yang bertugas pada kegiatan itu atau yang disebut dalam pengaduannya.',
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
  service('number', 'Nomor Pengaduan', 'text', {
    hint: 'Nomor tetap dari layanan, misalnya ADU-2026-0001. Tidak pernah berganti dan tidak pernah dipakai ulang.',
    width: 17,
  }),
  service('due', 'Tenggat Pengaduan', 'day', {
    hint: 'Hari terakhir pengaduan harus ditutup, dihitung dalam hari kerja (lihat Pengaturan). Kosong untuk saran dan masukan.',
    width: 17,
  }),
] as const;
