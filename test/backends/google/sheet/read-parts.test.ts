import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ReadRanges,
  readInParts,
  type ToldApart,
  tellingColumns,
  wholeOf,
} from '../../../../src/backends/google/sheet/read-parts.ts';
import { openSheetsWorkbook } from '../../../../src/backends/google/sheet/sheets-workbook.ts';
import type { Cell } from '../../../../src/core/sheet/snapshot.ts';
import { parseA1 } from '../../../google-double/sheets/a1-range.ts';
import { runs } from '../../../support/long-runs.ts';
import { aGoogleDesk, deskSheetId, otherTabs } from '../stand-in.ts';

type Rows = readonly (readonly Cell[])[];
const tab = { title: 'Permohonan', sheetId: 1, rows: 40, columns: 3 };

const areaOf = (range: string) => {
  const named = parseA1(range);
  if (!('area' in named)) throw new Error(`${range} names no cells`);
  return named.area;
};

/**
 * A tab of which people move rows and columns before each call but the first. A range that reads as ever before is the very
 * same again, as answers are that were kept.
 */
const aMovingTab = (first: Rows, moves: readonly ((rows: Rows) => Rows)[]) => {
  let rows = first;
  let calls = 0;
  const kept = new Map<string, Rows>();
  const asKept = (range: string, read: Rows): Rows => {
    const key = JSON.stringify([range, read]);
    const known = kept.get(key) ?? read;
    kept.set(key, known);
    return known;
  };
  const readRanges: ReadRanges = async (ranges) => {
    const move = calls === 0 ? undefined : moves[calls - 1];
    rows = move?.(rows) ?? rows;
    calls += 1;
    return ranges.map((range) => {
      const { startRow, endRow, startColumn, endColumn } = areaOf(range);
      return asKept(
        range,
        rows.slice(startRow, endRow).map((cells) => cells.slice(startColumn, endColumn)),
      );
    });
  };
  return { readRanges, now: () => rows };
};

/** As Google answers. */
const withoutEmptyEnd = (rows: Rows): Rows =>
  rows.at(-1)?.length === 0 ? rows.slice(0, -1) : rows;

const aRow = fc.tuple(
  fc.nat({ max: 40 }),
  fc.constantFrom<Cell>('', 'x', true),
  fc.constantFrom<Cell>('', 1, 2, 3),
);

const aMove: fc.Arbitrary<(rows: Rows) => Rows> = fc.oneof(
  { weight: 2, arbitrary: fc.constant((rows: Rows) => rows) },
  fc.tuple(fc.nat({ max: 20 }), aRow).map(
    ([at, row]) =>
      (rows: Rows) =>
        rows.toSpliced(at, 0, row),
  ),
  fc.nat({ max: 20 }).map((at) => (rows: Rows) => rows.toSpliced(at, 1)),
  fc
    .nat({ max: 2 })
    .map(
      (column) => (rows: Rows) =>
        rows.toSorted((a, b) => String(a[column]).localeCompare(String(b[column]))),
    ),
  fc
    .nat({ max: 3 })
    .map(
      (column) => (rows: Rows) =>
        rows.map((cells, row): readonly Cell[] =>
          cells.toSpliced(column, 0, row === 0 ? 'Baru' : 'lain'),
        ),
    ),
);

describe('a tab that is read in parts', () => {
  test('comes as it stands at the end, or is known to have been moved, whatever people move', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { minLength: 8, maxLength: 20 }),
        fc.array(aMove, { maxLength: 8 }),
        async (rows, moves) => {
          const { readRanges, now } = aMovingTab([['A', 'B', 'C'], ...rows], moves);
          const told: ToldApart = new Map();

          for (const _look of ['first', 'second', 'third']) {
            const read = await readInParts(
              [
                [{ kind: 'rows', tab, from: 1, to: 4 }],
                [{ kind: 'rows', tab, from: 5, to: 7 }],
                [{ kind: 'rows', tab, from: 8 }],
              ],
              readRanges,
              told,
            );

            if (read.kind === 'read')
              expect(wholeOf(read.piecesOf.get('Permohonan') ?? [])).toEqual(now());
            if (moves.length === 0) expect(read.kind).not.toBe('moved');
          }
        },
      ),
      { numRuns: runs(100, 300) },
    );
  });

  test('is known to have been moved where a row that was empty is filled as in the look before', async () => {
    const rows: Rows = [['Kunci'], ...Array.from({ length: 13 }, (_, row) => [row])];
    const same = (now: Rows): Rows => now;
    const empty = (now: Rows): Rows => now.with(11, []);
    const { readRanges } = aMovingTab(rows, [same, same, empty, same, () => rows]);
    const told: ToldApart = new Map();
    const look = () =>
      readInParts(
        [
          [{ kind: 'rows', tab, from: 1, to: 12 }],
          [{ kind: 'rows', tab, from: 13, to: 13 }],
          [{ kind: 'rows', tab, from: 14 }],
        ],
        async (ranges) => (await readRanges(ranges)).map(withoutEmptyEnd),
        told,
      );

    expect((await look()).kind).toBe('read');
    expect((await look()).kind).toBe('moved');
  });

  test('is read where its first parts came empty', async () => {
    const { readRanges } = aMovingTab([], []);
    const parts = [1, 4].map((from) => [{ kind: 'rows', tab, from, to: from + 2 } as const]);

    for (const earlier of [parts.slice(0, 1), parts]) {
      const read = await readInParts([...earlier, [{ kind: 'rows', tab, from: 7 }]], readRanges);

      expect(read.kind).toBe('read');
    }
  });

  test('is told by as few columns as its rows differ in', () => {
    const rows = [
      ['sama', 1, 'VC-1'],
      ['sama', 1, 'VC-2'],
      ['sama', 2, 'VC-3'],
      ['sama', 2, 'VC-3'],
    ];
    expect(tellingColumns([{ from: 1, rows }])).toEqual([2]);
    expect(tellingColumns([{ from: 1, rows: [['sama'], ['sama']] }])).toEqual([]);
  });

  test('is told by the columns of the look before as long as these tell its rows', () => {
    const rows = [
      ['VC-1', 'Rapat'],
      ['VC-2', 'Bimtek'],
    ];
    const before = [1];

    expect(tellingColumns([{ from: 1, rows }], before)).toBe(before);
    expect(tellingColumns([{ from: 1, rows: [...rows, ['VC-3', 'Rapat']] }], before)).toEqual([0]);
    expect(tellingColumns([{ from: 1, rows }], [0, 2])).toEqual([0]);
  });

  test('is told apart from empty rows that stand between its parts', () => {
    const pieces = [
      { from: 1, rows: [['', 'a']] },
      { from: 3, rows: [['x', 'b']] },
    ];
    expect(tellingColumns(pieces)).toEqual([0, 1]);
    expect(tellingColumns(pieces.slice(0, 1).concat({ from: 2, rows: [['x', 'b']] }))).toEqual([0]);
  });
});

