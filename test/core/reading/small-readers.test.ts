import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { numberFromWords } from '../../../src/core/reading/number-words.ts';
import { readClockSpans } from '../../../src/core/reading/read-clock-spans.ts';
import { readConfirmation } from '../../../src/core/reading/read-confirmation.ts';
import { readCount } from '../../../src/core/reading/read-count.ts';
import { readInstitution } from '../../../src/core/reading/read-institution.ts';
import { readNetworkState } from '../../../src/core/reading/read-network-state.ts';
import { formatNip, readNip } from '../../../src/core/reading/read-nip.ts';
import { readOfficial } from '../../../src/core/reading/read-official.ts';
import { readPeople } from '../../../src/core/reading/read-people.ts';
import { readPhone } from '../../../src/core/reading/read-phone.ts';
import { readRecordingResult } from '../../../src/core/reading/read-recording.ts';
import { readSignOff } from '../../../src/core/reading/read-sign-off.ts';
import { readTick, readYesNo } from '../../../src/core/reading/read-yes-no.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import { startingInstitutions } from '../../../src/core/reading/registers/institution-names.ts';
import { readState } from '../../../src/core/reading/states.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { instant, timeZone } from '../../support/builders.ts';

/** The value, or how the reading ended. */
const meaning = <T>(reading: Reading<T>): T | string =>
  reading.kind === 'read' ? reading.value : reading.kind;

describe('read count', () => {
  test.each<[Cell, number | string]>([
    [50, 50],
    ['1.641', 1641],
    ['1,641', 1641],
    [1.641, 1641],
    ['1-300', 300],
    ['50 s.d. 100', 100],
    ['±50', 50],
    ['50 orang', 50],
    ['kurang lebih 50 (lima puluh) peserta', 50],
    ['dua puluh lima orang', 25],
    ['30 luring, 100 daring', 'unsure'],
    ['1,5', 'unreadable'],
    ['banyak', 'unreadable'],
    [-3, 'unreadable'],
    ['-', 'empty'],
    ['belum tahu', 'empty'],
  ])('takes %j for %s', (cell, count) => {
    expect(meaning(readCount(cell))).toBe(count);
  });

  test('says that of a range it took the upper end', () => {
    expect(readCount('1-300')).toMatchObject({ warnings: ['dibaca 300, batas atasnya.'] });
  });
});

describe('number words', () => {
  test.each([
    ['sebelas', 11],
    ['dua belas', 12],
    ['seratus dua puluh tiga', 123],
    ['seribu lima ratus', 1500],
    ['dua ribu', 2000],
  ])('"%s" is %d', (words, value) => {
    expect(numberFromWords(words)).toBe(value);
  });

  test('knows when it does not know', () => {
    expect(numberFromWords('puluhan')).toBeUndefined();
    expect(numberFromWords('')).toBeUndefined();
  });
});

describe('read phone', () => {
  test.each<[Cell, string]>([
    ['081200000001', '6281200000001'],
    [81_200_000_001, '6281200000001'],
    [8.12e10, '6281200000000'],
    ['+62 812-0000-0001', '6281200000001'],
    ['(+62) 812 0000 0001', '6281200000001'],
    ['0812 0000 0001 / 0813 0000 0002', '6281200000001'],
    ['0812.0000.0001 (Budi)', '6281200000001'],
    ['Budi 081200000001', '6281200000001'],
    ['0435-821277', '62435821277'],
    ['8.12E+10', 'unsure'],
    ['menyusul', 'unreadable'],
    ['12345', 'unreadable'],
    ['-', 'empty'],
  ])('takes %j for %s', (cell, phone) => {
    expect(meaning(readPhone(cell))).toBe(phone);
  });
});

describe('read nip', () => {
  test('keeps the digits and takes the spaces out', () => {
    expect(readNip('19680411 199303 1 009')).toEqual({
      kind: 'read',
      value: '196804111993031009',
      warnings: [],
    });
  });

  test.each(['19680411199303', '1968041119930310091234', 196_804_111_993_031_000])(
    'warns about %s and keeps it',
    (cell) => {
      expect(readNip(cell)).toMatchObject({ kind: 'read', warnings: [expect.any(String)] });
    },
  );

  test.each(['-', 'tidak ada', 'Non ASN', ''])('finds none in %j', (cell) => {
    expect(readNip(cell).kind).toBe('empty');
  });

  test('is printed in the four groups of official letters', () => {
    expect(formatNip('196804111993031009')).toBe('19680411 199303 1 009');
    expect(formatNip('12345')).toBe('12345');
  });
});

