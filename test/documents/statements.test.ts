/**
 * No sentence without evidence, from the page that the office reads: each fact behind each statement is blanked or
 * contradicted, the paper is printed again, and the statement has to be gone.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentKinds } from '../../src/documents/document-kinds.ts';
import { partNamesOf, partOf } from '../support/docx.ts';
import { type Book, type HeadedRow, printedPaper } from '../support/printed-papers.ts';

const page = readFileSync(new URL('../../templates/pernyataan.md', import.meta.url), 'utf8');

const tick = '✓';

/** Held and recorded in full. */
const whole: HeadedRow = {
  'Stempel waktu': '16/11/2026 09.00',
  'Alamat email': 'gita@dinsos.test',
  'Nama Pemohon': 'Gita Pemohon, S.E.',
  'Jabatan Pemohon': 'Kepala Subbagian Umum',
  'Instansi / Perangkat Daerah': 'Dinas Sosial',
  'Nomor Telepon / WhatsApp': '081200001102',
  'Nama Kegiatan': 'Rapat Koordinasi Bantuan Sosial',
  'Tanggal Mulai': '23/11/2026',
  'Jam Mulai': '09.00',
  'Jam Selesai': '11.00',
  'Tempat Kegiatan': 'Aula Dinas Sosial',
  'Penyelenggara Rapat (Host)': 'Dinas Kominfotik',
  'Jenis Layanan': 'Link Host + Operator',
  'Jumlah Peserta': '60',
  'Peralatan yang Dibutuhkan': 'Speaker (2)',
  Direkam: 'Ya',
  'Nomor Surat': '005/1/2026',
  'Tanggal Surat': '13/11/2026',
  'Koordinasi Pemohon': 'daftar peserta diterima',
  Dikonfirmasi: '16/11/2026 15.40',
  Petugas: 'Rahmat Hulopi',
  'Peralatan Disiapkan': 'Speaker (2)',
  'Koordinasi Jaringan': 'siap',
  'Cek Lokasi': tick,
  'Alat di Lokasi': tick,
  'Uji Sistem': tick,
  'Konfigurasi Peserta': tick,
  'Pengaturan Platform': tick,
  'Materi Siap': tick,
  'Mulai Aktual': '09.10',
  'Selesai Aktual': '11.50',
  'Peserta Hadir': '55',
  'Pejabat Memimpin': 'Hana Pimpinan (Kepala Dinas Sosial)',
  'Kendala Ada': 'tidak',
  'Hasil Rekaman': 'https://rekaman.test/1',
};

const registers: Book = {
  Pengaturan: [
    { Pengaturan: 'Nama Kepala Dinas', Nilai: 'Contoh Kepala, M.Si.' },
    { Pengaturan: 'Nama Ketua Tim', Nilai: 'Contoh Ketua, S.Kom.' },
  ],
  Petugas: [
    {
      Nama: 'Rahmat Hulopi',
      NIP: '19840612 200903 1 991',
      Tim: 'Persandian',
      Kompetensi: 'aplikasi video conference; laptop/komputer',
      Aktif: tick,
    },
  ],
  Peralatan: [
    { Nama: 'Speaker', Jenis: 'Speaker', Jumlah: 4, Kondisi: 'Baik' },
    { Nama: 'Meja', Jenis: 'Meja', Jumlah: 4, Kondisi: 'Baik' },
  ],
  'Akun Zoom': [{ Akun: 'Zoom A', Kapasitas: 300, Aktif: tick }],
  'Dasar Hukum': [{ Nomor: 1, Peraturan: 'Undang-Undang Nomor 25 Tahun 2009;' }],
};

const bookWith = (cells: HeadedRow, others: Book = {}): Book => ({
  ...registers,
  ...others,
  Permohonan: [{ ...whole, ...cells }],
});

