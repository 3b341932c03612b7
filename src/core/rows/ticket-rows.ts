/** Which row carries which ticket: those that are known, and new numbers for the rest in the order of receipt. */
import type { Temporal } from 'temporal-polyfill';
import { stretchesOf } from '../cases/in-parts.ts';
import type { LedgerState, Ticket } from '../cases/ledger-state.ts';
import { isSame } from '../cases/same.ts';
import { type OurField, ourFields, type RequestField, requestTab } from '../columns/request-tab.ts';
import type { Location } from '../sheet/edits.ts';
import { locateFillings, serviceColumns } from '../sheet/filling.ts';
import { columnsByHeader, locateColumns } from '../sheet/locate-columns.ts';
import { onceFor } from '../sheet/once-for.ts';
import { fromSerial } from '../sheet/serial.ts';
import type { TabSnapshot } from '../sheet/snapshot.ts';
import type { WrittenValue } from '../sheet/three-way.ts';
import { isEmpty, sameCell } from '../sheet/three-way.ts';
import { answersMark, answersMarkField } from './answers-mark.ts';
import { type Binding, bindRows } from './bind-rows.ts';
import { copiedMemory, originalIn } from './copied-cells.ts';
import { identityOf } from './identify.ts';
import type { RowMemory, RowToBind, ShownTickets } from './match-rows.ts';
import type { ObservedRow } from './observed-row.ts';
import { type CellsByField, type RequestRow, rowsOf } from './request-rows.ts';
import { askedAboutIn, isLeftBehindIn } from './row-questions.ts';
import { keepRows, rowsAgain, ticketOrder } from './rows-again.ts';
import { formatTicket, ticketParts } from './unknown-tickets.ts';

/**
 * Puts the ticket to every row that has one, and gives new numbers in the order of receipt.
 *
 * They come by ticket, not as they stand in the sheet: whoever sorts it must not find other words in it.
 */
export const observedRows = (
  requests: readonly RequestRow[],
  binding: Binding,
  ledger: LedgerState,
  {
    now,
    timeZone,
    handMade = new Set(),
  }: {
    readonly now: Temporal.Instant;
    readonly timeZone: string;
    /** Cells of adopted rows that people chose themselves. */
    readonly handMade?: ReadonlySet<TicketCell>;
  },
): readonly ObservedRow[] => {
  const ground = { requests, written: ledger.written };
  const again = rowsAgain(binding, ground, (request, { ticket, key, how }) => {
    const memory = ledger.written.get(ticket) ?? nothingWritten;
    return observedRow(request, { key, ticket, how, memory, copyOf: undefined });
  });
  if (again !== undefined) return again;
  const requestAt = requestsByRow(requests);
  const giveTicket = onFirstCall(() => ticketGiver(requests, binding, ledger));
  const originalRow = onFirstCall(
    () => new Map(binding.bound.map(({ ticket, row }) => [ticket, row])),
  );
  const memoryOfCopy = (cells: CellsByField, of: Ticket) =>
    copiedMemory(cells, {
      original: requestAt(originalRow().get(of) ?? 0)?.cells,
      memory: ledger.written.get(of),
    });
  const fresh = binding.fresh
    .flatMap((row) => {
      const request = requestAt(row.row);
      if (request === undefined) return [];
      // The stamp of a copy is the original's.
      const received = row.copyOf ? now : receivedOf(request.cells, { now, timeZone });
      return [{ ...row, request, received }];
    })
    .sort((a, b) => a.received.epochMilliseconds - b.received.epochMilliseconds || a.row - b.row)
    .map(({ key, request, received, copyOf }): ObservedRow => {
      const ticket = giveTicket()(received.toZonedDateTimeISO(timeZone).year);
      const memory = copyOf ? memoryOfCopy(request.cells, copyOf) : nothingWritten;
      return observedRow(request, { key, ticket, how: 'fresh', memory, copyOf });
    });
  const bound = binding.bound.flatMap(({ row, key, ticket, how }): readonly ObservedRow[] => {
    const request = requestAt(row);
    if (request === undefined) return [];
    const { cells } = request;
    const written = ledger.written.get(ticket) ?? nothingWritten;
    // We were stopped before the ledger could remember what had been copied, or that was taken back.
    const copyOf = originalIn(written);
    const memory =
      how === 'adopted'
        ? asOurs(cells, { ticket, handMade })
        : copyOf
          ? memoryOfCopy(cells, copyOf)
          : written;
    return [observedRow(request, { key, ticket, how, memory, copyOf })];
  });
  const rows = [...bound, ...fresh].sort(ticketOrder);
  keepRows(binding, ground, rows);
  return rows;
};

const nothingWritten: ReadonlyMap<string, WrittenValue> = new Map();

/** The very same where nothing of it is other than before. */
const observedRow = (
  request: RequestRow,
  {
    key,
    ticket,
    how,
    memory,
    copyOf,
  }: Pick<ObservedRow, 'key' | 'ticket' | 'how' | 'memory'> & {
    readonly copyOf: Ticket | undefined;
  },
): ObservedRow => {
  const before = observedBefore.get(request);
  if (
    before?.ticket === ticket &&
    before.key === key &&
    before.how === how &&
    before.copyOf === copyOf &&
    isSame(before.memory, memory)
  )
    return before;
  const { row, cells } = request;
  const copied = copyOf !== undefined && { copyOf };
  const observed: ObservedRow = { row, cells, key, ticket, how, memory, ...copied };
  observedBefore.set(request, observed);
  return observed;
};

