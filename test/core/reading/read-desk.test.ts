import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodicKey } from '../../../src/core/columns/periodic-tab.ts';
import { surveyTab } from '../../../src/core/columns/survey-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import { readDesk } from '../../../src/core/reading/read-desk.ts';
import { settingRows } from '../../../src/core/reading/registers/office-settings.ts';
import type { Tab } from '../../../src/core/sheet/column.ts';
import {
  type Cell,
  notCalculated,
  type TabSnapshot,
  type WorkbookSnapshot,
} from '../../../src/core/sheet/snapshot.ts';
import { instant, timeZone } from '../../support/builders.ts';

/** All registers with their headers and without rows, but for the ones given by header. */
const aWorkbook = (
  filled: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>> = {},
): WorkbookSnapshot => ({
  tabs: tabs.map(({ name, columns }): TabSnapshot => {
    const headers = columns.map(({ header }) => header);
    const rows = (filled[name] ?? []).map((row) => headers.map((header) => row[header] ?? ''));
    return { name, rows: [headers, ...rows] };
  }),
});

const reading = (filled: Parameters<typeof aWorkbook>[0]) =>
  readDesk(aWorkbook(filled), { timeZone });

describe('read desk', () => {
  test('finds nothing wrong with a workbook whose registers are still empty', () => {
    const desk = readDesk(aWorkbook(), { timeZone });

    expect(desk.problems).toEqual([]);
    expect(desk.settings.assumedEventMinutes).toBe(120);
  });

  test('knows the row of a recap however its name was typed again', () => {
    const { periodic } = reading({
      'Dokumen Berkala': [{ Dokumen: ' REKAP  bulanan November 2026', Diperiksa: 'Siti' }],
    });

    expect(periodic.get(periodicKey('Rekap Bulanan November 2026'))?.marks.checked).toMatchObject({
      name: 'Siti',
    });
  });

  test('asks for the days of a leave that names none', () => {
    const desk = reading({ Petugas: [{ Nama: 'Fitri Ahmad', Aktif: '✓', Cuti: 'cuti bersalin' }] });

    expect(desk.officers[0]?.leave).toEqual([]);
    expect(desk.problems.map(({ text }) => text)).toEqual([
      'Cuti "cuti bersalin" tanpa tanggal, jadi belum diperhitungkan. Tulis misalnya 24/11/2026 s.d. 26/11/2026.',
    ]);
  });

  test.each([
    ['#REF!', 'Nama menampilkan galat rumus "#REF!". Perbaiki rumusnya atau ketik isinya.'],
    [
      notCalculated,
      'Nama berisi rumus yang belum dihitung. Buka dan simpan buku kerja dengan Excel atau LibreOffice, atau ketik isinya.',
    ],
  ])('takes %s for no name of an officer', (cell, text) => {
    const desk = reading({ Petugas: [{ Nama: cell, Tim: 'Persandian' }] });

    expect(desk.officers).toEqual([]);
    expect(desk.problems).toContainEqual({ tab: 'Petugas', row: 2, text });
  });

  test.each([
    ['aktif s/d Nov', true, 'tidak terbaca.'],
    ['aktif sampai Desember', true, 'tidak terbaca.'],
    ['ya, mulai Januari', true, 'tidak terbaca.'],
    ['cuti s/d 5 Des', false, 'dibaca tidak aktif, tanpa batas waktu.'],
    ['tidak minggu ini', false, 'dibaca tidak aktif, tanpa batas waktu.'],
  ])('says of Aktif "%s" that it does not follow the days', (Aktif, active, text) => {
    const desk = reading({ Petugas: [{ Nama: 'Fitri Ahmad', Aktif }] });

    expect(desk.officers[0]?.active).toBe(active);
    expect(desk.problems).toEqual([
      { tab: 'Petugas', row: 2, text: expect.stringContaining(`Aktif "${Aktif}" ${text}`) },
    ]);
  });

  test.each([
    ['Persiapan (menit)', '1 jam', 'tidak terbaca; dipakai 60.'],
    ['Perjalanan (menit)', 'setengah jam', 'tidak terbaca; dipakai 30.'],
    ['Jam Layanan (jam)', '30menit', 'tidak terbaca; dipakai 24.'],
    ['Jam Layanan (jam)', '2 hari', 'tidak terbaca; dipakai 24.'],
    ['Jam Masuk', 'pagi', 'tidak terbaca; dipakai 07.30.'],
    ['Hitungan Waktu Layanan', 'hari kalender', 'tidak terbaca; dipakai jam dinding.'],
    ['Beres-beres (menit)', '30 santai', 'dibaca 30.'],
  ])('says of the setting %s "%s" what holds', (Pengaturan, Nilai, text) => {
    expect(reading({ Pengaturan: [{ Pengaturan, Nilai }] }).problems).toEqual([
      { tab: 'Pengaturan', row: 2, text: expect.stringContaining(`"${Nilai}" ${text}`) },
    ]);
  });

  test.each(['45 menit', 45])('takes %j for minutes without a word', (Nilai) => {
    const desk = reading({ Pengaturan: [{ Pengaturan: 'Perjalanan (menit)', Nilai }] });

    expect(desk.settings.travelMinutes).toBe(45);
    expect(desk.problems).toEqual([]);
  });

  test.each(['4 (2 rusak)', '1/2', -2])(
    'tells of an unreadable count %j that it is unreadable, not missing',
    (Jumlah) => {
      const { problems } = reading({ Peralatan: [{ Nama: 'Speaker JBL', Jumlah }] });

      expect(problems.find(({ row }) => row === undefined)?.text).toBe(
        `Jumlah peralatan Speaker JBL ("${Jumlah}") tidak terbaca di tab Peralatan; ketersediaannya tidak dapat dipastikan. Tulis satu angka.`,
      );
    },
  );

  test('reads an officer with everything staff write', () => {
    const desk = reading({
      Petugas: [
        {
          Nama: 'Rahmat Pakaya, S.Kom.',
          NIP: '19840612 200903 1 991',
          'Nomor HP': '081200002001',
          Tim: 'Tim Persandian',
          Kompetensi: 'Aplikasi Video Conference; laptop / komputer, persandian',
          Aktif: '✓',
          Cuti: '24/11/2026-26/11/2026; 1 Des 2026',
        },
      ],
    });

    expect(desk.problems).toEqual([]);
    expect(desk.officers).toMatchObject([
      {
        name: 'Rahmat Pakaya, S.Kom.',
        nip: '198406122009031991',
        phone: '6281200002001',
        team: 'Persandian',
        competences: ['information-security', 'video-conference', 'computer'],
        active: true,
      },
    ]);
    expect(desk.officers[0]?.leave.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-11-24 2026-11-26',
      '2026-12-01 2026-12-01',
    ]);
  });

  test('takes a cell left blank among ticked ones for no', () => {
    const { officers } = reading({
      Petugas: ['', 'tidak', false, 'nonaktif', 'aktif'].map((Aktif, index) => ({
        Nama: `P${index}`,
        Aktif,
      })),
    });

    expect(officers.map(({ active }) => active)).toEqual([false, false, false, false, true]);
  });

  test.each<[readonly Cell[], readonly boolean[]]>([
    [
      ['', '', ''],
      [true, true, true],
    ],
    [
      [false, false],
      [true, true],
    ],
    [
      ['', 'tidak', ''],
      [true, false, true],
    ],
    [
      ['✓', '', 'ya'],
      [true, false, true],
    ],
    [
      [true, false, true],
      [true, false, true],
    ],
    [
      ['cuti', 'Aktif', ''],
      [false, true, false],
    ],
    [
      ['entah', '✓'],
      [false, true],
    ],
    [
      ['entah', ''],
      [true, true],
    ],
  ])(
    'reads the ticks %j of Aktif as a whole column, for officers and for accounts',
    (cells, active) => {
      const { officers, licences, problems } = reading({
        Petugas: cells.map((Aktif, index) => ({ Nama: `P${index}`, Aktif })),
        'Akun Zoom': cells.map((Aktif, index) => ({ Akun: `Z${index}`, Kapasitas: 100, Aktif })),
      });

      expect(officers.map((one) => one.active)).toEqual(active);
      expect(licences.map((one) => one.active)).toEqual(active);
      expect(problems.some(({ text }) => text.includes('entah'))).toBe(cells.includes('entah'));
    },
  );

  test('names an officer who stands there twice and a leave that nobody can read', () => {
    const { officers, problems } = reading({
      Petugas: [{ Nama: 'Rahmat', Cuti: 'minggu depan' }, { Nama: 'RAHMAT' }],
    });

    expect(officers).toHaveLength(1);
    expect(problems.map(({ tab, row }) => `${tab} ${row}`)).toEqual(['Petugas 2', 'Petugas 3']);
  });

  test('groups equipment under the eleven facilities and hands out nothing badly damaged', () => {
    const { equipment } = reading({
      Peralatan: [
        { Nama: 'Speaker aktif JBL', Jumlah: 2 },
        { Nama: 'Canon', Jenis: 'kamera', Jumlah: '1 unit', Kondisi: 'Rusak berat' },
        { Nama: 'Mikrofon', Jumlah: 3, Kondisi: 'Rusak ringan' },
      ],
    });

    expect(equipment).toEqual([
      { name: 'Speaker aktif JBL', kind: 'Speaker', quantity: 2, usable: true, condition: 'Baik' },
      { name: 'Canon', kind: 'Kamera Zoom', quantity: 1, usable: false, condition: 'Rusak berat' },
      { name: 'Mikrofon', kind: 'Mikrofon', quantity: 3, usable: true, condition: 'Rusak ringan' },
    ]);
  });

  test('takes a blank number for unknown, 0 for none, and names once all that nobody counted', () => {
    const { equipment, problems } = reading({
      Peralatan: [
        { Nama: 'Speaker' },
        { Nama: 'Mikrofon', Jumlah: 0 },
        { Nama: 'Kamera Zoom', Jumlah: '' },
        { Nama: 'Meja', Kondisi: 'Rusak berat' },
      ],
    });

    expect(equipment.map(({ quantity }) => quantity)).toEqual([undefined, 0, undefined, undefined]);
    expect(problems).toEqual([
      {
        tab: 'Peralatan',
        text: 'Jumlah peralatan Speaker dan Kamera Zoom belum diisi di tab Peralatan; ketersediaannya tidak dapat dipastikan. Isi jumlahnya, atau 0 bila tidak ada.',
      },
    ]);
  });

  test('reads licences, incidents, complaints, surveys, actions, holidays and the legal basis', () => {
    const desk = reading({
      'Akun Zoom': [{ Akun: 'Zoom 300', Kapasitas: 300, Aktif: true }],
      Kendala: [
        {
          'Nomor Tiket': 'vc 2026 7',
          Waktu: '23/11/2026 09.30',
          'Jenis Kendala': 'Internet putus',
        },
      ],
      Pengaduan: [
        { 'Stempel waktu': 46_349.375, Jenis: 'Pungli', Isi: 'Diminta biaya', Ditutup: 46_350 },
      ],
      Survei: [
        Object.fromEntries(
          surveyTab.columns.flatMap(({ field, header }) =>
            /^u\d/.test(field) ? [[header, '4 - Baik']] : [],
          ),
        ),
      ],
      'Tindak Lanjut': [
        { Tahun: 2026, Temuan: 'Speaker kurang', Keadaan: 'sedang berjalan', Tenggat: 46_370 },
      ],
      'Hari Libur': [{ Tanggal: '24-25 Desember 2026', Jenis: 'cuti_bersama', Nama: 'Natal' }],
      'Dasar Hukum': [{ Nomor: 1, Peraturan: 'Undang-Undang Nomor 25 Tahun 2009' }],
    });

    expect(desk.problems).toEqual([]);
    expect(desk.licences).toEqual([{ name: 'Zoom 300', capacity: 300, meetings: 1, active: true }]);
    expect(desk.incidents).toEqual([
      { row: 2, ticket: 'vc 2026 7', kind: 'koneksi', at: instant('2026-11-23T09:30') },
    ]);
    expect(desk.complaints).toMatchObject([
      { kind: 'pungutan', text: 'Diminta biaya', at: instant('2026-11-23T09:00') },
    ]);
    expect(desk.surveys).toEqual([{ row: 2, scores: [4, 4, 4, 4, 4, 4, 4, 4, 4] }]);
    expect(desk.actions).toMatchObject([
      { year: 2026, finding: 'Speaker kurang', state: 'berjalan' },
    ]);
    expect([...desk.holidays.keys()]).toEqual(['2026-12-24', '2026-12-25']);
    expect(desk.holidays.get('2026-12-25')).toMatchObject({ kind: 'cuti bersama', name: 'Natal' });
    expect(desk.legalBasis).toEqual(['Undang-Undang Nomor 25 Tahun 2009']);
  });

  test('knows a survey that is not answered in full for one that cannot be counted, and says so', () => {
    const { surveys, problems } = reading({ Survei: [{ 'U1 Persyaratan': 5 }] });

    expect(surveys).toEqual([{ row: 2, scores: [] }]);
    expect(problems).toMatchObject([{ tab: 'Survei', row: 2 }]);
  });

  test('names tabs and headers that are missing and goes on', () => {
    const { tabs: all } = aWorkbook();
    const withoutOfficers = all.filter(({ name }) => name !== 'Petugas');
    const desk = readDesk(
      {
        tabs: withoutOfficers.map((tab) =>
          tab.name === 'Kendala' ? { ...tab, rows: [['Waktu']] } : tab,
        ),
      },
      { timeZone },
    );

    expect(desk.problems).toEqual([
      { tab: 'Petugas', text: 'Tab Petugas tidak ada. Buat tab itu atau kembalikan namanya.' },
      {
        tab: 'Kendala',
        text: 'Kolom Nomor Tiket dan Jenis Kendala tidak ditemukan. Kembalikan judul kolom itu.',
      },
    ]);
  });

  test('never throws, whatever stands in the registers', () => {
    const anyCell: fc.Arbitrary<Cell> = fc.oneof(fc.string(), fc.double(), fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 12 }), { maxLength: 4 }), (rows) => {
        const snapshot = {
          tabs: tabs.map((tab: Tab) => ({
            name: tab.name,
            rows: [tab.columns.map(({ header }) => header), ...rows],
          })),
        };

        expect(readDesk(snapshot, { timeZone }).settings.officeHours).toBeDefined();
      }),
    );
  });
});

