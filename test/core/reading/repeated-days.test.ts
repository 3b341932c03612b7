import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readDays } from '../../../src/core/reading/read-days.ts';

const submitted = Temporal.PlainDate.from('2026-11-18');

const asked = (cell: string): string => {
  const reading = readDays(cell, submitted);
  return reading.kind === 'unsure' ? reading.question : reading.kind;
};

describe('a day that comes again and again', () => {
  test.each([
    'Setiap Senin sampai 14 Desember 2026',
    'tiap hari senin s.d. 14 Des',
    'setiap Senin mulai 23 November hingga 14 Desember 2026',
    'Rutin tiap Senin s/d 14/12/2026',
    'setiap hari Senin sampai dengan tanggal 14 Desember',
  ])('is asked about with its days: %s', (cell) => {
    expect(asked(cell)).toBe(
      'menyebut kegiatan berulang: 23 November 2026, 30 November 2026, 7 Desember 2026, dan 14 Desember 2026. Ajukan satu permohonan untuk setiap hari.',
    );
  });

  test.each([
    ['tiap minggu 4 kali', 'tanpa harinya'],
    ['setiap minggu sampai 14 Desember', 'tanpa harinya'],
    ['setiap Senin', 'tanpa batas'],
    ['setiap Senin sampai selesai', 'tanpa batas'],
    ['setiap Senin sampai 14 Des 2020', 'tanpa satu hari pun'],
    ['setiap hari sampai akhir tahun 2027', 'lebih dari 60 hari'],
    ['rutin Senin 23 November 2026', 'yang harinya belum jelas'],
    ['setiap bulan mulai 5 Desember sampai 2029', 'yang harinya belum jelas'],
    ['setiap tanggal 5 sampai Desember 2029', 'lebih dari dua tahun'],
    ['setiap tanggal 5, 36 kali', 'lebih dari dua tahun'],
    ['tiap Senin 3 kali sampai 14 Desember', '3 kali, tetapi sampai batasnya ada 4 hari'],
    ['tiap Senin 6 kali sampai 14 Desember', '6 kali, tetapi sampai batasnya ada 4 hari'],
    ['setiap Senin dan Kamis, dua kali seminggu, sampai 14 Des', 'yang harinya belum jelas'],
    ['2x setiap bulan mulai 5 Desember sampai Maret', 'yang harinya belum jelas'],
    ['setiap Senin sampai 14 Desember (kecuali 7 Desember)', 'yang harinya belum jelas'],
    ['tiap Jumat sampai 4 Desember (libur ditiadakan)', 'yang harinya belum jelas'],
    ['setiap Senin pukul 09.00 sampai 14 Desember', 'yang harinya belum jelas'],
  ])('is asked about without them where it does not tell them all: %s', (cell, what) => {
    expect(asked(cell)).toContain(what);
    expect(asked(cell)).toContain('satu permohonan untuk setiap hari');
  });

  test.each([
    ['setiap Rabu minggu ke-2 sampai Januari 2027', '9 Desember 2026 dan 13 Januari 2027'],
    ['tiap Rabu terakhir sampai akhir tahun', '25 November 2026 dan 30 Desember 2026'],
    ['setiap tanggal 5 sampai Januari', '5 Desember 2026 dan 5 Januari 2027'],
    ['setiap hari kerja mulai 20 November s.d. 23 Nov', '20 November 2026 dan 23 November 2026'],
    [
      'tiap 2 minggu sekali mulai 23 November sampai 21 Des',
      '23 November 2026, 7 Desember 2026, dan 21 Desember 2026',
    ],
    ['setiap Senin s.d. Selasa sampai 24 November', '23 November 2026 dan 24 November 2026'],
    ['tiap Kamis 2x', '19 November 2026 dan 26 November 2026'],
    ['setiap Sabtu dan Minggu hingga 22 November', '21 November 2026 dan 22 November 2026'],
    [
      'setiap minggu, hari Rabu sampai 2 Desember',
      '18 November 2026, 25 November 2026, dan 2 Desember 2026',
    ],
    ['tiap minggu Rabu sampai 25 Nov', '18 November 2026 dan 25 November 2026'],
    ['hari Rabu setiap minggu sampai 25 Nov', '18 November 2026 dan 25 November 2026'],
    ['setiap Rabu dan setiap Minggu sampai 22 Nov', '18 November 2026 dan 22 November 2026'],
    [
      '4 kali setiap hari Senin',
      '23 November 2026, 30 November 2026, 7 Desember 2026, dan 14 Desember 2026',
    ],
    [
      'tiap Senin 4 kali sampai 14 Des',
      '23 November 2026, 30 November 2026, 7 Desember 2026, dan 14 Desember 2026',
    ],
    ['tiap Jumat (daring) sampai 27 Nov', '20 November 2026 dan 27 November 2026'],
    ['tiap Jumat selama dua minggu', '20 November 2026 dan 27 November 2026'],
  ])('comes again as its words say: %s', (cell, days) => {
    expect(asked(cell)).toContain(`berulang: ${days}.`);
  });

  test('may be two days of the week', () => {
    expect(asked("setiap Selasa dan Jum'at sampai 27 November 2026")).toContain(
      ': 20 November 2026, 24 November 2026, dan 27 November 2026.',
    );
  });

  test('is one day where a remark in brackets says so', () => {
    expect(asked('23/11/2026 (rapat rutin)')).toBe('read');
  });
});
