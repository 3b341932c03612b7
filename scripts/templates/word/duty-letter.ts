/** First edition of `surat-tugas.docx`. The e-office fills `${…}`. */
import type { ISectionOptions, Paragraph, Table } from 'docx';
import { letterMark, replacing } from './letter-standing.ts';
import { laterPages, letterhead } from './letterhead.ts';
import { mm, type Paper, portrait, textWidth } from './paper.ts';
import { signature } from './signatures.ts';
import { arrangement, facts, listTable } from './tables.ts';
import { closing, item, number, required, styled, tag, title } from './text.ts';

export const dutyLetter = (paper: Paper): ISectionOptions => {
  const width = textWidth(paper);
  const line = (text: string) => [styled('IsiRapat', text)];
  const part = (label: string, paragraphs: readonly Paragraph[]) => ({
    cells: [line(label), line(':'), paragraphs],
  });
  const block = (text: string) => ({ cells: [[tag(text)], line(''), line('')] });
  return {
    properties: portrait(paper, { bottom: 15 }),
    headers: { first: letterhead(width), default: laterPages(letterMark) },
    children: [
      tag('#if draf'),
      styled(
        'TandaDraf',
        '*DRAF.* Surat ini belum untuk ditandatangani: {{#each alasanDraf}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.',
      ),
      tag('/if'),
      ...replacing,
      title('Surat Tugas'),
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
      number('Nomor: ${nomor_naskah}'),
      arrangement(
        [mm(26), mm(4), width - mm(30)],
        [
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
          block('#if dasarHukum'),
          part('Dasar', laws),
          block('/if'),
        ],
        { splits: true },
      ),
      styled('JudulDokumen', 'Memberi Tugas', { spacing: { before: 100, after: 40 } }),
      styled('Isi', 'Kepada:', { keepNext: true, spacing: { after: 40 } }),
      tag('#if petugasTerlampir'),
      styled(
        'Isi',
        '{{angka (jumlah petugas)}} petugas sebagaimana tercantum dalam Lampiran surat tugas ini.',
      ),
      tag('else'),
      officers(width),
      tag('/if'),
      styled('Isi', 'Untuk:', { keepNext: true, spacing: { before: 100, after: 40 } }),
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
          spacing: { before: 40 },
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
        penMm: 17,
      }),
      tag('#if petugasTerlampir'),
      ...annex(width),
      tag('/if'),
    ],
  };
};

/** Smaller than the rest: an office cites eight. */
const laws: readonly Paragraph[] = [
  tag('#each dasarHukum'),
  styled('DaftarPanjang', '{{this}}', {
    alignment: 'both',
    numbering: { reference: 'angka', level: 0, instance: 2, custom: true },
  }),
  tag('/each'),
];

const officers = (width: number): Table =>
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
  });

/** More officers than a letter holds, on pages of their own and signed once more. */
const annex = (width: number): (Paragraph | Table)[] => [
  styled('IsiRapat', 'Lampiran Surat Tugas', { pageBreakBefore: true }),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's tokens, not ours
  styled('IsiRapat', 'Nomor: ${nomor_naskah}'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's tokens, not ours
  styled('IsiRapat', 'Tanggal: ${tanggal_naskah}', { spacing: { after: 200 } }),
  styled('JudulDokumen', 'Daftar Petugas', { spacing: { after: 120 } }),
  officers(width),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
  ...signature({ width, lead: [], signed: '${ttd_pengirim}' }),
];
