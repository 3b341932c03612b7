import { describe, expect, test } from 'vitest';
import type { LedgerState } from '../../../src/core/cases/ledger-state.ts';
import { checkPlan } from '../../../src/core/plan/check-plan.ts';
import { type CellChange, emptyPlan } from '../../../src/core/plan/plan.ts';
import { observe } from '../../../src/core/rows/observe.ts';
import { aSituation } from '../../support/builders.ts';
import { emptyLedger } from '../../support/pure-pass.ts';

const ticket = 'VC-2026-0001';
const situation = aSituation();
const observation = observe({
  tab: { name: 'Permohonan', rows: [] },
  ledger: emptyLedger,
  situation,
});
const shown: LedgerState = {
  ...emptyLedger,
  tickets: new Map([[ticket, { ticket, key: 'a', state: 'active' }]]),
  written: new Map([[ticket, new Map([['ticket', { written: ticket }]])]]),
};
const theLink: CellChange = {
  ticket,
  row: 2,
  field: 'report',
  header: 'Laporan',
  was: '',
  becomes: { kind: 'link', url: 'Dokumen/1.docx', text: 'Laporan/1.docx' },
  because: 'dokumen tersedia',
  repair: false,
};
const refusalsOf = (
  change: CellChange,
  ledgerState = shown,
  unknownTickets: readonly string[] = [],
) =>
  checkPlan(
    { ...emptyPlan, cells: [change] },
    {
      ledgerState,
      observation: { ...observation, unknownTickets },
      limits: { maxChangedShare: 0, alwaysAllowedRows: 0 },
      home: { kind: 'as before' },
      consent: {},
    },
  ).map(({ kind }) => kind);

describe('the check of a plan', () => {
  test('lets links come in beside documents that were just made, however many', () => {
    expect(refusalsOf(theLink)).toEqual([]);
  });

  test('counts a link that would stand where another stood, or was taken out', () => {
    const linked = new Map([
      [
        ticket,
        new Map([
          ['ticket', { written: ticket }],
          ['report', { written: 'Laporan/1.docx' }],
        ]),
      ],
    ]);

    expect(refusalsOf({ ...theLink, was: 'Laporan/0.docx' })).toEqual(['large-change']);
    expect(refusalsOf(theLink, { ...shown, written: linked })).toEqual(['large-change']);
  });

  test('lets links be put right whose text stays, however many', () => {
    expect(refusalsOf({ ...theLink, was: 'Laporan/1.docx' })).toEqual([]);
  });

  test('counts any other cell of a row that people have seen', () => {
    expect(refusalsOf({ ...theLink, field: 'remarks', becomes: 'Lengkapi.' })).toEqual([
      'large-change',
    ]);
  });

  test('names a lost ledger', () => {
    expect(refusalsOf(theLink, emptyLedger, [ticket])).toContain('lost-ledger');
    expect(refusalsOf(theLink, shown, [ticket])).not.toContain('lost-ledger');
  });
});
