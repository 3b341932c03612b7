/**
 * From what the workbook held and what the ledger remembers to the cases that rules decide about.
 *
 * Everything is looked up by header and identity, so it does not matter how staff moved columns or sorted rows.
 */
import type { Temporal } from 'temporal-polyfill';
import { readReservedCell } from './assignment/equipment-cell.ts';
import { readOfficersCell } from './assignment/officers-cell.ts';
import { type Binding, bindRows } from './bind-rows.ts';
import { type OurField, type RequestField, requestTab } from './columns.ts';
import type { Desk } from './desk.ts';
import { identityOf } from './identify.ts';
import type {
  LedgerState,
  Moment,
  RowKey,
  Ticket,
  TicketRecord,
  WrittenValue,
} from './ledger-state.ts';
import { type ColumnLocation, locateColumns } from './locate-columns.ts';
import { observeMoments } from './observe-moments.ts';
import { readRequest } from './reading/read-request.ts';
import { readState } from './reading/states.ts';
import type { Finding } from './request.ts';
import { fromSerial } from './serial.ts';
import type { Case, HandMade } from './situation.ts';
import type { Cell, TabSnapshot } from './snapshot.ts';
import { holderOf, isEmpty } from './three-way.ts';

type RowCells = Readonly<Record<RequestField, Cell>>;

/** One row of Permohonan with its ticket, as it stands in the sheet. */
export interface ObservedRow {
  readonly row: number;
  readonly ticket: Ticket;
  readonly key: RowKey;
  readonly how: 'fresh' | 'known' | 'rebound' | 'adopted';
  readonly cells: RowCells;
  readonly memory: ReadonlyMap<string, WrittenValue>;
}

/** What one look at Permohonan yields. */
export interface Observation {
  readonly columns: ColumnLocation<RequestField>;
  readonly rows: readonly ObservedRow[];
  readonly cases: readonly Case[];
  /** Moments that this look has found and the ledger does not have yet. */
  readonly newMoments: readonly (Moment & { readonly ticket: Ticket })[];
  /** Rows that cannot be told apart, by row number. */
  readonly unsure: readonly number[];
  readonly gone: readonly Ticket[];
  readonly unknownTickets: readonly Ticket[];
  /** Rows that hold cells of ours but no request any more. */
  readonly strays: readonly {
    readonly row: number;
    readonly cells: RowCells;
  }[];
}

export const observe = ({
  tab,
  ledger,
  desk,
  now,
  timeZone,
  adopt = false,
}: {
  readonly tab: TabSnapshot;
  readonly ledger: LedgerState;
  readonly desk: Desk;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly adopt?: boolean;
}): Observation => {
  const columns = locateColumns(tab, requestTab);
  const { requests, strays } = rowsOf(tab, columns);
  const binding = bindRequests(requests, ledger, adopt);
  const rows = observedRows(requests, binding, ledger, { now, timeZone });

  const newMoments: (Moment & { ticket: Ticket })[] = [];
  const cases = rows.map((row) => {
    const request = readRequest({
      cells: row.cells,
      row: row.row,
      timeZone,
      settings: desk.settings,
    });
    const { handMade, findings } = handMadeOf(row, desk);
    const known = ledger.moments.get(row.ticket) ?? [];
    const observed = observeMoments({
      request,
      handMadeState: handMade.state,
      known,
      now,
    });
    newMoments.push(...observed.map((moment) => ({ ...moment, ticket: row.ticket })));
    return {
      ticket: row.ticket,
      request,
      moments: [...known, ...observed],
      handMade,
      previous: previousOf(row),
      decided: {},
      findings: [...request.findings, ...findings],
    } satisfies Case;
  });
  return {
    columns,
    rows,
    cases,
    newMoments,
    unsure: binding.unsure,
    gone: binding.gone.filter((ticket) => ledger.tickets.get(ticket)?.state === 'active'),
    unknownTickets: binding.unknownTickets,
    strays,
  };
};

