import { describe, expect, test } from 'vitest';
import { importText, mapToEdit } from '../../../src/commands/import/import-words.ts';
import { columnMapSchema } from '../../../src/core/import/column-map.ts';
import { summaryOf } from '../../../src/core/import/tell-import.ts';
import { eventsOf, ledger, reading, sheet } from '../../core/import/old-ledgers.ts';

const header = ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi'];
const row = (date: string, time: string) => ['1', date, time, 'Rapat Data', 'Bappeda'];

const said = (names: readonly string[], { dryRun = true } = {}): readonly string[] => {
  const sheets = names.map((name, at) =>
    sheet([...(at === 2 ? [['DAFTAR KEGIATAN']] : []), header, row(`0${at + 6}/01/2025`, '2')], {
      name,
    }),
  );
  const read = reading(ledger(...sheets));
  const plan = { requests: [], notes: [], known: [], leftOut: [] };
  const summary = {
    ...summaryOf(read, plan),
    imported: 1,
    values: 5,
    unsure: [
      {
        sheet: names[0] ?? '',
        row: 2,
        header: 'Jam Mulai',
        original: '2',
        becomes: '14.00',
        because: 'buku lama menulis "2"; diisi 14.00',
      },
    ],
  };
  return importText({ file: 'buku.xlsx', reading: read, summary, plan, dryRun }).split('\n');
};

describe('what an import says', () => {
  test('names the sheets whose columns mean the same together, in one sentence', () => {
    expect(said(['Jan', 'Feb', 'Mar'])).toContain(
      'In "Jan" and "Feb" with the header in row 1, and in "Mar" with the header in row 2:',
    );
    expect(said([''])).toContain('In this file with the header in row 1:');
  });

  test('quotes what stands in the workbook, beside the row of the ledger', () => {
    expect(said(['Jan'], { dryRun: false })).toContain(
      '  - Jan, row 2, Jam Mulai: “buku lama menulis "2"; diisi 14.00”',
    );
    expect(said([''], { dryRun: false })).toContain(
      '  - row 2, Jam Mulai: “buku lama menulis "2"; diisi 14.00”',
    );
  });

  test('offers a map that says once what most sheets have in common', () => {
    const other = ['No', 'Tanggal', 'Jam', 'Kegiatan', 'Instansi', 'Petugas'];
    const sheets = ['Jan', 'Feb'].map((name, at) =>
      sheet([header, row(`0${at + 6}/01/2025`, '09.00')], { name }),
    );
    const book = ledger(
      ...sheets,
      sheet([other, [...row('08/01/2025', '09.00'), 'Opik']], { name: 'Mar' }),
    );
    const common = {
      A: 'number',
      B: 'startDay',
      C: 'startTime',
      D: 'event',
      E: 'institution',
    };

    const { map } = mapToEdit(reading(book));

    expect(map.sheets).toEqual({
      '*': { columns: common },
      Mar: { columns: { ...common, F: 'officers' } },
    });
    expect(eventsOf(reading(book, columnMapSchema.parse(map)))).toEqual(eventsOf(reading(book)));
  });
});
