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

  test.each(['tiap minggu 4 kali', 'setiap Senin', 'rutin Senin 23 November 2026'])(
    'is asked about without them where it does not tell them all: %s',
    (cell) => {
      expect(asked(cell)).toBe(
        'menyebut kegiatan berulang. Ajukan satu permohonan untuk setiap hari.',
      );
    },
  );

  test('may be two days of the week', () => {
    expect(asked("setiap Selasa dan Jum'at sampai 27 November 2026")).toContain(
      ': 20 November 2026, 24 November 2026, dan 27 November 2026.',
    );
  });

  test('is one day where a remark in brackets says so', () => {
    expect(asked('23/11/2026 (rapat rutin)')).toBe('read');
  });
});
