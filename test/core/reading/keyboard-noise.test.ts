import { describe, expect, test } from 'vitest';
import { isKeyboardNoise } from '../../../src/core/reading/keyboard-noise.ts';
import { readRow } from '../../../src/core/reading/read-row.ts';
import { startingInstitutions } from '../../../src/core/reading/registers/institution-names.ts';

describe('keyboard noise', () => {
  test.each([
    'tes',
    'Test',
    'TES 123',
    'coba',
    'asdf',
    'asdasd',
    'qwerty',
    'xxx',
    'aaaa',
    '123',
    'dinas',
  ])('"%s" names nobody', (typed) => {
    expect(isKeyboardNoise(typed)).toBe(true);
  });

  test.each([
    'BNN',
    'PMD',
    'RRI',
    'BPS',
    'KPU',
    'DPRD',
    'KLHK',
    'Badan Contoh',
    'Dinas Pertanian',
    'Polda',
    'Universitas Negeri',
    'Tes Kompetensi Center',
  ])('"%s" may be an office', (typed) => {
    expect(isKeyboardNoise(typed)).toBe(false);
  });

  test('is in no name that an empty workbook starts with', () => {
    const names = startingInstitutions.join('\n').split(/[=;\n]/);

    expect(names.map((name) => name.trim()).filter(isKeyboardNoise)).toEqual([]);
  });

  test('is asked about and counted as no institution', () => {
    const { answers, findings } = readRow(
      { 'Instansi / Perangkat Daerah': 'asdf' },
      { timeZone: 'Asia/Makassar' },
    );

    expect(answers).not.toHaveProperty('institution');
    expect(findings.filter(({ field }) => field === 'Instansi / Perangkat Daerah')).toMatchObject([
      { kind: 'question', text: expect.stringMatching(/bukan nama instansi/) },
    ]);
  });
});
