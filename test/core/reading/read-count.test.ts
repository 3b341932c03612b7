import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCount } from '../../../src/core/reading/read-count.ts';

const meaning = (cell: string | number): number | string => {
  const reading = readCount(cell);
  return reading.kind === 'read' ? reading.value : reading.kind;
};

describe('read count', () => {
  test.each([
    ['± 50 org', 50],
    ['50-60', 60],
    ['50 s/d 60 orang', 60],
    ['lima puluh', 50],
    ['lima puluh sampai enam puluh orang', 60],
    ['1.641', 1641],
    ['1,5 ribu', 1500],
    ['2 rb', 2000],
    ['3ribu peserta', 3000],
    ['dua ribu lima ratus', 2500],
    ['50 (lima puluh)', 50],
    ['kira2 40 orang', 40],
    ['kurang lebih 75 pegawai', 75],
    ['> 100', 100],
    ['tidak lebih dari 30 orang', 30],
    ['maks 500 user', 500],
    ['100an', 100],
    ['belum pasti, sekitar 40', 40],
    ['1.000.000', 1_000_000],
    ['75org', 75],
    ['75 orang di ruangan', 75],
    ['75 ke atas', 75],
    ['3 lusin', 36],
    ['satu kodi', 20],
    ['selusin orang', 12],
    ['dua lusin peserta', 24],
    ['-', 'empty'],
    ['belum tahu', 'empty'],
    ['belum bisa dipastikan', 'empty'],
  ])('takes %j for %s', (cell, count) => {
    expect(meaning(cell)).toBe(count);
  });

  test.each([
    'seluruh pegawai',
    '-40',
    'tidak terbatas',
    '45 OPD',
    '3 ruangan',
    '25 orang/OPD',
    '30 x 2',
    '20 + 15',
    '30 luring, 100 daring',
    '50 atau 60',
    '50%',
    '10.5',
    '2 jam atau 3',
    '7o orang',
    '75 (daring), 75 (luring)',
    '75 orang (5 OPD)',
    'bukan 50',
    '60-50',
  ])('asks about %j', (cell) => {
    expect(['unsure', 'unreadable']).toContain(meaning(cell));
  });

  test('says what it took words for that it does not know', () => {
    expect(readCount('50 kepala')).toMatchObject({ value: 50, warnings: ['dibaca 50.'] });
  });

  test('never leaves out one of two different numbers without a word', () => {
    const figure = fc.integer({ min: 1, max: 9999 });
    const between = fc.constantFrom(
      ' ',
      ', ',
      ' dan ',
      ' orang ',
      ' - ',
      ' / ',
      ' x ',
      ' (',
      ' sampai ',
    );
    fc.assert(
      fc.property(figure, figure, between, (one, two, join) => {
        const reading = readCount(`${one}${join}${two}`);
        return one === two || reading.kind !== 'read' || reading.warnings.length > 0;
      }),
    );
  });
});
