/** First edition of `laporan-kegiatan.docx`. */
import type { ISectionOptions } from 'docx';
import { laterPages, letterhead } from './letterhead.ts';
import { type Paper, portrait, textWidth } from './paper.ts';
import { photoPages } from './photo-page.ts';
import { officeNumber, officeSignature, replacedNotice, supervision } from './supervision.ts';
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

/** What stands for a value that is missing: in a report that was closed without it, nobody will fill it in any more. */
const gap = '{{#if alasanPengecualian}}tidak dicatat{{else}}BELUM DIISI{{/if}}';

const items = (list: string): string =>
  `{{#each ${list}}}{{nama}} ({{angka jumlah}}){{#unless @last}}; {{/unless}}{{/each}}`;

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
        '*DRAF.* Laporan ini belum lengkap dan belum dapat ditandatangani.{{#if belumLengkap}} Masih kurang: {{#each belumLengkap}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.{{/if}}{{#if mintaFoto}} Belum memuat foto: letakkan foto kegiatan di folder {{mintaFoto}}.{{/if}}',
      ),
      tag('/if'),
      title('Laporan Kegiatan'),
      title('Fasilitasi Layanan Video Conference'),
      tag('#if tandaTanganElektronik'),
      number(officeNumber),
      number('Tiket {{nomorTiket}}'),
      tag('else'),
      number('Nomor: {{nomorTiket}}'),
      tag('/if'),
      ...replacedNotice(),

      heading('Pendahuluan'),
      body(
        'Dalam rangka mendukung penyelenggaraan kegiatan secara virtual, {{tim}} {{kop.dinas}} {{#if terlaksana}}melaksanakan{{else}}menerima permohonan{{/if}} fasilitasi layanan video conference {{#if terlaksana}}atas permohonan{{else}}dari{{/if}} {{belumDiisi instansi}}{{#if nomorSuratPermohonan}} melalui surat Nomor {{nomorSuratPermohonan}}{{#if tanggalSuratPermohonan}} tanggal {{tanggal tanggalSuratPermohonan}}{{/if}}{{/if}}. {{#if jumlahPungutan}}Menurut standar pelayanan, layanan tidak dipungut biaya; tentang kegiatan ini tercatat {{angka jumlahPungutan}} pengaduan pungutan.{{else}}Layanan ini tidak dipungut biaya (gratis).{{/if}}',
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
          `{{#if (gte pesertaHadir 0)}}{{angka pesertaHadir}} orang hadir{{else}}${gap}{{/if}}{{#if jumlahPeserta}} (rencana {{angka jumlahPeserta}} orang){{/if}}`,
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
        empty: `{{#if tanpaPetugas}}Tidak diperlukan{{else}}${gap}{{/if}}`,
      }),
      styled('Isi', 'Persiapan menurut catatan:', {
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
          `{{#if peralatan}}${items('peralatan')}{{#if peralatanBelumTercatat}}; {{/if}}{{/if}}{{#if peralatanBelumTercatat}}belum tercatat: ${items('peralatanBelumTercatat')}{{else}}{{#unless peralatan}}{{#if peralatanDiminta}}Tidak ada{{else}}Tidak ada yang diminta{{/if}}{{/unless}}{{/if}}`,
        ],
        [
          'Tanggungan pemohon',
          `{{#if peralatanPemohon}}${items('peralatanPemohon')}, {{#if dipenuhiPemohon}}dipenuhi pemohon{{else}}pemenuhannya belum dicatat{{/if}}{{else}}{{#if peralatanBelumTercatat}}Belum tercatat{{else}}Tidak ada{{/if}}{{/if}}`,
        ],
      ]),

      heading('Hasil dan Kendala'),
      body(
        'Kegiatan {{belumDiisi acara}} {{#if terlaksana}}telah difasilitasi{{else}}dijadwalkan{{/if}} pada {{belumDiisi hariPelaksanaan}} bertempat di {{belumDiisi tempat}}{{#unless terlaksana}}; pelaksanaannya belum dicatat{{/unless}}. {{#if rekaman}}{{rekaman}}{{else}}Hasil rekaman: BELUM DIISI.{{/if}}',
      ),
      tag('#if waktuLayanan'),
      body('Waktu layanan: {{waktuLayanan}}'),
      tag('/if'),
      tag('#if kendala'),
      styled('Isi', 'Kendala yang tercatat:', { keepNext: true }),
      listTable({
        width,
        list: 'kendala',
        columns: [
          {
            header: 'Pukul',
            width: { mm: 25 },
            text: '{{isiAtau waktu "belum tercatat"}}',
            align: 'center',
          },
          { header: 'Jenis', width: { mm: 22 }, text: '{{jenis}}' },
          {
            header: 'Uraian',
            width: { share: 5 },
            text: '{{belumDiisi uraian}}{{#if dialami}}\nDialami: {{dialami}}{{/if}}',
          },
          { header: 'Tindakan', width: { share: 5 }, text: '{{belumDiisi tindakan}}' },
          {
            header: 'Teratasi',
            width: { mm: 25 },
            text: '{{isiAtau selesai "belum tercatat"}}',
            align: 'center',
          },
        ],
        empty: 'Tidak ada kendala.',
      }),
      tag('else'),
      tag('#if tanpaKendala'),
      body('Tidak ada kendala selama kegiatan berlangsung.'),
      tag('else'),
      body(`Kendala selama kegiatan: ${gap}.`),
      tag('/if'),
      tag('/if'),

      heading('Simpulan dan Saran'),
      tag('#if sesuaiStandar'),
      item('Fasilitasi layanan video conference dilaksanakan sesuai dengan standar pelayanan.', 2),
      tag('else'),
      item(
        '{{#if terlaksana}}Fasilitasi layanan video conference telah dilaksanakan.{{else}}Pelaksanaan fasilitasi layanan video conference belum dicatat.{{/if}}{{#if belumTercatat}} Kesesuaiannya dengan standar pelayanan belum dapat dinyatakan karena belum tercatat: {{#each belumTercatat}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.{{/if}}',
        2,
      ),
      tag('/if'),
      tag('#if tidakSesuai'),
      item(
        'Yang tidak sesuai dengan standar pelayanan atau perlu ditindaklanjuti: {{#each tidakSesuai}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.',
        2,
      ),
      tag('/if'),
      tag('#if kendala'),
      item(
        '{{#if kendalaBelumDitangani}}Kendala yang terjadi telah dicatat pada huruf C; penanganan {{angka kendalaBelumDitangani}} dari {{angka (jumlah kendala)}} kendala belum tercatat seluruhnya.{{else}}Kendala yang terjadi telah dicatat dan ditangani sebagaimana diuraikan pada huruf C.{{/if}}',
        2,
      ),
      item('Kendala yang tercatat agar menjadi bahan perbaikan pada kegiatan berikutnya.', 2),
      tag('/if'),
      tag('#if sesuaiStandar'),
      item(
        'Koordinasi dan pengecekan sebelum kegiatan agar tetap dilakukan bersama pemohon dan Tim Kerja Jaringan.',
        2,
      ),
      tag('else'),
      item(
        'Setiap langkah persiapan dan pelaksanaan agar dilakukan dan dicatat pada kegiatan berikutnya.',
        2,
      ),
      tag('/if'),
      tag('#if peralatanPemohon'),
      item(
        'Pada kegiatan berikutnya, peralatan yang tidak tersedia di dinas agar disiapkan pemohon sebelum persiapan teknis dimulai.',
        2,
      ),
      tag('/if'),

      heading('Penutup'),
      closing('Demikian laporan kegiatan ini dibuat untuk dipergunakan sebagaimana mestinya.'),
      tag('#if alasanPengecualian'),
      note('Catatan: laporan ditutup tanpa seluruh fakta, dengan alasan: {{alasanPengecualian}}'),
      tag('/if'),
      ...officeSignature(
        width,
        '{{#if tanggalLaporan}}{{tanggal tanggalLaporan}}{{else}}............................{{/if}}',
      ),
      ...supervision(width),
      ...photoPages(width),
    ],
  };
};
