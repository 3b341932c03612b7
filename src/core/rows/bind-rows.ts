/** Which row of the sheet carries which ticket. */
import { groupBy } from '../cases/group-by.ts';
import type { RowKey, Ticket, TicketRecord } from '../cases/ledger-state.ts';
import { isSame } from '../cases/same.ts';
import { isSameMark } from './answers-mark.ts';
import { hasFormStamp, identityFromKey, requesterOf, rowKey } from './identify.ts';
import {
  type Match,
  matchRows,
  mostLike,
  type RowMemory,
  type RowToBind,
  type ShownTickets,
} from './match-rows.ts';
import { type GivenTickets, givenTickets, plainRows } from './plain-rows.ts';
import { followingTickets, type TicketCounter, ticketParts } from './unknown-tickets.ts';

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

/** A row that needs a ticket; `copyOf` names whose row it was copied from, with what stood beside the answers. */
export interface FreshRow {
  readonly row: number;
  readonly key: RowKey;
  readonly copyOf?: Ticket;
}

/** Why a row gets no ticket before a person has said what it is. */
export type Doubt =
  /** It asks for the same event, days and hours as this ticket's row. */
  | { readonly kind: 'copy'; readonly of: Ticket }
  /** It asked for the same as this ticket's row until that one was changed: nobody has said that it is a request. */
  | { readonly kind: 'left-copy'; readonly of: Ticket }
  /** It could be any of several tickets'. */
  | { readonly kind: 'unsure' }
  /** Two rows show this number, and the ledger knows neither. */
  | { readonly kind: 'shared-number'; readonly ticket: Ticket }
  /** This number lies far beyond those that were given. */
  | { readonly kind: 'far-number'; readonly ticket: Ticket };

export interface AskedRow {
  readonly row: number;
  readonly doubt: Doubt;
}

export interface Binding {
  readonly bound: readonly BoundRow[];
  /** Rows that need a ticket, in sheet order. */
  readonly fresh: readonly FreshRow[];
  /** Rows that a person is asked about: left alone until then. */
  readonly asked: readonly AskedRow[];
  /** Tickets whose row is gone. */
  readonly gone: readonly Ticket[];
  /** Well-formed tickets in the sheet that the ledger has never given out. */
  readonly unknownTickets: readonly Ticket[];
}

/**
 * Says which row carries which ticket, from the ledger's memory and the ticket cells together.
 *
 * The identity decides; the ticket cell tells apart rows that share one, and carries a ticket along when the requester
 * edits the response (which rewrites its timestamp). A copied ticket cell therefore never moves a ticket, and sorting,
 * inserting and deleting change nothing. A copy that asks for another event, day or hour is a new request; one that
 * asks for the same is asked about. Numbers that follow the counter are taken over from the sheet.
 *
 * @param shown Tickets that the sheet has shown at least once. Those that never were can be handed to equal rows in
 *   order, because nobody has seen which was whose (we were stopped between ledger and sheet).
 * @param adopt Take all well-formed unknown tickets from the sheet, however far their numbers.
 */
