/** A pass over a workbook in memory: the same core, and a ledger that is plain data. */
import { Temporal } from 'temporal-polyfill';
import type { LedgerState, Moment, TicketRecord } from '../../src/core/cases/ledger-state.ts';
import { requestTab } from '../../src/core/columns/request-tab.ts';
import { makePlan } from '../../src/core/plan/make-plan.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { recognise } from '../../src/core/rows/recognise.ts';
import { decide } from '../../src/core/rules/decide.ts';
import { rules } from '../../src/core/rules/index.ts';
import { locateColumns } from '../../src/core/sheet/locate-columns.ts';
import { asRead, type Cell, type TabSnapshot } from '../../src/core/sheet/snapshot.ts';
import type { WrittenValue } from '../../src/core/sheet/three-way.ts';
import { timeZone } from './builders.ts';

export interface PureDesk {
  readonly tab: TabSnapshot;
  /** The other tabs. */
  readonly registers: readonly TabSnapshot[];
  readonly ledger: LedgerState;
}

export const emptyLedger: LedgerState = {
  tickets: new Map(),
  written: new Map(),
  moments: new Map(),
  documents: new Map(),
  signatures: new Map(),
  messages: new Map(),
  lastNumber: new Map(),
  complaints: new Map(),
};

export const planOf = (
  { tab, registers, ledger }: PureDesk,
  now: string,
  { adopt = false }: { readonly adopt?: boolean } = {},
): Plan => {
  const at = Temporal.Instant.from(now);
  const { observation, situation } = recognise(
    { tabs: [tab, ...registers] },
    { ledger, now: at, timeZone, adopt, rules },
  );
  const cases = decide(observation.cases, situation);
  return makePlan({
    observation,
    cases,
    situation,
    ledger,
    documents: new Map(),
    linked: [],
    drafts: new Map(),
    overview: [],
  });
};

/** The desk after the plan was carried out and nobody interfered. */
export const carriedOut = ({ tab, registers, ledger }: PureDesk, plan: Plan): PureDesk => {
  const { indexOf } = locateColumns(tab, requestTab);
  const rows = tab.rows.map((row) => [...row]);
  const put = (row: number, column: number, cell: Cell): void => {
    const cells = rows[row - 1] ?? [];
    while (cells.length <= column) cells.push('');
    cells[column] = cell;
    rows[row - 1] = cells;
  };
  const written = new Map([...ledger.written].map(([ticket, fields]) => [ticket, new Map(fields)]));
  for (const { ticket, row, field, becomes } of plan.cells) {
    put(row, indexOf.get(field) ?? -1, asRead(becomes));
    const fields = written.get(ticket) ?? new Map<string, WrittenValue>();
    fields.set(field, { written: asRead(becomes) });
    written.set(ticket, fields);
  }
  const tickets = new Map<string, TicketRecord>(ledger.tickets);
  const lastNumber = new Map(ledger.lastNumber);
  for (const record of plan.ledger.newTickets) {
    tickets.set(record.ticket, record);
    const [, year = '', number = ''] = record.ticket.split('-');
    lastNumber.set(Number(year), Math.max(lastNumber.get(Number(year)) ?? 0, Number(number)));
  }
  for (const { ticket, key } of plan.ledger.rebound)
    tickets.set(ticket, { ticket, key, state: 'active' });
  for (const ticket of plan.ledger.missing) {
    const record = tickets.get(ticket);
    if (record) tickets.set(ticket, { ...record, state: 'missing' });
  }
  const moments = new Map<string, readonly Moment[]>(ledger.moments);
  for (const { ticket, ...moment } of plan.ledger.moments) {
    moments.set(ticket, [...(moments.get(ticket) ?? []), moment]);
  }
  return {
    tab: { name: tab.name, rows },
    registers,
    ledger: { ...ledger, tickets, written, moments, lastNumber },
  };
};
