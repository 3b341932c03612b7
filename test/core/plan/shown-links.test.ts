import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { DocumentRecord } from '../../../src/core/cases/ledger-state.ts';
import { requestTab } from '../../../src/core/columns/request-tab.ts';
import { makePlan } from '../../../src/core/plan/make-plan.ts';
import { recognise } from '../../../src/core/rows/recognise.ts';
import { decide } from '../../../src/core/rules/decide.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { spotOf, type TabSnapshot } from '../../../src/core/sheet/snapshot.ts';
import { timeZone } from '../../support/builders.ts';
import { carriedOut, emptyLedger, planOf } from '../../support/pure-pass.ts';

const now = '2026-11-17T09:07:00+08:00';
const headers = requestTab.columns.map(({ header }) => header);
const column = 1 + requestTab.columns.findIndex(({ field }) => field === 'report');
const ticket = 'VC-2026-0001';
const report: DocumentRecord = {
  key: `laporan/${ticket}`,
  edition: 1,
  fingerprint: 'f',
  contentHash: 'h',
  url: 'Dokumen/laporan.docx',
  title: 'Laporan',
};

/** The links that a pass would write, where the workbook says that the cell of the report leads there. */
const mended = (links: TabSnapshot['links']): readonly unknown[] => {
  const row = requestTab.columns.map(({ field }) =>
    field === 'institution' ? 'Bappeda' : field === 'event' ? 'Rapat' : '',
  );
  const fresh = {
    tab: { name: requestTab.name, rows: [headers, row] },
    registers: [],
    ledger: emptyLedger,
  };
  const { tab, ledger } = carriedOut(fresh, planOf(fresh, now));
  const shown = tab.rows.map((cells, i) => (i === 0 ? cells : cells.with(column - 1, 'Laporan')));
  const written = new Map(ledger.written.get(ticket));
  written.set('report', { written: 'Laporan', link: 'Dokumen/laporan.docx' });
  const known = { ...ledger, written: new Map([[ticket, written]]) };
  const { observation, situation } = recognise(
    { tabs: [{ name: tab.name, rows: shown, ...(links && { links }) }] },
    { ledger: known, now: Temporal.Instant.from(now), timeZone, rules },
  );
  const plan = makePlan({
    observation,
    cases: decide(observation.cases, situation),
    situation,
    ledger: known,
    documents: new Map([[report.key, report]]),
    linked: [{ key: 'laporan', title: 'Laporan', linkedBy: 'report' }],
    drafts: new Map(),
    overview: [],
  });
  return plan.cells.filter(({ field }) => field === 'report').map(({ becomes }) => becomes);
};

const link = { kind: 'link', url: 'Dokumen/laporan.docx', text: 'Laporan' };

test('a link that leads where it should stays', () => {
  expect(mended(new Map([[spotOf(2, column), 'Dokumen/laporan.docx']]))).toEqual([]);
});

test('a link that somebody sorted into another row is put right, though the text is the same', () => {
  expect(mended(new Map([[spotOf(2, column), 'Dokumen/lain.docx']]))).toEqual([link]);
});

test('a link that a program dropped is written again', () => {
  expect(mended(new Map())).toEqual([link]);
});

test('where the workbook does not tell, it is what the ledger remembers', () => {
  expect(mended(undefined)).toEqual([]);
});
