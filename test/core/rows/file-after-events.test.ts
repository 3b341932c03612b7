import { describe, expect, test } from 'vitest';
import { tabs } from '../../../src/core/columns/tabs.ts';
import { readDesk } from '../../../src/core/reading/read-desk.ts';
import { fileEntries } from '../../../src/core/rows/file-entries.ts';
import type { Cell, TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import { instant, timeZone } from '../../support/builders.ts';

type Row = Readonly<Record<string, Cell>>;

/** The registers as they are once the tickets VC-2026-0001 and -0002 are known. */
const filed = (rows: Readonly<Record<string, readonly Row[]>>) => {
  const snapshot = {
    tabs: tabs.map(({ name, columns }): TabSnapshot => {
      const headers = columns.map(({ header }) => header);
      const typed = (rows[name] ?? []).map((row) => headers.map((header) => row[header] ?? ''));
      return { name, rows: [headers, ...typed] };
    }),
  };
  return fileEntries(readDesk(snapshot, { timeZone }), {
    tickets: new Set(['VC-2026-0001', 'VC-2026-0002']),
    now: instant('2026-11-25T12:00'),
    timeZone,
  });
};

const answering = (...rows: readonly Row[]) =>
  filed({ 'Setelah Kegiatan': rows.map((row) => ({ 'Nomor Tiket': 'VC-2026-0001', ...row })) });

const scores = (...values: readonly number[]): Row =>
  Object.fromEntries(
    tabs
      .flatMap((tab) => (tab.name === 'Survei' ? tab.columns.map(({ header }) => header) : []))
      .filter((header) => /^U\d/.test(header))
      .map((header, index) => [header, values[index] ?? 4]),
  );

const texts = ({ problems }: ReturnType<typeof filed>) => problems.map(({ text }) => text);

describe('answers after an event', () => {
  test('say who led in the words of Permohonan', () => {
    const { afterEvents } = answering(
      { 'Pejabat yang Memimpin': 'Budi Santoso', 'Jabatan yang Memimpin': 'Asisten I' },
      {
        'Pejabat yang Memimpin': 'Budi Santoso (Asisten I)',
        'Jabatan yang Memimpin': 'asisten I',
        Mewakili: 'Gubernur Gorontalo',
      },
      { 'Jabatan yang Memimpin': 'Sekretaris Daerah', Mewakili: 'tidak ada' },
    );

    expect(afterEvents.map(({ told }) => told.actualLeader)).toEqual([
      'Budi Santoso (Asisten I)',
      'Gubernur Gorontalo, diwakili oleh Budi Santoso (Asisten I)',
      'Sekretaris Daerah',
    ]);
  });

  test('ask who led where only somebody absent is named', () => {
    const desk = answering({ Mewakili: 'Gubernur' });

    expect(desk.afterEvents[0]?.told).toEqual({});
    expect(texts(desk)).toEqual([
      'Mewakili terisi, tetapi Pejabat yang Memimpin belum. Isi nama dan jabatan yang memimpin.',
    ]);
  });

  test.each([
    ['Ya', 'suara putus', 'ya', []],
    ['Tidak', 'tidak ada kendala', 'tidak', []],
    [
      'Tidak',
      'suara putus',
      undefined,
      ['Ada Kendala diisi Tidak, padahal Uraian Kendala terisi. Betulkan salah satunya.'],
    ],
    [
      '',
      'suara putus',
      undefined,
      ['Uraian Kendala terisi, tetapi Ada Kendala belum dipilih. Pilih Ya atau Tidak.'],
    ],
  ])('with incidents %j and %j say %j', (was, what, told, problems) => {
    const desk = answering({ 'Ada Kendala': was, 'Uraian Kendala': what });

    expect(desk.afterEvents[0]?.told.incidents).toBe(told);
    expect(texts(desk)).toEqual(problems);
  });

  test('are asked about where they name no event that is known', () => {
    const desk = filed({
      'Setelah Kegiatan': [
        { 'Nomor Tiket': 'VC-2026-0099', 'Stempel waktu': '24/11/2026 10.00' },
        { 'Stempel waktu': '24/11/2026 10.00', 'Jumlah Peserta Hadir': 40 },
        { 'Nomor Tiket': 'tiket 2' },
      ],
    });

    expect(desk.afterEvents.map(({ ticket }) => ticket)).toEqual([
      undefined,
      undefined,
      'VC-2026-0002',
    ]);
    expect(texts(desk)).toEqual([
      'Nomor Tiket "VC-2026-0099" tidak ada di Permohonan. Periksa nomornya.',
      'Nomor Tiket belum diisi; isian ini dihitung dalam rekap, tetapi tidak masuk laporan kegiatan. Isi nomor tiketnya.',
    ]);
  });

  test('are a survey of their event, of which a score that is missing is asked, and none without any score', () => {
    const desk = answering(scores(), { ...scores(), 'U3 Waktu Pelayanan': '' }, {});

    // Figures count the first, and tell of the second that it could not be counted.
    expect(desk.surveys).toEqual([
      { scores: [4, 4, 4, 4, 4, 4, 4, 4, 4], ticket: 'VC-2026-0001' },
      { scores: [4, 4, 4, 4, 4, 4, 4, 4], ticket: 'VC-2026-0001' },
    ]);
    expect(texts(desk)).toEqual([
      'Nilai U3 belum diisi; survei ini tidak dihitung. Setiap unsur dinilai 1, 2, 3, atau 4.',
    ]);
  });

  test('count once where the same scores for the same event stand in Survei', () => {
    const ticket = { 'Nomor Tiket': 'VC-2026-0001' };
    const desk = filed({
      Survei: [{ ...ticket, ...scores(3), 'Stempel waktu': '24/11/2026 10.00' }],
      'Setelah Kegiatan': [
        { ...ticket, ...scores(3), 'Stempel waktu': '24/11/2026 10.05' },
        { ...ticket, ...scores(3), 'Stempel waktu': '24/11/2026 10.06' },
        { ...ticket, ...scores(2), 'Stempel waktu': '24/11/2026 10.07' },
      ],
    });

    expect(desk.surveys.map(({ scores: [first] }) => first)).toEqual([3, 3, 2]);
    expect(texts(desk)).toEqual([
      'Nilai yang sama untuk tiket ini sudah ada di tab Survei; dihitung satu kali.',
    ]);
  });

  test('of the same person are the last one', () => {
    const desk = answering(
      { 'Stempel waktu': '24/11/2026 11.00', 'Nama Pengisi': 'Siti R.', ...scores(1) },
      { 'Stempel waktu': '24/11/2026 10.00', 'Nama Pengisi': 'siti r', ...scores(2) },
      { 'Stempel waktu': '24/11/2026 12.00', ...scores(3) },
    );

    expect(desk.afterEvents.map(({ row }) => row)).toEqual([2, 4]);
    expect(desk.surveys.map(({ scores: [first] }) => first)).toEqual([1, 3]);
    expect(texts(desk)).toEqual([
      'Diganti oleh isian yang lebih baru dari pengisi yang sama untuk tiket ini, sehingga tidak dipakai lagi.',
    ]);
  });

  test('are complaints of their event, with what staff noted beside them', () => {
    const desk = answering(
      {
        'Jenis Pengaduan atau Saran': 'saran',
        'Pengaduan atau Saran': 'Tambah pengeras suara.',
        'Ditangani Oleh': 'Andi Rahman',
        Ditutup: '25/11/2026',
      },
      { 'Pengaduan atau Saran': 'Tidak ada' },
      { 'Pengaduan atau Saran': 'Lama sekali.' },
    );

    expect(
      desk.complaints.map(({ closed, tab: _, row: __, ...rest }) => [rest, closed?.toString()]),
    ).toEqual([
      [
        {
          kind: 'saran',
          text: 'Tambah pengeras suara.',
          handler: 'Andi Rahman',
          ticket: 'VC-2026-0001',
        },
        '2026-11-25',
      ],
      [{ kind: 'pengaduan', text: 'Lama sekali.', ticket: 'VC-2026-0001' }, undefined],
    ]);
    expect(texts(desk)).toEqual([
      'Jenis Pengaduan atau Saran belum diisi; dihitung sebagai pengaduan. Pilih jenisnya.',
    ]);
  });
});