const short: HeadedRow = { 'Peralatan yang Dibutuhkan': 'Speaker (2); Meja (1)' };
const before: HeadedRow = Object.fromEntries(
  [
    'Mulai Aktual',
    'Selesai Aktual',
    'Peserta Hadir',
    'Pejabat Memimpin',
    'Kendala Ada',
    'Hasil Rekaman',
  ].map((header) => [header, '']),
);
/** It has all that there is, until ten. */
const earlier: HeadedRow = {
  'Stempel waktu': '15/11/2026 09.00',
  'Nama Kegiatan': 'Sosialisasi Arsip',
  'Jam Mulai': '08.00',
  'Jam Selesai': '10.00',
  'Tempat Kegiatan': 'Aula Arsip',
  Petugas: '',
  'Peralatan Disiapkan': 'Speaker (4)',
};
const linkOnly: HeadedRow = {
  'Jenis Layanan': 'Link Host saja',
  'Peralatan yang Dibutuhkan': '',
  'Hasil Rekaman': '',
  Direkam: 'Tidak',
  Petugas: '',
  'Peralatan Disiapkan': '',
  'Koordinasi Jaringan': '',
  'Cek Lokasi': '',
  'Alat di Lokasi': '',
};
const incident: HeadedRow = {
  'Nomor Tiket': 'VC-2026-0001',
  Waktu: '23/11/2026 09.35',
  'Jenis Kendala': 'koneksi',
  Uraian: 'Suara putus',
  Tindakan: 'Pindah ke kabel',
  'Selesai Ditangani': '23/11/2026 09.42',
};

/** What each part of the page is tried on. */
const papers: Readonly<
  Record<string, { readonly book: Book; readonly key: string; readonly now: string }>
> = {
  'Laporan Kegiatan': {
    book: bookWith({}),
    key: 'laporan/VC-2026-0001',
    now: '2026-11-25T00:00:00Z',
  },
  'Laporan Kegiatan dengan kendala dan kekurangan alat': {
    book: bookWith(
      { ...short, 'Kendala Ada': 'ya', 'Dipenuhi Pemohon': tick },
      { Kendala: [incident] },
    ),
    key: 'laporan/VC-2026-0001',
    now: '2026-11-25T00:00:00Z',
  },
  'Laporan Kegiatan Link Host saja': {
    book: bookWith(linkOnly),
    key: 'laporan/VC-2026-0001',
    now: '2026-11-25T00:00:00Z',
  },
  'Surat Tugas': {
    book: bookWith(before),
    key: 'surat-tugas/VC-2026-0001',
    now: '2026-11-20T00:00:00Z',
  },
  'Pemberitahuan Kekurangan Peralatan': {
    book: bookWith({ ...before, ...short }),
    key: 'kekurangan/VC-2026-0001',
    now: '2026-11-20T00:00:00Z',
  },
  'Pemberitahuan Kekurangan Peralatan dengan jam lain': {
    book: {
      ...registers,
      Permohonan: [
        { ...whole, ...before, ...earlier },
        { ...whole, ...before, 'Peralatan Disiapkan': '' },
      ],
    },
    key: 'kekurangan/VC-2026-0002',
    now: '2026-11-20T00:00:00Z',
  },
  'Rekap Bulanan': {
    book: bookWith({}),
    key: 'rekap/2026-11',
    now: '2026-12-02T00:00:00Z',
  },
  'Lembar Hari Ini': {
    book: bookWith(before),
    key: 'lembar/2026-11-23',
    now: '2026-11-22T22:30:00Z',
  },
  'Daftar Kegiatan': {
    book: bookWith({ 'Nomor Surat Tugas': '800/12/2026' }),
    key: 'kinerja/2026-11/rahmat-hulopi',
    now: '2026-12-02T00:00:00Z',
  },
  'Berkas Pemeriksaan': {
    book: bookWith({
      'Nomor Surat Tugas': '800/12/2026',
      Diperiksa: 'Rahmat, 25/11/2026',
      Disetujui: 'Hana, 26/11/2026',
    }),
    key: 'pemeriksaan/2026-4',
    now: '2027-01-05T00:00:00Z',
  },
  'Usulan Kebutuhan': {
    book: bookWith({
      'Peralatan yang Dibutuhkan': 'Speaker (6)',
      'Peralatan Disiapkan': 'Speaker (4)',
      'Dipenuhi Pemohon': tick,
    }),
    key: 'usulan/2026',
    now: '2027-01-05T00:00:00Z',
  },
  'Usulan Kebutuhan dengan kegiatan yang ditolak': {
    book: bookWith({
      ...before,
      Status: 'Ditolak',
      Alasan: 'Semua petugas bertugas di tempat lain',
    }),
    key: 'usulan/2026',
    now: '2027-01-05T00:00:00Z',
  },
  'Evaluasi Tahunan': {
    book: bookWith({}),
    key: 'evaluasi/2026',
    now: '2027-01-05T00:00:00Z',
  },
};

