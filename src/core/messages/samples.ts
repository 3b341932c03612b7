/** What the invented views share: one ordinary event, told from its receipt to its thanks. */
import type { MessageView } from '../cases/messages.ts';

export const sampleOfficeWords: MessageView = {
  kantor: 'Dinas Komunikasi, Informatika, dan Statistik',
  tim: 'Tim Kerja Persandian',
  kontak: '0435-821000',
};

export const sampleEventWords: MessageView = {
  ...sampleOfficeWords,
  tiket: 'VC-2026-0123',
  pemohon: 'Siti Contoh, S.Kom.',
  instansi: 'Biro Umum Contoh',
  kegiatan: 'Rapat Koordinasi Contoh',
  hari: 'Senin, 23 November 2026',
  waktu: '09.00 s.d. 11.00 WITA',
  tempat: 'Aula Kantor Contoh',
};

export const sampleAgreedWords: MessageView = {
  ...sampleEventWords,
  layanan: 'Link Host + Operator',
  persiapan: 'pukul 08.00 WITA',
  petugas: 'Andi Contoh, S.Kom.',
  kontakPetugas: '081200000000',
  petugasMenyusul: false,
  tautan: 'https://zoom.example/j/123456789',
  idRapat: '123 456 789',
  akun: 'Zoom 300',
  tautanMenyusul: false,
  tautanTertutup: false,
  tautanPenyelenggara: false,
};
