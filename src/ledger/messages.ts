/** Messages in the ledger: what was promised, and what became of it. */
import type { Kysely } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { LedgerChange, LedgerState } from '../core/cases/ledger-state.ts';
import type {
  MessagePromise,
  MessageRecord,
  MessageState,
  MessageView,
  NumberedInvitation,
  Recipient,
} from '../core/cases/messages.ts';
import type { Writing } from './history.ts';
import { inBatches } from './in-batches.ts';
import {
  instantFrom,
  storedInstant,
  storedOptional,
  storedText,
  textFrom,
} from './stored-values.ts';
import type { DeskKey, LedgerTables, LedgerTransaction } from './tables.ts';

type MessageRow = LedgerTables['message'];

export const readMessages = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<LedgerState['messages']> => {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('desk', '=', desk)
    .orderBy('thread')
    .orderBy('number')
    .execute();
  const byThread = new Map<string, MessageRecord[]>();
  for (const row of rows) {
    const record = recordFrom(row);
    const thread = byThread.get(record.thread);
    if (thread) thread.push(record);
    else byThread.set(record.thread, [record]);
  }
  return byThread;
};

/** Few of all that was ever said. */
export const readWaiting = async (
  db: Kysely<LedgerTables>,
  { desk, now }: { readonly desk: DeskKey; readonly now: Temporal.Instant },
): Promise<readonly MessageRecord[]> => {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('desk', '=', desk)
    .where('state', '=', 'waiting')
    .where('not_before', '<=', storedInstant(now))
    .orderBy('not_before')
    .orderBy('key')
    .execute();
  return rows.map(recordFrom);
};

/** One that nobody can be mailed waits for a person from the start. */
export const promiseMessages = (
  transaction: LedgerTransaction,
  messages: LedgerChange['messages'],
  desk: DeskKey,
): Promise<void> =>
  inBatches(
    messages.map((message) => rowOf(message, desk)),
    (batch) => transaction.insertInto('message').values(batch).execute(),
  );

/** What was handed over meanwhile is not taken back. */
export const withdrawMessages = async (
  transaction: LedgerTransaction,
  withdrawals: LedgerChange['withdrawn'],
  { desk, at }: Writing,
): Promise<void> => {
  for (const { key, why } of withdrawals) {
    await transaction
      .updateTable('message')
      .set({
        state: 'withdrawn',
        state_at: storedInstant(at),
        state_detail: JSON.stringify({ why }),
      })
      .where('desk', '=', desk)
      .where('key', '=', storedText(key))
      .where('state', 'in', ['waiting', 'by-hand'])
      .execute();
  }
};

/** What Pesan has of messages by now. */
export const listMessages = async (
  transaction: LedgerTransaction,
  listings: LedgerChange['listings'],
  desk: DeskKey,
): Promise<void> => {
  for (const wanted of ['listed', 'served'] as const) {
    const keys = listings.filter(({ listing }) => listing === wanted).map(({ key }) => key);
    await inBatches(keys, (batch) =>
      transaction
        .updateTable('message')
        .set({ listing: wanted })
        .where('desk', '=', desk)
        .where('key', 'in', batch.map(storedText))
        .execute(),
    );
  }
};

const rowOf = (message: MessagePromise, desk: DeskKey): MessageRow => ({
  desk,
  key: storedText(message.key),
  thread: storedText(message.thread),
  number: message.number,
  kind: message.kind,
  ticket: storedOptional(message.ticket),
  recipient: JSON.stringify(message.to),
  facts: storedText(message.facts),
  view: JSON.stringify(message.view),
  invitation: message.invitation === undefined ? null : JSON.stringify(message.invitation),
  not_before: storedInstant(message.notBefore),
  not_after: message.notAfter === undefined ? null : storedInstant(message.notAfter),
  because: storedText(message.because),
  promised_at: storedInstant(message.promisedAt),
  state: message.to.address === undefined ? 'by-hand' : 'waiting',
  state_at: null,
  state_detail: '{}',
  mails: 0,
  tries: 0,
  listing: null,
});

/** Only ever given what `rowOf` made. */
const recordFrom = (row: MessageRow): MessageRecord => ({
  key: textFrom(row.key),
  thread: textFrom(row.thread),
  number: row.number,
  kind: row.kind,
  ...(row.ticket !== null && { ticket: textFrom(row.ticket) }),
  to: JSON.parse(row.recipient) as Recipient,
  facts: textFrom(row.facts),
  view: JSON.parse(row.view) as MessageView,
  ...(row.invitation !== null && {
    invitation: JSON.parse(row.invitation) as NumberedInvitation,
  }),
  notBefore: instantFrom(row.not_before),
  ...(row.not_after !== null && { notAfter: instantFrom(row.not_after) }),
  because: textFrom(row.because),
  promisedAt: instantFrom(row.promised_at),
  ...(row.mails > 0 && { mails: row.mails }),
  ...(row.tries > 0 && { tries: row.tries }),
  ...(row.listing !== null && { listing: row.listing }),
  state: {
    kind: row.state,
    ...(row.state_at !== null && { at: instantFrom(row.state_at) }),
    ...(JSON.parse(row.state_detail) as object),
  } as MessageState,
});
