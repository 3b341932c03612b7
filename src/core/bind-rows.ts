import { identityFromKey, requesterOf, rowKey } from './identify.ts';
import type { RowKey, Ticket, TicketRecord } from './ledger-state.ts';

/** A row as far as binding is concerned. */
export interface RowToBind {
  /** Row number in the sheet. */
  readonly row: number;
  readonly identity: string;
  /** What stands in *Nomor Tiket*. */
  readonly ticketCell: string;
}

export interface BoundRow {
  readonly row: number;
  readonly key: RowKey;
  readonly ticket: Ticket;
  /**
   * `known` the ledger had this identity · `rebound` the requester edited the response and the ticket followed
   * its cell, or the requester while no cell showed it yet · `adopted` the ledger did not know the ticket and takes it from the sheet.
   */
  readonly how: 'known' | 'rebound' | 'adopted';
}

export interface Binding {
  readonly bound: readonly BoundRow[];
  /** Rows that need a ticket, in sheet order. */
  readonly fresh: readonly { readonly row: number; readonly key: RowKey }[];
  /** Rows that cannot be told apart, or whose ticket two rows claim: left alone and named. */
  readonly unsure: readonly number[];
  /** Tickets whose row is gone. */
  readonly gone: readonly Ticket[];
  /** Well-formed tickets in the sheet that the ledger has never given out. */
  readonly unknownTickets: readonly Ticket[];
}

const ticketPattern = /^VC-\d{4}-\d{4,}$/;

/**
 * Says which row carries which ticket, from the ledger's memory and the ticket cells together.
 *
 * The identity decides; the ticket cell only tells apart rows that share one, and carries a ticket along when
 * the requester edits the response (which rewrites its timestamp). A copied ticket cell therefore never moves a
 * ticket, and sorting, inserting and deleting change nothing.
 *
 * @param shown Tickets that the sheet has shown at least once. Those that never were can be handed to equal rows in
 *   order, because nobody has seen which was whose (we were stopped between ledger and sheet).
 * @param adopt Take well-formed unknown tickets from the sheet instead of giving new ones.
 */
export const bindRows = ({
  rows,
  tickets,
  shown,
  adopt = false,
}: {
  readonly rows: readonly RowToBind[];
  readonly tickets: Iterable<TicketRecord>;
  readonly shown: ReadonlySet<Ticket>;
  readonly adopt?: boolean;
}): Binding => {
  const recordOf = new Map([...tickets].map((record) => [record.ticket, record]));
  const rowsBy = groupBy(rows, ({ identity }) => identity);
  const ticketsBy = groupBy(recordOf.values(), ({ key }) => identityFromKey(key));

  const bound: BoundRow[] = [];
  const unsure: number[] = [];
  const unclaimed: RowToBind[] = [];
  const brings = bringsAlong({ recordOf, rowsBy, ticketsBy, shown });
  for (const [identity, group] of rowsBy) {
    const match = matchGroup(
      group.filter((row) => !brings(row)),
      ticketsBy.get(identity) ?? [],
      shown,
    );
    bound.push(...match.bound);
    unsure.push(...match.unsure);
    unclaimed.push(...match.rest, ...group.filter(brings));
  }

  /** Where a row is left that could be any of several tickets', none of these has lost its row for certain. */
  const inDoubt = new Set(identitiesOf(rows, unsure));
  const taken = new Set(bound.map(({ ticket }) => ticket));
  const nextKey = keyGiver(recordOf.values());
  const claims = groupBy(
    unclaimed.filter(({ ticketCell }) => ticketPattern.test(ticketCell) && !taken.has(ticketCell)),
    ({ ticketCell }) => ticketCell,
  );
  const fresh: { row: number; key: RowKey }[] = [];
  const unknownTickets: Ticket[] = [];
  for (const row of unclaimed) {
    const claimants = claims.get(row.ticketCell) ?? [];
    const record = recordOf.get(row.ticketCell);
    if (claimants.length > 0 && record === undefined) unknownTickets.push(row.ticketCell);
    const follows = record === undefined ? adopt : !inDoubt.has(identityFromKey(record.key));
    if (claimants.length === 0 || !follows)
      fresh.push({ row: row.row, key: nextKey(row.identity) });
    else if (claimants.length > 1) unsure.push(row.row);
    else {
      const how = record === undefined ? 'adopted' : 'rebound';
      bound.push({
        row: row.row,
        ticket: row.ticketCell,
        key: nextKey(row.identity),
        how,
      });
    }
  }

  const follow = followEdits(fresh, { records: recordOf.values(), inDoubt, bound, shown });
  bound.push(...follow.bound);

  const live = new Set(bound.map(({ ticket }) => ticket));
  const unsureRows = new Set(unsure);
  const unsureIdentities = new Set(identitiesOf(rows, unsure));
  const named = new Set(
    rows.filter(({ row }) => unsureRows.has(row)).map(({ ticketCell }) => ticketCell),
  );
  const gone = [...recordOf.values()]
    .filter(
      ({ ticket, key }) =>
        !live.has(ticket) && !unsureIdentities.has(identityFromKey(key)) && !named.has(ticket),
    )
    .map(({ ticket }) => ticket);
  return {
    bound: bound.sort(byRow),
    fresh: follow.fresh.sort(byRow),
    unsure: unsure.sort((a, b) => a - b),
    gone,
    unknownTickets: [...new Set(unknownTickets)],
  };
};