interface Trial {
  readonly statement: string;
  readonly change: string;
  readonly instead: string;
}

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

const words = (cell: string): string => /^`(.*)`$/.exec(cell)?.[1] ?? '';

const sections: ReadonlyMap<string, readonly Trial[]> = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section): [string, readonly Trial[]] => {
      const [title = '', ...lines] = section.split('\n');
      const rows = lines.filter((line) => line.startsWith('|')).slice(2);
      return [
        title.trim(),
        rows.flatMap((line) => {
          const [statement = '', changes = '', instead = ''] = cellsOf(line);
          return changes.split('<br>').map((change) => ({
            statement: words(statement),
            change: change.trim(),
            instead: words(instead),
          }));
        }),
      ];
    }),
);

/** "Cek Lokasi → kosong", "Petugas / NIP → kosong", "+ Kendala: Uraian = Suara putus", "− Kendala". */
const changed = (book: Book, change: string): Book => {
  const added = /^\+ ([^:]+): (.*)$/.exec(change);
  if (added?.[1] !== undefined) {
    const row = Object.fromEntries(
      (added[2] ?? '').split(', ').map((pair) => pair.split(' = ') as [string, string]),
    );
    return { ...book, [added[1]]: [...(book[added[1]] ?? []), row] };
  }
  const removed = /^− (.*)$/.exec(change)?.[1];
  if (removed !== undefined) return { ...book, [removed]: [] };
  const [, where = '', typed = ''] = /^(.*) → (.*)$/.exec(change) ?? [];
  // "Instansi / Perangkat Daerah" is a header.
  const [tab, headers] =
    where in whole || !where.includes(' / ') ? ['Permohonan', where] : where.split(' / ');
  if (tab === undefined || headers === undefined) throw new Error(`cannot read "${change}"`);
  const value = typed === 'kosong' ? '' : typed;
  return {
    ...book,
    [tab]: (book[tab] ?? []).map((row) =>
      tab === 'Pengaturan'
        ? { ...row, ...(row['Pengaturan'] === headers && { Nilai: value }) }
        : {
            ...row,
            ...Object.fromEntries(
              (headers in row ? [headers] : headers.split(', ')).map((header) => [header, value]),
            ),
          },
    ),
  };
};

describe.each([...sections].filter(([title]) => title in papers))('%s', (title, trials) => {
  const { book, key, now } = papers[title] ?? { book: {}, key: '', now: '' };
  const complete = printedPaper(book, key, now) ?? '';

  test.each(trials)('says "$statement" not with $change', ({ statement, change, instead }) => {
    const other = changed(book, change);
    expect(other, 'the change changes nothing').not.toEqual(book);
    const printed = printedPaper(other, key, now) ?? '';

    expect(complete).toContain(statement);
    if (statement !== '') expect(printed).not.toContain(statement);
    else expect(complete).not.toContain(instead);
    expect(printed).toContain(instead);
  });
});

test('the page tries every document on something', () => {
  const kinds = new Set(Object.values(papers).map(({ key }) => key.split('/')[0]));

  expect([...kinds].sort()).toEqual(documentKinds.map(({ key }) => key).sort());
  expect(Object.keys(papers).filter((title) => !sections.has(title))).toEqual([]);
});

describe.each(documentKinds)('the fixed words of $template', ({ template }) => {
  const bytes = readFileSync(new URL(`../../templates/${template}`, import.meta.url));
  const listed = page.replaceAll(/\s+/g, ' ');

  test('are all on the page', () => {
    const untold = partNamesOf(bytes)
      .filter((part) => /^word\/(document|header\d*)\.xml$/.test(part))
      .flatMap((part) => fixedWords(partOf(bytes, part)))
      .filter((fragment) => !listed.includes(fragment));

    expect(untold).toEqual([]);
  });
});

/** Runs of four words and more between the tags, each as the template has it. */
const fixedWords = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [
        ...paragraph
          .replaceAll('<w:br/>', '<w:t> </w:t>')
          .matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g),
      ]
        .map(([, text]) => text)
        .join(''),
    )
    .flatMap((text) => text.split(/\{\{.*?\}\}|\$\{.*?\}/))
    .map((text) =>
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replace(/^[\s.,;:()]+|[\s.,;:()]+$/g, '')
        .replaceAll(/\s+/g, ' '),
    )
    .filter((text) => text.split(' ').length >= 4);
