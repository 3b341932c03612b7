/** First edition of `laporan-kegiatan.docx`. */
import type { ISectionOptions } from 'docx';
import { laterPages, letterhead } from './letterhead.ts';
import { type Paper, portrait, textWidth } from './paper.ts';
import { signature } from './signatures.ts';
import { facts, listTable } from './tables.ts';
import {
  body,
  closing,
  heading,
  item,
  itemsOf,
  note,
  number,
  required,
  styled,
  tag,
  title,
} from './text.ts';

export const activityReport = (paper: Paper): ISectionOptions => {
  const width = textWidth(paper);
  return {
    properties: portrait(paper),
    headers: {
      first: letterhead(width),
      default: laterPages('{{#if draf}}   DRAF{{/if}}{{#if tandaSifat}}   {{tandaSifat}}{{/if}}'),
    },
    children: [
      tag('#if tandaSifat'),
      styled('IsiRapat', '*{{tandaSifat}}*', { alignment: 'right' }),
      tag('/if'),
      tag('#if draf'),
      styled(
        'TandaDraf',
        '*DRAF.* Laporan ini belum lengkap dan belum dapat ditandatangani.{{#if belumLengkap}} Masih kurang: {{#each belumLengkap}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.{{/if}}',
      ),
      tag('/if'),
      title('Laporan Kegiatan'),
      title('Fasilitasi Layanan Video Conference'),
      number('Nomor: {{nomorTiket}}'),

      heading('Pendahuluan'),
      body(
        'Dalam rangka mendukung penyelenggaraan kegiatan secara virtual, {{tim}} {{kop.dinas}} melaksanakan fasilitasi layanan video conference atas permohonan {{belumDiisi instansi}}{{#if nomorSuratPermohonan}} melalui surat Nomor {{nomorSuratPermohonan}}{{#if tanggalSuratPermohonan}} tanggal {{tanggal tanggalSuratPermohonan}}{{/if}}{{/if}}. Layanan ini tidak dipungut biaya (gratis).',
      ),
      tag('#if dasarHukum'),
      styled('Isi', 'Dasar pelaksanaan kegiatan:', { keepNext: true }),
      ...itemsOf('dasarHukum', 1),
      tag('/if'),

      heading('Kegiatan yang Dilaksanakan'),
      facts(width, [
        ['Nama kegiatan', required('acara')],
        ['Hari/tanggal', required('hariPelaksanaan')],
        ['Waktu', '{{belumDiisi waktuPelaksanaan}}\nTerlaksana: {{belumDiisi waktuAktual}}'],
        ['Lokasi kegiatan', required('tempat')],
        [
          'Pejabat yang memimpin',
          '{{belumDiisi pejabat.nama}}{{#if pejabat.jabatan}}, {{pejabat.jabatan}}{{/if}}{{#if pejabat.diwakiliOleh}}, diwakili oleh {{pejabat.diwakiliOleh}}{{/if}}{{#if pejabat.rencana}} (rencana: {{pejabat.rencana}}){{/if}}',
        ],
        [
          'Pemohon',
          '{{belumDiisi namaPemohon}}{{#if jabatanPemohon}}, {{jabatanPemohon}}{{/if}}, {{belumDiisi instansi}}',
        ],
        ['Jenis layanan', '{{belumDiisi jenisLayanan}} melalui {{platform}}'],
        [
          'Jumlah peserta',
          '{{belumDiisi (angka pesertaHadir)}}{{#if (gte pesertaHadir 0)}} orang hadir{{/if}}{{#if jumlahPeserta}} (rencana {{angka jumlahPeserta}} orang){{/if}}',
        ],
        ['Hasil rekaman', required('rekaman')],
      ]),
      styled('Isi', 'Petugas yang bertugas:', {
        keepNext: true,
        spacing: { before: 160, after: 80 },
      }),
      listTable({
        width,
        list: 'petugas',
        columns: [
          { header: 'No.', width: { mm: 11 }, text: '{{nomor}}', align: 'center' },
          { header: 'Nama', width: { share: 5 }, text: '{{nama}}' },
          { header: 'NIP', width: { mm: 46 }, text: '{{isiAtau (nip nip) "-"}}' },
          { header: 'Bertugas sebagai', width: { share: 4 }, text: '{{peran}}' },
        ],
        empty:
          '{{#if tanpaPetugas}}Layanan ini tidak memerlukan petugas.{{else}}BELUM DIISI{{/if}}',
      }),
      styled('Isi', 'Persiapan yang dilakukan:', {
        keepNext: true,
        spacing: { before: 200, after: 80 },
      }),
      listTable({
        width,
        list: 'persiapan',
        columns: [
          { header: 'No.', width: { mm: 11 }, text: '{{nomor}}', align: 'center' },
          { header: 'Langkah', width: { share: 6 }, text: '{{uraian}}' },
          { header: 'Keadaan', width: { share: 5 }, text: '{{keadaan}}' },
        ],
        empty: 'Tidak dicatat.',
      }),
      styled('Isi', 'Peralatan:', { keepNext: true, spacing: { before: 200, after: 60 } }),
      facts(width, [
        [
          'Disiapkan oleh dinas',
          '{{#if peralatan}}{{#each peralatan}}{{nama}} ({{angka jumlah}}){{#unless @last}}; {{/unless}}{{/each}}{{else}}Tidak ada{{/if}}',
        ],
        [
          'Dilengkapi oleh pemohon',
          '{{#if peralatanPemohon}}{{#each peralatanPemohon}}{{nama}} ({{angka jumlah}}){{#unless @last}}; {{/unless}}{{/each}}{{else}}Tidak ada{{/if}}',
        ],
      ]),

      heading('Hasil dan Kendala'),
      body(
        'Kegiatan {{belumDiisi acara}} telah difasilitasi pada {{belumDiisi hariPelaksanaan}} bertempat di {{belumDiisi tempat}}. {{#if rekaman}}{{rekaman}}{{else}}Hasil rekaman: BELUM DIISI.{{/if}}',
      ),
      tag('#if waktuLayanan'),
      body('Waktu layanan: {{waktuLayanan}}'),
      tag('/if'),
      tag('#if kendala'),
      styled('Isi', 'Kendala yang terjadi dan penanganannya:', { keepNext: true }),
      listTable({
        width,
        list: 'kendala',
        columns: [
          { header: 'Pukul', width: { mm: 15 }, text: '{{isiAtau waktu "-"}}', align: 'center' },
          { header: 'Jenis', width: { mm: 22 }, text: '{{jenis}}' },
          {
            header: 'Uraian',
            width: { share: 5 },
            text: '{{belumDiisi uraian}}{{#if dialami}}\nDialami: {{dialami}}{{/if}}',
          },
          { header: 'Tindakan', width: { share: 5 }, text: '{{belumDiisi tindakan}}' },
          {
            header: 'Teratasi',
            width: { mm: 19 },
            text: '{{isiAtau selesai "-"}}',
            align: 'center',
          },
        ],
        empty: 'Tidak ada kendala.',
      }),
      tag('else'),
      tag('#if tanpaKendala'),
      body('Tidak ada kendala selama kegiatan berlangsung.'),
      tag('else'),
      body('Kendala selama kegiatan: BELUM DIISI.'),
      tag('/if'),
      tag('/if'),

      heading('Simpulan dan Saran'),
      tag('#if kendala'),
      item(
        'Fasilitasi layanan video conference dilaksanakan; kendala yang terjadi telah dicatat dan ditangani sebagaimana diuraikan pada huruf C.',
        2,
      ),
      item(
        'Kendala yang tercatat agar menjadi bahan perbaikan pada persiapan kegiatan berikutnya, terutama pengujian perangkat dan jaringan di lokasi.',
        2,
      ),
      tag('else'),
      item('Fasilitasi layanan video conference dilaksanakan sesuai dengan standar pelayanan.', 2),
      item(
        'Koordinasi dan pengecekan lokasi sebelum kegiatan agar tetap dilakukan bersama pemohon dan Tim Kerja Jaringan.',
        2,
      ),
      tag('/if'),
      tag('#if peralatanPemohon'),
      item(
        'Peralatan yang tidak tersedia di dinas agar disiapkan pemohon sebelum persiapan teknis dimulai.',
        2,
      ),
      tag('/if'),

      heading('Penutup'),
      closing('Demikian laporan kegiatan ini dibuat untuk dipergunakan sebagaimana mestinya.'),
      tag('#if alasanPengecualian'),
      note('Catatan: laporan ditutup tanpa seluruh fakta, dengan alasan: {{alasanPengecualian}}'),
      tag('/if'),
      ...signature({
        width,
        lead: [
          '{{kota}}, {{#if tanggalLaporan}}{{tanggal tanggalLaporan}}{{else}}............................{{/if}}',
        ],
      }),
      styled('Catatan', 'Pengawasan berjenjang', {
        keepNext: true,
        spacing: { before: 240, after: 40 },
      }),
      facts(width, [
        [
          'Diperiksa oleh',
          '{{isiAtau diperiksa.nama "BELUM DIPERIKSA"}}{{#if diperiksa.tanggal}}, {{tanggal diperiksa.tanggal}}{{/if}}',
        ],
        [
          'Disetujui oleh',
          '{{isiAtau disetujui.nama "BELUM DISETUJUI"}}{{#if disetujui.tanggal}}, {{tanggal disetujui.tanggal}}{{/if}}',
        ],
      ]),
    ],
  };
};