/**
 * Whether a row shows a ticket that it had under another identity, where no row is left for it: an edited response.
 * It takes no ticket of those that share its new identity, such as a request that came in the second of the edit.
 */
const bringsAlong =
  ({
    recordOf,
    rowsBy,
    ticketsBy,
    shown,
  }: {
    readonly recordOf: ReadonlyMap<Ticket, TicketRecord>;
    readonly rowsBy: ReadonlyMap<string, readonly RowToBind[]>;
    readonly ticketsBy: ReadonlyMap<string, readonly TicketRecord[]>;
    readonly shown: ReadonlySet<Ticket>;
  }) =>
  ({ identity, ticketCell }: RowToBind): boolean => {
    const record = recordOf.get(ticketCell);
    // One that no row has shown yet may have fallen here when its own row was deleted under the write.
    if (record === undefined || !shown.has(ticketCell)) return false;
    const before = identityFromKey(record.key);
    const left = rowsBy.get(before) ?? [];
    return (
      before !== identity &&
      left.length < (ticketsBy.get(before)?.length ?? 0) &&
      left.every((row) => row.ticketCell !== ticketCell)
    );
  };

type FreshRow = Binding['fresh'][number];

/**
 * A response that was edited before any cell showed its ticket: its old identity is gone, and a row of the same
 * requester is new. That row takes the ticket over, so that one request does not use up two. Should it be another
 * request after all, nobody has seen whose number it was.
 */
const followEdits = (
  fresh: readonly FreshRow[],
  {
    records,
    inDoubt,
    bound,
    shown,
  }: {
    readonly records: Iterable<TicketRecord>;
    readonly inDoubt: ReadonlySet<string>;
    readonly bound: readonly BoundRow[];
    readonly shown: ReadonlySet<Ticket>;
  },
): { readonly bound: readonly BoundRow[]; readonly fresh: FreshRow[] } => {
  const taken = new Set(bound.map(({ ticket }) => ticket));
  const lost = [...records]
    .filter(
      ({ ticket, key, state }) =>
        state === 'active' &&
        !shown.has(ticket) &&
        !taken.has(ticket) &&
        !inDoubt.has(identityFromKey(key)),
    )
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  const followed: BoundRow[] = [];
  const rest: FreshRow[] = [];
  for (const { row, key } of fresh) {
    const requester = requesterOf(identityFromKey(key));
    const index = lost.findIndex(
      (record) => requesterOf(identityFromKey(record.key)) === requester,
    );
    const [record] = index < 0 ? [] : lost.splice(index, 1);
    if (record === undefined) rest.push({ row, key });
    else followed.push({ row, key, ticket: record.ticket, how: 'rebound' });
  }
  return { bound: followed, fresh: rest };
};

/** Matches the rows of one identity with the ledger's tickets of the same identity. */
const matchGroup = (
  rows: readonly RowToBind[],
  records: readonly TicketRecord[],
  shown: ReadonlySet<Ticket>,
): { bound: BoundRow[]; unsure: number[]; rest: RowToBind[] } => {
  const bind = (row: RowToBind, record: TicketRecord): BoundRow => ({
    row: row.row,
    ticket: record.ticket,
    key: record.key,
    how: 'known',
  });
  const claimantsOf = groupBy(rows, ({ ticketCell }) => ticketCell);
  const byCell = new Map<RowToBind, TicketRecord>();
  for (const record of records) {
    const [claimant, ...others] = claimantsOf.get(record.ticket) ?? [];
    if (claimant && others.length === 0) byCell.set(claimant, record);
  }
  const claimed = new Set([...byCell.values()]);
  const restRows = rows.filter((row) => !byCell.has(row));
  const restRecords = records.filter((record) => !claimed.has(record));
  const bound = [...byCell].map(([row, record]) => bind(row, record));

  if (restRecords.length === 0) return { bound, unsure: [], rest: restRows };
  if (restRows.length === 0) return { bound, unsure: [], rest: [] };
  const single = restRows.length === 1 && restRecords.length === 1;
  const neverShown =
    restRows.length >= restRecords.length && restRecords.every(({ ticket }) => !shown.has(ticket));
  if (!single && !neverShown) return { bound, unsure: restRows.map(({ row }) => row), rest: [] };
  const inOrder = [...restRecords].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  const pairs = inOrder.flatMap((record, index) => {
    const row = restRows[index];
    return row ? [bind(row, record)] : [];
  });
  return {
    bound: [...bound, ...pairs],
    unsure: [],
    rest: restRows.slice(inOrder.length),
  };
};

/** Gives keys that no ticket has, ordinal after ordinal. */
const keyGiver = (records: Iterable<TicketRecord>): ((identity: string) => RowKey) => {
  const used = new Set([...records].map(({ key }) => key));
  return (identity) => {
    let ordinal = 1;
    while (used.has(rowKey(identity, ordinal))) ordinal += 1;
    const key = rowKey(identity, ordinal);
    used.add(key);
    return key;
  };
};

const identitiesOf = (
  rows: readonly RowToBind[],
  numbers: readonly number[],
): readonly string[] => {
  const wanted = new Set(numbers);
  return rows.filter(({ row }) => wanted.has(row)).map(({ identity }) => identity);
};

const byRow = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;

const groupBy = <T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