const observedBefore = new WeakMap<RequestRow, ObservedRow>();

/** They are in the order of the sheet, and mostly no row is left out. */
const requestsByRow = (
  requests: readonly RequestRow[],
): ((row: number) => RequestRow | undefined) => {
  const byRow = onFirstCall(() => new Map(requests.map((request) => [request.row, request])));
  const first = requests[0]?.row ?? 0;
  return (row) => {
    const likely = requests[row - first];
    return likely?.row === row ? likely : byRow().get(row);
  };
};

/** Made when it is asked for, which is rare. */
const onFirstCall = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** A cell of a ticket's row, as one text. */
export type TicketCell = string;

export const ticketCell = (ticket: Ticket, field: OurField): TicketCell => `${ticket} ${field}`;

/** The other cells of an adopted row count as written by us: the ledger that knew is lost. */
const asOurs = (
  cells: CellsByField,
  { ticket, handMade }: { readonly ticket: Ticket; readonly handMade: ReadonlySet<TicketCell> },
): ReadonlyMap<string, WrittenValue> =>
  new Map(
    ourFields
      .filter((field) => !isEmpty(cells[field]) && !handMade.has(ticketCell(ticket, field)))
      .map((field) => [field, { written: cells[field] }]),
  );

const receivedOf = (
  { submittedAt }: CellsByField,
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): Temporal.Instant =>
  (typeof submittedAt === 'number' ? fromSerial(submittedAt, timeZone) : undefined) ?? now;

/** The next number of a year, beyond all that were given and none that stands in the sheet. */
const ticketGiver = (
  requests: readonly RequestRow[],
  { bound }: Binding,
  ledger: LedgerState,
): ((year: number) => Ticket) => {
  const lastNumber = new Map(ledger.lastNumber);
  for (const { ticket } of bound) {
    const parts = ticketParts(ticket);
    if (parts === undefined) continue;
    lastNumber.set(parts.year, Math.max(lastNumber.get(parts.year) ?? 0, parts.number));
  }
  const standing = new Set(requests.map(({ cells }) => String(cells.ticket).trim()));
  return (year) => {
    let number = lastNumber.get(year) ?? 0;
    do number += 1;
    while (standing.has(formatTicket({ year, number })));
    lastNumber.set(year, number);
    return formatTicket({ year, number });
  };
};

/**
 * Where every ticket's row stands in the tab as it is at this moment, for a backend that is about to write.
 *
 * @param begun What the ledger knew when the pass began: what the sheet had shown by then.
 * @param after The same with what was given out and remembered in this pass.
 */
export const locateTickets =
  (begun: LedgerState, after: LedgerState) =>
  (tab: TabSnapshot): Location => {
    const columns = locateColumns(tab, requestTab);
    const { requests, strays } = rowsOf(tab, columns);
    const { bound } = bindRows({
      rows: allToBind(requests),
      tickets: ticketList(after.tickets),
      shown: shownIn(begun),
      memory: rowMemory(requests, after),
    });
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

const ticketList = onceFor((tickets: LedgerState['tickets']) => [...tickets.values()]);

/** Tickets whose number has stood in the sheet. */
export const shownIn = ({ written }: Pick<LedgerState, 'written'>): ShownTickets => ({
  has: (ticket) => written.get(ticket)?.get('ticket')?.written !== undefined,
});

export const bindRequests = (
  requests: readonly RequestRow[],
  ledger: LedgerState,
  { adopt, year }: { readonly adopt: boolean; readonly year: number },
): Binding =>
  bindRows({
    rows: allToBind(requests),
    tickets: ticketList(ledger.tickets),
    shown: shownIn(ledger),
    memory: rowMemory(requests, ledger),
    counter: { lastNumber: ledger.lastNumber, year },
    adopt,
  });

const rowMemory = (
  requests: readonly RequestRow[],
  { written }: Pick<LedgerState, 'written'>,
): RowMemory => {
  const requestAt = requestsByRow(requests);
  return {
    markOf: (ticket) => String(written.get(ticket)?.get(answersMarkField)?.written ?? ''),
    likeness: (row, ticket) => {
      const [cells, memory] = [requestAt(row)?.cells, written.get(ticket)];
      if (cells === undefined || memory === undefined) return 0;
      return ourFields.filter((field) => {
        const remembered = memory.get(field)?.written ?? '';
        return field !== 'ticket' && !isEmpty(remembered) && sameCell(cells[field], remembered);
      }).length;
    },
  };
};

const allToBind = onceFor((requests: readonly RequestRow[]) =>
  stretchesOf(requests).flatMap(toBindIn),
);

const toBindIn = onceFor((stretch: readonly RequestRow[]): readonly RowToBind[] =>
  stretch.map(toBind),
);

const toBind = onceFor(({ row, cells }: RequestRow): RowToBind => {
  const askedAbout = askedAboutIn(String(cells.remarks));
  return {
    row,
    identity: identityOf(cells),
    ticketCell: String(cells.ticket).trim(),
    mark: answersMark(cells),
    ...(askedAbout !== undefined && { askedAbout }),
    ...(isLeftBehindIn(String(cells.remarks)) && { isLeftBehind: true }),
  };
});