/**
 * Where every ticket's row stands in the tab as it is at this moment, for a backend that is about to write.
 *
 * @param tickets All that the ledger knows, with those given out in this pass.
 */
export const locateTickets =
  (tickets: Iterable<TicketRecord>, shown: ReadonlySet<Ticket>) =>
  (tab: TabSnapshot): { columnOf: Map<string, number>; rowOf: Map<string, number> } => {
    const columns = locateColumns(tab, requestTab);
    const { requests, strays } = rowsOf(tab, columns);
    const { bound } = bindRows({ rows: requests.map(toBind), tickets, shown });
    const columnOf = new Map<string, number>();
    for (const [field, index] of columns.indexOf) {
      const header = columns.headerOf.get(field);
      if (header !== undefined) columnOf.set(header, index + 1);
    }
    return {
      columnOf,
      rowOf: new Map([
        ...bound.map(({ ticket, row }) => [ticket, row] as const),
        ...strays.map(({ row }) => [strayKey(row), row] as const),
      ]),
    };
  };

/** How a row without a request is addressed; the compare with `was` guards against a row that moved meanwhile. */
export const strayKey = (row: number): string => `row:${row}`;

/** Tickets whose number has stood in the sheet. */
export const shownTickets = (ledger: LedgerState): ReadonlySet<Ticket> =>
  new Set(
    [...ledger.written]
      .filter(([, fields]) => fields.get('ticket')?.written !== undefined)
      .map(([ticket]) => ticket),
  );

interface RequestRow {
  readonly row: number;
  readonly cells: RowCells;
}

const rowsOf = (
  tab: TabSnapshot,
  columns: ColumnLocation<RequestField>,
): { requests: readonly RequestRow[]; strays: readonly RequestRow[] } => {
  const requests: RequestRow[] = [];
  const strays: RequestRow[] = [];
  tab.rows.forEach((cells, index) => {
    if (index <= columns.headerRow) return;
    const byField = (field: RequestField): Cell => cells[columns.indexOf.get(field) ?? -1] ?? '';
    const row = {
      row: index + 1,
      cells: Object.fromEntries(allFields.map((f) => [f, byField(f)])) as RowCells,
    };
    if (formFields.some((field) => !isEmpty(row.cells[field]))) requests.push(row);
    else if (serviceFields.some((field) => !isEmpty(row.cells[field]))) strays.push(row);
  });
  return { requests, strays };
};

const allFields: readonly RequestField[] = requestTab.columns.map(({ field }) => field);
const formFields: readonly RequestField[] = requestTab.columns
  .filter(({ owner }) => owner === 'form')
  .map(({ field }) => field);
const serviceFields: readonly RequestField[] = requestTab.columns
  .filter(({ owner }) => owner === 'service')
  .map(({ field }) => field);
const ourFields: readonly OurField[] = requestTab.columns.flatMap((column) =>
  column.owner === 'service' || column.owner === 'shared' ? [column.field] : [],
);

const toBind = ({ row, cells }: RequestRow) => ({
  row,
  identity: identityOf(cells),
  ticketCell: String(cells.ticket).trim(),
});

const bindRequests = (
  requests: readonly RequestRow[],
  ledger: LedgerState,
  adopt: boolean,
): Binding =>
  bindRows({
    rows: requests.map(toBind),
    tickets: ledger.tickets.values(),
    shown: shownTickets(ledger),
    adopt,
  });