describe('read settings', () => {
  const settings = (rows: readonly (readonly [string, Cell])[]) =>
    reading({ Pengaturan: rows.map(([Pengaturan, Nilai]) => ({ Pengaturan, Nilai })) });

  test('takes the rows of an empty workbook for exactly what holds without them', () => {
    const filled = settings(settingRows.map(({ name, value }) => [name, value]));

    expect(filled).toEqual(readDesk(aWorkbook(), { timeZone }));
  });

  test('reads what the office wrote', () => {
    const desk = settings([
      ['nama kepala dinas', 'Contoh Kepala, M.Si.'],
      ['NIP Kepala Dinas', '19680411 199303 1 009'],
      ['Hitungan Waktu Layanan', 'Jam Kerja'],
      ['Jam Penetapan Petugas', 0.5833333333],
      ['Istirahat (menit)', 60],
      ['Nama Instansi dan Ejaannya', 'Biro Hukum = rokum; biro hkm'],
    ]);

    expect(desk.problems).toEqual([]);
    expect(desk.settings).toMatchObject({
      head: { title: 'Kepala Dinas', name: 'Contoh Kepala, M.Si.', nip: '196804111993031009' },
      clock: 'working-hours',
      institutions: [{ name: 'Biro Hukum', spellings: ['rokum', 'biro hkm'] }],
    });
    expect(desk.settings.settleTime.toString()).toBe('14:00:00');
  });

  test('knows to whom messages go, and asks about what is no address', () => {
    const desk = settings([
      ['Email Tim Kerja Jaringan', 'Dedi Gobel, A.Md. = dedi@dinas.test'],
      [
        'Email Pengawas',
        'Contoh Ketua, S.Kom. <ketua@dinas.test>\nketua lama@dinas.test\nkabid@dinas.test',
      ],
      ['Email Pengelola Layanan', 'server@dinas.test\nlain@dinas.test'],
    ]);

    expect(desk.settings).toMatchObject({
      networkTeam: { name: 'Dedi Gobel, A.Md.', address: 'dedi@dinas.test' },
      supervisors: [
        { name: 'Contoh Ketua, S.Kom.', address: 'ketua@dinas.test' },
        { address: 'kabid@dinas.test' },
      ],
      keeper: { address: 'server@dinas.test' },
    });
    expect(desk.problems.map(({ row, text }) => [row, text])).toEqual([
      [
        3,
        'Email Pengawas "ketua lama@dinas.test" tidak jelas di mana namanya berakhir. Tulis: Nama = alamat email.',
      ],
      [
        4,
        'Email Pengelola Layanan memuat lebih dari satu orang; dipakai yang teratas. Sisakan satu.',
      ],
    ]);
  });

  test('asks about an address of an officer that it cannot read', () => {
    const desk = reading({ Petugas: [{ Nama: 'Andi Contoh', Email: 'andi dinas.test' }] });

    expect(desk.officers).toMatchObject([{ name: 'Andi Contoh' }]);
    expect(desk.officers[0]?.email).toBeUndefined();
    expect(desk.problems).toMatchObject([
      { tab: 'Petugas', row: 2, text: /^Email "andi dinas.test"/ },
    ]);
  });

  test('keeps the standard of what it cannot read, and says so', () => {
    const desk = settings([['Jam Masuk', 'pagi']]);

    expect(desk.settings.officeHours.start.toString()).toBe('07:30:00');
    expect(desk.problems).toMatchObject([
      { text: 'Jam Masuk "pagi" tidak terbaca; dipakai 07.30. Tulis misalnya 07.30.' },
    ]);
  });

  test('names the nearest setting for a name it does not know', () => {
    expect(settings([['Nama Kepala Dins', 'X']]).problems).toMatchObject([
      { tab: 'Pengaturan', row: 2, text: /Mungkin maksudnya Nama Kepala Dinas\./ },
    ]);
  });

  test('says when the office hours do not add up to a working week', () => {
    expect(settings([['Jam Pulang', '15.30']]).problems).toMatchObject([
      { text: /berjumlah 35 jam 30 menit/ },
    ]);
  });
});
