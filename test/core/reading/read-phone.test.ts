import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhone } from '../../../src/core/reading/read-phone.ts';

const meaning = (cell: string | number): string => {
  const reading = readPhone(cell);
  return reading.kind === 'read' ? reading.value : reading.kind;
};

describe('read phone', () => {
  test.each([
    ['081355550001', '6281355550001'],
    ['0813‑5555‑0001', '6281355550001'],
    ['0813–5555–0001 (Budi)', '6281355550001'],
    ['0813_5555_0001', '6281355550001'],
    ['+62 (0) 813 5555 0001', '6281355550001'],
    ['006281355550001', '6281355550001'],
    ['08 13 55 55 00 01', '6281355550001'],
    ['o81355550001', '6281355550001'],
    ['WA: 0813 5555 0001', '6281355550001'],
    ['081355550001 atau 081355550002', '6281355550001'],
    ['081355550001-081355550002', '6281355550001'],
    ['0435 555001 / 0813 5555 0001', '6281355550001'],
    ['(0435) 555-001', '62435555001'],
    ['+60 13-555 0001', '60135550001'],
    ['0065 9555 0001', '6595550001'],
    ['８１３５５５５０００１', '6281355550001'],
  ])('finds in %j the number %s', (cell, number) => {
    expect(meaning(cell)).toBe(number);
  });

  test.each([
    '0813 5555 00O1',
    '08I355550001',
    '0813xxxx0001',
    '0813 5555 000a',
    '60135550001',
    '085 / 0435',
    '14045',
    '0813555500010002',
    '0813 5555 0001 0002',
    '23/11/2026',
    '8,13E+10',
    'sama dengan di atas',
  ])('asks about %j', (cell) => {
    expect(['unsure', 'unreadable']).toContain(meaning(cell));
  });

  test('says that there are more numbers, or digits that are none', () => {
    expect(readPhone('081355550001; 081355550002')).toMatchObject({
      warnings: ['memuat lebih dari satu nomor; dipakai 081355550001.'],
    });
    expect(readPhone('081355550001 (ext 12)')).toMatchObject({
      warnings: ['memuat angka lain; dipakai 081355550001. Periksa nomor itu.'],
    });
  });

  test.each([
    '081355550001 (tidak aktif lagi)',
    'jangan dihubungi 081355550001',
    '081355550001 nomor lama',
    '081355550001 nonaktif',
    'bukan 081355550001, 081355550002',
  ])('asks for another number than %j', (cell) => {
    expect(meaning(cell)).toBe('unsure');
  });

  test.each(['081355550001 (tidak ada WA)', '081355550001, bukan whatsapp'])(
    'says that something is denied in %j',
    (cell) => {
      expect(readPhone(cell)).toMatchObject({
        value: '6281355550001',
        warnings: ['disertai kata "bukan" atau "tidak"; dipakai 081355550001. Periksa nomor itu.'],
      });
    },
  );

  test('says nothing about "no." before a number', () => {
    expect(readPhone('No. HP 081355550001')).toMatchObject({ warnings: [] });
  });

  test('never drops a digit without a word', () => {
    const part = fc.constantFrom(
      '0813',
      '5555',
      '0001',
      '62',
      '+',
      '-',
      ' ',
      '/',
      'hp',
      'O',
      '(',
      ')',
      '435',
      '7',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        const reading = readPhone(text);
        if (reading.kind !== 'read' || reading.warnings.length > 0) return true;
        const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
        return (
          digits.endsWith(reading.value.replace(/^62/, '')) &&
          digits.length - reading.value.length <= 3
        );
      }),
      { numRuns: 1000 },
    );
  });
});
