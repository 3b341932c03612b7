/** First edition of `lembar-hari-ini.docx`: one page of A4 for the officers, whatever paper letters have. */
import type { ISectionOptions } from 'docx';
import { laterPages, letterhead } from './letterhead.ts';
import { a4, portrait, textWidth } from './paper.ts';
import { listTable } from './tables.ts';
import { number, styled, tag, title } from './text.ts';

const items = (list: string, mark = ''): string =>
  `{{#each ${list}}}${mark}{{nama}} ({{angka this.jumlah}}){{#unless @last}}; {{/unless}}{{/each}}`;

export const daySheet = (): ISectionOptions => {
  const width = textWidth(a4);
  return {
    properties: portrait(a4, { bottom: 12 }),
    headers: { first: letterhead(width), default: laterPages() },
    children: [
      title('Lembar Hari Ini'),
      number('{{hariTanggal this.hari}}'),
      listTable({
        width,
        list: 'kegiatan',
        long: true,
        columns: [
          {
            header: 'Waktu',
            width: { mm: 27 },
            text: '*{{waktu}}*\n{{nomorTiket}}\n{{status}}',
          },
          {
            header: 'Kegiatan, tempat, dan kontak',
            width: { share: 6 },
            text: '*{{isiAtau acara "(belum diisi)"}}*\n{{instansi}}\nTempat: {{belumDiisi tempat}}\nKontak: {{belumDiisi kontak}}',
          },
          {
            header: 'Petugas dan perlengkapan',
            width: { share: 7 },
            text: `{{#if petugas}}{{#each petugas}}*{{nama}}* ({{peran}}){{#unless @last}}\n{{/unless}}{{/each}}{{else}}{{#if perluPetugas}}*Petugas belum ditetapkan*{{else}}Tanpa petugas di lokasi{{/if}}{{/if}}{{#if dibawa}}\nDibawa: ${items('dibawa', '☐\u00A0')}{{/if}}{{#if dariPemohon}}\nDari pemohon: ${items('dariPemohon')}{{/if}}{{#if akunZoom}}\nAkun Zoom: {{akunZoom}}{{/if}}\n{{#if belum}}Belum dicatat: {{#each belum}}☐\u00A0{{this}}{{#unless @last}}; {{/unless}}{{/each}}{{else}}Semua pemeriksaan tercatat{{/if}}`,
          },
        ],
        empty: 'Tidak ada kegiatan.',
      }),
      tag('#if kembali'),
      styled('Isi', '*Harus sudah kembali dari kegiatan sebelumnya:*', {
        keepNext: true,
        spacing: { before: 200, after: 60 },
      }),
      listTable({
        width,
        list: 'kembali',
        long: true,
        columns: [
          { header: 'Tiket', width: { mm: 27 }, text: '{{nomorTiket}}' },
          { header: 'Kegiatan dan tempat', width: { share: 6 }, text: '{{acara}}\n{{tempat}}' },
          { header: 'Petugas', width: { share: 3 }, text: '{{isiAtau petugas "-"}}' },
          { header: 'Peralatan', width: { share: 4 }, text: items('peralatan', '☐\u00A0') },
        ],
        empty: 'Tidak ada.',
      }),
      tag('/if'),
      styled('Catatan', 'Peralatan yang dibawa hari ini dikembalikan setelah kegiatan selesai.', {
        spacing: { before: 120 },
      }),
    ],
  };
};
