import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/backends/backend.ts';
import type { CellEdit, Locate } from '../../src/core/sheet/edits.ts';
import { fillingOf, locateFillings } from '../../src/core/sheet/filling.ts';
import type { Cell, CellContent } from '../../src/core/sheet/snapshot.ts';
import { asRead } from '../../src/core/sheet/snapshot.ts';
import { runs } from '../support/long-runs.ts';
import type { TabToBuild } from '../support/xlsx.ts';

/** Makes a workbook of one kind of backend that holds these tabs. */
export type WorkbookFactory = (tabs: readonly TabToBuild[]) => Promise<Workbook>;

/**
 * Finds columns by the header in row 1, and rows by the text in column 1 or by all that fills them but the columns
 * *Status* and *Keterangan*, wherever they stand.
 */
export const locateByFirstColumn: Locate = (tab) => {
  const headers = tab.rows[0] ?? [];
  return {
    columnOf: new Map(headers.map((header, i) => [String(header), i + 1])),
    rowOf: new Map(tab.rows.flatMap((row, i) => (i === 0 ? [] : [[String(row[0] ?? ''), i + 1]]))),
    headerRow: 1,
    keyColumns: [1],
    ...locateFillings(tab, { headerRow: 0, ours: oursIn(headers) }),
  };
};

const oursIn = (headers: readonly Cell[]): ReadonlySet<number> =>
  new Set(
    headers.flatMap((header, index) =>
      header === 'Status' || header === 'Keterangan' ? [index] : [],
    ),
  );

/** Of all rows that are filled as these cells under these headers. */
export const aFilledEdit = (
  [headers, cells]: readonly [readonly Cell[], readonly Cell[]],
  header: string,
  { was = '', becomes }: { was?: Cell; becomes: CellContent },
): CellEdit => {
  const filling = fillingOf(cells, { headers, ours: oursIn(headers) });
  return { tab: 'Permohonan', address: { kind: 'filled', filling, header }, was, becomes };
};

export const aRowEdit = (
  key: string,
  header: string,
  { was = '', becomes }: { was?: Cell; becomes: CellContent },
): CellEdit => ({ tab: 'Permohonan', address: { kind: 'row', key, header }, was, becomes });

export const aFixedEdit = (
  [row, column]: readonly [number, number],
  { was = '', becomes, tab = 'Permohonan' }: { was?: Cell; becomes: CellContent; tab?: string },
): CellEdit => ({ tab, address: { kind: 'fixed', row, column }, was, becomes });

const desk: readonly TabToBuild[] = [
  {
    name: 'Permohonan',
    rows: [
      ['Kunci', 'Status', 'Peserta', 'Rekam'],
      ['a', 'Diterima', 12, true],
      ['b', '', 7, false],
    ],
  },
  { name: 'Petugas', rows: [['Nama'], ['Andi']] },
];

