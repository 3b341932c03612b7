/** The tab Petugas: who may be assigned. */
import { staff, type Tab } from '../sheet/column.ts';
import { rowRemarks } from './row-remarks.ts';

export const officerTab = {
  name: 'Petugas',
  synonyms: ['Daftar Petugas', 'Operator'],
  columns: [
    staff('name', 'Nama', 'text', {
      synonyms: ['Nama Petugas'],
      hint: 'Nama lengkap dengan gelar. Tulis sama persis di kolom Petugas pada Permohonan.',
      width: 32,
      needed: true,
    }),
    staff('nip', 'NIP', 'text', {
      hint: '18 angka. Ketik sebagai teks; spasi boleh. Tulis Non ASN bila tidak punya: selama kosong, surat tugas tetap Draf.',
      width: 22,
      decisive: true,
    }),
    staff('rank', 'Pangkat/Golongan', 'text', {
      synonyms: ['Pangkat', 'Golongan'],
      hint: 'Misalnya Penata Muda Tk. I, III/b.',
      width: 25,
      decisive: true,
    }),
    staff('position', 'Jabatan', 'text', {
      hint: 'Jabatan seperti dicetak pada surat tugas.',
      width: 30,
      decisive: true,
    }),
    staff('phone', 'Nomor HP', 'text', {
      synonyms: ['Telepon', 'No. HP', 'Nomor WhatsApp'],
      hint: 'Nomor WhatsApp petugas.',
    }),
    staff('email', 'Email', 'text', {
      synonyms: ['Surel', 'Alamat email'],
      hint: 'Alamat email petugas.',
      width: 28,
    }),
    staff('team', 'Tim', 'choice', {
      synonyms: ['Peran', 'Tim Kerja'],
      hint: 'Persandian untuk operator, Jaringan untuk Tim Kerja Jaringan Bidang Aptika.',
      choices: ['Persandian', 'Jaringan'],
      decisive: true,
    }),
    staff('competences', 'Kompetensi', 'long', {
      hint: 'Kompetensi yang dikuasai, pisahkan dengan titik koma. Setiap kegiatan memerlukan satu orang dengan "aplikasi video conference".',
      choices: [
        'jaringan telekomunikasi',
        'persandian dan keamanan informasi',
        'aplikasi video conference',
        'laptop/komputer',
      ],
      width: 42,
      decisive: true,
    }),
    staff('active', 'Aktif', 'tick', {
      hint: 'Centang bila dapat ditugaskan. Yang kosong di antara yang dicentang dibaca tidak aktif; bila tidak ada yang dicentang, semua dianggap aktif.',
      decisive: true,
    }),
    staff('leave', 'Cuti', 'long', {
      synonyms: ['Masa Cuti', 'Cuti / Dinas Luar', 'Tidak Tersedia'],
      hint: 'Cuti atau dinas luar, misalnya: 1/12/2026 s.d. 5/12/2026; 24/12/2026.',
      width: 30,
      format: '@',
      decisive: true,
    }),
    rowRemarks,
  ],
} as const satisfies Tab;
