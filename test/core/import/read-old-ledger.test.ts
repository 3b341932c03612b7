import { describe, expect, test } from 'vitest';
import { day, eventsOf, hour, kindsOf, ledger, reading, sheet, unsureIn } from './old-ledgers.ts';

const header = ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi', 'Tempat', 'Petugas', 'Ket.'];

describe('a sheet a month', () => {
  const january = sheet(
    [
      ['REKAP VICON'],
      ['TAHUN 2025'],
      header,
      ['1', '2', '3', '4', '5', '6', '7', '8'],
      [1, 6, '09.00 - selesai', 'Rakor Pangan', 'Dinas Pangan', 'Aula', 'Rina\nDodi', 'hybrid'],
      [2, '8 s.d 9', '10.00 s/d 12.00', 'Bimtek Arsip', 'Dinas Arsip', 'Aula', 'Rina', ''],
      [3, '15/1', '14.00', 'Rapat Pajak', 'Bapenda', 'Aula', '', 'tidak jadi'],
      ['', '', '', 'JUMLAH', 3],
      [],
      ['', '', '', '', '', '', 'Kota Contoh, 31 Januari 2025'],
      ['', '', '', '', '', '', 'Kepala Bidang'],
    ],
    { name: 'JAN' },
  );

  test('takes month and year of its days from the name and the title', () => {
    const read = reading(ledger(january));

    expect(eventsOf(read)).toEqual([
      {
        event: 'Rakor Pangan',
        institution: 'Dinas Pangan',
        place: 'Aula',
        officers: 'Rina\nDodi',
        startDay: '06/01/2025',
        startTime: '09.00',
        endTime: 'selesai',
        notes: 'hybrid',
      },
      {
        event: 'Bimtek Arsip',
        institution: 'Dinas Arsip',
        place: 'Aula',
        officers: 'Rina',
        startDay: '08/01/2025',
        endDay: '09/01/2025',
        startTime: '10.00',
        endTime: '12.00',
      },
      {
        event: 'Rapat Pajak',
        institution: 'Bapenda',
        place: 'Aula',
        startDay: '15/01/2025',
        startTime: '14.00',
        state: 'Tidak Terlaksana',
        reason: 'tidak jadi',
        kind: 'cancelled',
      },
    ]);
    expect(unsureIn(read)).toEqual([]);
  });

  test('accounts for every row that holds something', () => {
    expect(kindsOf(reading(ledger(january)))).toEqual([
      '1 title',
      '2 title',
      '3 header',
      '4 header',
      '5 event',
      '6 event',
      '7 cancelled',
      '8 total',
      '10 signature',
      '11 signature',
    ]);
  });
});

describe('a weekly schedule', () => {
  test('spreads a merged day over its events, and takes parts of a header below its group', () => {
    const read = reading(
      ledger(
        sheet(
          [
            ['No', 'Hari', 'Tanggal', 'Waktu', '', 'Acara', 'OPD'],
            ['', '', '', 'Mulai', 'Selesai'],
            ['MINGGU TANGGAL 5 S.D. 9 JANUARI 2026'],
            [1, 'Senin', day('2026-01-05'), hour('09.00'), 'sELESAI', 'Rakor A', 'Dinas A'],
            [2, '', '', hour('13.00'), hour('14.30'), 'Rakor B', 'Dinas B'],
            [3, 'Selasa', '', '10.00', 'selesai', 'Rakor C', 'Dinas C'],
          ],
          {
            name: 'Jadwal',
            merges: [
              { firstRow: 1, lastRow: 1, firstColumn: 4, lastColumn: 5 },
              { firstRow: 4, lastRow: 5, firstColumn: 2, lastColumn: 2 },
              { firstRow: 4, lastRow: 5, firstColumn: 3, lastColumn: 3 },
            ],
          },
        ),
      ),
    );

    expect(
      eventsOf(read).map(({ startDay, startTime, endTime }) => [startDay, startTime, endTime]),
    ).toEqual([
      ['05/01/2026', '09.00', 'selesai'],
      ['05/01/2026', '13.00', '14.30'],
      ['06/01/2026', '10.00', 'selesai'],
    ]);
    expect(unsureIn(read)).toEqual([]);
  });

  test('knows a colour by the legend, and a stroke by itself', () => {
    const red = (value: string | number) => ({ value, fill: 'rgb FFFF0000' });
    const struck = (value: string | number) => ({ value, isStruck: true as const });
    const read = reading(
      ledger(
        sheet([
          header,
          [red(1), red('5/1/2026'), red('09.00'), red('Rakor A'), red('Dinas A')],
          [struck(2), struck('5/1/2026'), struck('09.00'), struck('Rakor B'), struck('Dinas B')],
          [3, '5/1/2026', '09.00', 'Rakor C', 'Dinas C'],
          [],
          ['', { value: '', fill: 'rgb FFFF0000' }, 'Kegiatan dibatalkan'],
        ]),
      ),
    );

    expect(eventsOf(read).map(({ state }) => state)).toEqual([
      'Dibatalkan',
      'Dibatalkan',
      undefined,
    ]);
  });
});

