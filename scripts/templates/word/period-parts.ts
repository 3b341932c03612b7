/** Parts that Rekap Bulanan and Evaluasi Tahunan have in common. */
import type { Paragraph, Table } from 'docx';
import { facts, listTable } from './tables.ts';
import { body, styled, tag } from './text.ts';

export const keyFigureTexts: readonly (readonly [figure: string, name: string])[] = [
  ['{{angka jumlahPermohonan}}', 'permohonan tercatat'],
  ['{{angka jumlahTerlaksana}}', 'kegiatan terlaksana'],
  [
    '{{#if (gte waktuLayanan.persen 0)}}{{angka waktuLayanan.persen}}%{{else}}–{{/if}}',
    'waktu layanan terpenuhi\n(n = {{angka waktuLayanan.dinilai}} permohonan)',
  ],
  [
    '{{#if (gte persenKesiapan 0)}}{{angka persenKesiapan}}%{{else}}–{{/if}}',
    'kesiapan peralatan\n(n = {{angka kesiapanDiminta}} unit)',
  ],
];

/** A period is signed by the head; without a name it is not for signing. */
export const draftMark = [
  tag('#if draf'),
  styled(
    'TandaDraf',
    '*DRAF.* Belum untuk ditandatangani: nama penanda tangan belum diisi di tab Pengaturan.',
  ),
  tag('/if'),
];

/** What is held, by its state; how much of it nobody recorded. */
export const heldText =
  '{{angka jumlahTerlaksana}} kegiatan terlaksana{{#if terlaksanaTanpaCatatan}} menurut jadwal dan statusnya, {{angka terlaksanaTanpaCatatan}} di antaranya tanpa catatan pelaksanaan{{/if}}';

export const undatedText =
  '{{#if permohonanTanpaHari}} Selain itu, diterima {{angka permohonanTanpaHari}} permohonan yang hari kegiatannya belum terbaca; permohonan itu tidak ikut dihitung.{{/if}}';

export const freeText =
  '{{#if jumlahPungutan}}Menurut standar pelayanan, layanan tidak dipungut biaya; tercatat {{angka jumlahPungutan}} pengaduan pungutan.{{else}}Seluruh layanan tidak dipungut biaya (gratis); tidak ada pengaduan pungutan yang tercatat.{{/if}}';

export const complianceText =
  'Standar pelayanan menjanjikan konfirmasi dalam {{angka waktuLayanan.batasJam}} jam setelah permohonan diterima lengkap. {{#if waktuLayanan.dinilai}}Dari {{angka waktuLayanan.dinilai}} permohonan yang dapat dinilai, {{angka waktuLayanan.terpenuhi}} ({{angka waktuLayanan.persen 1}}%) terpenuhi{{#if waktuLayanan.terlambat}} dan {{angka waktuLayanan.terlambat}} lewat tenggat{{/if}}.{{else}}Belum ada permohonan yang waktu layanannya dapat dinilai.{{/if}}';

/** "Tidak ada kendala" is said only of events of which staff said so. */
export const incidentText = (when: string): string =>
  `{{#if jumlahKendala}}Tercatat {{angka jumlahKendala}} kendala ${when}.{{else}}{{#if (and jumlahTerlaksana (eq jawabanKendala.tidakAda jumlahTerlaksana))}}Tidak ada kendala pada {{angka jumlahTerlaksana}} kegiatan yang terlaksana.{{else}}Tidak ada kendala yang tercatat ${when}.{{/if}}{{/if}}{{#if jawabanKendala.belumDijawab}} Pada {{angka jawabanKendala.belumDijawab}} dari {{angka jumlahTerlaksana}} kegiatan terlaksana belum dicatat ada atau tidaknya kendala.{{/if}}{{#if jawabanKendala.tanpaCatatan}} Pada {{angka jawabanKendala.tanpaCatatan}} kegiatan kendala dinyatakan ada, tetapi tidak dicatat.{{/if}}`;

export const countTable = (
  width: number,
  {
    list,
    header,
    total,
    empty,
  }: {
    readonly list: string;
    readonly header: string;
    /** Name of what the shares are of. */
    readonly total: string;
    readonly empty: string;
  },
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
    totals: [`Jumlah (n)`, `{{angka ${total}}}`, ''],
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
      [
        'Lama layanan rata-rata',
        '{{#if waktuLayanan.rataRata}}{{waktuLayanan.rataRata}} (n = {{angka waktuLayanan.jumlahRataRata}} permohonan){{else}}belum ada{{/if}}',
      ],
    ],
    { labelMm: 50 },
  );

export const readiness = (width: number): readonly (Paragraph | Table)[] => [
  body(
    '{{#if kesiapanDiminta}}Dari {{angka kesiapanDiminta}} unit yang diminta pada {{angka kesiapanPermohonan}} permohonan, {{angka kesiapanDisediakan}} unit ({{angka persenKesiapan 1}}%) tercatat disediakan.{{else}}{{#if kesiapanTakTerhitung}}Kesiapan peralatan belum dapat dihitung.{{else}}Tidak ada peralatan yang diminta.{{/if}}{{/if}}{{#if kesiapanTakTerhitung}} Pada {{angka kesiapanTakTerhitung}} permohonan, peralatan yang disiapkan tidak tercatat seluruhnya; bagian itu tidak ikut dihitung.{{/if}}',
  ),
  tag('#if kesiapan'),
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
    empty: 'Tidak ada.',
    totals: [
      'Jumlah (n)',
      '{{angka kesiapanDiminta}}',
      '{{angka kesiapanDisediakan}}',
      '',
      '{{#if (gte persenKesiapan 0)}}{{angka persenKesiapan 1}}%{{/if}}',
    ],
  }),
  tag('/if'),
];

export const satisfactionText =
  '{{#if kepuasan.jumlahResponden}}Indeks Kepuasan Masyarakat *{{angka kepuasan.nilai 2}}* (mutu pelayanan {{kepuasan.mutu}}, {{kepuasan.kinerja}}) dari {{angka kepuasan.jumlahResponden}} responden (n).{{else}}{{#if kepuasan.takTerhitung}}Belum ada survei yang dapat dihitung pada masa laporan ini.{{else}}Belum ada survei yang masuk pada masa laporan ini.{{/if}}{{/if}}{{#if kepuasan.takTerhitung}} {{angka kepuasan.takTerhitung}} survei tidak lengkap dan tidak ikut dihitung.{{/if}}';

/** In the last month of a quarter. */
export const quarterText =
  '{{#if kepuasanTriwulan.jumlahResponden}} Untuk triwulan {{kepuasanTriwulan.triwulan}}, Indeks Kepuasan Masyarakat *{{angka kepuasanTriwulan.nilai 2}}* (mutu pelayanan {{kepuasanTriwulan.mutu}}, {{kepuasanTriwulan.kinerja}}) dari {{angka kepuasanTriwulan.jumlahResponden}} responden (n){{#if kepuasanTriwulan.takTerhitung}}; {{angka kepuasanTriwulan.takTerhitung}} survei tidak ikut dihitung{{/if}}.{{/if}}';
