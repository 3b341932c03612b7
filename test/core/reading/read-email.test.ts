import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEmail } from '../../../src/core/reading/read-email.ts';

describe('read email', () => {
  test.each([
    ['ani@dinas.go.id', 'ani@dinas.go.id'],
    [' Ani.P@DINAS.go.id. ', 'Ani.P@dinas.go.id'],
    ['mailto:ani@dinas.go.id', 'ani@dinas.go.id'],
    ['Email: ani@dinas.go.id', 'ani@dinas.go.id'],
    ['Ani Puspita, S.E. <ani@dinas.go.id>', 'ani@dinas.go.id'],
    ["'ani@dinas.go.id'", 'ani@dinas.go.id'],
    ['ani@dinas.go.id (pribadi)', 'ani@dinas.go.id'],
    ['ani_2@sub-bag.dinas.go.id', 'ani_2@sub-bag.dinas.go.id'],
  ])('finds in "%s" the address %s', (typed, address) => {
    expect(readEmail(typed)).toEqual({ kind: 'read', value: address, warnings: [] });
  });

  test.each([
    'ani@dinas.go.id, ben@dinas.go.id',
    'ani@dinas.go.id;ben@dinas.go.id',
    'ani@dinas.go.id / ben@dinas.go.id',
    'ani@dinas.go.id dan ben@dinas.go.id',
    'ani@dinas.go.id\nben@dinas.go.id',
  ])('takes the first of "%s", and says so', (typed) => {
    expect(readEmail(typed)).toEqual({
      kind: 'read',
      value: 'ani@dinas.go.id',
      warnings: ['memuat lebih dari satu alamat; dipakai ani@dinas.go.id.'],
    });
  });

  test.each([
    ['ani at gmail dot com', 'ani@gmail.com'],
    ['ani@gmail,com', 'ani@gmail.com'],
    ['ani@dinas go id', 'ani@dinas.go.id'],
    ['ani @dinas.go.id', 'ani@dinas.go.id'],
    ['ani@gmial.com', 'ani@gmail.com'],
    ['ani@yahoo.con', 'ani@yahoo.com'],
  ])('asks about "%s" whether %s is meant', (typed, meant) => {
    const reading = readEmail(typed);

    expect(reading.kind === 'unsure' && reading.question).toContain(`Mungkin maksudnya ${meant};`);
  });

  test.each([
    'ani puspita@dinas.go.id',
    'ani@dinas',
    'ani@@dinas.go.id',
    'ani.@dinas.go.id',
    'ani@dinas.go.id?bcc=x@lain.example',
    'ani@dinas.go.id%0abcc:x@lain.example',
    'ani@dinas.go.id\nCc: x@lain.example',
    'ani\u202e@dinas.go.id',
    '\u0430ni@dinas.go.id',
    'ani@dinas.go.id 0812',
    'tidak ada',
    '-',
  ])('does not guess at "%s"', (typed) => {
    expect(readEmail(typed).kind).not.toBe('read');
  });

  test('never makes an address that does not stand in the cell letter for letter', () => {
    const piece = fc.constantFrom(
      'ani',
      'ben',
      '@',
      '.',
      ' ',
      ',',
      'go.id',
      'dinas',
      '<',
      '>',
      '"',
      ';',
      '(',
      ')',
      '\n',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const reading = readEmail(text);
        return reading.kind !== 'read' || text.toLowerCase().includes(reading.value.toLowerCase());
      }),
      { numRuns: 1000 },
    );
  });
});
