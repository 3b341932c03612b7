/** First edition of `surat-tugas.docx`. The e-office fills `${…}`. */
import type { ISectionOptions, Paragraph } from 'docx';
import { laterPages, letterhead } from './letterhead.ts';
import { mm, type Paper, portrait, textWidth } from './paper.ts';
import { signature } from './signatures.ts';
import { arrangement, facts, listTable } from './tables.ts';
import { closing, item, itemsOf, number, required, styled, tag, title } from './text.ts';

export const dutyLetter = (paper: Paper): ISectionOptions => {
  const width = textWidth(paper);
  const part = (label: string, paragraphs: readonly Paragraph[]) =>
    arrangement(
      [mm(26), mm(4), width - mm(30)],
      [{ cells: [[styled('IsiRapat', label)], [styled('IsiRapat', ':')], paragraphs] }],
      { splits: true },
    );
  return {
    properties: portrait(paper),
    headers: { first: letterhead(width), default: laterPages('{{#if draf}}   DRAF{{/if}}') },
    children: [
      tag('#if draf'),
      styled(
        'TandaDraf',
        '*DRAF.* Surat ini belum untuk ditandatangani: {{#each alasanDraf}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.',
      ),
      tag('/if'),
      title('Surat Tugas'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
      number('Nomor: ${nomor_naskah}'),
      part('Menimbang', [
        item(
          'bahwa {{belumDiisi instansi}} mengajukan permohonan fasilitasi layanan video conference{{#if nomorSuratPermohonan}} melalui surat Nomor {{nomorSuratPermohonan}}{{#if tanggalSuratPermohonan}} tanggal {{tanggal tanggalSuratPermohonan}}{{/if}}{{/if}} dengan nomor tiket {{nomorTiket}};',
          1,
          'huruf',
        ),
        item(
          'bahwa untuk kelancaran kegiatan dimaksud perlu menugaskan petugas dari {{kop.dinas}}.',
          1,
          'huruf',
        ),
      ]),
      tag('#if dasarHukum'),
      part('Dasar', itemsOf('dasarHukum', 2)),
      tag('/if'),
      styled('JudulDokumen', 'Memberi Tugas', { spacing: { before: 160, after: 80 } }),
      styled('Isi', 'Kepada:', { keepNext: true }),
      listTable({
        width,
        list: 'petugas',
        columns: [
          { header: 'No.', width: { mm: 11 }, text: '{{nomor}}', align: 'center' },
          {
            header: 'Nama / NIP',
            width: { share: 6 },
            text: '*{{nama}}*{{#if nip}}\nNIP {{nip nip}}{{/if}}',
          },
          {
            header: 'Pangkat / Jabatan',
            width: { share: 5 },
            text: '{{#if pangkat}}{{pangkat}}{{#if jabatan}}\n{{/if}}{{/if}}{{jabatan}}',
          },
          { header: 'Tugas', width: { share: 3 }, text: '{{peran}}' },
        ],
        empty: 'BELUM DIISI',
      }),
      styled('Isi', 'Untuk:', { keepNext: true, spacing: { before: 160 } }),
      item(
        'melaksanakan fasilitasi layanan video conference ({{belumDiisi jenisLayanan}}, {{platform}}) pada:',
        3,
      ),
      facts(
        width,
        [
          ['Kegiatan', required('acara')],
          ['Hari/tanggal', required('hariPelaksanaan')],
          ['Waktu', required('waktuPelaksanaan')],
          ['Tempat', required('tempat')],
          ['Pemohon', required('instansi')],
        ],
        { labelMm: 34, indentMm: 7.5 },
      ),
      styled(
        'ButirDaftar',
        'menyiapkan peralatan, menguji sistem, mengatur peserta dan platform, serta menangani kendala teknis selama kegiatan;',
        {
          numbering: { reference: 'angka', level: 0, instance: 3, custom: true },
          spacing: { before: 80 },
        },
      ),
      item('menjaga kerahasiaan data dan informasi yang diketahui dalam pelaksanaan tugas;', 3),
      item('melaporkan hasil pelaksanaan tugas kepada pimpinan.', 3),
      closing('Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.'),
      ...signature({
        width,
        lead: [
          'Ditetapkan di {{kota}}',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
          'pada tanggal ${tanggal_naskah}',
        ],
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
        signed: '${ttd_pengirim}',
      }),
    ],
  };
};