export const bindRows = ({
  rows,
  tickets,
  shown,
  memory = nothingRemembered,
  counter,
  adopt = false,
}: {
  readonly rows: readonly RowToBind[];
  readonly tickets: Iterable<TicketRecord>;
  readonly shown: ShownTickets;
  readonly memory?: RowMemory;
  /** Absent where no ticket is to be taken over. */
  readonly counter?: TicketCounter;
  readonly adopt?: boolean;
}): Binding => {
  const given = givenTickets(tickets);
  const known = plainBindings.get(given);
  if (known !== undefined && isSame(known.rows, rows)) return known.binding;
  const { recordOf, ticketsBy } = given;
  const { plain, others } = plainRows(rows, given);
  const rowsBy = groupBy(others, ({ identity }) => identity);
  const unknown = others
    .map(cellOf)
    .filter((cell) => ticketParts(cell) !== undefined && !recordOf.has(cell));
  const takenOver = adopt
    ? new Set(unknown)
    : counter === undefined
      ? new Set<Ticket>()
      : followingTickets(unknown, counter);

  const bound: BoundRow[] = [];
  const unsure: RowToBind[] = [];
  const unclaimed: RowToBind[] = [];
  const holderOf = new Map<Ticket, RowToBind>();
  const bind = (row: RowToBind, { ticket, key, how }: Omit<BoundRow, 'row'>): void => {
    bound.push({ row: row.row, key, ticket, how });
    holderOf.set(ticket, row);
  };
  const bindKnown = ({ row, record: { ticket, key } }: Match['bound'][number]): void =>
    bind(row, { ticket, key, how: 'known' });
  plain.forEach(bindKnown);
  const brings = bringsAlong({ recordOf, rowsBy, ticketsBy, shown });
  const takenForCopies = new Set(rows.map(({ askedAbout }) => askedAbout));
  const brought = new Set(
    others.filter((row) => takenForCopies.has(row.ticketCell) && brings(row)).map(cellOf),
  );
  const isOnItsOwn = (row: RowToBind): boolean => brings(row) || takenOver.has(row.ticketCell);
  for (const [identity, group] of rowsBy) {
    const match = matchRows(
      group.filter((row) => !isOnItsOwn(row)),
      (ticketsBy.get(identity) ?? []).filter(({ ticket }) => !brought.has(ticket)),
      { shown, memory },
    );
    match.bound.forEach(bindKnown);
    unsure.push(...match.unsure);
    unclaimed.push(...match.rest, ...group.filter(isOnItsOwn));
  }

  /** Where a row is left that could be any of several tickets', none of these has lost its row for certain. */
  const inDoubt = new Set(unsure.map(({ identity }) => identity));
  const nextKey = keyGiver(given);
  const claims = groupBy(
    unclaimed.filter(
      ({ ticketCell }) => ticketParts(ticketCell) !== undefined && !holderOf.has(ticketCell),
    ),
    cellOf,
  );
  const asked: AskedRow[] = unsure.map(({ row }) => ({ row, doubt: { kind: 'unsure' } }));
  const unknownTickets = new Set<Ticket>();
  const unsettled: RowToBind[] = [];
  for (const row of unclaimed) {
    const ticket = row.ticketCell;
    const claimants = claims.get(ticket) ?? [];
    const record = recordOf.get(ticket);
    if (claimants.length === 0) {
      unsettled.push(row);
    } else if (record === undefined) {
      unknownTickets.add(ticket);
      if (claimants.length > 1)
        asked.push({ row: row.row, doubt: { kind: 'shared-number', ticket } });
      else if (takenOver.has(ticket))
        bind(row, { ticket, key: nextKey(row.identity), how: 'adopted' });
      else if (counter === undefined) unsettled.push(row);
      else asked.push({ row: row.row, doubt: { kind: 'far-number', ticket } });
    } else if (
      !inDoubt.has(identityFromKey(record.key)) &&
      mostLike(claimants, ticket, memory) === row
    ) {
      bind(row, { ticket, key: nextKey(row.identity), how: 'rebound' });
    } else unsettled.push(row);
  }

  const fresh: FreshRow[] = [];
  const originalOf = originals({ holderOf, ticketsBy });
  const leftBehindOf = copiesLeftBehind({ holderOf, memory });
  for (const row of unsettled) {
    const original = originalOf(row);
    const leftBehind = leftBehindOf(row);
    if (leftBehind !== undefined)
      asked.push({ row: row.row, doubt: { kind: 'left-copy', of: leftBehind } });
    else if (original?.isSame)
      asked.push({ row: row.row, doubt: { kind: 'copy', of: original.ticket } });
    else {
      const copyOf = original && { copyOf: original.ticket };
      fresh.push({ row: row.row, key: nextKey(row.identity), ...copyOf });
    }
  }

  const follow = followEdits(fresh, { records: recordOf.values(), inDoubt, bound, shown });
  bound.push(...follow.bound);

  const live = new Set(follow.bound.map(({ ticket }) => ticket));
  const named = new Set(unsure.map(({ ticketCell }) => ticketCell));
  const gone = [...recordOf.values()]
    .filter(
      ({ ticket, key }) =>
        !holderOf.has(ticket) &&
        !live.has(ticket) &&
        !inDoubt.has(identityFromKey(key)) &&
        !named.has(ticket),
    )
    .map(({ ticket }) => ticket);
  const binding: Binding = {
    bound: bound.sort(byRow),
    fresh: follow.fresh.sort(byRow),
    asked: asked.sort(byRow),
    gone,
    unknownTickets: [...unknownTickets],
  };
  if (others.length === 0) plainBindings.set(given, { rows, binding });
  return binding;
};

/**
 * Where nothing speaks against any row, nothing else was asked than how the rows read and which tickets there are: then the
 * answer stands as long as they do.
 */
const plainBindings = new WeakMap<
  GivenTickets,
  { readonly rows: readonly RowToBind[]; readonly binding: Binding }
>();

const cellOf = ({ ticketCell }: RowToBind): string => ticketCell;

