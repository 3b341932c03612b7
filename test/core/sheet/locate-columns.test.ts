import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officerTab } from '../../../src/core/columns/officer-tab.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { tabs } from '../../../src/core/columns/tabs.ts';
import { staff, type Tab } from '../../../src/core/sheet/column.ts';
import { findTab, locateColumns, normaliseHeader } from '../../../src/core/sheet/locate-columns.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';

const aTab = (...rows: readonly (readonly Cell[])[]) => ({
  name: 'Permohonan',
  rows,
});

describe('locate columns', () => {
  test('finds each column by its header wherever it was moved', () => {
    const found = locateColumns(aTab(['Status', '', 'Nama Kegiatan']), requestTab);

    expect(found.headerRow).toBe(0);
    expect([...found.indexOf]).toEqual([
      ['event', 2],
      ['state', 0],
    ]);
  });

  test('overlooks case, spacing, punctuation, accents, line breaks and what Google appends', () => {
    const spellings = [
      '  NAMA  kegiatan:',
      'Nama\nKegiatan *',
      'Nàma_Kegiatan',
      'Nama Kegiatan Kolom 5',
    ];

    for (const spelling of [...spellings, 'Nama Kegiatan [Kolom 12]'])
      expect(locateColumns(aTab([spelling]), requestTab).indexOf.get('event')).toBe(0);
  });

  test('keeps the header as the sheet spells it', () => {
    const found = locateColumns(aTab(['NAMA\nKEGIATAN']), requestTab);

    expect(found.headerOf.get('event')).toBe('NAMA\nKEGIATAN');
  });

  test('finds the headers below a title', () => {
    const found = locateColumns(
      aTab(['PERMOHONAN LAYANAN'], [], ['Nama Kegiatan', 'Tempat', 'Status'], ['Rapat', 'Aula']),
      requestTab,
    );

    expect(found.headerRow).toBe(2);
    expect(found.indexOf.get('place')).toBe(1);
  });

  test('prefers the own header to a synonym further left', () => {
    const found = locateColumns(aTab(['Nama', 'Nama Pemohon']), requestTab);

    expect(found.indexOf.get('requesterName')).toBe(1);
  });

  test('never lets a synonym take a column that another field is called by', () => {
    const spec = {
      name: 'T',
      synonyms: [],
      columns: [
        staff('a', 'Satu', 'text', { synonyms: ['Dua'], hint: '' }),
        staff('b', 'Dua', 'text', { hint: '' }),
      ],
    } as const satisfies Tab;

    const found = locateColumns(aTab(['Dua']), spec);

    expect([...found.indexOf]).toEqual([['b', 0]]);
    expect(found.missing.map(({ field }) => field)).toEqual(['a']);
  });

  test('reports a header that stands twice and reads the leftmost', () => {
    const found = locateColumns(aTab(['Status', 'Nama Kegiatan', 'STATUS']), requestTab);

    expect(found.indexOf.get('state')).toBe(0);
    expect(found.duplicates.map(({ column, indexes }) => [column.field, indexes])).toEqual([
      ['state', [0, 2]],
    ]);
  });

  test('names every column that is missing, also in an empty tab', () => {
    expect(locateColumns(aTab(), officerTab).missing).toEqual(officerTab.columns);
  });

  test('finds all columns of every tab under their own headers', () => {
    for (const tab of tabs) {
      const found = locateColumns(aTab(tab.columns.map(({ header }) => header)), tab as Tab);

      expect(found.missing).toEqual([]);
      expect([...found.indexOf.values()]).toEqual(tab.columns.map((_, index) => index));
    }
  });

  test('never gives one column to two fields, whatever the headers', () => {
    const words = requestTab.columns.flatMap(({ header, synonyms }) => [header, ...synonyms]);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (headers) => {
        const { indexOf, missing } = locateColumns(aTab(headers), requestTab);

        expect(new Set(indexOf.values()).size).toBe(indexOf.size);
        expect(indexOf.size + missing.length).toBe(requestTab.columns.length);
      }),
    );
  });
});

describe('find tab', () => {
  const snapshot = {
    tabs: ['form responses 1', 'PERMOHONAN ', 'daftar-petugas'].map((name) => ({
      name,
      rows: [],
    })),
  };

  test('prefers the own name to a synonym', () => {
    expect(findTab(snapshot, requestTab)?.name).toBe('PERMOHONAN ');
  });

  test('takes a synonym when there is no such tab', () => {
    expect(findTab(snapshot, officerTab)?.name).toBe('daftar-petugas');
  });

  test('says so when there is neither', () => {
    expect(findTab({ tabs: [] }, officerTab)).toBeUndefined();
  });
});

describe('normalise header', () => {
  test('leaves a header that is nothing but "Kolom 5" alone', () => {
    expect(normaliseHeader('Kolom 5')).toBe('kolom5');
  });
});
