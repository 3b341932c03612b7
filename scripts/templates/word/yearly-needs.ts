/** First edition of `usulan-kebutuhan.docx`: what was short in a year, and what would have been enough. */
import type { ISectionOptions } from 'docx';
import { laterPages, letterhead } from './letterhead.ts';
import { type Paper, portrait, textWidth } from './paper.ts';
import { signature } from './signatures.ts';
import { listTable } from './tables.ts';
import { body, closing, heading, itemsOf, number, tag, title } from './text.ts';

export const yearlyNeeds = (paper: Paper): ISectionOptions => {
  const width = textWidth(paper);
  return {
    properties: portrait(paper),
    headers: { first: letterhead(width), default: laterPages() },
    children: [
      title('Usulan Kebutuhan'),
      title('Layanan Video Conference'),
      number('Menurut catatan tahun {{tahun}}'),
      heading('Kekurangan yang Tercatat'),
      body(
        'Yang dihitung adalah kegiatan tahun {{tahun}}. Kegiatan yang ditolak, dijadwalkan ulang, atau dibatalkan hanya dihitung bila Alasan menyebut kekurangan itu, atau bila Alasan tidak menyebut sebabnya dan pada waktu itu semuanya terpakai kegiatan lain. Kebutuhan serentak peralatan memuat waktu persiapan dan perjalanan; petugas memuat waktu persiapan saja. Akun dan petugas disebut kurang bila pada waktu itu semuanya terpakai kegiatan lain, atau akun terbesar tidak memuat pesertanya. Yang dimiliki adalah jumlah menurut buku saat ini.',
      ),
      tag('#if kebutuhan'),
      listTable({
        width,
        list: 'kebutuhan',
        long: true,
        columns: [
          { header: 'Yang kurang', width: { mm: 34 }, text: '*{{nama}}*\n{{jenis}}' },
          {
            header: 'Kekurangan',
            width: { mm: 31 },
            text: '{{angka kali}} kegiatan, {{angka kurang}} {{satuan}}{{#if dipenuhiPemohon}}\n{{angka dipenuhiPemohon}} dipenuhi pemohon{{/if}}{{#if tidakJadi}}\n{{angka tidakJadi}} ditolak, dijadwalkan ulang, atau dibatalkan{{/if}}',
          },
          { header: 'Untuk', width: { share: 1 }, text: '{{instansi}}' },
          {
            header: 'Serentak terbanyak',
            width: { mm: 40 },
            text: '{{#if (gte serentak 0)}}*{{angka serentak}} {{satuan}}*\n{{serentakPada}}\n{{serentakTiket}}{{else}}-{{/if}}',
          },
          {
            header: 'Dimiliki',
            width: { mm: 22 },
            text: '{{#if (gte dimiliki 0)}}{{angka dimiliki}} {{satuan}}{{else}}{{#if (gte serentak 0)}}belum dicatat{{else}}-{{/if}}{{/if}}',
          },
        ],
        empty: 'Tidak ada.',
      }),
      tag('else'),
      body('Tidak ada kekurangan yang tercatat.'),
      tag('/if'),
      tag('#if bentrok'),
      heading('Tercatat di Dua Kegiatan pada Waktu yang Sama'),
      listTable({
        width,
        list: 'bentrok',
        long: true,
        columns: [
          { header: 'No.', width: { mm: 10 }, text: '{{nomor}}', align: 'center' },
          { header: 'Hari', width: { mm: 42 }, text: '{{tanggal this.hari}}' },
          { header: 'Yang tercatat ganda', width: { share: 1 }, text: '{{apa}}' },
          { header: 'Tiket', width: { mm: 58 }, text: '{{tiket}}' },
        ],
        empty: 'Tidak ada.',
      }),
      tag('/if'),
      heading('Usulan'),
      tag('#if usulan'),
      ...itemsOf('usulan', 1),
      tag('else'),
      body('Tidak ada usulan yang didukung angka tahun ini.'),
      tag('/if'),
      closing(
        'Setiap kekurangan di atas berasal dari kegiatan yang disebut dalam daftar berikut, dan dapat ditelusuri di lembar Permohonan menurut nomor tiketnya.',
      ),
      ...signature({
        width,
        lead: ['{{kota}}, ............................'],
      }),
      tag('#if kejadian'),
      heading('Daftar Kekurangan'),
      listTable({
        width,
        list: 'kejadian',
        long: true,
        columns: [
          { header: 'No.', width: { mm: 10 }, text: '{{nomor}}', align: 'center' },
          {
            header: 'Hari dan tiket',
            width: { mm: 36 },
            text: '{{tanggal this.hari}}\n{{nomorTiket}}',
          },
          {
            header: 'Kegiatan',
            width: { share: 1 },
            text: '{{isiAtau acara "(belum diisi)"}}\n{{instansi}}',
          },
          {
            header: 'Kurang',
            width: { mm: 48 },
            text: '{{apa}} ({{angka this.jumlah}}){{#if dipenuhiPemohon}}\nDipenuhi pemohon{{/if}}{{#if status}}\n{{status}}{{/if}}',
          },
        ],
        empty: 'Tidak ada.',
      }),
      tag('/if'),
    ],
  };
};
