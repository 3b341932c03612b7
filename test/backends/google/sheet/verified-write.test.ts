import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Repair } from '../../../../src/backends/backend.ts';
import { CallInDoubtError } from '../../../../src/backends/google/client/call-in-doubt.ts';
import {
  finishCutOff,
  type SheetAccess,
  writeVerified,
} from '../../../../src/backends/google/sheet/verified-write.ts';
import { checkOf } from '../../../../src/backends/google/sheet/write-check.ts';
import { keepJournal } from '../../../../src/backends/google/sheet/write-journal.ts';
import type { CellEdit, Locate } from '../../../../src/core/sheet/edits.ts';
import { asRead, type Cell } from '../../../../src/core/sheet/snapshot.ts';
import { ServiceError } from '../../../../src/errors.ts';
import { aMemory } from '../../../support/a-memory.ts';
import { runs } from '../../../support/long-runs.ts';
import { aFilledEdit, aRowEdit, locateByFirstColumn } from '../../workbook-contract.ts';

/** What people do to the sheet between our look and our write. */
type Move =
  | { readonly kind: 'sort'; readonly by: readonly number[] }
  | { readonly kind: 'insert row' | 'delete row' | 'insert column'; readonly at: number };

/** What happens at one send: people's moves before it, and whether the answer is lost or we are killed, on either side of the effect. */
interface Turn {
  readonly moves: readonly Move[];
  readonly answer: 'comes' | 'lost before' | 'lost after' | 'killed before' | 'killed after';
}

const headers = ['Kunci', 'Catatan', 'Status', 'Sisa'];
const keys = ['a', 'b', 'c', 'd', 'e'];
const startRows = (): Cell[][] => [
  [...headers],
  ...keys.map((key) => [key, `catatan ${key}`, `lama ${key}`, `sisa ${key}`]),
];

class Killed extends Error {}

class Lost extends ServiceError {
  readonly code = 'lost';
}

/** A sheet that people work in: each turn is played once, at one send after the other. */
class LiveSheet implements SheetAccess {
  rows: Cell[][];
  sends = 0;
  #inserted = 0;
  readonly #turns: readonly Turn[];

  constructor(turns: readonly Turn[], rows: Cell[][] = startRows()) {
    this.#turns = turns;
    this.rows = rows;
  }

  async read() {
    return { tabs: [{ name: 'Permohonan', rows: this.rows.map((row) => [...row]) }] };
  }

  async send(...[placed, seen, locate]: Parameters<SheetAccess['send']>) {
    const { moves, answer } = this.#turns[this.sends] ?? { moves: [], answer: 'comes' };
    this.sends += 1;
    for (const move of moves) this.#move(move);
    const lost = new CallInDoubtError(new Lost({ what: 'Lost.', todo: 'Look again.' }));
    if (answer === 'lost before') throw lost;
    if (answer === 'killed before') throw new Killed();
    for (const { row, column, content } of placed) {
      while (this.rows.length < row) this.rows.push([]);
      const cells = this.rows[row - 1] ?? [];
      while (cells.length < column) cells.push('');
      cells[column - 1] = asRead(content);
    }
    if (answer === 'lost after') throw lost;
    if (answer === 'killed after') throw new Killed();
    const values = (row: readonly Cell[]) => ({
      values: row.map((cell) => ({ effectiveValue: { stringValue: String(cell) } })),
    });
    return checkOf(placed, seen, locate).isAsPlaced({
      sheets: [{ properties: { title: 'Permohonan' }, data: [{ rowData: this.rows.map(values) }] }],
    });
  }

  #move(move: Move): void {
    const [top = [], ...body] = this.rows;
    if (move.kind === 'sort') {
      const order = new Map(body.map((row, index) => [row, move.by[index % move.by.length] ?? 0]));
      this.rows = [top, ...body.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))];
    } else if (move.kind === 'insert row') {
      this.#inserted += 1;
      body.splice(move.at, 0, [`baru ${this.#inserted}`, 'tulisan staf', '', '']);
      this.rows = [top, ...body];
    } else if (move.kind === 'delete row') {
      body.splice(move.at, 1);
      this.rows = [top, ...body];
    } else {
      for (const row of this.rows) row.splice(1 + (move.at % 3), 0, '');
      const header = this.rows[0]?.indexOf('') ?? -1;
      if (this.rows[0] && header >= 0) this.rows[0][header] = `Kolom ${this.sends}`;
    }
  }
}

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('sort' as const),
    by: fc.array(fc.integer(), { minLength: 5, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constantFrom('insert row' as const, 'delete row' as const, 'insert column' as const),
    at: fc.nat({ max: 4 }),
  }),
);