/** What every backend of the workbook port promises. */
export const describeWorkbook = (name: string, open: WorkbookFactory): void => {
  const cellsOf = async (workbook: Workbook): Promise<readonly (readonly Cell[])[]> =>
    (await workbook.read()).tabs[0]?.rows ?? [];

  describe(`${name} keeps the promises of a workbook`, () => {
    test('reads all tabs in order, with text, numbers and ticks', async () => {
      const workbook = await open(desk);

      expect(await workbook.read()).toMatchObject({ tabs: desk });
    });

    test('puts whole rows below what the tabs hold, in their order', async () => {
      const workbook = await open(desk);
      const rows = [
        {
          tab: 'Permohonan',
          cells: new Map<number, CellContent>([
            [1, 'c'],
            [3, 5],
          ]),
        },
        { tab: 'Petugas', cells: new Map<number, CellContent>([[1, '=Siti']]) },
        {
          tab: 'Permohonan',
          cells: new Map<number, CellContent>([
            [1, 'd'],
            [2, { kind: 'serial', serial: 46_000, show: 'day' }],
          ]),
        },
      ];

      await workbook.append(() => rows);

      const { tabs } = await workbook.read();
      expect(tabs[0]?.rows.slice(3)).toEqual([
        ['c', '', 5],
        ['d', 46_000],
      ]);
      expect(tabs[1]?.rows).toEqual([['Nama'], ['Andi'], ['=Siti']]);
    });

    test('asks which rows to put there with the tabs as they are just then', async () => {
      const workbook = await open(desk);
      const addOnce = async (): Promise<void> =>
        workbook.append(({ tabs }) =>
          tabs[1]?.rows.some(([name]) => name === 'Siti')
            ? []
            : [{ tab: 'Petugas', cells: new Map([[1, 'Siti']]) }],
        );

      await addOnce();
      await addOnce();

      expect((await workbook.read()).tabs[1]?.rows).toEqual([['Nama'], ['Andi'], ['Siti']]);
    });

    test('has nothing to finish when no write was cut off', async () => {
      const workbook = await open(desk);
      await workbook.write(
        [aRowEdit('a', 'Status', { was: 'Diterima', becomes: 'Selesai' })],
        locateByFirstColumn,
      );
      const before = await cellsOf(workbook);
      const repairs: unknown[] = [];

      await workbook.finishCutOff(locateByFirstColumn, (repair) => repairs.push(repair));

      expect(repairs).toEqual([]);
      expect(await cellsOf(workbook)).toEqual(before);
    });

    test('writes the cell under the header in the row of the key', async () => {
      const workbook = await open(desk);

      const outcomes = await workbook.write(
        [aRowEdit('a', 'Status', { was: 'Diterima', becomes: 'Selesai' })],
        locateByFirstColumn,
      );

      expect(outcomes).toEqual(['written']);
      expect((await cellsOf(workbook))[1]).toEqual(['a', 'Selesai', 12, true]);
    });

    test('leaves a cell alone that somebody changed meanwhile, and writes the others', async () => {
      const workbook = await open(desk);

      const outcomes = await workbook.write(
        [
          aRowEdit('a', 'Status', { was: '', becomes: 'Selesai' }),
          aRowEdit('b', 'Status', { becomes: 'Ditolak' }),
        ],
        locateByFirstColumn,
      );

      expect(outcomes).toEqual(['overtaken', 'written']);
      expect((await cellsOf(workbook)).map((row) => row[1])).toEqual([
        'Status',
        'Diterima',
        'Ditolak',
      ]);
    });

    test.each([
      ['a row that is gone', aRowEdit('z', 'Status', { becomes: 'x' })],
      ['a header that is gone', aRowEdit('a', 'Tiket', { becomes: 'x' })],
      ['a tab that is gone', aFixedEdit([1, 1], { tab: 'Lama', becomes: 'x' })],
    ])('says overtaken for %s', async (_, edit) => {
      const workbook = await open(desk);

      expect(await workbook.write([edit], locateByFirstColumn)).toEqual(['overtaken']);
      expect(await workbook.read()).toMatchObject({ tabs: desk });
    });

    test('writes beside every row that is filled so, wherever it stands, where the cell reads as it did', async () => {
      const headers = ['Nama', 'Jumlah', 'Keterangan'];
      const workbook = await open([
        {
          name: 'Permohonan',
          rows: [
            ['Jumlah', 'Keterangan', 'Nama'],
            ['dua', 'lama', 'Meja'],
            [5, '', 'Kursi'],
            ['dua', '', 'Meja'],
            ['dua', '', 'Meja'],
          ],
        },
      ]);

      const outcomes = await workbook.write(
        [
          aFilledEdit([headers, ['Meja', 'dua']], 'Keterangan', { becomes: 'Tulis angka.' }),
          aFilledEdit([headers, ['Kursi', 4]], 'Keterangan', { becomes: 'Tulis angka.' }),
          aFilledEdit([headers, ['Meja', 'dua']], 'Keterangan', { was: 'lama', becomes: 'x' }),
        ],
        locateByFirstColumn,
      );

      expect(outcomes).toEqual(['written', 'overtaken', 'written']);
      expect(await cellsOf(workbook)).toEqual([
        ['Jumlah', 'Keterangan', 'Nama'],
        ['dua', 'x', 'Meja'],
        [5, '', 'Kursi'],
        ['dua', 'Tulis angka.', 'Meja'],
        ['dua', 'Tulis angka.', 'Meja'],
      ]);
    });

    test('takes a remark away where the row was emptied', async () => {
      const headers = ['Nama', 'Keterangan'];
      const workbook = await open([
        { name: 'Permohonan', rows: [headers, ['', 'Isi namanya.'], ['Meja', 'Isi namanya.']] },
      ]);

      const emptied = aFilledEdit([headers, []], 'Keterangan', {
        was: 'Isi namanya.',
        becomes: '',
      });

      expect(await workbook.write([emptied], locateByFirstColumn)).toEqual(['written']);
      expect((await cellsOf(workbook)).map((row) => row[1] ?? '')).toEqual([
        'Keterangan',
        '',
        'Isi namanya.',
      ]);
    });

    test('writes cells beyond all that was there', async () => {
      const workbook = await open(desk);

      await workbook.write([aFixedEdit([9, 30], { becomes: 'jauh' })], locateByFirstColumn);

      expect((await cellsOf(workbook))[8]?.[29]).toBe('jauh');
    });

    test('empties a cell', async () => {
      const workbook = await open(desk);

      await workbook.write(
        [aRowEdit('a', 'Peserta', { was: 12, becomes: '' })],
        locateByFirstColumn,
      );

      expect((await cellsOf(workbook))[1]).toEqual(['a', 'Diterima', '', true]);
    });

    test('takes a later edit of the same cell as following the earlier one', async () => {
      const workbook = await open(desk);

      const outcomes = await workbook.write(
        [
          aRowEdit('b', 'Status', { becomes: 'satu' }),
          aRowEdit('b', 'Status', { was: 'satu', becomes: 'dua' }),
          aRowEdit('b', 'Status', { becomes: 'tiga' }),
        ],
        locateByFirstColumn,
      );

      expect(outcomes).toEqual(['written', 'written', 'overtaken']);
      expect((await cellsOf(workbook))[2]?.[1]).toBe('dua');
    });

    test('reads back as typed any text, number, tick, link or day', async () => {
      const workbook = await open([{ name: 'Permohonan', rows: [['Kunci', 'Isi'], ['a']] }]);
      let was: Cell = '';

      await fc.assert(
        fc.asyncProperty(anyContent, async (becomes) => {
          const outcomes = await workbook.write(
            [aRowEdit('a', 'Isi', { was, becomes })],
            locateByFirstColumn,
          );
          was = asRead(becomes);

          expect(outcomes).toEqual(['written']);
          expect((await cellsOf(workbook))[1]?.[1] ?? '').toBe(was);
        }),
        { numRuns: runs(20, 60) },
      );
    });

    test('leaves all other cells as they were after any edits', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(
            fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 7 }), anyContent),
            {
              selector: ([row, column]) => `${row},${column}`,
              maxLength: 8,
            },
          ),
          async (places) => {
            const workbook = await open(desk);
            const before = await cellsOf(workbook);
            const at = (rows: readonly (readonly Cell[])[], row: number, column: number): Cell =>
              rows[row - 1]?.[column - 1] ?? '';

            await workbook.write(
              places.map(([row, column, becomes]) =>
                aFixedEdit([row, column], { was: at(before, row, column), becomes }),
              ),
              locateByFirstColumn,
            );

            const after = await cellsOf(workbook);
            const wanted = new Map(
              places.map(([row, column, c]) => [`${row},${column}`, asRead(c)]),
            );
            for (let row = 1; row <= 7; row += 1) {
              for (let column = 1; column <= 8; column += 1) {
                const expected = wanted.get(`${row},${column}`) ?? at(before, row, column);
                expect(at(after, row, column)).toBe(expected);
              }
            }
            expect((await workbook.read()).tabs[1]).toMatchObject({ ...desk[1] });
          },
        ),
        { numRuns: runs(8, 25) },
      );
    });
  });
};

/** Text as people and machines type it, with everything that has ever broken a spreadsheet. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.string({
    unit: fc.constantFrom('_', 'x', '0', '4', '1', '\u0001', '\r', '\n', '<', '&', '"', ' '),
  }),
  fc.constantFrom('=1+1', '007', ' spasi ', 'TRUE', ']]>', '&amp;', '#N/A', "'kutip"),
);

const anyNumber = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((number) => (number === 0 ? 0 : number));

const anyContent: fc.Arbitrary<CellContent> = fc.oneof(
  anyText,
  anyNumber,
  fc.boolean(),
  fc.record({ kind: fc.constant('link' as const), url: anyText, text: anyText }),
  fc.record({
    kind: fc.constant('serial' as const),
    serial: fc
      .integer({ min: 36_000_000, max: 60_000_000 })
      .map((thousandths) => thousandths / 1000),
    show: fc.constantFrom('day' as const, 'moment' as const),
  }),
);
