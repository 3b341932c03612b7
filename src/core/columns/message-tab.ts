/** The tab Pesan: a row a message, what was said to whom and when, what waits and what failed. */
import { service, staff, type Tab, tickMark } from '../sheet/column.ts';

export const messageTab = {
  name: 'Pesan',
  synonyms: ['Daftar Pesan'],
  isOptional: true,
  columns: [
    service('at', 'Waktu', 'moment', {
      hint: 'Diisi layanan: kapan pesan dikirim, gagal, atau ditarik; selama menunggu, kapan paling cepat dikirim.',
      width: 18,
    }),
    service('to', 'Kepada', 'text', {
      hint: 'Diisi layanan: nama penerima dan perannya.',
      width: 34,
    }),
    service('address', 'Alamat', 'text', {
      hint: 'Diisi layanan: alamat email yang disingkat, agar tidak memuat data pribadi lebih dari yang perlu.',
      width: 26,
    }),
    service('ticket', 'Tiket', 'text', {
      hint: 'Diisi layanan: nomor tiket yang dibicarakan.',
      width: 15,
    }),
    service('kind', 'Jenis', 'text', {
      synonyms: ['Jenis Pesan'],
      hint: 'Diisi layanan: jenis pesan; jenis dapat dimatikan di Pengaturan.',
      width: 26,
    }),
    service('about', 'Perihal', 'text', {
      synonyms: ['Sebab'],
      hint: 'Diisi layanan: mengapa pesan ini dikirim.',
      width: 34,
    }),
    service('state', 'Status', 'long', {
      synonyms: ['Status Pesan'],
      hint: 'Diisi layanan: menunggu, terkirim, belum pasti, gagal dengan sebabnya, atau ditarik dengan sebabnya.',
      width: 40,
    }),
    staff('again', 'Kirim Lagi', 'tick', {
      hint: 'Centang untuk mengirim sekali lagi, pada jam kirim berikutnya. Satu centang, satu kiriman; hapus lalu centang lagi bila perlu.',
      choices: [tickMark],
      width: 11,
    }),
    service('remarks', 'Keterangan', 'long', {
      synonyms: ['Keterangan Layanan'],
      hint: 'Diisi layanan: apa yang perlu dilakukan pada pesan ini. Kosong berarti tidak ada.',
    }),
    service('key', 'Kunci', 'text', {
      synonyms: ['Kunci Pesan'],
      hint: 'Diisi layanan: tanda pengenal baris. Jangan diubah.',
      width: 44,
      folds: true,
    }),
  ],
} as const satisfies Tab;