const anyTurn: fc.Arbitrary<Turn> = fc.record({
  moves: fc.array(anyMove, { maxLength: 2 }),
  answer: fc.constantFrom('comes', 'lost before', 'lost after', 'killed before', 'killed after'),
});

const edits = ['a', 'b', 'd'].map((key) =>
  aRowEdit(key, 'Status', { was: `lama ${key}`, becomes: `baru ${key}` }),
);

/** Rows that came meanwhile have no key yet, as a new response has no ticket. */
const locateKnown: Locate = (tab) => {
  const location = locateByFirstColumn(tab);
  return { ...location, rowOf: new Map([...location.rowOf].filter(([key]) => keys.includes(key))) };
};

/** Writes, and after a kill lets the next process finish what was cut off. */
const writeInto = async (sheet: LiveSheet, wanted: readonly CellEdit[] = edits) => {
  const repairs: Repair[] = [];
  const memory = aMemory();
  const around = () => ({
    sheet,
    journal: keepJournal({ memory, spreadsheetId: 'lembar' }),
    locate: locateKnown,
    repaired: (repair: Repair) => repairs.push(repair),
  });
  const revived = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      return revived(async () => {
        await finishCutOff(around());
        return undefined;
      });
    }
  };
  const outcomes = await revived(() => writeVerified({ ...around(), edits: wanted }));
  return { outcomes, repairs };
};

const cell = (rows: readonly (readonly Cell[])[], key: string, header: string): Cell | undefined =>
  rows.find((row) => row[0] === key)?.[rows[0]?.indexOf(header) ?? -1];

