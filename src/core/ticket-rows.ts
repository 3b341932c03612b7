/** Which row carries which ticket: those that are known, and new numbers for the rest in the order of receipt. */
import type { Temporal } from 'temporal-polyfill';
import { type Binding, bindRows } from './bind-rows.ts';
import { type RequestField, requestTab } from './columns.ts';
import type { Location } from './edits.ts';
import { locateFillings, serviceColumns } from './filling.ts';
import { identityOf } from './identify.ts';
import type { LedgerState, RowKey, Ticket, TicketRecord, WrittenValue } from './ledger-state.ts';
import { columnsByHeader, locateColumns } from './locate-columns.ts';
import { ourFields, type RequestRow, type RowCells, rowsOf } from './request-rows.ts';
import { fromSerial } from './serial.ts';
import type { TabSnapshot } from './snapshot.ts';
import { isEmpty } from './three-way.ts';

/** One row of Permohonan with its ticket, as it stands in the sheet. */
export interface ObservedRow {
  readonly row: number;
  readonly ticket: Ticket;
  readonly key: RowKey;
  readonly how: 'fresh' | 'known' | 'rebound' | 'adopted';
  readonly cells: RowCells;
  readonly memory: ReadonlyMap<string, WrittenValue>;
}

/** Puts the ticket to every row that has one, and gives new numbers in the order of receipt. */
export const observedRows = (
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

/**
 * Where every ticket's row stands in the tab as it is at this moment, for a backend that is about to write.
 *
 * @param tickets All that the ledger knows, with those given out in this pass.
 */
export const locateTickets =
  (tickets: Iterable<TicketRecord>, shown: ReadonlySet<Ticket>) =>
  (tab: TabSnapshot): Location => {
    const columns = locateColumns(tab, requestTab);
    const { requests, strays } = rowsOf(tab, columns);
    const { bound } = bindRows({ rows: requests.map(toBind), tickets, shown });
    const rowOf = new Map([
      ...bound.map(({ ticket, row }) => [ticket, row] as const),
      ...strays.map(({ row }) => [strayKey(row), row] as const),
    ]);
    const keyed = new Set(rowOf.values());
    return {
      columnOf: columnsByHeader(columns),
      rowOf,
      ...locateFillings(
        tab,
        { headerRow: columns.headerRow, ours: serviceColumns(columns, requestTab) },
        (row) => keyed.has(row),
      ),
      headerRow: columns.headerRow + 1,
      keyColumns: telltaleFields.flatMap((field) => {
        const index = columns.indexOf.get(field);
        return index === undefined ? [] : [index + 1];
      }),
    };
  };

/** What `identityOf` and `bindRows` tell rows by. */
const telltaleFields: readonly RequestField[] = [
  'submittedAt',
  'email',
  'institution',
  'event',
  'startDay',
  'ticket',
];

/** How a row without a request is addressed; the compare with `was` guards against a row that moved meanwhile. */
export const strayKey = (row: number): string => `row:${row}`;

/** Tickets whose number has stood in the sheet. */
export const shownTickets = (ledger: LedgerState): ReadonlySet<Ticket> =>
  new Set(
    [...ledger.written]
      .filter(([, fields]) => fields.get('ticket')?.written !== undefined)
      .map(([ticket]) => ticket),
  );

export const bindRequests = (
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

const toBind = ({ row, cells }: RequestRow) => ({
  row,
  identity: identityOf(cells),
  ticketCell: String(cells.ticket).trim(),
});