const nothingRemembered: RowMemory = { markOf: () => '', likeness: () => 0 };

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
    readonly shown: ShownTickets;
  }) =>
  ({ identity, ticketCell }: RowToBind): boolean => {
    const record = recordOf.get(ticketCell);
    // One that no row has shown yet may have fallen here when its own row was deleted under the write.
    if (record === undefined || !shown.has(ticketCell)) return false;
    const before = identityFromKey(record.key);
    // A row that we took for a copy of this request is no claim to it, while the request itself is still there.
    const left = (rowsBy.get(before) ?? []).filter((row) => row.askedAbout !== ticketCell);
    return (
      before !== identity &&
      left.length < (ticketsBy.get(before)?.length ?? 0) &&
      left.every((row) => row.ticketCell !== ticketCell)
    );
  };

/**
 * Whose row a row without a ticket was copied from, and whether it asks for the same. A row that shows a ticket was
 * copied with it; one that bears the form's stamp of a known row was copied too, since no two answers come in one second.
 */
const originals = ({
  holderOf,
  ticketsBy,
}: {
  readonly holderOf: ReadonlyMap<Ticket, RowToBind>;
  readonly ticketsBy: ReadonlyMap<string, readonly TicketRecord[]>;
}) => {
  const asksForTheSame = (row: RowToBind, ticket: Ticket): boolean => {
    const original = holderOf.get(ticket)?.mark;
    if (row.mark === undefined || original === undefined) return false;
    const isCopied = row.ticketCell === ticket;
    return isSameMark(row.mark, original) || (isCopied && row.mark === original);
  };
  return (row: RowToBind): { readonly ticket: Ticket; readonly isSame: boolean } | undefined => {
    const { identity, ticketCell } = row;
    const known = (ticketsBy.get(identity) ?? []).map(({ ticket }) => ticket);
    const siblings = [...(holderOf.has(ticketCell) ? [ticketCell] : []), ...known].filter(
      (ticket) => holderOf.has(ticket),
    );
    const same = siblings.find((ticket) => asksForTheSame(row, ticket));
    if (same !== undefined) return { ticket: same, isSame: true };
    const wasCopied = holderOf.has(ticketCell) || hasFormStamp(identity);
    const [ticket] = wasCopied ? siblings : [];
    return ticket === undefined ? undefined : { ticket, isSame: false };
  };
};

/**
 * The ticket of which a row is a copy that we asked about, where meanwhile the original was changed and not the copy:
 * that somebody moves an event makes no request of a leftover.
 */
const copiesLeftBehind =
  ({
    holderOf,
    memory,
  }: {
    readonly holderOf: ReadonlyMap<Ticket, RowToBind>;
    readonly memory: RowMemory;
  }) =>
  ({ askedAbout, isLeftBehind, mark }: RowToBind): Ticket | undefined => {
    const original = askedAbout === undefined ? undefined : holderOf.get(askedAbout);
    if (askedAbout === undefined || original === undefined) return undefined;
    const wasLikeIt = mark !== undefined && mark !== '' && mark === memory.markOf(askedAbout);
    return isLeftBehind || (wasLikeIt && mark !== original.mark) ? askedAbout : undefined;
  };

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
    readonly shown: ShownTickets;
  },
): { readonly bound: readonly BoundRow[]; readonly fresh: FreshRow[] } => {
  if (fresh.length === 0) return { bound: [], fresh: [] };
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
  for (const each of fresh) {
    const { row, key } = each;
    const requester = requesterOf(identityFromKey(key));
    const index = each.copyOf
      ? -1
      : lost.findIndex((record) => requesterOf(identityFromKey(record.key)) === requester);
    const [record] = index < 0 ? [] : lost.splice(index, 1);
    if (record === undefined) rest.push(each);
    else followed.push({ row, key, ticket: record.ticket, how: 'rebound' });
  }
  return { bound: followed, fresh: rest };
};

/** Gives keys that no ticket has, ordinal after ordinal. */
const keyGiver = ({
  ticketsBy,
}: Pick<GivenTickets, 'ticketsBy'>): ((identity: string) => RowKey) => {
  const next = new Map<string, number>();
  return (identity) => {
    const used = new Set((ticketsBy.get(identity) ?? []).map(({ key }) => key));
    let ordinal = next.get(identity) ?? 1;
    while (used.has(rowKey(identity, ordinal))) ordinal += 1;
    const key = rowKey(identity, ordinal);
    next.set(identity, ordinal + 1);
    return key;
  };
};

const byRow = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;
