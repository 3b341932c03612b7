import { describe, expect, test } from 'vitest';
import { isDitto } from '../../../src/core/import/ditto-marks.ts';
import { eventsOf, ledger, reading, sheet, unsureIn } from './old-ledgers.ts';

const header = ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi', 'Petugas'];

const read = (...rows: readonly (readonly string[])[]) => reading(ledger(sheet([header, ...rows])));

describe('a mark that repeats what stands above', () => {
  test.each([
    'sda',
    's.d.a.',
    'S.D.A',
    'Idem',
    'idem',
    '"',
    '-"-',
    "''",
    '”',
    'sama seperti di atas',
  ])('is %s', (text) => {
    expect(isDitto(text)).toBe(true);
  });

  test.each(['-', '', 'SDA Bina Marga', 'sama', 'idem dito', 'Dinas SDA'])('is not %s', (text) => {
    expect(isDitto(text)).toBe(false);
  });

  test('is what it repeats, however many stand below each other, beside what was written', () => {
    const book = read(
      ['1', '06/01/2025', '09.00', 'Rakor', 'Bappeda', 'Opik, Rina'],
      ['2', 'sda', '13.00', 'Bimtek', 'idem', '-"-'],
      ['3', 'sda', '14.00', 'Desk', 'Dishub', '"'],
    );

    expect(
      eventsOf(book).map(({ startDay, institution, officers }) => [
        startDay,
        institution,
        officers,
      ]),
    ).toEqual([
      ['06/01/2025', 'Bappeda', 'Opik\nRina'],
      ['06/01/2025', 'Bappeda', 'Opik\nRina'],
      ['06/01/2025', 'Dishub', 'Opik\nRina'],
    ]);
    expect(unsureIn(book)).toEqual([]);
    expect(book.rows[2]?.event?.values.get('institution')).toMatchObject({
      original: 'idem',
      certainty: 'sure',
      because: 'buku lama menulis "idem", seperti baris di atasnya',
    });
    expect(book.rows[2]?.text).toContain('idem');
  });

  test('is asked about below a title, and where nothing stands above', () => {
    const book = read(
      ['1', '13/01/2025', '09.00', 'Rakor', 'Bappeda', 'sda'],
      ['', 'MINGGU KE-2'],
      ['2', '20/01/2025', '13.00', 'Bimtek', 'sda', 'Opik'],
    );

    expect(unsureIn(book)).toEqual(['2 officers', '4 institution']);
    expect(eventsOf(book)[1]?.['institution']).toBe('Bappeda');
  });
});
