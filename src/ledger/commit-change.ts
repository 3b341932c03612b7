/** Puts what a pass adds into the ledger: all of it, or none. */
import type { LedgerChange, Ticket, TicketRecord } from '../core/cases/ledger-state.ts';
import { intend } from './cells.ts';
import { askAgain } from './dispatches.ts';
import { LedgerConflictError } from './errors.ts';
import { appendHistory, type Writing } from './history.ts';
import { inBatches } from './in-batches.ts';
import { listMessages, promiseMessages, withdrawMessages } from './messages.ts';
import { storedInstant, storedOptional, storedText } from './stored-values.ts';
import type { DeskKey, LedgerTransaction } from './tables.ts';

export const isEmptyChange = (change: LedgerChange): boolean =>
  Object.values(change).every((part: readonly unknown[]) => part.length === 0);

export const commitChange = async (
  transaction: LedgerTransaction,
  change: LedgerChange,
  writing: Writing,
): Promise<void> => {
  const { desk } = writing;
  await rebind(transaction, desk, change.rebound);
  await giveTickets(transaction, desk, change);
  await setState(transaction, desk, { tickets: change.missing, state: 'missing' });
  await setState(transaction, desk, { tickets: change.found, state: 'active' });
  await addMoments(transaction, change.moments, writing);
  await intend(transaction, change.intended, writing);
  await noteSignatures(transaction, change.signatures, desk);
  await withdrawMessages(transaction, change.withdrawn, writing);
  await promiseMessages(transaction, change.messages, desk);
  await askAgain(transaction, writing, change.again);
  await listMessages(transaction, change.listings, desk);
  await keepComplaints(transaction, change.complaints, desk);
  await appendHistory(transaction, change.history, writing);
};

/** In two steps, so that tickets may exchange their rows. */
const rebind = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  rebound: LedgerChange['rebound'],
): Promise<void> => {
  const setKey = async (ticket: Ticket, row_key: string): Promise<void> => {
    const { numUpdatedRows } = await transaction
      .updateTable('ticket')
      .set({ row_key })
      .where('desk', '=', desk)
      .where('ticket', '=', ticket)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw unknownTicket();
  };
  // A stored text never holds a line end, so no real key looks like this.
  for (const { ticket } of rebound) await setKey(ticket, `moving\n${ticket}`);
  for (const { ticket, key } of rebound) await setKey(ticket, storedText(key));
};

const giveTickets = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  { newTickets, history }: LedgerChange,
): Promise<void> => {
  if (newTickets.length === 0) return;
  const adopted = new Set(
    history.filter(({ kind }) => kind === 'ticket-adopted').map(({ ticket }) => ticket),
  );
  const highest = new Map(
    (
      await transaction
        .selectFrom('last_number')
        .select(['year', 'number'])
        .where('desk', '=', desk)
        .execute()
    ).map(({ year, number }) => [year, number]),
  );
  for (const { ticket } of newTickets) {
    const { year, number } = numberOf(ticket);
    if (!adopted.has(ticket) && number <= (highest.get(year) ?? 0)) throw numberGivenBefore(ticket);
  }
  const rows = newTickets.map(({ ticket, key, state }) => ({
    desk,
    ticket,
    ...numberOf(ticket),
    row_key: storedText(key),
    state,
  }));
  await inBatches(rows, (batch) => transaction.insertInto('ticket').values(batch).execute());
  for (const { year, number } of rows) {
    highest.set(year, Math.max(highest.get(year) ?? 0, number));
  }
  await transaction
    .insertInto('last_number')
    .values([...highest].map(([year, number]) => ({ desk, year, number })))
    .onConflict((conflict) =>
      conflict
        .columns(['desk', 'year'])
        .doUpdateSet(({ ref }) => ({ number: ref('excluded.number') })),
    )
    .execute();
};

const setState = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  {
    tickets,
    state,
  }: { readonly tickets: readonly Ticket[]; readonly state: TicketRecord['state'] },
): Promise<void> => {
  await inBatches([...new Set(tickets)], async (batch) => {
    const { numUpdatedRows } = await transaction
      .updateTable('ticket')
      .set({ state })
      .where('desk', '=', desk)
      .where('ticket', 'in', batch)
      .executeTakeFirst();
    if (numUpdatedRows !== BigInt(batch.length)) throw unknownTicket();
  });
};

const addMoments = async (
  transaction: LedgerTransaction,
  moments: LedgerChange['moments'],
  { desk, revision }: Writing,
): Promise<void> => {
  const rows = moments.map(({ ticket, kind, at, detail }, position) => ({
    desk,
    revision,
    position,
    ticket,
    kind,
    at: storedInstant(at),
    detail: storedOptional(detail),
  }));
  await inBatches(rows, (batch) => transaction.insertInto('moment').values(batch).execute());
};

/** `VC-2026-0123` → 2026, 123. */
const numberOf = (ticket: Ticket): { readonly year: number; readonly number: number } => {
  const [, year, number] = /^VC-(\d{4})-(\d{4,15})$/.exec(ticket) ?? [];
  if (year === undefined || number === undefined) {
    throw new LedgerConflictError('A ticket number does not look like "VC-2026-0123".');
  }
  return { year: Number(year), number: Number(number) };
};

const numberGivenBefore = (ticket: Ticket): LedgerConflictError =>
  new LedgerConflictError(`The ticket number ${ticket} or a higher one was given out before.`);

const unknownTicket = (): LedgerConflictError =>
  new LedgerConflictError('The ledger does not know one of the tickets.');

/** A step keeps only its latest act; the history tells of the others. */
export const noteSignatures = async (
  transaction: LedgerTransaction,
  acts: LedgerChange['signatures'],
  desk: DeskKey,
): Promise<void> => {
  const rows = acts.map(({ key, step, mark, given, at }) => ({
    desk,
    key: storedText(key),
    step,
    mark: storedText(mark),
    given: storedText(given),
    at: storedInstant(at),
  }));
  await inBatches(rows, (batch) =>
    transaction
      .insertInto('signature')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['desk', 'key', 'step']).doUpdateSet(({ ref }) => ({
          mark: ref('excluded.mark'),
          given: ref('excluded.given'),
          at: ref('excluded.at'),
        })),
      )
      .execute(),
  );
};

/** A number stays with when it was given; what its row is known by may change. */
const keepComplaints = async (
  transaction: LedgerTransaction,
  complaints: LedgerChange['complaints'],
  desk: DeskKey,
): Promise<void> => {
  const rows = complaints.map(({ number, key, at }) => ({
    desk,
    number: storedText(number),
    row_key: storedText(key),
    at: storedInstant(at),
  }));
  await inBatches(rows, (batch) =>
    transaction
      .insertInto('complaint')
      .values(batch)
      .onConflict((conflict) =>
        conflict
          .columns(['desk', 'number'])
          .doUpdateSet(({ ref }) => ({ row_key: ref('excluded.row_key') })),
      )
      .execute(),
  );
};
