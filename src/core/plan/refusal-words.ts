/** Why a pass waits for a person, for a message to whoever runs the service; the commands say it with figures and names. */
import type { Refusal } from './guard.ts';

export const refusalWords: Readonly<Record<Refusal['kind'], string>> = {
  'missing-tab':
    'Ada tab yang hilang atau berganti nama. Kembalikan namanya, atau pulihkan tabnya dari riwayat versi.',
  'missing-header':
    'Ada judul kolom yang hilang, berganti nama, atau tercantum dua kali. Kembalikan judul kolom itu.',
  'large-change':
    'Terlalu banyak permohonan yang isinya akan berubah sekaligus. Periksa dengan perintah "plan"; bila memang dikehendaki, jalankan "run --accept-large-change" satu kali.',
  'many-missing':
    'Terlalu banyak baris permohonan yang hilang sekaligus. Kembalikan barisnya; bila memang dihapus, jalankan "run --accept-large-change" satu kali.',
  'lost-ledger':
    'Catatan layanan (ledger) hilang, padahal buku layanan sudah memuat nomor tiket. Kembalikan berkasnya, atau jalankan "run --adopt" satu kali.',
  'other-desk':
    'Catatan layanan (ledger) yang disebut pengaturan ini milik kantor lain. Beri kantor ini nomor tersendiri pada pengaturannya.',
  'earlier-clock':
    'Jam komputer layanan lebih lambat daripada saat terakhir layanan bekerja. Betulkan tanggal dan jamnya.',
  'clock-before-release':
    'Jam komputer layanan menunjukkan tahun yang sudah lama lewat. Betulkan tanggal dan jamnya.',
  'foreign-cell':
    'Program hendak menulis di luar kolomnya sendiri. Ini kesalahan program; laporkan kepada pengembangnya.',
};
