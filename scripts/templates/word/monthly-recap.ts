/** First edition of `rekap-bulanan.docx`: figures first, every event in the appendix. */
import type { ISectionOptions } from 'docx';
import { barChart, columnChart } from './charts.ts';
import { keyFigures } from './key-figures.ts';
import { laterPages, letterhead } from './letterhead.ts';
import { landscape, landscapeTextWidth, type Paper, portrait, textWidth } from './paper.ts';
import {
  complianceText,
  countTable,
  draftMark,
  freeText,
  heldText,
  incidentText,
  keyFigureTexts,
  quarterText,
  readiness,
  satisfactionText,
  serviceTime,
  undatedText,
} from './period-parts.ts';
import { officeNumber, officeSignature, replacedNotice, supervision } from './supervision.ts';
import { listTable } from './tables.ts';
import { body, closing, heading, number, styled, tag, title } from './text.ts';

export const monthlyRecap = (paper: Paper): readonly ISectionOptions[] => {
  const width = textWidth(paper);
  const mark = '{{#if sementara}}   SEMENTARA{{/if}}';
  return [
    {
      properties: portrait(paper),
      headers: { first: letterhead(width), default: laterPages(mark) },
      children: [
        tag('#if sementara'),
        styled('TandaDraf', '*SEMENTARA.* Bulan ini belum berakhir; angka masih dapat berubah.'),
        tag('/if'),
        ...draftMark,
        title('Rekapitulasi Layanan Video Conference'),
        number('Bulan {{bulan periode}}'),
        tag('#if tandaTanganElektronik'),
        number(officeNumber),
        tag('/if'),
        ...replacedNotice(),
        keyFigures(width, keyFigureTexts),

        heading('Permohonan'),
        body(
          `{{#if jumlahPermohonan}}Untuk kegiatan yang dimulai pada {{bulan periode}}, {{tim}} mencatat {{angka jumlahPermohonan}} permohonan dari {{angka jumlahInstansi}} instansi; ${heldText}. {{else}}Tidak ada permohonan untuk kegiatan pada {{bulan periode}}. {{/if}}${freeText}${undatedText}`,
        ),
        styled('Catatan', 'Permohonan dan kegiatan terlaksana menurut bulan', { keepNext: true }),
        columnChart({ name: 'grafikBulan', width, heightMm: 58 }),
        tag('#if jumlahInstansi'),
        styled('Catatan', 'Sepuluh instansi dengan permohonan terbanyak', { keepNext: true }),
        barChart({ name: 'grafikInstansi', width, heightMm: 60 }),
        tag('/if'),
        tag('#if jumlahPermohonan'),
        listTable({
          width,
          list: 'perInstansi',
          columns: [
            { header: 'No.', width: { mm: 12 }, text: '{{nomor}}', align: 'center' },
            { header: 'Instansi', width: { share: 6 }, text: '{{nama}}' },
            {
              header: 'Permohonan',
              width: { mm: 28 },
              text: '{{angka permohonan}}',
              align: 'right',
            },
            {
              header: 'Terlaksana',
              width: { mm: 26 },
              text: '{{angka terlaksana}}',
              align: 'right',
            },
            { header: 'Bagian', width: { mm: 22 }, text: '{{angka persen 1}}%', align: 'right' },
          ],
          empty: 'Tidak ada permohonan.',
          totals: ['', 'Jumlah', '{{angka jumlahPermohonan}}', '{{angka jumlahTerlaksana}}', ''],
        }),
        styled('Catatan', 'Menurut jenis layanan', { keepNext: true, spacing: { before: 200 } }),
        countTable(width, {
          list: 'perJenis',
          header: 'Jenis layanan',
          total: 'jumlahPermohonan',
          empty: 'Tidak ada.',
        }),
        styled('Catatan', 'Menurut status', { keepNext: true, spacing: { before: 200 } }),
        countTable(width, {
          list: 'perStatus',
          header: 'Status',
          total: 'jumlahPermohonan',
          empty: 'Tidak ada.',
        }),

        tag('/if'),

        heading('Waktu Layanan'),
        body(complianceText),
        serviceTime(width),

        heading('Kendala'),
        body(incidentText('pada bulan ini')),
        tag('#if perKendala'),
        countTable(width, {
          list: 'perKendala',
          header: 'Jenis kendala',
          total: 'jumlahKendala',
          empty: 'Tidak ada.',
        }),
        tag('/if'),

        heading('Kesiapan Peralatan'),
        ...readiness(width),

        heading('Pengaduan, Saran, dan Masukan'),
        listTable({
          width,
          list: 'pengaduan',
          columns: [
            {
              header: 'Tanggal',
              width: { mm: 37 },
              text: '{{tanggal this.tanggal}}{{#if nomorPengaduan}}\n{{nomorPengaduan}}{{/if}}',
            },
            { header: 'Jenis', width: { mm: 24 }, text: '{{jenis}}' },
            { header: 'Isi', width: { share: 5 }, text: '{{isi}}' },
            {
              header: 'Penanganan',
              width: { share: 5 },
              text: '{{isiAtau jawaban "Belum dijawab"}}{{#if penangan}} ({{penangan}}){{/if}}',
            },
            { header: 'Keadaan', width: { mm: 22 }, text: '{{keadaan}}' },
          ],
          empty: 'Tidak ada pengaduan, saran, atau masukan yang tercatat.',
        }),
        tag('#if pengaduanTerbuka'),
        styled('Isi', 'Pengaduan dari bulan sebelumnya yang masih terbuka:', {
          keepNext: true,
          spacing: { before: 200, after: 80 },
        }),
        listTable({
          width,
          list: 'pengaduanTerbuka',
          columns: [
            { header: 'Nomor', width: { mm: 34 }, text: '{{nomorPengaduan}}' },
            { header: 'Masuk', width: { mm: 37 }, text: '{{tanggal this.tanggal}}' },
            { header: 'Jenis', width: { mm: 24 }, text: '{{jenis}}' },
            {
              header: 'Ditangani oleh',
              width: { share: 1 },
              text: '{{isiAtau penangan "belum ditentukan"}}',
            },
            {
              header: 'Terbuka',
              width: { mm: 22 },
              text: '{{angka this.hari}} hari',
              align: 'right',
            },
          ],
          empty: 'Tidak ada.',
        }),
        tag('/if'),

        heading('Kepuasan Pengguna Layanan'),
        closing(`${satisfactionText}${quarterText}`),
        ...officeSignature(
          width,
          '{{#if tanggalLaporan}}{{tanggal tanggalLaporan}}{{else}}............................{{/if}}',
        ),
        ...supervision(width),
      ],
    },
    {
      properties: landscape(paper),
      headers: { default: laterPages(mark) },
      children: [
        styled('JudulDokumen', 'Lampiran: Daftar Kegiatan Bulan {{bulan periode}}', {
          spacing: { after: 160 },
        }),
        listTable({
          width: landscapeTextWidth(paper),
          list: 'kegiatan',
          long: true,
          columns: [
            { header: 'No.', width: { mm: 10 }, text: '{{nomor}}', align: 'center' },
            { header: 'Tiket', width: { mm: 25 }, text: '{{nomorTiket}}' },
            {
              header: 'Hari, tanggal, waktu',
              width: { mm: 42 },
              text: '{{hariPelaksanaan}}{{#if waktuPelaksanaan}}\n{{waktuPelaksanaan}}{{/if}}',
            },
            { header: 'Kegiatan', width: { share: 6 }, text: '{{isiAtau acara "(belum diisi)"}}' },
            { header: 'Instansi', width: { share: 4 }, text: '{{instansi}}' },
            { header: 'Tempat', width: { share: 3 }, text: '{{isiAtau tempat "-"}}' },
            { header: 'Petugas', width: { share: 4 }, text: '{{petugas}}' },
            { header: 'Status', width: { mm: 22 }, text: '{{status}}' },
            { header: 'Waktu layanan', width: { mm: 25 }, text: '{{isiAtau waktuLayanan "-"}}' },
          ],
          empty: 'Tidak ada kegiatan.',
        }),
        tag('#if tanpaHari'),
        styled('Isi', 'Permohonan yang hari kegiatannya belum terbaca (tidak ikut dihitung):', {
          keepNext: true,
          spacing: { before: 240, after: 80 },
        }),
        listTable({
          width: landscapeTextWidth(paper),
          list: 'tanpaHari',
          long: true,
          columns: [
            { header: 'No.', width: { mm: 10 }, text: '{{nomor}}', align: 'center' },
            { header: 'Tiket', width: { mm: 25 }, text: '{{nomorTiket}}' },
            { header: 'Diterima', width: { mm: 42 }, text: '{{hariTanggal diterima}}' },
            { header: 'Kegiatan', width: { share: 6 }, text: '{{isiAtau acara "(belum diisi)"}}' },
            { header: 'Instansi', width: { share: 4 }, text: '{{instansi}}' },
            { header: 'Status', width: { mm: 32 }, text: '{{status}}' },
          ],
          empty: 'Tidak ada.',
        }),
        tag('/if'),
      ],
    },
  ];
};
