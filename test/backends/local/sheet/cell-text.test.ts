import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeCellText,
  unescapeCellText,
} from '../../../../src/backends/local/sheet/cell-text.ts';

describe('cell text', () => {
  test.each([
    ['a\r\nb', 'a_x000D_\nb'],
    ['_x0041_', '_x005F_x0041_'],
    ['_x0041\u0001', '_x005F_x0041_x0001_'],
    ['\ud83d😀', '_xD83D_😀'],
    ['nama_berkas', 'nama_berkas'],
  ])('escapes %j as %j', (text, escaped) => {
    expect(escapeCellText(text)).toBe(escaped);
  });

  test('any text comes back as typed', () => {
    const unit = fc.constantFrom('_', 'x', '0', '4', 'F', '\u0001', '\r', '\ud83d', '\ude00', 'a');

    fc.assert(
      fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
        expect(unescapeCellText(escapeCellText(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
