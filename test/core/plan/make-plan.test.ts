import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officerTab } from '../../../src/core/columns/officer-tab.ts';
import { type RequestField, requestTab } from '../../../src/core/columns/request-tab.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import { isEmpty } from '../../../src/core/sheet/three-way.ts';
import { runs } from '../../support/long-runs.ts';
import { carriedOut, emptyLedger, type PureDesk, planOf } from '../../support/pure-pass.ts';

const now = '2026-11-17T09:07:00+08:00';
const headers = requestTab.columns.map(({ header }): Cell => header);
const ours: ReadonlySet<string> = new Set(
  requestTab.columns
    .filter(({ owner }) => owner === 'service' || owner === 'shared')
    .map(({ field }) => field),
);

/** What people type into one column, sensible and not. */
const cellOf = (field: RequestField): fc.Arbitrary<Cell> => {
  const nonsense = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer({ min: -5, max: 60_000 }),
    fc.boolean(),
  );
  switch (field) {
    case 'submittedAt':
      return fc.oneof(fc.integer({ min: 46_330, max: 46_342 }), fc.constant('' as Cell));
    case 'startDay':
      return fc.oneof(
        fc.integer({ min: 46_330, max: 46_350 }),
        fc.constantFrom<Cell>('', '25 November 2026', 'besok'),
      );
    case 'startTime':
      return fc.constantFrom<Cell>('09.00', 'jam 2 siang', 0.375, '9', 'pagi');
    case 'endTime':
      return fc.constantFrom<Cell>('', '11.00', 'Seelsai', '08.00');
    case 'email':
      return fc.constantFrom<Cell>('a@contoh.go.id', 'b@contoh.go.id', '');
    case 'serviceKind':
      return fc.constantFrom<Cell>(
        'Link Host + Operator',
        'Link Host saja',
        'Operator saja',
        'Fasilitasi Zoon',
      );
    case 'institution':
    case 'event':
    case 'requesterName':
    case 'place':
      return fc.constantFrom<Cell>('Bappeda', 'Rapat Koordinasi', 'Aula', '');
    case 'state':
      return fc.constantFrom<Cell>('', '', '', 'batal', 'Terjadwal', 'entah');
    case 'officers':
      return fc.constantFrom<Cell>('', '', 'Rahmat Hulopi', 'Orang Lain');
    default:
      return fc.oneof(
        { weight: 4, arbitrary: fc.constant('' as Cell) },
        { weight: 1, arbitrary: nonsense },
      );
  }
};

const aTypedRow = fc.tuple(
  ...requestTab.columns.map(({ field }) =>
    field === 'ticket' ? fc.constant('' as Cell) : cellOf(field),
  ),
);

const aDesk: fc.Arbitrary<PureDesk> = fc.array(aTypedRow, { maxLength: 5 }).map((rows) => ({
  tab: { name: requestTab.name, rows: [headers, ...rows] },
  registers: [
    {
      name: officerTab.name,
      rows: [
        ['Nama', 'Tim', 'Kompetensi', 'Aktif'],
        ['Rahmat Hulopi', 'Persandian', 'aplikasi video conference', '✓'],
        ['Siti Aminah', 'Persandian', 'aplikasi video conference', '✓'],
      ],
    },
  ],
  ledger: emptyLedger,
}));

