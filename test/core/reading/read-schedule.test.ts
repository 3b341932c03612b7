import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { clockTime, longDay, plainDay } from '../../../src/core/cases/wording.ts';
import { timeZoneOf } from '../../../src/core/clock/zones.ts';
import { startNotes } from '../../../src/core/reading/notes.ts';
import { readSchedule, type ScheduleCells } from '../../../src/core/reading/read-schedule.ts';
import { dayToSerial } from '../../../src/core/sheet/serial.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const submitted = Temporal.PlainDate.from('2026-03-02');

/** "12/3 09.00–selesai WITA" in the zone that the requester thinks in; "ask" without a schedule; "!" with a warning. */
const shown = (
  cells: ScheduleCells,
  { reference = submitted, timeZone = 'Asia/Makassar' } = {},
): string => shownAt(cells, { reference, timeZone });

const shownAt = (
  cells: ScheduleCells,
  {
    reference,
    ...others
  }: Pick<Parameters<typeof readSchedule>[0], 'reference' | 'firstSeen' | 'timeZone'>,
): string => {
  const notes = startNotes();
  const schedule = readSchedule({
    cells: { startDay: '12/3/2026', startTime: '09.00', ...cells },
    reference,
    ...others,
    assumedEventMinutes: 120,
    notes,
  });
  const asked = notes.findings.some(({ kind }) => kind !== 'warning');
  expect(asked).toBe(schedule === undefined);
  if (schedule === undefined) return 'ask';
  const zone = timeZoneOf[schedule.zone];
  const start = schedule.sessions[0]?.start.withTimeZone(zone);
  const end = schedule.sessions.at(-1)?.end.withTimeZone(zone);
  if (start === undefined || end === undefined) throw new Error('a schedule has a session');
  const short = ({ day, month, year }: Temporal.PlainDate) =>
    `${day}/${month}${year === 2026 ? '' : `/${year}`}`;
  const { startDay, endDay } = schedule;
  const days = startDay.equals(endDay) ? short(startDay) : `${short(startDay)}-${short(endDay)}`;
  const until = schedule.openEnd ? 'selesai' : clockTime(end);
  return `${days} ${clockTime(start)}–${until} ${schedule.zone}`;
};

const shownUnstamped = (cells: ScheduleCells, firstSeen: Temporal.PlainDate): string =>
  shownAt(cells, { reference: undefined, firstSeen, timeZone: 'Asia/Makassar' });

/** Lines of "typed => meaning". */
const lines = (text: string): readonly (readonly [string, string])[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [typed = '', meaning = ''] = line.split(' => ');
      return [typed.replaceAll('\\n', '\n'), meaning];
    });

