import { describe, expect, test } from 'vitest';
import { requestTab } from '../../src/core/columns.ts';
import { guardPlan, missingHeaders } from '../../src/core/guard.ts';
import { locateColumns } from '../../src/core/locate-columns.ts';
import type { CellChange, Plan } from '../../src/core/plan.ts';

const aChange = (number: number, overrides: Partial<CellChange> = {}): CellChange => ({
  ticket: `VC-2026-${String(number).padStart(4, '0')}`,
  row: number + 1,
  field: 'remarks',
  header: 'Keterangan',
  was: '',
  becomes: 'x',
  because: '',
  repair: false,
  ...overrides,
});

const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  rows: [],
  cells: [],
  strays: [],
  overview: [],
  ledger: {
    newTickets: [],
    rebound: [],
    missing: [],
    found: [],
    moments: [],
    intended: [],
    history: [],
  },
  concerns: [],
  ...overrides,
});

const limits = { maxChangedShare: 0.5, alwaysAllowedRows: 2 };
const kindsOf = (plan: Plan, extra: { acceptLargeChange?: boolean } = {}) =>
  guardPlan(plan, { limits, knownRows: 4, ...extra }).map(({ kind }) => kind);

describe('guard', () => {
  test('lets an ordinary plan pass', () => {
    expect(kindsOf(aPlan({ cells: [aChange(1), aChange(2)] }))).toEqual([]);
  });

  test('refuses a cell of the form or of the staff, even past the types', () => {
    const foreign = aChange(1, { field: 'event' as CellChange['field'], header: 'Nama Kegiatan' });

    expect(kindsOf(aPlan({ cells: [foreign] }))).toEqual(['foreign-cell']);
  });

  test('refuses to write into a tab that is not wholly ours', () => {
    const address = { kind: 'fixed', row: 1, column: 1 } as const;
    const overview = [{ tab: 'Petugas', address, was: '', becomes: 'x' }];

    expect(kindsOf(aPlan({ overview }))).toEqual(['foreign-cell']);
  });

  test('refuses to change implausibly many known requests, unless that is meant', () => {
    const plan = aPlan({ cells: [aChange(1), aChange(2), aChange(3)] });

    expect(kindsOf(plan)).toEqual(['large-change']);
    expect(kindsOf(plan, { acceptLargeChange: true })).toEqual([]);
  });

  test('does not count new requests as change', () => {
    const cells = [1, 2, 3, 4, 5].map((number) => aChange(number));
    const rows = cells.map(({ ticket, row }) => ({ ticket, row, key: ticket, fresh: true }));

    expect(kindsOf(aPlan({ cells, rows }))).toEqual([]);
  });

  test('refuses when implausibly many rows are gone', () => {
    const missing = ['VC-2026-0001', 'VC-2026-0002', 'VC-2026-0003'];

    expect(kindsOf(aPlan({ ledger: { ...aPlan().ledger, missing } }))).toEqual(['many-missing']);
  });

  test('refuses a sheet in which a header of ours is gone or stands twice, and names it', () => {
    const headers = requestTab.columns.map(({ header }): string => header);
    const without = { name: 'Permohonan', rows: [headers.filter((header) => header !== 'Status')] };
    const twice = { name: 'Permohonan', rows: [[...headers, 'KETERANGAN']] };

    expect(missingHeaders(locateColumns(without, requestTab))[0]?.text).toContain('"Status"');
    expect(missingHeaders(locateColumns(twice, requestTab))[0]?.text).toContain('"Keterangan"');
    expect(
      missingHeaders(locateColumns({ name: 'Permohonan', rows: [headers] }, requestTab)),
    ).toEqual([]);
  });
});