/** Puts the ticket to every row that has one, and gives new numbers in the order of receipt. */
const observedRows = (
  requests: readonly RequestRow[],
  binding: Binding,
  ledger: LedgerState,
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): readonly ObservedRow[] => {
  const cellsOf = new Map(requests.map(({ row, cells }) => [row, cells]));
  const lastNumber = new Map(ledger.lastNumber);
  for (const { ticket } of binding.bound) {
    const { year, number } = partsOf(ticket);
    lastNumber.set(year, Math.max(lastNumber.get(year) ?? 0, number));
  }
  const fresh = binding.fresh
    .flatMap((row) => {
      const cells = cellsOf.get(row.row);
      return cells ? [{ ...row, cells, received: receivedOf(cells, { now, timeZone }) }] : [];
    })
    .sort((a, b) => a.received.epochMilliseconds - b.received.epochMilliseconds || a.row - b.row)
    .map(({ row, key, cells, received }): ObservedRow => {
      const year = received.toZonedDateTimeISO(timeZone).year;
      const number = (lastNumber.get(year) ?? 0) + 1;
      lastNumber.set(year, number);
      return {
        row,
        key,
        cells,
        ticket: formatTicket(year, number),
        how: 'fresh',
        memory: new Map(),
      };
    });
  const bound = binding.bound.flatMap(({ row, key, ticket, how }): ObservedRow[] => {
    const cells = cellsOf.get(row);
    const memory = ledger.written.get(ticket) ?? new Map();
    return cells
      ? [
          {
            row,
            key,
            ticket,
            how,
            cells,
            memory: how === 'adopted' ? asOurs(cells) : memory,
          },
        ]
      : [];
  });
  return [...bound, ...fresh].sort((a, b) => a.row - b.row);
};

/** An adopted row's cells count as written by us: the ledger that knew is lost. */
const asOurs = (cells: RowCells): ReadonlyMap<string, WrittenValue> =>
  new Map(
    ourFields
      .filter((field) => !isEmpty(cells[field]))
      .map((field) => [field, { written: cells[field] }]),
  );

const receivedOf = (
  { submittedAt }: RowCells,
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): Temporal.Instant =>
  (typeof submittedAt === 'number' ? fromSerial(submittedAt, timeZone) : undefined) ?? now;

const formatTicket = (year: number, number: number): Ticket =>
  `VC-${year}-${String(number).padStart(4, '0')}`;

const partsOf = (ticket: Ticket): { year: number; number: number } => {
  const [, year, number] = ticket.split('-');
  return { year: Number(year), number: Number(number) };
};

/** What stood in our columns after the last pass: a person's choice where there is one, else ours. */
const previousOf = ({ cells, memory }: ObservedRow): Case['previous'] =>
  Object.fromEntries(
    ourFields.flatMap((field) => {
      const remembered = memory.get(field);
      const value =
        holderOf(cells[field], remembered) === 'hand-made'
          ? cells[field]
          : (remembered?.intended ?? remembered?.written);
      return value === undefined || isEmpty(value) ? [] : [[field, value]];
    }),
  );

/** The choices that people made in shared columns, read; what cannot be read stands all the same and is named. */
const handMadeOf = (
  { cells, memory }: ObservedRow,
  desk: Desk,
): { handMade: HandMade; findings: readonly Finding[] } => {
  const text = (field: OurField): string | undefined =>
    holderOf(cells[field], memory.get(field)) === 'hand-made'
      ? String(cells[field]).trim()
      : undefined;
  const [state, officers, licence, reserved] = [
    text('state'),
    text('officers'),
    text('licence'),
    text('reserved'),
  ];
  const readable = state === undefined ? undefined : readState(state);
  const findings: Finding[] =
    state !== undefined && readable === undefined
      ? [
          {
            kind: 'warning',
            field: 'Status',
            text: `Status "${state}" tidak dikenal. Pilih dari daftar, atau kosongkan selnya agar diisi kembali oleh layanan.`,
          },
        ]
      : [];
  return {
    handMade: {
      ...(readable !== undefined && { state: readable }),
      ...(officers !== undefined && {
        officers: readOfficersCell(officers, desk.officers),
      }),
      ...(licence !== undefined && { licence }),
      ...(reserved !== undefined && { reserved: readReservedCell(reserved) }),
    },
    findings,
  };
};