describe('what is unsure', () => {
  const one = (cells: readonly (string | number)[]) =>
    reading(
      ledger(
        sheet([
          ['Hari', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'],
          [...cells, 'Rakor', 'Dinas'],
        ]),
      ),
    );

  test.each([
    ['a weekday of another day', ['Rabu', '06/01/2025', '09.00'], ['2 startDay']],
    ['a bare afternoon hour', ['Senin', '06/01/2025', '2 - selesai'], ['2 startTime']],
    ['an end before its start', ['Senin', '06/01/2025', '14.00 - 13.00'], ['2 endTime']],
    ['a day that nobody can read', ['', 'menyusul', '09.00'], ['2 startDay']],
    ['nothing of an ordinary row', ['Senin', '06/01/2025', '09.00'], []],
  ])('is %s', (_name, cells, unsure) => {
    expect(unsureIn(one(cells))).toEqual(unsure);
  });

  test('is a day that may be read in two orders where the column writes both', () => {
    const read = reading(
      ledger(
        sheet([
          ['Tanggal', 'Jam', 'Kegiatan', 'Instansi'],
          ['4/22/2025', '09.00', 'Rakor A', 'Dinas'],
          ['22/04/2025', '09.00', 'Rakor B', 'Dinas'],
          ['3/4/2025', '09.00', 'Rakor C', 'Dinas'],
        ]),
      ),
    );

    expect(eventsOf(read).map(({ startDay }) => startDay)).toEqual([
      '22/04/2025',
      '22/04/2025',
      '03/04/2025',
    ]);
    expect(unsureIn(read)).toEqual(['4 startDay']);
  });

  test('is no day of a column that writes the month first throughout', () => {
    const read = reading(
      ledger(
        sheet([
          ['Date', 'Time', 'Event', 'Office'],
          ['4/22/2025', '09:00', 'Meeting A', 'Dinas'],
          ['3/4/2025', '09:00', 'Meeting B', 'Dinas'],
        ]),
      ),
    );

    expect(eventsOf(read).map(({ startDay }) => startDay)).toEqual(['22/04/2025', '04/03/2025']);
    expect(unsureIn(read)).toEqual([]);
  });
});

describe('rows that go on', () => {
  test('belong to the event above them', () => {
    const read = reading(
      ledger(
        sheet([
          header,
          [
            1,
            '06/01/2025',
            '09.00',
            'Rapat Koordinasi Pengendalian',
            'Dinas A',
            'Aula',
            'Rina',
            '',
          ],
          ['', '', '', 'Inflasi Daerah', '', '', 'Dodi', ''],
          [2, '07/01/2025', '09.00', 'Rapat B', 'Dinas B', 'Aula', 'Rina', ''],
        ]),
      ),
    );

    expect(kindsOf(read)).toEqual(['1 header', '2 event', '3 continuation', '4 event']);
    expect(eventsOf(read)[0]).toMatchObject({
      event: 'Rapat Koordinasi Pengendalian Inflasi Daerah',
      officers: 'Rina\nDodi',
    });
  });
});

describe('a map', () => {
  test('says what columns mean where nothing else does', () => {
    const book = ledger(
      sheet([
        ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi', 'Kode'],
        [1, '06/01/2025', '09.00', 'Rakor', 'Dinas', 'Rina'],
      ]),
    );
    const map = { sheets: { '*': { columns: { F: 'officers' as const } } } };

    expect(eventsOf(reading(book))[0]).toMatchObject({ notes: 'Kode: Rina' });
    expect(eventsOf(reading(book, map))[0]).toMatchObject({ officers: 'Rina' });
  });
});

describe('lines that a ledger spread over rows', () => {
  test('make one day and one time', () => {
    const read = reading(
      ledger(
        sheet([
          header,
          [1, 'Senin,', '09.00 s.d.', 'Rapat Koordinasi', 'Dinas A', 'Aula', 'Rina', ''],
          ['', '6 Januari 2025', 'selesai', 'Inflasi Daerah', '', 'Lantai 2', '', ''],
          [2, '07/01/2025', '09.00', 'Rapat B', 'Dinas B', 'Aula', 'Rina', ''],
          ['', '', '13.00', 'Rapat C', 'Dinas C', 'Aula', 'Rina', ''],
        ]),
      ),
    );

    expect(kindsOf(read)).toEqual(['1 header', '2 event', '3 continuation', '4 event', '5 event']);
    expect(
      eventsOf(read).map(({ startDay, startTime, endTime, event, place }) => [
        startDay,
        startTime,
        endTime,
        event,
        place,
      ]),
    ).toEqual([
      ['06/01/2025', '09.00', 'selesai', 'Rapat Koordinasi Inflasi Daerah', 'Aula Lantai 2'],
      ['07/01/2025', '09.00', undefined, 'Rapat B', 'Aula'],
      ['07/01/2025', '13.00', undefined, 'Rapat C', 'Aula'],
    ]);
  });
});

describe('who is in charge', () => {
  const table = (names: readonly string[]) =>
    reading(
      ledger(
        sheet([
          ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi', 'PIC'],
          ...names.map((name, index) => [
            index + 1,
            `0${index + 1}/01/2025`,
            '09.00',
            `Rapat ${index}`,
            'Dinas',
            name,
          ]),
        ]),
      ),
    );

  test('is an officer where few names come again, and who asked where each is another', () => {
    const again = eventsOf(table(['Rina', 'Dodi', 'Rina', 'Rina', 'Dodi', 'Rina']));
    const others = eventsOf(table(['Ani', 'Budi', 'Cici', 'Dedi', 'Euis', 'Fani']));

    expect(again.map(({ officers }) => officers)).toEqual([
      'Rina',
      'Dodi',
      'Rina',
      'Rina',
      'Dodi',
      'Rina',
    ]);
    expect(others.map(({ requesterName }) => requesterName)).toEqual([
      'Ani',
      'Budi',
      'Cici',
      'Dedi',
      'Euis',
      'Fani',
    ]);
  });
});

describe('what a ledger says twice of one event', () => {
  test('stays among its notes: a second telephone, a second meeting, another word of its state', () => {
    const read = reading(
      ledger(
        sheet([
          [
            'No',
            'Tanggal',
            'Jam',
            'Kegiatan',
            'Instansi',
            'CP',
            'HP',
            'Meeting ID',
            'Status',
            'Ket',
          ],
          [
            1,
            '06/01/2025',
            '09.00',
            'Rakor Pangan',
            'Dinas Pangan',
            'Ani 081200001111',
            '081300002222',
            '939 4964 2226',
            'menunggu surat',
            'batal',
          ],
          ['', '', '', 'dan Gizi', '', '', '', '943 1213 0363', '', ''],
        ]),
      ),
    );

    expect(eventsOf(read)).toMatchObject([
      {
        requesterName: 'Ani',
        phone: '081200001111',
        meetingId: '939 4964 2226',
        state: 'Dibatalkan',
        notes: '081300002222 / 943 1213 0363 / menunggu surat',
      },
    ]);
  });
});

test('an event without a day is asked for it', () => {
  const read = reading(
    ledger(
      sheet([
        ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'],
        [1, '', '09.00', 'Rakor Pangan', 'Dinas Pangan'],
      ]),
    ),
  );

  expect(unsureIn(read)).toEqual(['2 startDay']);
});
