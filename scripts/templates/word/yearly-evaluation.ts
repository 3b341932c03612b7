/** First edition of `evaluasi-tahunan.docx`: the year by month, and what is to be improved. */
import type { ISectionOptions } from 'docx';
import { columnChart } from './charts.ts';
import { keyFigures } from './key-figures.ts';
import { laterPages, letterhead } from './letterhead.ts';
import { type Paper, portrait, textWidth } from './paper.ts';
import {
  countTable,
  keyFigureTexts,
  readiness,
  satisfactionText,
  serviceTime,
} from './period-parts.ts';
import { signature } from './signatures.ts';
import { listTable } from './tables.ts';
import { body, closing, heading, itemsOf, number, styled, tag, title } from './text.ts';

export const yearlyEvaluation = (paper: Paper): readonly ISectionOptions[] => {
  const width = textWidth(paper);
  const figure = (name: string) => `{{#if (gte ${name} 0)}}{{angka ${name} 1}}%{{else}}–{{/if}}`;
  return [
    {
      properties: portrait(paper),
      headers: { first: letterhead(width), default: laterPages() },
      children: [
        title('Evaluasi Tahunan'),
        title('Penerapan Standar Pelayanan Video Conference'),
        number('Tahun {{tahun}}'),
        keyFigures(width, keyFigureTexts),

        heading('Pendahuluan'),
        body(
          'Evaluasi penerapan standar pelayanan dilakukan sekurang-kurangnya satu kali dalam setahun dan ditindaklanjuti dengan tindakan perbaikan untuk menjaga dan meningkatkan kinerja pelayanan. Laporan ini merangkum layanan video conference {{tim}} selama tahun {{tahun}}.',
        ),
        tag('#if dasarHukum'),
        styled('Isi', 'Dasar hukum:', { keepNext: true }),
        ...itemsOf('dasarHukum', 1),
        tag('/if'),

        heading('Volume Layanan'),
        body(
          'Untuk kegiatan tahun {{tahun}} tercatat {{angka jumlahPermohonan}} permohonan; {{angka jumlahTerlaksana}} kegiatan terlaksana{{#if pesertaHadir}} dengan {{angka pesertaHadir}} peserta tercatat hadir{{/if}}.',
        ),
        styled('Catatan', 'Permohonan dan kegiatan terlaksana menurut bulan', { keepNext: true }),
        columnChart({ name: 'grafikBulan', width, heightMm: 62 }),
        listTable({
          width,
          list: 'perBulan',
          columns: [
            { header: 'Bulan', width: { share: 4 }, text: '{{nama}}' },
            {
              header: 'Permohonan',
              width: { mm: 27 },
              text: '{{angka permohonan}}',
              align: 'right',
            },
            {
              header: 'Terlaksana',
              width: { mm: 25 },
              text: '{{angka terlaksana}}',
              align: 'right',
            },
            {
              header: 'Tepat waktu',
              width: { mm: 19 },
              text: figure('persenTepatWaktu'),
              align: 'right',
            },
            { header: 'Kendala', width: { mm: 21 }, text: '{{angka kendala}}', align: 'right' },
            {
              header: 'Pengaduan, saran',
              width: { mm: 24 },
              text: '{{angka pengaduan}}',
              align: 'right',
            },
            {
              header: 'Kesiapan alat',
              width: { mm: 22 },
              text: figure('persenKesiapan'),
              align: 'right',
            },
          ],
          empty: 'Tidak ada data.',
          totals: [
            'Setahun',
            '{{angka jumlahPermohonan}}',
            '{{angka jumlahTerlaksana}}',
            figure('waktuLayanan.persen'),
            '{{angka jumlahKendala}}',
            '{{angka jumlahPengaduan}}',
            figure('persenKesiapan'),
          ],
        }),

        heading('Waktu Layanan'),
        body(
          'Standar pelayanan menjanjikan konfirmasi dalam {{angka waktuLayanan.batasJam}} jam setelah permohonan diterima lengkap.{{#if (gte waktuLayanan.persen 0)}} Sepanjang tahun {{angka waktuLayanan.persen 1}}% terpenuhi.{{/if}}',
        ),
        serviceTime(width),

        heading('Kendala'),
        body(
          '{{#if jumlahKendala}}Tercatat {{angka jumlahKendala}} kendala sepanjang tahun.{{else}}Tidak ada kendala yang tercatat sepanjang tahun.{{/if}}',
        ),
        tag('#if perKendala'),
        countTable(width, { list: 'perKendala', header: 'Jenis kendala', empty: 'Tidak ada.' }),
        tag('/if'),

        heading('Kesiapan dan Kekurangan Peralatan'),
        readiness(width),

        heading('Pengaduan, Saran, dan Masukan'),
        countTable(width, {
          list: 'perPengaduan',
          header: 'Jenis',
          empty: 'Tidak ada pengaduan, saran, atau masukan.',
        }),

        heading('Kepuasan Pengguna Layanan'),
        body(satisfactionText),
        tag('#if unsurKepuasan'),
        listTable({
          width,
          list: 'unsurKepuasan',
          columns: [
            { header: 'Unsur', width: { share: 6 }, text: '{{nama}}' },
            {
              header: 'Nilai rata-rata (1–4)',
              width: { mm: 44 },
              text: '{{angka nilai 2}}',
              align: 'right',
            },
          ],
          empty: 'Tidak ada survei.',
        }),
        tag('/if'),

        heading('Petugas'),
        listTable({
          width,
          list: 'petugas',
          columns: [
            { header: 'No.', width: { mm: 12 }, text: '{{nomor}}', align: 'center' },
            { header: 'Nama', width: { share: 6 }, text: '{{nama}}' },
            { header: 'Tim', width: { mm: 30 }, text: '{{isiAtau this.tim "-"}}' },
            { header: 'Kegiatan', width: { mm: 24 }, text: '{{angka kegiatan}}', align: 'right' },
            { header: 'Jam', width: { mm: 22 }, text: '{{angka jam 1}}', align: 'right' },
          ],
          empty: 'Tidak ada petugas yang tercatat.',
        }),

        heading('Tindakan Perbaikan'),
        body(
          'Daftar berikut memuat tindakan perbaikan tahun {{tahun}} dan yang dibawa dari tahun sebelumnya karena belum selesai.',
        ),
        listTable({
          width,
          list: 'perbaikan',
          columns: [
            { header: 'No.', width: { mm: 11 }, text: '{{nomor}}', align: 'center' },
            {
              header: 'Temuan',
              width: { share: 5 },
              text: '{{temuan}}{{#if lanjutan}} (dari tahun {{this.tahun}}){{/if}}',
            },
            { header: 'Tindakan', width: { share: 5 }, text: '{{belumDiisi tindakan}}' },
            {
              header: 'Penanggung jawab',
              width: { mm: 30 },
              text: '{{belumDiisi penanggungJawab}}',
            },
            { header: 'Tenggat', width: { mm: 36 }, text: '{{isiAtau (tanggal tenggat) "-"}}' },
            { header: 'Keadaan', width: { mm: 21 }, text: '{{keadaan}}' },
          ],
          empty: 'Belum ada tindakan perbaikan yang dicatat.',
        }),

        heading('Penutup'),
        closing(
          'Demikian evaluasi ini dibuat sebagai bahan perbaikan penyelenggaraan layanan pada tahun berikutnya.',
        ),
        ...signature({ width, lead: ['{{kota}}, {{tanggal tanggalLaporan}}'] }),
      ],
    },
  ];
};