describe('read institution', () => {
  const known = startingInstitutions.map((line) => {
    const [name = '', spellings = ''] = line.split(' = ');
    return { name, spellings: spellings.split('; ') };
  });
  const biro = 'Biro Pemerintahan dan Otonomi Daerah';

  test.each([
    ['biro pem otda', biro],
    ['BIRO PEMOTDA', biro],
    ['Biro Pem. Otda Provinsi Gorontalo', biro],
    ['Biro Pemerintahan & Otonomi Daerah', biro],
    ['Dinas Kominfotik Prov. Gorontalo', 'Dinas Komunikasi, Informatika, dan Statistik'],
  ])('knows "%s"', (typed, name) => {
    expect(readInstitution(typed, known)).toEqual({ kind: 'known', name });
  });

  test.each([
    'Biro Pemerintahan Otonomi Darah',
    'biro pemerintah oto daerah',
    'Biro Pemerintahan dan Otda',
    'Biro Pemer Otda',
  ])('proposes a name for "%s"', (typed) => {
    expect(readInstitution(typed, known)).toEqual({ kind: 'similar', name: biro });
  });

  test.each(['Kodim 1304', 'Universitas', 'Dinas', 'Biro', '?', 'Biro Otda'])(
    'leaves "%s" alone',
    (typed) => {
      expect(readInstitution(typed, known)).toEqual({ kind: 'unknown' });
    },
  );

  test('knows each institution of the starting list by every spelling, and no other', () => {
    for (const { name, spellings } of known)
      for (const spelling of [name, ...spellings])
        expect(readInstitution(spelling, known)).toEqual({ kind: 'known', name });
  });
});

describe('read tick', () => {
  test.each<Cell>([
    true,
    'TRUE',
    '✓',
    '✔',
    '☑',
    'v',
    'V',
    'x',
    'ya',
    'Sudah',
    'ok',
    1,
    '1',
    46_349,
    'sudah 15.40',
  ])('takes %j for done', (cell) => {
    expect(meaning(readTick(cell))).toBe(true);
  });

  test.each<Cell>([false, 'FALSE', 'belum', 'tidak', '-', 0])('takes %j for not done', (cell) => {
    expect(meaning(readTick(cell))).toBe(false);
  });

  test('does not guess at other words', () => {
    expect(readTick('nanti').kind).toBe('unreadable');
    expect(readYesNo('kalau bisa').kind).toBe('unreadable');
    expect(meaning(readYesNo('Ya, mohon direkam'))).toBe(true);
    expect(meaning(readYesNo('tidak perlu'))).toBe(false);
  });
});

describe('read people', () => {
  test.each([
    [
      'Rahmat Pakaya, S.Kom., M.T.\nSri Lestari, S.ST',
      ['Rahmat Pakaya, S.Kom., M.T.', 'Sri Lestari, S.ST'],
    ],
    ['1. Rahmat 2. Sri', ['Rahmat', 'Sri']],
    ['1) Rahmat\n2) Sri', ['Rahmat', 'Sri']],
    ['Rahmat; Sri', ['Rahmat', 'Sri']],
    ['Rahmat dan Sri', ['Rahmat', 'Sri']],
    ['Rahmat, Sri, Ikbal', ['Rahmat', 'Sri', 'Ikbal']],
    ['Rahmat, S.Kom., M.T., Sri Lestari, SE', ['Rahmat, S.Kom., M.T.', 'Sri Lestari, SE']],
    ['Kepala Bidang Aplikasi dan Informatika', ['Kepala Bidang Aplikasi dan Informatika']],
    ['-', []],
  ])('finds in %j', (cell, people) => {
    expect(readPeople(cell)).toEqual(people);
  });
});

