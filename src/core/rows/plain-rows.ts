/**
 * Rows that nothing speaks against: each shows the number that was given to its identity, and nothing else has to do with either.
 * That is nearly every row, and no other one changes anything about it.
 */
import { groupBy } from '../cases/group-by.ts';
import type { Ticket, TicketRecord } from '../cases/ledger-state.ts';
import { onceFor } from '../sheet/once-for.ts';
import { identityFromKey } from './identify.ts';
import type { Match, RowToBind } from './match-rows.ts';

/** The tickets that the ledger has given, ready to be looked up. */
export interface GivenTickets {
  readonly recordOf: ReadonlyMap<Ticket, TicketRecord>;
  /** By identity. */
  readonly ticketsBy: ReadonlyMap<string, readonly TicketRecord[]>;
}

export const givenTickets = onceFor((tickets: Iterable<TicketRecord>): GivenTickets => {
  const recordOf = new Map([...tickets].map((record) => [record.ticket, record]));
  return { recordOf, ticketsBy: groupBy(recordOf.values(), ({ key }) => identityFromKey(key)) };
});

export interface PlainRows {
  readonly plain: Match['bound'];
  /** All that have to be looked at beside each other. */
  readonly others: readonly RowToBind[];
}

export const plainRows = (
  rows: readonly RowToBind[],
  { recordOf, ticketsBy }: GivenTickets,
): PlainRows => {
  /** The only row that shows a ticket or has its identity; `several` where it is not the only one. */
  const concerned = new Map<TicketRecord, RowToBind | 'several'>();
  const concern = (record: TicketRecord | undefined, row: RowToBind): void => {
    if (record === undefined) return;
    const before = concerned.get(record);
    concerned.set(record, before === undefined || before === row ? row : 'several');
  };
  const ofIdentity = ({ identity }: RowToBind): TicketRecord | undefined => {
    const records = ticketsBy.get(identity);
    return records?.length === 1 ? records[0] : undefined;
  };
  for (const row of rows) {
    concern(ofIdentity(row), row);
    concern(recordOf.get(row.ticketCell), row);
  }
  const plain: Match['bound'][number][] = [];
  const others: RowToBind[] = [];
  for (const row of rows) {
    const record = recordOf.get(row.ticketCell);
    if (record !== undefined && record === ofIdentity(row) && concerned.get(record) === row)
      plain.push({ row, record });
    else others.push(row);
  }
  return { plain, others };
};
