import { describe, expect, test } from 'vitest';
import { explainConcerns, explainPlan } from '../../../src/core/plan/explain.ts';
import type { CellChange, Plan } from '../../../src/core/plan/plan.ts';
import { timeZone } from '../../support/builders.ts';

const aPlan = (cells: readonly CellChange[]): Plan => ({
  rows: [{ row: 4, ticket: 'VC-2026-0003', key: 'k#1', fresh: true }],
  cells,
  strays: [],
  remarks: [],
  overview: [],
  ledger: {
    newTickets: [],
    rebound: [],
    missing: [],
    found: [],
    moments: [],
    intended: [],
    signatures: [],
    messages: [],
    withdrawn: [],
    complaints: [],
    again: [],
    listings: [],
    history: [],
  },
  concerns: [],
});

const aChange = (overrides: Partial<CellChange>): CellChange => ({
  ticket: 'VC-2026-0003',
  row: 4,
  field: 'state',
  header: 'Status',
  was: '',
  becomes: 'Diterima',
  because: 'Isian lengkap.',
  repair: false,
  ...overrides,
});

describe('explain', () => {
  test('says that nothing is to be done', () => {
    expect(explainPlan(aPlan([]), [], timeZone)).toMatch(/^Nothing to do/);
  });

  test('tells a change from what was to what becomes, and why', () => {
    expect(explainPlan(aPlan([aChange({})]), [], timeZone)).toBe(
      'VC-2026-0003  row 4  new request\n    Status: (empty) → "Diterima"\n        because "Isian lengkap."',
    );
  });

  test('shows a deadline as day and time, before and after', () => {
    const becomes = { kind: 'serial', serial: 46_350.5, show: 'moment' } as const;
    const change = aChange({ field: 'dueAt', header: 'Tenggat Layanan', was: 46_349.375, becomes });

    expect(explainPlan(aPlan([change]), [], timeZone)).toContain(
      '2026-11-23 09.00 → 2026-11-24 12.00',
    );
  });

  test('marks what is put back, and keeps a long text on one line', () => {
    const change = aChange({ was: 'x', becomes: `a\nb ${'c'.repeat(300)}`, repair: true });
    const [, line = ''] = explainPlan(aPlan([change]), [], timeZone).split('\n');

    expect(line).toMatch(/^ {4}Status \(put back\): "x" → "a \/ b c+…"$/);
  });

  test('names documents with the reason', () => {
    const documents = [
      { name: 'a.docx', folder: ['Laporan'], what: 'new', because: 'selesai' },
    ] as const;

    expect(explainPlan(aPlan([]), documents, timeZone)).toBe(
      'Document (new): Laporan/a.docx\n    because "selesai"',
    );
  });

  test('says of a concern where it stands', () => {
    const findings = [{ kind: 'defect', field: 'Jam Mulai', text: 'belum diisi.' }] as const;

    expect(
      explainConcerns([{ tab: 'Permohonan', row: 4, ticket: 'VC-2026-0003', findings }]),
    ).toEqual(['VC-2026-0003, row 4 of Permohonan, Jam Mulai: "belum diisi."']);
  });
});