describe('read official', () => {
  test.each([
    [
      'Drs. H. Abdul Karim, M.Si. (Asisten I)',
      { name: 'Drs. H. Abdul Karim, M.Si.', position: 'Asisten I' },
    ],
    ['Gubernur', { name: 'Gubernur' }],
    [
      'Gubernur diwakili oleh Sekretaris Daerah',
      { name: 'Gubernur', representedBy: 'Sekretaris Daerah' },
    ],
    [
      'Abdul Karim (Asisten I), diwakili Siti (Kabag)',
      {
        name: 'Abdul Karim',
        position: 'Asisten I',
        representedBy: 'Siti (Kabag)',
      },
    ],
    ['Gubernur (diwakili oleh Sekda)', { name: 'Gubernur', representedBy: 'Sekda' }],
    ['Siti mewakili Gubernur', { name: 'Gubernur', representedBy: 'Siti' }],
    [
      'diwakili oleh Sekda',
      { name: 'Wakil Gubernur', position: 'Pembina', representedBy: 'Sekda' },
    ],
    ['-', 'empty'],
  ])('takes "%s" apart', (cell, official) => {
    const planned = { name: 'Wakil Gubernur', position: 'Pembina' };

    expect(meaning(readOfficial(cell, planned))).toEqual(official);
  });
});

describe('read recording result', () => {
  test.each<[string, unknown]>([
    ['tidak direkam', { kind: 'not-recorded' }],
    ['Tidak', { kind: 'not-recorded' }],
    ['https://drive.google.com/x', { kind: 'link', link: 'https://drive.google.com/x' }],
    ['Direkam, tidak diserahkan karena rahasia', { kind: 'withheld', why: 'rahasia' }],
    ['atas permintaan pimpinan', { kind: 'withheld', why: 'atas permintaan pimpinan' }],
    ['direkam', 'unsure'],
    ['', 'empty'],
  ])('takes "%s" for what it says', (cell, result) => {
    expect(meaning(readRecordingResult(cell))).toEqual(result);
  });
});

describe('read confirmation', () => {
  const moment = { kind: 'at', at: instant('2026-11-23T15:40') };
  const hour = (time: string, zone = timeZone) => ({
    kind: 'hour',
    time: Temporal.PlainTime.from(time),
    timeZone: zone,
  });
  const day = { kind: 'day', day: Temporal.PlainDate.from('2026-11-23'), timeZone };

  test.each<[Cell, unknown]>([
    [true, { kind: 'ticked' }],
    [1, { kind: 'ticked' }],
    ['✓', { kind: 'ticked' }],
    ['sudah', { kind: 'ticked' }],
    ['x', { kind: 'ticked' }],
    ['ya, via WA', { kind: 'ticked' }],
    ['sudah dihubungi', { kind: 'ticked' }],
    ['23/11/26 15.40', moment],
    ['08.05', hour('08:05')],
    ['8:05', hour('08:05')],
    [8.05, hour('08:05')],
    [(8 * 60 + 5) / 1440, hour('08:05')],
    ['jam 8 pagi', hour('08:00')],
    ['sudah 15.40', hour('15:40')],
    ['✓ 15.40 via WA', hour('15:40')],
    ['dikonfirmasi pukul 15.40 WITA', hour('15:40')],
    ['14.40 WIB', hour('14:40', 'Asia/Jakarta')],
    [46_349 + (15 * 60 + 40) / 1440, moment],
    ['23/11/2026 15.40', moment],
    ['sudah, 23/11/2026 15:40', moment],
    ['via telepon 23/11/2026 15.40', moment],
    ['Senin, 23 November 2026 pukul 15.40 WITA', moment],
    ['23/11/2026 14.40 WIB', moment],
    ['23/11/2026', day],
    ['sudah, 23 November 2026', day],
    [46_349, day],
    ['belum', { kind: 'none' }],
    ['belum dikonfirmasi', { kind: 'none' }],
    ['tidak', { kind: 'none' }],
    [false, { kind: 'none' }],
    [0, { kind: 'none' }],
    ['sudah, belum dibalas', 'unsure'],
    ['belum, nanti 15.40', 'unsure'],
    ['besok', 'unsure'],
    ['15.40 atau 16.00', 'unsure'],
    ['sudah 15.40 dengan Pak Budi', hour('15:40')],
    ['hmm', 'unreadable'],
    ['', 'empty'],
  ])('takes %j for what it says', (cell, confirmation) => {
    const reading = readConfirmation(cell, { timeZone });

    expect(meaning(reading)).toEqual(confirmation);
  });
});

