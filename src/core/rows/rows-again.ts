/**
 * The rows of a look that binds as the one before it did: each is known and carries the ticket that it carried, so that only
 * those are put together anew of which the sheet or the ledger says something else than before.
 */
import { changedKeys } from '../cases/changed-keys.ts';
import type { LedgerState, Ticket } from '../cases/ledger-state.ts';
import { onceFor } from '../sheet/once-for.ts';
import type { Binding, BoundRow } from './bind-rows.ts';
import { originalIn } from './copied-cells.ts';
import type { ObservedRow } from './observed-row.ts';
import type { RequestRow } from './request-rows.ts';

/** What rows with tickets are put together from. */
interface RowGround {
  /** As they stand in the sheet. */
  readonly requests: readonly RequestRow[];
  readonly written: LedgerState['written'];
}

interface RowsBefore extends RowGround {
  /** By ticket. */
  readonly rows: readonly ObservedRow[];
}

const rowsBefore = new WeakMap<Binding, RowsBefore>();

/** @param rowOf Puts a row that is known together from its request, its ticket and what the ledger remembers, and nothing else. */
export const rowsAgain = (
  binding: Binding,
  ground: RowGround,
  rowOf: (request: RequestRow, bound: BoundRow) => ObservedRow,
): readonly ObservedRow[] | undefined => {
  const before = rowsBefore.get(binding);
  const changed = before && changedAt(binding, before, ground);
  if (before === undefined || changed === undefined) return undefined;
  const { placeAt } = placesOf(binding);
  let rows: ObservedRow[] | undefined;
  for (const at of changed) {
    const [request, bound, place] = [ground.requests[at], binding.bound[at], placeAt[at]];
    if (request === undefined || bound === undefined || place === undefined) return undefined;
    const row = rowOf(request, bound);
    if (!isPlain(row) || isCopy(bound, ground)) return undefined;
    if (row === before.rows[place]) continue;
    rows ??= [...before.rows];
    rows[place] = row;
  }
  const again = { ...ground, rows: rows ?? before.rows };
  rowsBefore.set(binding, again);
  return again.rows;
};

/** Keeps them for the next look, where each row is known and rests on nothing but itself. */
export const keepRows = (
  binding: Binding,
  ground: RowGround,
  rows: readonly ObservedRow[],
): void => {
  const { requests } = ground;
  const isWhole =
    rows.length === requests.length &&
    binding.bound.length === requests.length &&
    binding.bound.every(({ row }, at) => requests[at]?.row === row);
  if (isWhole && rows.every(isPlain)) rowsBefore.set(binding, { ...ground, rows });
};

const isPlain = ({ how, copyOf }: ObservedRow): boolean => how === 'known' && copyOf === undefined;

const isCopy = ({ ticket }: BoundRow, { written }: RowGround): boolean =>
  originalIn(written.get(ticket) ?? new Map()) !== undefined;

/** In the order of the sheet. */
const changedAt = (
  binding: Binding,
  before: RowGround,
  { requests, written }: RowGround,
): ReadonlySet<number> | undefined => {
  if (before.requests.length !== requests.length) return undefined;
  const changed = new Set<number>();
  if (before.requests !== requests)
    for (let at = 0; at < requests.length; at += 1)
      if (before.requests[at] !== requests[at]) changed.add(at);
  const otherCells = changedKeys(before.written, written);
  if (otherCells === undefined) return undefined;
  if (otherCells.length === 0) return changed;
  const { sheetPlaceOf } = placesOf(binding);
  for (const ticket of otherCells) {
    const at = sheetPlaceOf.get(ticket);
    // That of a row which is gone concerns none.
    if (at !== undefined) changed.add(at);
  }
  return changed;
};

/** Where the rows are in the sheet, and where by ticket. */
const placesOf = onceFor(({ bound }: Binding) => {
  const byTicket = bound.map(({ ticket }, at) => ({ ticket, at })).sort(ticketOrder);
  const placeAt = new Array<number>(bound.length);
  for (const [place, { at }] of byTicket.entries()) placeAt[at] = place;
  const sheetPlaceOf: ReadonlyMap<Ticket, number> = new Map(
    bound.map(({ ticket }, at) => [ticket, at]),
  );
  return { placeAt: placeAt as readonly number[], sheetPlaceOf };
});

/** Whoever sorts the sheet must not find other words in it. */
export const ticketOrder = (
  a: { readonly ticket: Ticket },
  b: { readonly ticket: Ticket },
): number => (a.ticket < b.ticket ? -1 : 1);

/** All that have a row. */
export const ticketsIn = (binding: Binding, rows: readonly ObservedRow[]): ReadonlySet<Ticket> =>
  binding.fresh.length === 0 ? boundTickets(binding) : ticketsOf(rows);

const boundTickets = onceFor(({ bound }: Binding) => ticketsOf([...bound].sort(ticketOrder)));

const ticketsOf = (rows: readonly { readonly ticket: Ticket }[]): ReadonlySet<Ticket> =>
  new Set(rows.map(({ ticket }) => ticket));
