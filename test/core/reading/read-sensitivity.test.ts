import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSensitivity } from '../../../src/core/reading/read-sensitivity.ts';

const meaning = (cell: string): string => {
  const reading = readSensitivity(cell);
  return reading.kind === 'read' ? reading.value : reading.kind;
};

describe('read sensitivity', () => {
  test.each([
    ['Biasa', 'biasa'],
    ['biasa aja', 'biasa'],
    ['Umum', 'biasa'],
    ['terbuka untuk umum', 'biasa'],
    ['kegiatan bersifat umum', 'biasa'],
    ['tidak rahasia', 'biasa'],
    ['bukan rahasia', 'biasa'],
    ['biasa saja/tidak rahasia', 'biasa'],
    ['TERBATAS', 'terbatas'],
    ['terbatas (undangan)', 'terbatas'],
    ['tidak rahasia tapi terbatas', 'terbatas'],
    ['sangat rahasia', 'rahasia'],
    ['Rahsia', 'rahasia'],
    ['Rahasia (terbatas)', 'rahasia'],
    ['rahasia, bukan untuk umum', 'rahasia'],
    ['mohon dirahasiakan', 'rahasia'],
    ['', 'empty'],
    ['-', 'empty'],
  ])('takes "%s" for %s', (typed, sensitivity) => {
    expect(meaning(typed)).toBe(sensitivity);
  });

  test.each([
    'tertutup',
    'Internal OPD',
    'tidak untuk umum',
    'jangan disebarkan',
    'tidak biasa',
    'Biasa, kecuali sesi kedua',
    'biasa atau terbatas',
    'Biasa/Rahasia',
    'tidak terlalu rahasia',
    'bukan hanya rahasia',
    'tidak bukan rahasia',
    'umum?',
    '?',
    'bisa',
    'tidak ada',
    'tidak terbatas',
    `biasa ${', '.repeat(300)} rahasia`,
  ])('asks about "%s"', (typed) => {
    expect(meaning(typed)).toBe('unsure');
  });

  test('is never Biasa where anything is said that it does not know', () => {
    // Far from every word it knows, also by a slip of the finger: "zadmin" is taken for "admin", which says nothing.
    const word = fc.stringMatching(/^[qxzvjw]{6,12}$/);
    fc.assert(
      fc.property(word, fc.boolean(), (other, isFirst) => {
        return meaning(isFirst ? `${other} biasa` : `biasa ${other}`) === 'unsure';
      }),
    );
  });

  test('is never Biasa where something other than rahasia is denied', () => {
    const no = fc.constantFrom('tidak', 'tdk', 'bukan', 'jangan', 'tanpa');
    const what = fc.constantFrom('untuk umum', 'biasa', 'terbuka', 'dipublikasikan', 'terbatas');
    fc.assert(fc.property(no, what, (not, rest) => meaning(`${not} ${rest}`) !== 'biasa'));
  });
});
