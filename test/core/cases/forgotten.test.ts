import { describe, expect, test } from 'vitest';
import { isForgotten, withoutContacts } from '../../../src/core/cases/forgotten.ts';

describe('a text without contacts', () => {
  test.each([
    ['Kirim ke Siti.Contoh+vicon@dinas.contoh.go.id ya', 'Kirim ke (dihapus) ya'],
    ['NIP 19840612 200903 1 991', 'NIP (dihapus)'],
    ['NIP 198406122009031991.', 'NIP (dihapus).'],
    ['WA 0812-3456-7890 atau +62 813 1111 2222', 'WA (dihapus) atau (dihapus)'],
    ['https://wa.me/6281234567890?text=Halo', 'https://wa.me/(dihapus)?text=Halo'],
    ['telepon (0435) 821234 lt. 2', 'telepon (dihapus) lt. 2'],
  ])('%s', (text, becomes) => {
    expect(withoutContacts(text)).toBe(becomes);
  });

  test.each([
    'VC-2026-0123 pada 23/11/2026 09.00–11.00',
    '2026-11-23T01:00:00.000000000Z',
    'ID Rapat 875 1234 5678, 300 peserta',
    '3947912345|form#1',
    'Rp 1.250.000, nomor 005/123/Kominfo/2026',
  ])('leaves %s', (text) => {
    expect(withoutContacts(text)).toBe(text);
  });

  test('knows its own mark, whatever was added to it', () => {
    expect(['(dihapus)', 'dihapus', ' (Dihapus). '].map(isForgotten)).toEqual([true, true, true]);
    expect(['dihapus saja', ''].map(isForgotten)).toEqual([false, false]);
  });
});
