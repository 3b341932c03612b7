/** First edition of `pemberitahuan-kekurangan.docx`. The e-office fills `${…}`. */
import type { ISectionOptions } from 'docx';
import { letterMark, replacing } from './letter-standing.ts';
import { laterPages, letterhead } from './letterhead.ts';
import { mm, type Paper, portrait, textWidth } from './paper.ts';
import { signature } from './signatures.ts';
import { arrangement, facts, listTable } from './tables.ts';
import { body, closing, required, styled, tag } from './text.ts';

export const shortageNotice = (paper: Paper): ISectionOptions => {
  const width = textWidth(paper);
  const line = (text: string) => styled('IsiRapat', text);
  const labelled = (label: string, value: string) => ({
    cells: [[line(label)], [line(':')], [line(value)]],
  });
  const left = width - mm(62);
  return {
    properties: portrait(paper),
    headers: { first: letterhead(width), default: laterPages(letterMark) },
    children: [
      tag('#if draf'),
      styled(
        'TandaDraf',
        '*DRAF.* Surat ini belum untuk dikirim: {{#each alasanDraf}}{{this}}{{#unless @last}}; {{/unless}}{{/each}}.',
      ),
      tag('/if'),
      ...replacing,
      styled(
        'IsiRapat',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
        '{{kota}}, ${tanggal_naskah}',
        { alignment: 'right', spacing: { after: 120 } },
      ),
      arrangement(
        [mm(20), mm(4), left - mm(24)],
        [
          // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
          labelled('Nomor', '${nomor_naskah}'),
          labelled('Sifat', 'Segera'),
          labelled('Lampiran', '-'),
          labelled('Hal', '*Pemberitahuan Kekurangan Peralatan*'),
        ],
      ),
      styled('IsiRapat', 'Yth. {{isiAtau jabatanPemohon "Pimpinan"}}', {
        spacing: { before: 240 },
      }),
      line('{{belumDiisi instansi}}'),
      line('di'),
      styled('IsiRapat', 'Tempat', { indent: { left: mm(7.5) }, spacing: { after: 200 } }),
      body(
        'Sehubungan dengan permohonan fasilitasi layanan video conference{{#if nomorSuratPermohonan}} melalui surat Nomor {{nomorSuratPermohonan}}{{#if tanggalSuratPermohonan}} tanggal {{tanggal tanggalSuratPermohonan}}{{/if}}{{/if}} dengan nomor tiket {{nomorTiket}}, yang akan dilaksanakan pada:',
      ),
      facts(
        width,
        [
          ['Kegiatan', required('acara')],
          ['Hari/tanggal', required('hariPelaksanaan')],
          ['Waktu', required('waktuPelaksanaan')],
          ['Tempat', required('tempat')],
        ],
        { labelMm: 34, indentMm: 7.5 },
      ),
      styled(
        'Isi',
        'bersama ini kami sampaikan bahwa peralatan berikut tidak dapat kami sediakan pada waktu tersebut. Sesuai dengan standar pelayanan, kekurangan peralatan menjadi tanggung jawab pemohon untuk melengkapinya.',
        { spacing: { before: 120 } },
      ),
      listTable({
        width,
        list: 'peralatan',
        columns: [
          { header: 'No.', width: { mm: 11 }, text: '{{nomor}}', align: 'center' },
          { header: 'Peralatan', width: { share: 4 }, text: '{{nama}}' },
          { header: 'Jumlah', width: { mm: 20 }, text: '{{angka jumlah}}', align: 'right' },
          { header: 'Alasan', width: { share: 6 }, text: '{{alasan}}' },
        ],
        empty: 'Tidak ada kekurangan peralatan.',
      }),
      tag('#if tanggalDibutuhkan'),
      styled(
        'Isi',
        'Peralatan tersebut kami harapkan sudah berada di lokasi paling lambat *{{hariTanggal tanggalDibutuhkan}} pukul {{pukul jamDibutuhkan zonaWaktu}}*, agar dapat diuji sebelum kegiatan dimulai.',
        { spacing: { before: 160 } },
      ),
      tag('/if'),
      tag('#if jamLain'),
      styled(
        'Isi',
        'Apabila kegiatan dapat digeser pada hari yang sama, menurut keadaan pada {{hariTanggal tanggalKeadaan}} pukul {{pukul jamKeadaan zonaWaktu}} kami dapat menyediakan yang berikut. Jam tersebut belum kami tahan; mohon dikonfirmasi lebih dahulu kepada kami sebelum jadwal digeser.',
        { spacing: { before: 120 }, keepNext: true },
      ),
      listTable({
        width,
        list: 'jamLain',
        columns: [
          { header: 'Waktu', width: { share: 3 }, text: '{{waktu}}' },
          { header: 'Tersedia', width: { share: 5 }, text: '{{tersedia}}' },
          { header: 'Tetap kurang', width: { share: 3 }, text: '{{isiAtau kurang "tidak ada"}}' },
        ],
        empty: 'Tidak ada jam lain.',
      }),
      tag('/if'),
      styled(
        'Isi',
        'Pemberitahuan ini tidak membatalkan layanan. Sesuai dengan standar pelayanan, layanan kami tidak dipungut biaya (gratis).{{#if kop.kontak}} Keterangan lebih lanjut dapat diperoleh melalui {{kop.kontak}}.{{/if}}',
        { spacing: { before: 120 } },
      ),
      closing('Atas perhatian dan kerja sama Saudara, kami sampaikan terima kasih.'),
      ...signature({
        width,
        lead: [],
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token, not ours
        signed: '${ttd_pengirim}',
      }),
    ],
  };
};
