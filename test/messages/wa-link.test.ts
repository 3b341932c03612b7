import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waLink } from '../../src/messages/wa-link.ts';

const phone = '0812-3456-7890';

test('opens a draft to the mobile number, whatever it was typed with', () => {
  expect(waLink(phone)).toBe('https://wa.me/6281234567890');
  expect(waLink(81234567890, 'Selamat pagi')).toBe(
    'https://wa.me/6281234567890?text=Selamat%20pagi',
  );
  expect(waLink('0435 821000 / 0812 3456 7890')).toBe('https://wa.me/6281234567890');
});

test.each([['0435-821000'], ['belum ada'], ['8,12E+10'], ['']])('no link to "%s"', (typed) => {
  expect(waLink(typed, 'Selamat pagi')).toBeUndefined();
});

test('a long text ends at a word', () => {
  const link = waLink(phone, 'rapat evaluasi (tahap satu) '.repeat(200)) ?? '';
  expect(link.length).toBeLessThanOrEqual(2079);
  expect(link.length).toBeGreaterThan(2000);
  expect(decodeURIComponent(link)).toMatch(/(rapat|evaluasi|\(tahap|satu\))…$/);
});

test('whatever the text is, it comes out whole or shortened, in letters that no reader cuts off', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), (text) => {
      const link = waLink(phone, text) ?? '';
      expect(link.length).toBeLessThanOrEqual(2079);
      expect(link).toMatch(/^https:\/\/wa\.me\/6281234567890(\?text=[\w.~%-]+)?$/);
      expect(() => decodeURIComponent(link)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
