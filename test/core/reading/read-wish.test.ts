import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWish, type Wish } from '../../../src/core/reading/read-wish.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const meaning = (cell: Cell, wish: Wish = 'recording'): boolean | string => {
  const reading = readWish(cell, wish);
  return reading.kind === 'read' ? reading.value : reading.kind;
};

describe('read wish', () => {
  test.each<[Cell, boolean]>([
    [true, true],
    [false, false],
    ['Ya', true],
    ['iyaa', true],
    ['ya, mohon direkam', true],
    ['mohon direkam ya pak', true],
    ['Ya (untuk arsip)', true],
    ['perlu', true],
    ['boleh', true],
    ['direkam', true],
    ['rekam aja', true],
    ['Tolong dibantu rekamannya', true],
    ['wajib direkam', true],
    ['✓', true],
    ['V', true],
    ['tidak', false],
    ['tdk', false],
    ['Tidk', false],
    ['ga usah', false],
    ['gak perlu', false],
    ['nggak', false],
    ['jgn direkam', false],
    ['mohon jangan direkam', false],
    ['tidak perlu direkam', false],
    ['Tidak, terima kasih', false],
    ['tanpa rekaman', false],
    ['bukan', false],
    ['tidak dulu', false],
    ['tidak usah karena rahasia', false],
    ['off', false],
    ['-', false],
    ['✗', false],
    ['0', false],
  ])('takes %j as a wish to be recorded for %s', (cell, wanted) => {
    expect(meaning(cell)).toBe(wanted);
  });

  test.each<Cell>([
    'Ya/Tidak',
    'y/t',
    'opsional',
    'belum tahu',
    'kalau bisa',
    'jika diizinkan ya',
    'ya atau tidak',
    'ya, tidak direkam',
    'tidak tapi mungkin',
    'tidak wajib',
    'jangan lupa direkam',
    'jangan sampai tidak direkam',
    'tidak masalah',
    'direkam?',
    'direkam oleh panitia',
    'kami yang merekam',
    'perekaman sendiri',
    '?',
    'nanti dikabari',
    'hanya sesi I',
    'direkam sebagian',
  ])('asks about %j', (cell) => {
    expect(['unsure', 'unreadable']).toContain(meaning(cell));
  });

  test.each<[string, boolean]>([
    ['Live YouTube', true],
    ['disiarkan lewat FB', true],
    ['Ya, di kanal YouTube Diskominfo', true],
    ['tidak disiarkan', false],
    ['tanpa live', false],
    ['ga perlu live streaming', false],
  ])('takes %j as a wish to be broadcast for %s', (cell, wanted) => {
    expect(meaning(cell, 'streaming')).toBe(wanted);
  });

  test('does not take a broadcast for a recording', () => {
    expect(meaning('Live YouTube', 'recording')).toBe('unreadable');
  });

  test('says what it took words for that it does not know', () => {
    expect(readWish('Ya, lewat panitia', 'recording')).toMatchObject({ warnings: ['dibaca Ya.'] });
  });

  test('never takes a sentence with a denial for a plain yes', () => {
    const no = fc.constantFrom('tidak', 'tdk', 'jangan', 'jgn', 'ga', 'gak', 'bukan', 'tanpa');
    const word = fc.constantFrom(
      'ya',
      'mohon',
      'direkam',
      'perlu',
      'boleh',
      'kami',
      'arsip',
      'usah',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        no,
        fc.array(word, { maxLength: 4 }),
        (before, not, after) => {
          return meaning([...before, not, ...after].join(' ')) !== true;
        },
      ),
    );
  });
});
