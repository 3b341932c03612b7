/** Parts that Rekap Bulanan and Evaluasi Tahunan have in common. */
import type { Table } from 'docx';
import { facts, listTable } from './tables.ts';

export const keyFigureTexts: readonly (readonly [figure: string, name: string])[] = [
  ['{{angka jumlahPermohonan}}', 'permohonan tercatat'],
  ['{{angka jumlahTerlaksana}}', 'kegiatan terlaksana'],
  [
    '{{#if (gte waktuLayanan.persen 0)}}{{angka waktuLayanan.persen}}%{{else}}–{{/if}}',
    'waktu layanan terpenuhi',
  ],
  ['{{#if (gte persenKesiapan 0)}}{{angka persenKesiapan}}%{{else}}–{{/if}}', 'kesiapan peralatan'],
];

export const countTable = (
  width: number,
  {
    list,
    header,
    empty,
  }: { readonly list: string; readonly header: string; readonly empty: string },
): Table =>
  listTable({
    width,
    list,
    columns: [
      { header, width: { share: 6 }, text: '{{nama}}' },
      { header: 'Jumlah', width: { mm: 24 }, text: '{{angka jumlah}}', align: 'right' },
      { header: 'Bagian', width: { mm: 24 }, text: '{{angka persen 1}}%', align: 'right' },
    ],
    empty,
  });

export const serviceTime = (width: number): Table =>
  facts(
    width,
    [
      ['Terpenuhi', '{{angka waktuLayanan.terpenuhi}}'],
      ['Lewat tenggat', '{{angka waktuLayanan.terlambat}}'],
      [
        'Permohonan mendadak',
        '{{angka waktuLayanan.mendadakTerpenuhi}} terpenuhi, {{angka waktuLayanan.mendadakTerlambat}} lewat tenggat (dihitung tersendiri)',
      ],
      ['Entri susulan', '{{angka waktuLayanan.entriSusulan}} (tanpa waktu layanan)'],
      ['Belum atau tidak dinilai', '{{angka waktuLayanan.belumDinilai}}'],
      ['Lama layanan rata-rata', '{{isiAtau waktuLayanan.rataRata "belum ada"}}'],
    ],
    { labelMm: 50 },
  );

export const readiness = (width: number): Table =>
  listTable({
    width,
    list: 'kesiapan',
    columns: [
      { header: 'Peralatan', width: { share: 6 }, text: '{{nama}}' },
      { header: 'Diminta', width: { mm: 24 }, text: '{{angka diminta}}', align: 'right' },
      { header: 'Disediakan', width: { mm: 27 }, text: '{{angka disediakan}}', align: 'right' },
      { header: 'Kurang', width: { mm: 22 }, text: '{{angka kurang}}', align: 'right' },
      { header: 'Kesiapan', width: { mm: 24 }, text: '{{angka persen 1}}%', align: 'right' },
    ],
    empty: 'Tidak ada peralatan yang diminta.',
  });

export const satisfactionText =
  '{{#if kepuasan.jumlahResponden}}Indeks Kepuasan Masyarakat *{{angka kepuasan.nilai 2}}* (mutu pelayanan {{kepuasan.mutu}}, {{kepuasan.kinerja}}) dari {{angka kepuasan.jumlahResponden}} responden.{{else}}Belum ada survei yang masuk pada masa laporan ini.{{/if}}';
