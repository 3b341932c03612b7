/** A sheet and a ledger in memory, at which people work and passes make the days of events that come again. */

import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../src/core/cases/situation.ts';
import { holidayTab } from '../../src/core/columns/holiday-tab.ts';
import { licenceTab } from '../../src/core/columns/licence-tab.ts';
import { officerTab } from '../../src/core/columns/officer-tab.ts';
import { type RequestField, requestTab } from '../../src/core/columns/request-tab.ts';
import { makePlan } from '../../src/core/plan/make-plan.ts';
import { recognise } from '../../src/core/rows/recognise.ts';
import {
  dueSeries,
  promisesOf,
  rowsToAdd,
  settledSeries,
} from '../../src/core/rows/series-rows.ts';
import { decide } from '../../src/core/rules/decide.ts';
import { rules } from '../../src/core/rules/index.ts';
import { asRead, type Cell } from '../../src/core/sheet/snapshot.ts';
import type { WrittenValue } from '../../src/core/sheet/three-way.ts';
import { timeZone } from './builders.ts';
import { carriedOut, emptyLedger, type PureDesk } from './pure-pass.ts';
import { tabOf } from './tab-of.ts';

export type Row = Partial<Readonly<Record<RequestField, Cell>>>;
export type Sheet = readonly (readonly Cell[])[];

/** Where the process ends. */
export type Kill = 'before the promise' | 'before the rows' | 'after the rows';

const registers = [
  tabOf(
    officerTab,
    ['Rahmat Hulopi', 'Siti Lasena'].map((name) => ({
      name,
      team: 'Persandian',
      competences: 'aplikasi video conference; persandian; komputer',
      active: '✓',
    })),
  ),
  tabOf(licenceTab, [{ name: 'Zoom 1', capacity: 300, active: '✓' }]),
  tabOf(holidayTab, [{ day: '14/12/2026', kind: 'libur nasional', name: 'Hari Contoh' }]),
];

export const weekly: Row = {
  submittedAt: 46_343.4,
  requesterName: 'Rahmat Pakaya',
  email: 'rahmat@bappeda.test',
  institution: 'Bappeda',
  phone: '081200001111',
  event: 'Rapat Evaluasi Mingguan',
  startDay: 'Setiap Senin sampai 14 Desember 2026',
  startTime: 0.375,
  endTime: '11.00',
  place: 'Aula',
  serviceKind: 'Keduanya',
  platform: 'Zoom',
  participants: 50,
  letterNumber: '005/123/2026',
};

export const columnOf = (field: RequestField): number =>
  requestTab.columns.findIndex((column) => column.field === field);

export class SeriesLife {
  #desk: PureDesk;
  /** Days of rows that were put into the sheet, each as often as it was. */
  readonly added: string[] = [];

  constructor(...rows: readonly Row[]) {
    this.#desk = { tab: tabOf(requestTab, rows), registers, ledger: emptyLedger };
  }

  /** One pass; at 18 November 2026, 14.00, unless said. */
  pass({
    now = '2026-11-18T14:00:00+08:00',
    kill,
  }: {
    readonly now?: string;
    readonly kill?: Kill;
  } = {}): void {
    const at = Temporal.Instant.from(now);
    const { observation, cases, plan } = this.#look(at);
    this.#desk = carriedOut(this.#desk, plan);
    const due = dueSeries(cases, { observation, now: at, timeZone });
    if (due.length === 0 || kill === 'before the promise') return;
    this.#remember(promisesOf(due).map((cell) => [cell, { intended: cell.value }]));
    if (kill === 'before the rows') return;
    const snapshot = { tabs: [this.#desk.tab, ...registers] };
    const { rows, added } = rowsToAdd(snapshot, due);
    this.added.push(...added.map(({ ticket, day }) => `${ticket} ${day}`));
    this.change((below) => [
      ...below,
      ...rows.map(({ cells }) =>
        requestTab.columns.map((_, column) => asRead(cells.get(column + 1) ?? '')),
      ),
    ]);
    if (kill === 'after the rows') return;
    this.#remember(settledSeries(due).map((cell) => [cell, { written: cell.value }]));
  }

  /** The ledger is gone; the sheet stays as it is. */
  loseLedger(): void {
    this.#desk = { ...this.#desk, ledger: emptyLedger };
  }

  change(rowsAfter: (below: Sheet) => Sheet): void {
    const [head = [], ...below] = this.#desk.tab.rows;
    this.#desk = { ...this.#desk, tab: { ...this.#desk.tab, rows: [head, ...rowsAfter(below)] } };
  }

  type(ticket: string, field: RequestField, cell: Cell): void {
    this.change((below) =>
      below.map((row) =>
        row[columnOf('ticket')] === ticket ? row.with(columnOf(field), cell) : row,
      ),
    );
  }

  delete(ticket: string): void {
    this.change((below) => below.filter((row) => row[columnOf('ticket')] !== ticket));
  }

  /** The rows below the header. */
  sheet(): Sheet {
    return this.#desk.tab.rows.slice(1);
  }

  cells(field: RequestField): readonly Cell[] {
    const [, ...below] = this.#desk.tab.rows;
    return below.map((row) => row[columnOf(field)] ?? '');
  }

  cell(ticket: string, field: RequestField): Cell | undefined {
    return this.cells(field)[this.cells('ticket').indexOf(ticket)];
  }

  cases(now = '2026-11-18T14:00:00+08:00'): readonly Case[] {
    return this.#look(Temporal.Instant.from(now)).cases;
  }

  #look(now: Temporal.Instant) {
    const { tab, ledger } = this.#desk;
    const adopt = ledger.tickets.size === 0 && this.cells('ticket').some((cell) => cell !== '');
    const { observation, situation } = recognise(
      { tabs: [tab, ...registers] },
      { ledger, now, timeZone, rules, adopt },
    );
    const cases = decide(observation.cases, situation);
    const nothing = { documents: new Map(), linked: [], drafts: new Map(), overview: [] };
    const plan = makePlan({ observation, cases, situation, ledger, ...nothing });
    return { observation, cases, plan };
  }

  #remember(
    cells: readonly (readonly [
      { readonly ticket: string; readonly field: string },
      WrittenValue,
    ])[],
  ): void {
    const written = new Map(
      [...this.#desk.ledger.written].map(([ticket, fields]) => [ticket, new Map(fields)]),
    );
    for (const [{ ticket, field }, value] of cells) {
      const fields = written.get(ticket) ?? new Map<string, WrittenValue>();
      const before = fields.get(field) ?? {};
      const isSettled = value.written !== undefined && before.intended === value.written;
      const { intended, ...settled } = before;
      fields.set(field, { ...(isSettled ? settled : { ...before }), ...value });
      written.set(ticket, fields);
    }
    this.#desk = { ...this.#desk, ledger: { ...this.#desk.ledger, written } };
  }
}
