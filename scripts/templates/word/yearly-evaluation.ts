/** First edition of `evaluasi-tahunan.docx`: the year by month, and what is to be improved. */
import type { ISectionOptions } from 'docx';
import { columnChart } from './charts.ts';
import { keyFigures } from './key-figures.ts';
import { laterPages, letterhead } from './letterhead.ts';
import { type Paper, portrait, textWidth } from './paper.ts';
import {
  complianceText,
  countTable,
  draftMark,
  freeText,
  heldText,
  incidentText,
  keyFigureTexts,
  readiness,
  satisfactionText,
  serviceTime,
  undatedText,
} from './period-parts.ts';
import { officeNumber, officeSignature, replacedNotice, supervision } from './supervision.ts';
import { listTable } from './tables.ts';
import { body, closing, heading, itemsOf, number, styled, tag, title } from './text.ts';

export const yearlyEvaluation = (paper: Paper): readonly ISectionOptions[] => {
  const width = textWidth(paper);
  const figure = (name: string, of: string) =>
    `{{#if (gte ${name} 0)}}{{angka ${name} 1}}%\nn = {{angka ${of}}}{{else}}–{{/if}}`;
  return [
    {
      properties: portrait(paper),
      headers: { first: letterhead(width), default: laterPages() },
      children: [
        ...draftMark,
        title('Evaluasi Tahunan'),
        title('Penerapan Standar Pelayanan Video Conference'),
        number('Tahun {{tahun}}'),
        tag('#if tandaTanganElektronik'),
        number(officeNumber),
        tag('/if'),
        ...replacedNotice(),
        keyFigures(width, keyFigureTexts),

        heading('Pendahuluan'),
        body(
          'Menurut standar pelayanan, evaluasi penerapannya dilakukan sekurang-kurangnya satu kali dalam setahun dan ditindaklanjuti dengan tindakan perbaikan untuk menjaga dan meningkatkan kinerja pelayanan. Laporan ini merangkum layanan video conference {{tim}} selama tahun {{tahun}}.',
        ),
        tag('#if dasarHukum'),
        styled('Isi', 'Dasar hukum:', { keepNext: true }),
        ...itemsOf('dasarHukum', 1),
        tag('/if'),

        heading('Volume Layanan'),
        body(
          `Untuk kegiatan tahun {{tahun}} tercatat {{angka jumlahPermohonan}} permohonan dari {{angka jumlahInstansi}} instansi; ${heldText}{{#if pesertaHadirKegiatan}}. Peserta yang tercatat hadir {{angka pesertaHadir}} orang pada {{angka pesertaHadirKegiatan}} kegiatan{{/if}}. ${freeText}${undatedText}`,
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
              text: figure('persenTepatWaktu', 'dinilai'),
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
              text: figure('persenKesiapan', 'kesiapanDiminta'),
              align: 'right',
            },
          ],
          empty: 'Tidak ada data.',
          totals: [
            'Setahun',
            '{{angka jumlahPermohonan}}',
            '{{angka jumlahTerlaksana}}',
            figure('waktuLayanan.persen', 'waktuLayanan.dinilai'),
            '{{angka jumlahKendala}}',
            '{{angka jumlahPengaduan}}',
            figure('persenKesiapan', 'kesiapanDiminta'),
          ],
        }),

        heading('Waktu Layanan'),
        body(complianceText),
        serviceTime(width),

        heading('Kendala'),
        body(incidentText('sepanjang tahun')),
        tag('#if perKendala'),
        countTable(width, {
          list: 'perKendala',
          header: 'Jenis kendala',
          total: 'jumlahKendala',
          empty: 'Tidak ada.',
        }),
        tag('/if'),

        heading('Kesiapan dan Kekurangan Peralatan'),
        ...readiness(width),

        heading('Pengaduan, Saran, dan Masukan'),
        countTable(width, {
          list: 'perPengaduan',
          header: 'Jenis',
          total: 'jumlahPengaduan',
          empty: 'Tidak ada pengaduan, saran, atau masukan yang tercatat.',
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
              header: 'Nilai rata-rata (1–4), n = {{angka kepuasan.jumlahResponden}}',
              width: { mm: 44 },
              text: '{{angka nilai 2}}',
              align: 'right',
            },
          ],
          empty: 'Tidak ada survei.',
        }),
        tag('/if'),

        heading('Petugas'),
        body(
          'Kegiatan terlaksana dan jamnya menurut jadwal, dari {{angka jumlahTerlaksana}} kegiatan.{{#if akhirTerbuka}} Pada {{angka akhirTerbuka}} kegiatan yang jam selesainya tidak dijadwalkan, dipakai {{angka menitAkhirTerbuka}} menit.{{/if}}{{#if terlaksanaTanpaPetugas}} Pada {{angka terlaksanaTanpaPetugas}} kegiatan petugasnya tidak dicatat.{{/if}}',
        ),
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
          'Daftar berikut memuat tindakan perbaikan tahun {{tahun}} dan yang dibawa dari tahun sebelumnya karena belum selesai atau belum dimuat dalam evaluasi sebelumnya.',
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
        ...officeSignature(width, '{{tanggal tanggalLaporan}}'),
        ...supervision(width),
      ],
    },
  ];
};
