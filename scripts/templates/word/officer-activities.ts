/** First edition of `daftar-kegiatan.docx`: an officer's month, for e-Kinerja. */
import type { ISectionOptions } from 'docx';
import { laterPages, letterhead } from './letterhead.ts';
import { mm, type Paper, portrait, textWidth } from './paper.ts';
import { arrangement, facts, listTable } from './tables.ts';
import { number, styled, tag, title } from './text.ts';

export const officerActivities = (paper: Paper): ISectionOptions => {
  const width = textWidth(paper);
  return {
    properties: portrait(paper),
    headers: { first: letterhead(width), default: laterPages() },
    children: [
      title('Daftar Kegiatan'),
      number('Bulan {{bulan periode}}'),
      facts(
        width,
        [
          ['Nama', '*{{petugas.nama}}*'],
          ['NIP', '{{#if petugas.nip}}{{nip petugas.nip}}{{else}}belum diisi{{/if}}'],
          ['Pangkat/golongan', '{{isiAtau petugas.pangkat "belum diisi"}}'],
          ['Jabatan', '{{isiAtau petugas.jabatan "belum diisi"}}'],
        ],
        { labelMm: 36 },
      ),
      tag('#if belumTerdaftar'),
      styled(
        'TandaDraf',
        '*PERIKSA.* Nama ini belum dikenal di tab Petugas; tambahkan di sana atau betulkan penulisannya.',
      ),
      tag('/if'),
      styled('IsiRapat', '', { spacing: { line: 160, lineRule: 'exact' } }),
      listTable({
        width,
        list: 'kegiatan',
        long: true,
        columns: [
          { header: 'No.', width: { mm: 10 }, text: '{{nomor}}', align: 'center' },
          {
            header: 'Hari dan waktu',
            width: { mm: 35 },
            text: '{{hariPelaksanaan}}\n{{waktu}}{{#if menurutJadwal}} (jadwal){{/if}}\n{{nomorTiket}}',
          },
          {
            header: 'Kegiatan',
            width: { share: 6 },
            text: '*{{isiAtau acara "(belum diisi)"}}*\n{{instansi}}{{#if tanpaCatatan}}\nPelaksanaan belum dicatat{{/if}}',
          },
          { header: 'Peran', width: { mm: 21 }, text: '{{peran}}' },
          { header: 'Lama', width: { mm: 16 }, text: '{{isiAtau lama "tidak dicatat"}}' },
          {
            header: 'Surat Tugas, laporan',
            width: { mm: 31 },
            text: '{{isiAtau nomorSuratTugas "Nomor belum dicatat"}}\nLaporan: {{laporan}}',
          },
        ],
        empty: 'Tidak ada kegiatan.',
        totals: [
          '',
          'Jumlah',
          '{{angka jumlahKegiatan}} kegiatan',
          '',
          '{{isiAtau jumlahLama "–"}}',
          '',
        ],
      }),
      styled(
        'Isi',
        '{{#each perPeran}}{{nama}}: {{angka this.jumlah}} kegiatan{{#unless @last}}; {{/unless}}{{/each}}.{{#if menurutJadwal}} Lama {{angka menurutJadwal}} kegiatan menurut jadwal, karena jam sebenarnya tidak dicatat.{{/if}}{{#if tanpaLama}} Pada {{angka tanpaLama}} kegiatan jam selesainya tidak diketahui; lamanya tidak ikut dihitung.{{/if}}{{#if tanpaCatatan}} Pelaksanaan {{angka tanpaCatatan}} kegiatan belum dicatat siapa pun.{{/if}}{{#if tanpaNomorSurat}} Nomor surat tugas {{angka tanpaNomorSurat}} kegiatan belum dicatat.{{/if}}',
        { keepNext: true, spacing: { before: 160 } },
      ),
      ...twoSignatures(width),
    ],
  };
};

/** The officer on the right, whoever leads the team on the left. */
const twoSignatures = (width: number) => {
  const half = Math.floor(width / 2);
  const line = (text: string) => styled('TandaTangan', text);
  return [
    styled('IsiRapat', '', { keepNext: true, spacing: { line: 180, lineRule: 'exact' } }),
    arrangement(
      [half, half],
      [
        {
          cells: [
            [line('Mengetahui,'), line('{{penandaTangan.jabatan}},')],
            [line('{{kota}}, ............................'), line('Petugas,')],
          ],
          keepNext: true,
        },
        {
          cells: [[line('')], [line('')]],
          height: { value: mm(21), exact: true },
          keepNext: true,
        },
        {
          cells: [
            [
              line('*{{belumDiisi penandaTangan.nama}}*'),
              tag('#if penandaTangan.nip'),
              line('NIP {{nip penandaTangan.nip}}'),
              tag('/if'),
            ],
            [
              line('*{{petugas.nama}}*'),
              tag('#if petugas.nip'),
              line('NIP {{nip petugas.nip}}'),
              tag('/if'),
            ],
          ],
        },
      ],
    ),
  ];
};