describe('a verified write', () => {
  test('costs one send when nobody moves anything', async () => {
    const sheet = new LiveSheet([]);

    const { outcomes, repairs } = await writeInto(sheet);

    expect(outcomes).toEqual(['written', 'written', 'written']);
    expect(repairs).toEqual([]);
    expect(sheet.sends).toBe(1);
  });

  test('puts back what fell beside its row when people sort just then, and tells of it', async () => {
    const sheet = new LiveSheet([
      { moves: [{ kind: 'sort', by: [5, 4, 3, 2, 1] }], answer: 'comes' },
    ]);

    const { outcomes, repairs } = await writeInto(sheet);

    expect(outcomes).toEqual(['written', 'written', 'written']);
    expect(repairs.length).toBeGreaterThan(0);
    expect(keys.map((key) => cell(sheet.rows, key, 'Status'))).toEqual([
      'baru a',
      'baru b',
      'lama c',
      'baru d',
      'lama e',
    ]);
  });

  test('gives staff their cell back when a column was put in just then', async () => {
    const sheet = new LiveSheet([{ moves: [{ kind: 'insert column', at: 0 }], answer: 'comes' }]);

    await writeInto(sheet);

    expect(keys.map((key) => cell(sheet.rows, key, 'Catatan'))).toEqual(
      keys.map((key) => `catatan ${key}`),
    );
  });

  test('sends nothing twice when the answer was lost after the effect', async () => {
    const sheet = new LiveSheet([{ moves: [], answer: 'lost after' }]);

    expect((await writeInto(sheet)).outcomes).toEqual(['written', 'written', 'written']);
    expect(sheet.sends).toBe(1);
  });

  test('that was killed just after people sorted is put right by the next process', async () => {
    const sheet = new LiveSheet([
      { moves: [{ kind: 'sort', by: [5, 4, 3, 2, 1] }], answer: 'killed after' },
    ]);

    const { repairs } = await writeInto(sheet);

    expect(repairs.length).toBeGreaterThan(0);
    expect(keys.map((key) => cell(sheet.rows, key, 'Status'))).toEqual([
      'lama a',
      'baru b',
      'lama c',
      'baru d',
      'lama e',
    ]);
  });

  test('sends a link again that reads as before, until an answer shows that it is there', async () => {
    const link = { kind: 'link', url: 'https://drive.example/baru', text: 'lama a' } as const;
    const renewed = [aRowEdit('a', 'Status', { was: 'lama a', becomes: link })];
    const sheet = new LiveSheet([{ moves: [], answer: 'lost before' }]);

    expect((await writeInto(sheet, renewed)).outcomes).toEqual(['written']);
    expect(sheet.sends).toBe(2);
  });

  test('empties the link of another row that its own fell upon, for the next pass to fill', async () => {
    const link = { kind: 'link', url: 'https://drive.example/a', text: 'Laporan a' } as const;
    const sheet = new LiveSheet([
      { moves: [{ kind: 'sort', by: [5, 4, 3, 2, 1] }], answer: 'comes' },
    ]);

    await writeInto(sheet, [aRowEdit('a', 'Status', { was: 'lama a', becomes: link })]);

    expect(['a', 'e'].map((key) => cell(sheet.rows, key, 'Status'))).toEqual(['Laporan a', '']);
  });

  test('fails when the answers stay lost and nothing took effect', async () => {
    const lost: Turn = { moves: [], answer: 'lost before' };
    const sheet = new LiveSheet([lost, lost, lost, lost]);

    await expect(writeInto(sheet)).rejects.toMatchObject({ code: 'google-in-doubt' });
    expect(sheet.rows).toEqual(startRows());
  });

  test('never changes a cell that it has seen, and never leaves a value in another row, whatever people do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTurn, { maxLength: 3 }), async (turns) => {
        const sheet = new LiveSheet(turns);

        await writeInto(sheet);

        for (const key of keys.filter((each) => sheet.rows.some((row) => row[0] === each))) {
          expect(cell(sheet.rows, key, 'Catatan')).toBe(`catatan ${key}`);
          expect(cell(sheet.rows, key, 'Sisa')).toBe(`sisa ${key}`);
          expect([`lama ${key}`, `baru ${key}`]).toContain(cell(sheet.rows, key, 'Status'));
        }
        const newColumns = turns.some(({ moves }) =>
          moves.some(({ kind }) => kind === 'insert column'),
        );
        for (const row of sheet.rows.slice(1)) {
          // A value that falls into a cell which was filled and moved since our last look takes with it what
          // nobody had read: the one loss that Google leaves no means against.
          if (String(row[0]).startsWith('baru ') && !newColumns) {
            expect(row.filter((each) => each !== '')).toEqual([row[0], 'tulisan staf']);
          }
        }
      }),
      { numRuns: runs(133, 400) },
    );
  });

  test('never changes a cell of staff in rows that have no key, nor leaves a remark beside another row, whatever people do', async () => {
    const filled: readonly (readonly [string, string])[] = [
      ['Meja', 'dua'],
      ['Meja', 'dua'],
      ['Kursi', 'tiga'],
      ['', 'empat'],
      ['Tripod', ''],
      ['Kamera', '7'],
    ];
    const wantedFor: Readonly<Record<string, string>> = {
      dua: 'Tulis 2.',
      tiga: 'Tulis 3.',
      empat: 'Isi namanya.',
      '': 'Isi jumlahnya.',
    };
    const top = ['Nama', 'Jumlah', 'Keterangan'];
    const remarks = Object.entries(wantedFor).flatMap(([count, becomes]) => {
      const row = filled.find((each) => each[1] === count) ?? [];
      return [aFilledEdit([top, row], 'Keterangan', { becomes })];
    });

    await fc.assert(
      fc.asyncProperty(fc.array(anyTurn, { maxLength: 3 }), async (turns) => {
        const moved = turns.filter(({ moves }) => moves.length > 0);
        const kinds = new Set(moved.flatMap(({ moves }) => moves.map(({ kind }) => kind)));
        // A new column, rows moved with it, and all that again under the repair: rows that differ in nothing else are
        // lost sight of then.
        fc.pre(!(moved.length > 1 && kinds.has('insert column') && kinds.size > 1));
        const rows = filled.map(([name, count]): Cell[] => [name, count, '']);
        const sheet = new LiveSheet(turns, [[...top], ...rows]);

        await writeInto(sheet, remarks);

        const headersNow = sheet.rows[0] ?? [];
        const under = (row: readonly Cell[], header: string): Cell =>
          row[headersNow.indexOf(header)] ?? '';
        for (const [index, row] of rows.entries()) {
          if (!sheet.rows.includes(row)) continue;
          const [name, count] = filled[index] ?? ['', ''];
          expect([under(row, 'Nama'), under(row, 'Jumlah')]).toEqual([name, count]);
          const remark = under(row, 'Keterangan');
          // Moved again under the repair, another row's remark may stay: the next pass looks at what fills the row.
          const own = [wantedFor[count] ?? ''];
          expect(['', ...(moved.length > 1 ? Object.values(wantedFor) : own)]).toContain(remark);
        }
      }),
      { numRuns: runs(133, 400) },
    );
  });
});