describe('read sign-off', () => {
  const day = Temporal.PlainDate.from('2026-11-24');

  test.each<[Cell, unknown]>([
    ['Ir. Budi, M.T. 24/11/2026', { name: 'Ir. Budi, M.T.', day }],
    ['Budi (24 November 2026)', { name: 'Budi', day }],
    ['Budi, Selasa 24 November 2026', { name: 'Budi', day }],
    ['Budi Santoso 24/11/2026 10.15', { name: 'Budi Santoso', day }],
    ['Budi Santoso', { name: 'Budi Santoso' }],
    ['✓', 'unsure'],
    [true, 'unsure'],
    ['24/11/2026', 'unsure'],
    ['belum', 'unsure'],
    ['', 'empty'],
  ])('takes %j for what it says', (cell, signOff) => {
    const said =
      typeof signOff === 'object' ? { kind: 'signed', typed: cell, ...signOff } : signOff;
    expect(meaning(readSignOff(cell, undefined))).toEqual(said);
  });

  test.each<[string, string]>([
    ['dikembalikan: foto kurang', 'foto kurang'],
    ['Di kembalikan, tambah foto', 'tambah foto'],
    ['Dikembalikan', ''],
    ['Budi: tolong tambahkan foto', 'Budi: tolong tambahkan foto'],
    ['Budi 24/11/2026, perbaiki jam', 'Budi 24/11/2026, perbaiki jam'],
  ])('%j sends the report back', (cell, what) => {
    expect(meaning(readSignOff(cell, undefined))).toEqual({ kind: 'sent-back', what, typed: cell });
  });
});

describe('read state', () => {
  test.each([
    ['Terjadwal', 'Terjadwal'],
    ['terjadwall', 'Terjadwal'],
    ['ok terjadwal', 'Terjadwal'],
    ['BATAL', 'Dibatalkan'],
    ['batal karena hujan', 'Dibatalkan'],
    ['dibatalkan (pimpinan sakit)', 'Dibatalkan'],
    ['sudah selesai', 'Selesai'],
    ['reschedule', 'Dijadwalkan Ulang'],
    ['ditunda', 'Dijadwalkan Ulang'],
    ['tolak', 'Ditolak'],
    ['tdk terlaksana', 'Tidak Terlaksana'],
    ['perlu perbaikan', 'Perlu Perbaikan'],
    ['belum selesai', undefined],
    ['dibatalkan, tetap dilaksanakan', undefined],
    ['pimpinan: tidak jadi batal', undefined],
    ['batal atau ditunda', undefined],
    ['batal, pimpinan sakit', 'Dibatalkan'],
    ['ok', undefined],
    ['', undefined],
  ])('takes "%s" for %s', (typed, state) => {
    expect(readState(typed)).toBe(state);
  });
});

describe('read network state', () => {
  test.each([
    ['siap', 'siap'],
    ['Siap (Pak Andi, 23/11 10.00)', 'siap'],
    ['tidak siap', 'tidak siap'],
    ['belum siap', 'tidak siap'],
    ['tdk perlu', 'tidak perlu'],
    ['tidak dibutuhkan', 'tidak perlu'],
    ['siap, tapi kabel belum ada', 'unreadable'],
    ['tanya lagi', 'unreadable'],
    ['', 'empty'],
  ])('takes "%s" for %s', (typed, state) => {
    expect(meaning(readNetworkState(typed))).toBe(state);
  });
});

describe('stretches of a day', () => {
  test.each([
    ['08.00–11.30; 13.30–16.00', ['08:00:00 11:30:00', '13:30:00 16:00:00']],
    ['13.30-16.00 dan 08.00-11.30', ['08:00:00 11:30:00', '13:30:00 16:00:00']],
    ['06.30–18.00', ['06:30:00 18:00:00']],
    ['08.00 s.d. 14.00', ['08:00:00 14:00:00']],
    ['08.00', undefined],
    ['16.00–08.00', undefined],
    ['08.00–selesai', undefined],
    ['pagi', undefined],
    ['', undefined],
  ])('%s', (cell, spans) => {
    expect(readClockSpans(cell)?.map(({ from, until }) => `${from} ${until}`)).toEqual(spans);
  });
});
