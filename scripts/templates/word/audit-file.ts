/** First edition of `berkas-pemeriksaan.docx`: from each figure to its tickets, from each ticket to its papers. */
import type { ISectionOptions } from 'docx';
import { laterPages, letterhead } from './letterhead.ts';
import { landscape, landscapeTextWidth, type Paper, portrait, textWidth } from './paper.ts';
import { listTable } from './tables.ts';
import { body, heading, number, styled, tag, title } from './text.ts';

export const auditFile = (paper: Paper): readonly ISectionOptions[] => {
  const width = textWidth(paper);
  return [
    {
      properties: portrait(paper),
      headers: { first: letterhead(width), default: laterPages() },
      children: [
        title('Berkas Pemeriksaan'),
        number(
          'Triwulan {{triwulan}} Tahun {{tahun}} ({{bulan bulanPertama}} s.d. {{bulan bulanTerakhir}})',
        ),
        heading('Cara Menelusuri'),
        body(
          'Setiap angka rekap bulanan triwulan ini tercantum di bawah bersama nomor di baliknya; angka di dalam kurung adalah bagian nomor itu bila bukan satu. Angka yang nol tidak dicantumkan; persentase dihitung dari angka-angka ini. Setiap nomor tiket diuraikan dalam register pada lampiran, dan barisnya ada di lembar Permohonan.',
        ),
        body(
          'Berkas tiap tiket ada di folder dokumen Laporan, Surat Tugas, dan Pemberitahuan, pada subfolder yang disebut dalam register; nama berkasnya diawali nomor tiket. Rekapnya ada di folder Rekap/{{tahun}}.',
        ),
        tag('#if (or tanpaNomorSuratTugas tanpaPersetujuan tanpaCatatan)'),
        styled(
          'TandaDraf',
          '*BELUM LENGKAP.* Dari kegiatan yang terlaksana:{{#if tanpaCatatan}} {{angka tanpaCatatan}} tanpa catatan pelaksanaan;{{/if}}{{#if tanpaNomorSuratTugas}} {{angka tanpaNomorSuratTugas}} tanpa nomor surat tugas;{{/if}}{{#if tanpaPersetujuan}} {{angka tanpaPersetujuan}} laporannya belum disetujui;{{/if}} lihat register.',
        ),
        tag('/if'),
        heading('Angka Rekap dan Asalnya'),
        listTable({
          width,
          list: 'angka',
          long: true,
          columns: [
            { header: 'Bulan', width: { mm: 19 }, text: '{{this.bulan}}' },
            { header: 'Angka', width: { mm: 46 }, text: '{{bagian}}: {{nama}}' },
            { header: 'Nilai', width: { mm: 18 }, text: '*{{nilai}}*', align: 'right' },
            { header: 'Asal', width: { share: 1 }, text: '{{isiAtau asal "-"}}' },
          ],
          empty: 'Tidak ada yang dihitung.',
        }),
        heading('Pengaduan, Saran, dan Masukan'),
        listTable({
          width,
          list: 'pengaduan',
          long: true,
          columns: [
            { header: 'Nomor', width: { mm: 30 }, text: '{{isiAtau nomorPengaduan "-"}}' },
            {
              header: 'Masuk',
              width: { mm: 32 },
              text: '{{#if this.tanggal}}{{tanggal this.tanggal}}{{else}}tidak dicatat{{/if}}',
            },
            { header: 'Jenis', width: { mm: 22 }, text: '{{jenis}}' },
            { header: 'Tiket', width: { mm: 26 }, text: '{{isiAtau nomorTiket "-"}}' },
            {
              header: 'Ditangani oleh',
              width: { share: 1 },
              text: '{{isiAtau penangan "belum ditentukan"}}',
            },
            {
              header: 'Ditutup',
              width: { mm: 30 },
              text: '{{#if ditutup}}{{tanggal ditutup}}{{else}}-{{/if}}',
            },
          ],
          empty: 'Tidak ada pengaduan, saran, atau masukan yang tercatat.',
        }),
      ],
    },
    {
      properties: landscape(paper),
      headers: { default: laterPages() },
      children: [
        styled('JudulDokumen', 'Lampiran: Register Triwulan {{triwulan}} Tahun {{tahun}}', {
          spacing: { after: 160 },
        }),
        listTable({
          width: landscapeTextWidth(paper),
          list: 'register',
          long: true,
          columns: [
            {
              header: 'Tiket dan hari',
              width: { mm: 37 },
              text: '*{{nomorTiket}}*\n{{isiAtau hariPelaksanaan "hari tidak terbaca"}}\n{{status}}\n{{folder}}',
            },
            {
              header: 'Kegiatan',
              width: { share: 5 },
              text: '*{{isiAtau acara "(belum diisi)"}}*\n{{instansi}}\nSurat permohonan: {{suratPermohonan}}',
            },
            {
              header: 'Waktu layanan',
              width: { share: 5 },
              text: '{{isiAtau waktuLayanan "Tanpa catatan waktu layanan"}}',
            },
            {
              header: 'Petugas dan surat tugas',
              width: { share: 4 },
              text: '{{isiAtau petugas tanpaPetugas}}\nSurat tugas: {{#if petugas}}{{isiAtau suratTugas "nomor belum dicatat"}}{{else}}{{isiAtau suratTugas "-"}}{{/if}}',
            },
            {
              header: 'Pemeriksaan dan pelaksanaan',
              width: { share: 4 },
              text: '{{pemeriksaan}}\nPelaksanaan: {{pelaksanaan}}',
            },
            {
              header: 'Laporan dan persetujuan',
              width: { share: 4 },
              text: '{{laporan}}\nDiperiksa: {{isiAtau diperiksa "belum"}}\nDisetujui: {{isiAtau disetujui "belum"}}',
            },
            {
              header: 'Kendala, pengaduan, survei',
              width: { mm: 31 },
              text: 'Kendala: {{kendalaTercatat}}\nPengaduan: {{#if pengaduan}}\n{{pengaduan}}{{else}}-{{/if}}\nSurvei: {{angka survei}}',
            },
          ],
          empty: 'Tidak ada permohonan.',
        }),
      ],
    },
  ];
};