describe('read schedule', () => {
  test.each(
    lines(`
      12 Maret 2026 => 12/3
      Kamis, 12 Maret 2026 => 12/3
      kamis 12 maret 2026 => 12/3
      Kmis, 12 Maret 2026 => 12/3
      KAMIS/12 MARET 2026 => 12/3
      Kamis (12/03/2026) => 12/3
      Kamis : 12-03-2026 => 12/3
      Hari : Kamis, Tanggal : 12 Maret 2026 => 12/3
      Hari/Tgl : Kamis/12 Maret 2026 => 12/3
      Hari / Tanggal: Kamis, 12 Maret 2026 => 12/3
      Tgl 12 Maret 2026 => 12/3
      Tanggal: 12/3/2026 => 12/3
      pada hari Kamis tanggal 12 Maret 2026 => 12/3
      pada 12 Maret 2026 => 12/3
      12 Mar 2026 => 12/3
      12 Mrt 2026 => 12/3
      12Mar2026 => 12/3
      12mar26 => 12/3
      12-Mar-26 => 12/3
      12/Mar/2026 => 12/3
      12 March 2026 => 12/3
      March 12, 2026 => 12/3
      12th of March 2026 => 12/3
      Thursday, March 12th, 2026 => 12/3
      12 III 2026 => 12/3
      12/III/2026 => 12/3
      12-III-2026 => 12/3
      12.03.2026 => 12/3
      12.3.26 => 12/3
      12 03 2026 => 12/3
      12 / 3 / 2026 => 12/3
      2026-03-12 => 12/3
      2026/3/12 => 12/3
      2026.03.12 => 12/3
      12/O3/2026 => 12/3
      12/3/2026! => 12/3
      "12/3/2026" => 12/3
      '12/3/2026 => 12/3
      *12 Maret 2026* => 12/3
      12 maret 2026, => 12/3
      [12 Maret 2026] => 12/3
      12 Maret 2026 (Kamis) => 12/3
      12 Maret 2026 (tentatif) => 12/3
      12 Maret 2026 (menunggu izin pimpinan) => 12/3
      12 Maret 2026 di Ruang Huyula => 12/3
      12 Maret 2026 secara daring => 12/3
      Kamis pagi, 12 Maret 2026 => 12/3
      Kamis pagi 12/03/2026 => 12/3
      12 Maret 2026 pukul 09.00 => 12/3
      12 Maret 2026 pukul 09.00 WITA s.d. selesai => 12/3
      12 Maret 2026; 09.00 WITA => 12/3
      2026-03-12T09:00:00+08:00 => 12/3
      2026-03-12 09:00 => 12/3
      Mar 12 => 12/3
      12 Mar => 12/3
      12/3 => 12/3
      lusa (4/3/2026) => 4/3
      besok, 3 Maret 2026 => 3/3
      hari ini 2 Maret 2026 => 2/3
      Jum'at, 13 Maret 2026 => 13/3
      Jumat 13 Maret 2026 => 13/3
      Jum at 13/3/2026 => 13/3
      Juma't 13/3/2026 => 13/3
      Ahad, 15 Maret 2026 => 15/3
      12-13 Maret 2026 => 12/3-13/3
      12 - 13 Maret 2026 => 12/3-13/3
      12 s/d 13 Maret 2026 => 12/3-13/3
      12 s.d 13 Maret => 12/3-13/3
      12 sd. 13 Maret 2026 => 12/3-13/3
      12 sampai dgn 13 Maret 2026 => 12/3-13/3
      12 hingga 13 maret 2026 => 12/3-13/3
      12 & 13 Maret 2026 => 12/3-13/3
      12, 13 Maret 2026 => 12/3-13/3
      12 dan 13 Maret 2026 => 12/3-13/3
      12 + 13 Maret 2026 => 12/3-13/3
      12-13-14 Maret 2026 => 12/3-14/3
      12,13,14 Maret 2026 => 12/3-14/3
      12, 13, & 14 Maret 2026 => 12/3-14/3
      Kamis & Jumat, 12-13 Mar 2026 => 12/3-13/3
      Kamis-Jumat (12-13 Maret 2026) => 12/3-13/3
      Kamis dan Jumat tanggal 12 dan 13 Maret 2026 => 12/3-13/3
      Kamis 12 Maret s/d Jumat 13 Maret 2026 => 12/3-13/3
      Kamis, 12 Maret 2026 s.d. Jumat, 13 Maret 2026 => 12/3-13/3
      Kamis, 12 s.d. Jumat, 13 Maret 2026 => 12/3-13/3
      12/3/2026 s/d 13/3/2026 => 12/3-13/3
      12/3 s/d 13/3/2026 => 12/3-13/3
      12/3-13/3/2026 => 12/3-13/3
      12.03 - 13.03.2026 => 12/3-13/3
      12-03 s/d 13-03-2026 => 12/3-13/3
      12-13/3/2026 => 12/3-13/3
      12-13/3 => 12/3-13/3
      5-6/3 => 5/3-6/3
      10 - 11 / 3 => 10/3-11/3
      12 Maret 2026 dan 13 Maret 2026 => 12/3-13/3
      12 Maret 2026\\n13 Maret 2026 => 12/3-13/3
      12 Mar s/d 13 Mar => 12/3-13/3
      2 hari (12-13 Maret 2026) => 12/3-13/3
      12-13 Maret 2026, 2 hari => 12/3-13/3
      selama 2 hari, 12 s.d. 13 Maret 2026 => 12/3-13/3
      30 Maret - 2 April 2026 => 30/3-2/4
      30/3 - 2/4/2026 => 30/3-2/4
      Gelombang 2: 12 Maret 2026 => 12/3
      Kamis 12 maret 2O26 => 12/3
    `),
  )('knows the days of "%s"', (startDay, days) => {
    expect(shown({ startDay })).toBe(`${days} 09.00–selesai WITA`);
  });

  test.each(
    lines(`
      12 Maret 2026 pukul 13.30 WITA => 12/3 13.30–selesai WITA
      12 Maret 2026 13.30 => 12/3 13.30–selesai WITA
      12/3/2026 13:30 - 15:00 => 12/3 13.30–15.00 WITA
      12/3/2026 13.30-15.00 WIB => 12/3 13.30–15.00 WIB
      12 Maret 2026 @13.30 => 12/3 13.30–selesai WITA
      Kamis, 12 Maret 2026 jam 2 siang => 12/3 14.00–selesai WITA
      Kamis, 12 Maret 2026 | 08.00 s.d. 12.00 WITA => 12/3 08.00–12.00 WITA
      12-13 Maret 2026 pukul 08.00 s/d 16.00 => 12/3-13/3 08.00–16.00 WITA
      pukul 08.00 WITA, Kamis 12 Maret 2026 => 12/3 08.00–selesai WITA
      2026-03-12T08:00 => 12/3 08.00–selesai WITA
      12 Maret 2026 pukul 08.00 s/d 13 Maret 2026 pukul 12.00 => ask
      12 Maret 2026 pukul 3 => ask
      12 Maret 2026 siang => ask
    `),
  )('takes day and time from "%s" in one cell', (startDay, meaning) => {
    expect(shown({ startDay, startTime: '' })).toBe(meaning);
  });

  test.each(
    lines(`
      09.00 => 09.00–selesai WITA
      9 => 09.00–selesai WITA
      09 => 09.00–selesai WITA
      9.00wita => 09.00–selesai WITA
      09:00Wita => 09.00–selesai WITA
      jam9 => 09.00–selesai WITA
      jam 9 pagi => 09.00–selesai WITA
      9pg => 09.00–selesai WITA
      pagi jam 9 => 09.00–selesai WITA
      Pukul : 09.00 => 09.00–selesai WITA
      Jam : 09.00 wita s/d selesai => 09.00–selesai WITA
      Waktu: 09.00 WITA => 09.00–selesai WITA
      Pkl.09.00 => 09.00–selesai WITA
      pk. 09.00 => 09.00–selesai WITA
      @ 09.00 WITA => 09.00–selesai WITA
      sekitar jam 9 => 09.00–selesai WITA
      +/- 09.00 => 09.00–selesai WITA
      ± jam 9 => 09.00–selesai WITA
      kira-kira pukul 09.00 => 09.00–selesai WITA
      09.00 tepat => 09.00–selesai WITA
      09.00 (tepat waktu) => 09.00–selesai WITA
      09.00 (pembukaan) => 09.00–selesai WITA
      09.00 WITA di Aula => 09.00–selesai WITA
      09.00 GMT+8 => 09.00–selesai WITA
      09.00 (UTC+08:00) => 09.00–selesai WITA
      09.00 waktu Gorontalo => 09.00–selesai WITA
      09.00 waktu setempat => 09.00–selesai WITA
      09.00 W.I.T.A. => 09.00–selesai WITA
      09.00 Waktu Indonesia Bagian Tengah => 09.00–selesai WITA
      09.OO => 09.00–selesai WITA
      09;00 => 09.00–selesai WITA
      09,00 Wita => 09.00–selesai WITA
      09 00 => 09.00–selesai WITA
      0900 wita => 09.00–selesai WITA
      9:00 AM => 09.00–selesai WITA
      9 a.m. => 09.00–selesai WITA
      sembilan pagi => 09.00–selesai WITA
      setengah 10 => 09.30–selesai WITA
      jam ½ 10 => 09.30–selesai WITA
      setengah sepuluh pagi => 09.30–selesai WITA
      jam 9 lewat 30 => 09.30–selesai WITA
      jam 10 kurang seperempat => 09.45–selesai WITA
      13.30 => 13.30–selesai WITA
      1.30 siang => 13.30–selesai WITA
      jam 1 siang => 13.00–selesai WITA
      13.30 (ba'da Dzuhur) => 13.30–selesai WITA
      ba'da Ashar 16.00 => 16.00–selesai WITA
      setelah sholat Jumat, 14.00 => 14.00–selesai WITA
      bakda isya (20.00 WITA) => 20.00–selesai WITA
      7 malam => 19.00–selesai WITA
      pukul 19.30 malam => 19.30–selesai WITA
      4.00 dini hari => 04.00–selesai WITA
      09.00-selesai => 09.00–selesai WITA
      08.30 – Selesai => 08.30–selesai WITA
      09.00 s/d slsai => 09.00–selesai WITA
      09.00 sd selesei => 09.00–selesai WITA
      09.00s/dselesai => 09.00–selesai WITA
      09.00 wita sampai acara selesai => 09.00–selesai WITA
      09.00 - dst. => 09.00–selesai WITA
      09.00 dst => 09.00–selesai WITA
      09.00, selesai => 09.00–selesai WITA
      mulai 09.00 sampai selesai => 09.00–selesai WITA
      09.00 - 11.00 => 09.00–11.00 WITA
      09.00-11.00wita => 09.00–11.00 WITA
      09.00 WITA s.d. 11.00 WITA => 09.00–11.00 WITA
      pukul 09.00 s/d pukul 11.00 => 09.00–11.00 WITA
      09.00\\ns/d\\n11.00 => 09.00–11.00 WITA
      09.00 - 11.00 WITA s/d selesai => ask
      09.00 → 11.00 => 09.00–11.00 WITA
      09.00 to 11.00 => 09.00–11.00 WITA
      09.00 11.00 => 09.00–11.00 WITA
      jam 9 sampai jam 11 => 09.00–11.00 WITA
      9-11 => 09.00–11.00 WITA
      9 pagi s.d. 11 siang => 09.00–11.00 WITA
      9 - 11 pagi => 09.00–11.00 WITA
      7 - 9 malam => 19.00–21.00 WITA
      8 s/d 9.30 malam => 20.00–21.30 WITA
      1.30 - 3 siang => 13.30–15.00 WITA
      10 - 1 siang => 10.00–13.00 WITA
      9:00 - 1:00 PM => 09.00–13.00 WITA
      2 – 4 PM => 14.00–16.00 WITA
      20.00 - 01.00 => 20.00–01.00 WITA
      Kamis, 09.00 WITA => 09.00–selesai WITA
      12/3/2026 09.00 => 09.00–selesai WITA
      2026-03-12 09:00:00 => 09.00–selesai WITA
      Kamis, 12 Maret 2026 pukul 09.00 s.d. 11.00 => 09.00–11.00 WITA
      09.00 WIB => 09.00–selesai WIB
      09.00WIB-11.00WIB => 09.00–11.00 WIB
      09.00 GMT+7 => 09.00–selesai WIB
      09.00 waktu Jakarta => 09.00–selesai WIB
      10.00 WIT => 10.00–selesai WIT
      09.00 WIB/10.00 WITA => 10.00–selesai WITA
      09.00 WIB atau 10.00 WITA => 10.00–selesai WITA
      09.00 WIB & 10.00 WITA => 10.00–selesai WITA
      09.00 WIB\\n10.00 WITA => 10.00–selesai WITA
      10.00 wita = 09.00 wib = 11.00 wit => 10.00–selesai WITA
      09.00-11.00 WIB (10.00-12.00 WITA) => 10.00–12.00 WITA
      09.00 WIB (10.00 WITA) - selesai => 10.00–selesai WITA
    `),
  )('knows the hours of "%s"', (startTime, hours) => {
    expect(shown({ startTime })).toBe(hours === 'ask' ? 'ask' : `12/3 ${hours}`);
  });

  test.each(
    lines(`
      12.00 => 12.00
      s/d 12.00 => 12.00
      sampai dengan pukul 12.00 => 12.00
      maksimal jam 12 => 12.00
      paling lambat pukul 12.00 => 12.00
      selesai pukul 12.00 => 12.00
      berakhir 12.00 => 12.00
      12.00 / selesai => 12.00
      12.00 atau selesai => 12.00
      perkiraan 12.00 WITA => 12.00
      12 siang => 12.00
      jam 12 siang => 12.00
      09.00 - 12.00 => 12.00
      09.00 s/d selesai => selesai
      selesai => selesai
      Selesia => selesai
      s.d. selesai => selesai
      sampai acara selesai => selesai
      tuntas => selesai
      12/3/2026 12.00 => 12.00
      2 jam => ask
      ± 3 jam => ask
      90 menit => ask
      10 jam => ask
      3 => ask
      sore => ask
      sampai sore => ask
      magrib => ask
      ba'da Ashar => ask
      09.00 => ask
      08.00 => ask
      11/3/2026 12.00 => ask
      13/3/2026 12.00 => ask
      belum pasti => ask
      tidak lebih dari 12.00 => ask
      13.00 atau 14.00 => ask
    `),
  )('knows the end of "%s"', (endTime, until) => {
    expect(shown({ endTime })).toBe(until === 'ask' ? 'ask' : `12/3 09.00–${until} WITA`);
  });

  test.each([
    ...['3', 'jam 3', '3.30', 'setengah 4', '10 jam', '2 jam', '90 menit', '9-3', '12.30 malam'],
    ...['00.00', '00.00 - 00.00', '01.00', '02.30 - 04.00', '04.59', '24.00', '2026', '20 26'],
    ...['09.00 dan 13.00', '08.00-12.00 & 13.00-15.00', 'Sesi 1 09.00 Sesi 2 13.00', '9, 11, 13'],
    ...['09.00 atau 10.00', '09.00 WIB / 09.00 WITA', '09.00 WIB/WITA', '09.00 WIB s/d 12.00 WITA'],
    ...[
      'pagi',
      'sore',
      "ba'da Dzuhur",
      'setelah makan siang',
      'menyesuaikan',
      'segera',
      '?',
      'TBC',
    ],
    ...['09.00?', 'bukan 09.00', '09.00 diundur 10.00', '09.00 (batal)', '09.00 menjadi 10.00'],
    ...[
      '09.00...11.00',
      '25.00',
      '09.75',
      '9.5',
      '09.3',
      '8 - 9 - 10',
      '15.00 pagi',
      '13.00 malam',
    ],
    ...[
      "ba'da Isya 13.00",
      '09.00 ruang 2',
      '09.00 (gladi 08.00)',
      '13/3/2026 09.00',
      '12/3',
      '12345',
    ],
    ...['09.00 3 hari', '09.00.00.00', 'jam kerja', 'besok 09.00', '09.00 x', 'pukul', '1 malam'],
    ...['09.00 sampai sore', '12:30 AM', 'sembilan tiga puluh', '09.00 pagi malam', 'TRUE'],
  ])('asks when %s is the start', (startTime) => {
    expect(shown({ startTime })).toBe('ask');
  });

  test.each([
    ...['besok', 'lusa', 'hari ini', 'Kamis', 'Kamis depan', 'Selasa besok', 'minggu depan', '12'],
    ...[
      'tgl 12',
      '12 s/d 13',
      'Maret 2026',
      '2026',
      '3.12',
      'Senin - Jumat',
      'menyusul',
      'TBA',
      'H-1',
    ],
    ...['12 atau 13 Maret 2026', '12, 14 Maret 2026', 'Kamis & Sabtu, 12 & 14 Maret 2026'],
    ...['Rabu, 12 Maret 2026', 'Kamis-Sabtu, 12-13 Maret 2026', '31 Februari 2026', '30/2/2026'],
    ...['3/12/20226', '12/3/1026', '12/30/2026', '2026-13-01', '13-12 Maret 2026', '3 hari'],
    ...['3 hari, 12-13 Maret 2026', 'besok (12/3/2026)', 'bukan 12 Maret 2026', '12 Maret ditunda'],
    ...['12 Maret 2026 diundur 13 Maret 2026', '12 Maret/April 2026', '12 Maret 2026 lantai 3'],
    ...[
      'Tahap 1: 12 Maret, Tahap 2: 13 Maret',
      '12 Maret 2026 pukul 25.00',
      '10 Feb',
      '25 Februari',
    ],
    ...['12//3/2026', '12/3/2026/4', 's/d 12 Maret 2026', '12 bulan depan', 'x 12/3/2026', 'TRUE'],
    ...['12 Maret 2025', '12/3/2025', '12/3/2027', '12 Maret 2027', '1-2-2012', '12-3-20', '12.3'],
  ])('asks when %s is the day', (startDay) => {
    expect(shown({ startDay })).toBe('ask');
  });

  test.each<[Cell, Cell, string]>([
    [46_093, 0.375, '12/3 09.00–selesai WITA'],
    [46_093.375, '', '12/3 09.00–selesai WITA'],
    [46_093, 46_093.5625, '12/3 13.30–selesai WITA'],
    [46_093, 9.3, '12/3 09.30–selesai WITA'],
    [46_093, 1330, '12/3 13.30–selesai WITA'],
    [46_093, 46_094.375, 'ask'],
    [46_093, 0, 'ask'],
    [46_093, 1 / 12, 'ask'],
    [46_093, -0.5, 'ask'],
    [46_093, 1e300, 'ask'],
    [46_093, 46_093, 'ask'],
    [46_093, true, 'ask'],
    [-46_093, 0.375, 'ask'],
    [4.6e12, 0.375, 'ask'],
    [12, 0.375, 'ask'],
    [12_032_026, 0.375, 'ask'],
    [true, 0.375, 'ask'],
  ])('reads the cells %s and %s', (startDay, startTime, meaning) => {
    expect(shown({ startDay, startTime })).toBe(meaning);
  });

  test.each(
    lines(`
      sama => 12/3
      satu hari => 12/3
      1 (satu) hari => 12/3
      sama dengan tanggal mulai => 12/3
      hari yang sama => 12/3
      idem => 12/3
      s/d selesai => 12/3
      1 hari => 12/3
      - => 12/3
      13/3/2026 => 12/3-13/3
      s/d 13 Maret 2026 => 12/3-13/3
      13 Maret => 12/3-13/3
      Jumat, 13 Maret 2026 => 12/3-13/3
      13 Maret 2026 16.00 => 12/3-13/3
      11/3/2026 => ask
      13 => ask
      belum tahu => ask
      12/5/2026 => ask
    `),
  )('knows the last day of "%s"', (endDay, days) => {
    expect(shown({ endDay })).toBe(days === 'ask' ? 'ask' : `${days} 09.00–selesai WITA`);
  });

  test('takes the end on the last day, and asks about one on another', () => {
    const endDay = '13/3/2026';

    expect(shown({ endDay, endTime: '13/3/2026 12.00' })).toBe('12/3-13/3 09.00–12.00 WITA');
    expect(shown({ endDay, endTime: 46_094.5 })).toBe('12/3-13/3 09.00–12.00 WITA');
    expect(shown({ endDay, endTime: '12/3/2026 12.00' })).toBe('ask');
    expect(shown({ endTime: 46_094.5 })).toBe('ask');
  });

  test.each(
    lines(`
      29 Desember s/d 2 Januari 2027 => 29/12-2/1/2027
      29/12 - 2/1/2027 => 29/12-2/1/2027
      29 Desember - 2 Januari => 29/12-2/1/2027
      29 Desember 2026 s.d. 2 Januari => 29/12-2/1/2027
      5 Januari => 5/1/2027
    `),
  )('goes over New Year in "%s"', (startDay, days) => {
    const reference = Temporal.PlainDate.from('2026-12-21');

    expect(shown({ startDay }, { reference })).toBe(`${days} 09.00–selesai WITA`);
  });

  test.each<[string, string, Cell, string]>([
    ['the old year in January', '2027-01-05', '12/01/2026', 'ask'],
    ['the old year in January, as a serial number', '2027-01-05', 46_034, 'ask'],
    ['a year too late', '2026-12-20', '10/01/2028', 'ask'],
    ['day and month turned by a spreadsheet', '2026-11-16', serial('2026-10-12'), 'ask'],
    ['the same far ahead', '2026-01-20', serial('2026-08-02'), 'ask'],
    ['a day that may not be turned', '2026-11-16', serial('2026-10-20'), '20/10'],
    ['what was last week', '2026-11-16', '10/11/2026', '10/11'],
    ['what lies ahead within the year', '2026-11-16', '1 Juni 2027', '1/6/2027'],
    ['the weekday beside an unlikely day', '2026-11-16', 'Senin, 10 November 2025', '10/11/2025'],
    ['that an unlikely day is meant', '2026-11-16', '10/11/2025 (benar)', '10/11/2025'],
  ])('minds %s', (_, on, startDay, days) => {
    const reference = Temporal.PlainDate.from(on);

    expect(shown({ startDay }, { reference })).toBe(
      days === 'ask' ? 'ask' : `${days} 09.00–selesai WITA`,
    );
  });

  test.each<[ScheduleCells, string]>([
    [{ startTime: '08.00 (registrasi peserta)' }, 'registrasi peserta'],
    [{ startDay: '12 Maret 2026 di Aula' }, 'di aula'],
    [{ startDay: '12 Maret 2026 09.00-12.00' }, 'Jam Selesai'],
    [{ startDay: 'Kamis malam, 12 Maret 2026' }, 'malam'],
    [{ startTime: 'Rabu 09.00' }, 'hari lain'],
    [{ endDay: '13/3/2026 16.00' }, 'Jam Selesai'],
  ])('says what it left aside in %j', (cells, said) => {
    const notes = startNotes();

    const schedule = readSchedule({
      cells: { startDay: '12/3/2026', startTime: '09.00', ...cells },
      reference: submitted,
      timeZone: 'Asia/Makassar',
      assumedEventMinutes: 120,
      notes,
    });

    expect(schedule).toBeDefined();
    expect(notes.findings.map(({ kind }) => kind)).toEqual(['warning']);
    expect(notes.findings[0]?.text).toContain(said);
  });

  test.each([
    ['Asia/Jakarta', '09.00', '12/3 09.00–selesai WIB'],
    ['Asia/Pontianak', '09.00', '12/3 09.00–selesai WIB'],
    ['Asia/Jayapura', '09.00', '12/3 09.00–selesai WIT'],
    ['Asia/Jakarta', '10.00 WITA', '12/3 10.00–selesai WITA'],
    ['Asia/Jakarta', '09.00 WIB / 10.00 WITA', '12/3 09.00–selesai WIB'],
  ])('reads in an office of %s that "%s" is %s', (timeZone, startTime, meaning) => {
    expect(shown({ startTime }, { timeZone })).toBe(meaning);
  });

  test('asks about the hours at which nobody meets, whatever the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 299 }),
        fc.constantFrom('', '12.00'),
        (minute, endTime) => {
          const startTime = clockTime({ hour: Math.floor(minute / 60), minute: minute % 60 });

          expect(shown({ startTime, endTime })).toBe('ask');
          expect(shown({ startTime: minute / 1440, endTime })).toBe('ask');
        },
      ),
    );
  });

  test('leaves no word over: a word that it does not know is never read away in silence', () => {
    const stranger = fc
      .stringMatching(/^[bcdfghjklmnp]{5,9}$/)
      .filter((word) => !/^(?:pk|pg|jm|sd|mlm)/.test(word));
    const place = fc.constantFrom('front', 'back', 'glued');
    fc.assert(
      fc.property(
        stranger,
        place,
        fc.constantFrom('12 Maret 2026', '12/3/2026', 'Kamis, 12-13 Maret 2026'),
        fc.constantFrom('09.00', '09.00 WITA - 11.00', 'jam 9 pagi', '13.30-selesai'),
        (word, where, day, time) => {
          const beside = (text: string) =>
            where === 'front'
              ? `${word} ${text}`
              : where === 'back'
                ? `${text} ${word}`
                : `${text}${word}`;

          expect(shown({ startDay: beside(day) })).toBe('ask');
          expect(shown({ startTime: beside(time) })).toBe('ask');
        },
      ),
    );
  });

  test('leaves no digit over: a second number beside a time or a date is never read away', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 32, max: 999_999 }),
        fc.constantFrom(' ', ' (', ' / ', ', ', '; '),
        (number, between) => {
          expect(shown({ startTime: `09.00${between}${number}` })).toBe('ask');
          expect(shown({ startDay: `12 Maret 2026${between}${number}` })).toBe('ask');
        },
      ),
    );
  });

  test('never turns the meaning of a denial round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'tidak',
          'bukan',
          'jangan',
          'batal',
          'ditunda',
          'diundur',
          'belum',
          'kecuali',
        ),
        fc.constantFrom('12 Maret 2026', '12/3/2026'),
        fc.constantFrom('09.00', '09.00 s.d. 11.00'),
        fc.boolean(),
        (denial, day, time, inFront) => {
          const denied = (text: string) => (inFront ? `${denial} ${text}` : `${text} (${denial})`);

          expect(shown({ startDay: denied(day) })).toBe('ask');
          expect(shown({ startTime: denied(time) })).toBe('ask');
          expect(shown({ endTime: denied(time) })).toBe('ask');
        },
      ),
    );
  });

  test('asks about any day that lies more than a season before its own stamp or about a year ahead', () => {
    const away = fc.oneof(
      fc.integer({ min: -3000, max: -91 }),
      fc.integer({ min: 336, max: 3000 }),
    );
    fc.assert(
      fc.property(away, (days) => {
        const day = submitted.add({ days });

        expect(shown({ startDay: dayToSerial(day) })).toBe('ask');
        expect(shown({ startDay: plainDay(day) })).toBe('ask');
        expect(shown({ startDay: `${day.day}/${day.month}/${day.year}` })).toBe('ask');
        expect(shown({ startDay: longDay(day) })).not.toBe('ask');
      }),
    );
  });

  test('holds a row that nobody stamped against the day on which it was first seen', () => {
    const firstSeen = Temporal.PlainDate.from('2026-11-02');
    const seen = (startDay: Cell): string =>
      shownUnstamped({ startDay, startTime: '14.00' }, firstSeen);

    expect(seen(serial('2026-03-11'))).toBe('ask');
    expect(seen('11/03/2026')).toBe('ask');
    expect(seen('11 Maret 2026')).toBe('11/3 14.00–selesai WITA');
    expect(seen(serial('2025-01-20'))).toBe('20/1/2025 14.00–selesai WITA');
  });

  test('asks about any past serial number whose day and month the other way round would be soon', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 1, max: 60 }),
        (on, ahead) => {
          const reference = Temporal.PlainDate.from('2026-01-01').add({ days: on });
          const meant = reference.add({ days: ahead });
          fc.pre(meant.day <= 12 && meant.day !== meant.month);
          const turned = meant.with({ day: meant.month, month: meant.day });
          fc.pre(Temporal.PlainDate.compare(turned, reference) < 0);

          expect(shown({ startDay: dayToSerial(turned) }, { reference })).toBe('ask');
        },
      ),
    );
  });
});

function serial(day: string): number {
  return dayToSerial(Temporal.PlainDate.from(day));
}