describe('plan', () => {
  test('never names a cell of the form or of the staff, whatever stands in the sheet', () => {
    fc.assert(
      fc.property(aDesk, (desk) => {
        const { cells } = planOf(desk, now);

        expect(
          cells.every(({ field, header }) => ours.has(field) && headers.includes(header)),
        ).toBe(true);
      }),
      { numRuns: runs(20, 60) },
    );
  });

  test('is empty the second time, whatever stood in the sheet', () => {
    fc.assert(
      fc.property(aDesk, (desk) => {
        const after = carriedOut(desk, planOf(desk, now));
        const { cells, ledger } = planOf(after, now);

        expect(cells).toEqual([]);
        expect([
          ...ledger.newTickets,
          ...ledger.rebound,
          ...ledger.missing,
          ...ledger.moments,
        ]).toEqual([]);
      }),
      { numRuns: runs(20, 60) },
    );
  });

  test('prints nothing about a request that its Keterangan does not say too', () => {
    const remarks = requestTab.columns.findIndex(({ field }) => field === 'remarks');
    fc.assert(
      fc.property(aDesk, (desk) => {
        const plan = planOf(desk, now);
        const { rows } = carriedOut(desk, plan).tab;

        for (const { row = 0, ticket, findings } of plan.concerns) {
          const shown = String(rows[row - 1]?.[remarks] ?? '');
          if (ticket === undefined || shown.includes('catatan lain.')) continue;
          for (const { text } of findings) expect(shown).toContain(text);
        }
      }),
      { numRuns: runs(20, 60) },
    );
  });

  test('never changes a shared cell that a person filled', () => {
    const shared = requestTab.columns.flatMap(({ field, owner }, index) =>
      owner === 'shared' ? [{ field, index }] : [],
    );
    fc.assert(
      fc.property(aDesk, (desk) => {
        const { cells } = planOf(desk, now);

        for (const { row, field } of cells) {
          const column = shared.find((one) => one.field === field)?.index;
          if (column !== undefined)
            expect(isEmpty(desk.tab.rows[row - 1]?.[column] ?? '')).toBe(true);
        }
      }),
      { numRuns: runs(20, 60) },
    );
  });

  test('gives every change its reason from what was to what becomes', () => {
    fc.assert(
      fc.property(aDesk, (desk) => {
        for (const { field, was, row, because } of planOf(desk, now).cells) {
          const column = requestTab.columns.findIndex((one) => one.field === field);
          expect(was).toEqual(desk.tab.rows[row - 1]?.[column] ?? '');
          if (field !== 'remarks') expect(because).not.toBe('');
        }
      }),
      { numRuns: runs(10, 30) },
    );
  });

  test('clears what it left on a row whose answers are gone, and leaves there what people put in', () => {
    const columnOf = (field: RequestField): number =>
      requestTab.columns.findIndex((one) => one.field === field);
    const row: Cell[] = headers.map(() => '');
    row[columnOf('requesterName')] = 'Rahmat Pakaya';
    row[columnOf('event')] = 'Rapat Koordinasi';
    const desk: PureDesk = {
      tab: { name: requestTab.name, rows: [headers, row] },
      registers: [],
      ledger: emptyLedger,
    };
    const after = carriedOut(desk, planOf(desk, now));
    const left = (after.tab.rows[1] ?? []).map((cell, column) => (row[column] === '' ? cell : ''));
    left[columnOf('licence')] = 'Zoom pinjaman';

    const { strays } = planOf({ ...after, tab: { ...after.tab, rows: [headers, left] } }, now);

    const cleared = strays.map(({ address }) => address.kind === 'row' && address.header);
    expect(cleared).toContain('Nomor Tiket');
    expect(cleared).toContain('Status');
    expect(cleared).not.toContain('Akun Zoom');
  });

  test('keeps tickets on their requests however the rows are sorted', () => {
    fc.assert(
      fc.property(aDesk, fc.infiniteStream(fc.nat()), (desk, order) => {
        const after = carriedOut(desk, planOf(desk, now));
        const [head = [], ...rows] = after.tab.rows;
        const sorted = rows
          .map((row) => ({ row, by: order.next().value }))
          .sort((a, b) => a.by - b.by);
        const shuffled = {
          ...after,
          tab: { name: after.tab.name, rows: [head, ...sorted.map(({ row }) => row)] },
        };

        const { cells, ledger } = planOf(shuffled, now);

        expect(cells).toEqual([]);
        expect(ledger.newTickets).toEqual([]);
      }),
      { numRuns: runs(20, 60) },
    );
  });
});