/** A desk with more answers than Google gives quickly, on a line that is looked at. */
const aLargeDesk = async () => {
  const answers: number[] = [];
  const asked: string[] = [];
  let betweenCalls = (): void => undefined;
  const rows = Array.from({ length: 300 }, (_, row): readonly Cell[] => [
    `kunci ${row}`,
    300 - row,
    'panjang '.repeat(1000),
  ]);
  const desk = await aGoogleDesk(
    [{ name: 'Permohonan', rows: [['Kunci', 'Urutan', 'Acara'], ...rows] }, ...otherTabs],
    async (double) => async (input, init) => {
      const answer = await double.fetch(input, init);
      const { url } = new Request(input, init);
      if (!url.includes('batchGet')) return answer;
      asked.push(url);
      const bytes = await answer.arrayBuffer();
      answers.push(bytes.byteLength);
      betweenCalls();
      return new Response(bytes, answer);
    },
  );
  const open = () =>
    openSheetsWorkbook({ ...desk, spreadsheetId: deskSheetId, timeZone: 'Asia/Makassar' });
  return {
    ...desk,
    open,
    answers,
    asked,
    afterCalls: (deed: () => void) => {
      betweenCalls = deed;
    },
  };
};

describe('a sheet of more than two megabytes', () => {
  test('is asked for in the same parts as long as it grows only by a little', async () => {
    const { open, double, asked } = await aLargeDesk();
    const workbook = open();
    await workbook.read();
    asked.length = 0;
    await workbook.read();
    const before = asked.splice(0);
    double.people.typeCells({
      spreadsheetId: deskSheetId,
      range: "'Permohonan'!C2",
      rows: [['panjang '.repeat(3000)]],
    });
    await workbook.read();
    asked.length = 0;

    await workbook.read();

    expect(asked).toEqual(before);
  });

  test('is read with as few calls as keep each answer below that, also by the next program', async () => {
    const { open, answers } = await aLargeDesk();
    const first = await open().read();
    answers.length = 0;

    const again = await open().read();

    expect(answers).toHaveLength(2);
    expect(Math.max(...answers)).toBeLessThan(2_000_000);
    expect(again).toEqual(first);
    expect(again.tabs[0]?.rows).toHaveLength(301);
  });

  test('comes as it stands when somebody sorts it between the calls', async () => {
    const { open, answers, afterCalls, double } = await aLargeDesk();
    const workbook = open();
    await workbook.read();
    answers.length = 0;
    afterCalls(() => {
      afterCalls(() => undefined);
      double.people.sortRows({
        spreadsheetId: deskSheetId,
        range: "'Permohonan'!A2:C",
        columns: [{ column: 1 }],
      });
    });

    const { tabs } = await workbook.read();

    expect(tabs[0]?.rows[1]?.[0]).toBe('kunci 299');
    expect(new Set(tabs[0]?.rows.map(([key]) => key)).size).toBe(301);
    expect(answers).toHaveLength(4);
  });

  test('is read at once where people never let go of it', async () => {
    const { open, answers, afterCalls, double } = await aLargeDesk();
    const workbook = open();
    await workbook.read();
    answers.length = 0;
    afterCalls(() =>
      double.people.insertLines({
        spreadsheetId: deskSheetId,
        tab: 'Permohonan',
        dimension: 'ROWS',
        at: 2,
        count: 1,
      }),
    );

    const { tabs } = await workbook.read();

    expect(tabs[0]?.rows).toHaveLength(305);
    expect(answers).toHaveLength(5);
  });
});
