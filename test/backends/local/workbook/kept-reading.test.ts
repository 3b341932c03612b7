import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type KeptReading,
  openKeptReading,
  snapshotOf,
} from '../../../../src/backends/local/workbook/kept-reading.ts';
import { partsOf } from '../../../../src/backends/local/workbook/workbook-file.ts';
import type { WorkbookParts } from '../../../../src/backends/local/workbook/workbook-parts.ts';
import type { Cell, WorkbookSnapshot } from '../../../../src/core/sheet/snapshot.ts';
import { buildXlsx, packXlsx, xlsxParts } from '../../../support/xlsx.ts';

/** A workbook as some program saved it: its texts, and rows of two tabs as they are spelled. */
interface Saved {
  readonly texts: readonly string[];
  readonly tabs: readonly (readonly Row[])[];
  readonly from1904: boolean;
}

interface Row {
  /** Rows left out before it. */
  readonly gap: number;
  readonly spelling: number;
}

const spellings: readonly ((row: number) => string)[] = [
  (row) =>
    `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c><c r="B${row}" t="s"><v>1</v></c></row>`,
  (row) =>
    `<row r="${row}"><c r="A${row}" t="s"><v>1</v></c><c r="B${row}" s="1"><v>46000.5</v></c></row>`,
  () => '<row><c t="s"><v>2</v></c></row>',
  () => '<row><c><v>7</v></c><!-- </row> --><c><v>8</v></c></row >',
  (row) =>
    `<row r="${row}"><c r="C${row}"><f>HYPERLINK("https://a.test/1","satu")</f><v>1</v></c></row>`,
  (row) =>
    `<row r="${row}"><c r="C${row}"><f>HYPERLINK("https://a.test/2","dua")</f><v>1</v></c></row>`,
  (row) => `<row r="${row}" s="1"/>`,
  (row) => `<row r="${row}"><c r="B${row}" s="1"/></row>`,
  (row) => `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>a</t></is></c></row>`,
  (row) => `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>b</t></is></c></row>`,
];

const aRow: fc.Arbitrary<Row> = fc.record({
  gap: fc.integer({ min: 0, max: 1 }),
  spelling: fc.nat({ max: spellings.length - 1 }),
});

const names = ['Dinas Kominfo', 'Rapat & evaluasi', 'x', 'y', 'z', 'w'];

/** Mostly the same texts with some behind them; now and then others, and at times too few. */
const someTexts = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 3, max: 6 }).map((count) => names.slice(0, count)) },
  { weight: 1, arbitrary: fc.shuffledSubarray(names, { minLength: 2 }) },
);

const aSave: fc.Arbitrary<Saved> = fc.record({
  texts: someTexts,
  tabs: fc.tuple(fc.array(aRow, { maxLength: 6 }), fc.array(aRow, { maxLength: 3 })),
  from1904: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
});

const partsFrom = ({ texts, tabs, from1904 }: Saved): WorkbookParts => {
  const parts = xlsxParts(['Permohonan', 'Petugas'].map((name) => ({ name, rows: [] })));
  const sheets = tabs.map((rows, at) => {
    let number = 0;
    const data = rows.map(({ gap, spelling }) => {
      number += 1 + gap;
      return spellings[spelling]?.(number) ?? '';
    });
    return [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet><sheetData>${data.join('')}</sheetData></worksheet>`,
    ] as const;
  });
  const items = texts.map((text) => `<si><t>${text.replace('&', '&amp;')}</t></si>`);
  return partsOf(
    Buffer.from(
      packXlsx({
        ...parts,
        ...Object.fromEntries(sheets),
        'xl/sharedStrings.xml': `<sst count="${texts.length}">${items.join('')}</sst>`,
        ...(from1904 && {
          'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
            '<sheets>',
            '<workbookPr date1904="1"/><sheets>',
          ),
        }),
      }),
    ),
  );
};

const warmly = (kept: KeptReading, parts: WorkbookParts): WorkbookSnapshot =>
  snapshotOf(parts, kept.rowsOf(parts));

const readOr = (read: () => WorkbookSnapshot): unknown => {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
};

describe('what is kept of a reading', () => {
  test('never makes another look read other than one without it', () => {
    fc.assert(
      fc.property(fc.array(aSave, { minLength: 2, maxLength: 6 }), (saves) => {
        const kept = openKeptReading();
        for (const save of saves) {
          const parts = partsFrom(save);

          const warm = readOr(() => warmly(kept, parts));

          expect(warm).toEqual(readOr(() => snapshotOf(parts)));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is the very row where it is spelled as before, whatever stands beside it and comes behind the texts', () => {
    const kept = openKeptReading();
    const read = (rows: readonly (readonly Cell[])[]) =>
      warmly(kept, partsOf(Buffer.from(buildXlsx([{ name: 'Permohonan', rows }])))).tabs[0]?.rows;

    const before =
      read([
        ['Kegiatan', 'Hari'],
        ['Rapat', 3],
        ['Pelatihan', 4],
      ]) ?? [];
    const after = read([
      ['Kegiatan', 'Hari'],
      ['Rapat', 5],
      ['Pelatihan', 4],
      ['Sosialisasi', 6],
    ]);

    expect(after?.map((row, at) => row === before[at])).toEqual([true, false, true, false]);
  });

  test('is nothing where the numbers of texts mean others', () => {
    const kept = openKeptReading();
    const rows = [[{ gap: 0, spelling: 0 }], []];
    const save = { tabs: rows, from1904: false };

    warmly(kept, partsFrom({ ...save, texts: ['satu', 'dua'] }));
    const { tabs } = warmly(kept, partsFrom({ ...save, texts: ['dua', 'satu'] }));

    expect(tabs[0]?.rows).toEqual([['dua', 'satu']]);
  });

  test.each([
    [true, false],
    [false, true],
  ])('is nothing where days count from another year (1904: %s, then %s)', (before, after) => {
    const kept = openKeptReading();
    const save = { tabs: [[{ gap: 0, spelling: 1 }], []], texts: ['satu', 'dua'] };

    warmly(kept, partsFrom({ ...save, from1904: before }));
    const parts = partsFrom({ ...save, from1904: after });

    expect(warmly(kept, parts)).toEqual(snapshotOf(parts));
  });
});
