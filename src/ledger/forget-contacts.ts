/**
 * Takes addresses, telephone numbers and NIP of requests of long ago out of a ledger; what happened, when, and to which
 * ticket stays. Letters keep what they were printed from: they lie in the archive as they were signed.
 */

import { forgottenMark, withoutContacts } from '../core/cases/forgotten.ts';
import type { Ticket } from '../core/cases/ledger-state.ts';
import type { LedgerDatabase } from './database.ts';
import { forgetting } from './forgetting.ts';
import { inBatches } from './in-batches.ts';
import { restNote } from './rest-note.ts';
import { storedText, textFrom } from './stored-values.ts';
import type { LedgerTransaction } from './tables.ts';

/** How many rows changed. */
export interface ForgottenRows {
  readonly messages: number;
  readonly mails: number;
  readonly cells: number;
  readonly history: number;
}

/** Whole or not at all; again it changes nothing more. */
export const forgetContacts = (
  database: LedgerDatabase,
  tickets: readonly Ticket[],
): Promise<ForgottenRows> =>
  database.writing(async (transaction) => {
    const { desk } = database;
    await transaction
      .updateTable('desk')
      .set((row) => ({ revision: row('revision', '+', 1) }))
      .where('desk', '=', desk)
      .execute();
    const memory = { desk, name: forgetting, value: '' };
    await transaction.insertInto('memory').values(memory).execute();
    const scope = { transaction, desk };
    let [messages, mails, cells, history] = [0, 0, 0, 0];
    for (const ticket of tickets) {
      messages += await forgetMessages(scope, ticket);
      cells += await forgetCells(scope, ticket);
      history += await forgetHistory(scope, ticket);
    }
    mails += await forgetMails(scope, new Set(tickets));
    // What a pass wrote can be taken back no more: it would bring back what is forgotten.
    await transaction.deleteFrom('pass_file').where('desk', '=', desk).execute();
    await transaction.deleteFrom('pass_step').where('desk', '=', desk).execute();
    await transaction.deleteFrom('pass_record').where('desk', '=', desk).execute();
    await transaction
      .deleteFrom('memory')
      .where('desk', '=', desk)
      .where('name', 'in', [forgetting, restNote])
      .execute();
    return { messages, mails, cells, history };
  });

interface DeskRows {
  readonly transaction: LedgerTransaction;
  readonly desk: LedgerDatabase['desk'];
}

const forgetMessages = async ({ transaction, desk }: DeskRows, ticket: Ticket): Promise<number> => {
  const rows = await transaction
    .selectFrom('message')
    .select(['key', 'recipient', 'facts', 'view', 'invitation', 'because', 'state_detail'])
    .where('desk', '=', desk)
    .where('ticket', '=', storedText(ticket))
    .execute();
  let changed = 0;
  for (const { key, ...row } of rows) {
    const scrubbed = {
      recipient: withoutWay(row.recipient),
      facts: storedText(scrubbedJson(textFrom(row.facts))),
      view: scrubbedJson(row.view),
      invitation: row.invitation === null ? null : scrubbedJson(row.invitation),
      because: withoutContacts(row.because),
      state_detail: scrubbedJson(row.state_detail),
    };
    if (isSame(row, scrubbed)) continue;
    changed += 1;
    await transaction
      .updateTable('message')
      .set(scrubbed)
      .where('desk', '=', desk)
      .where('key', '=', key)
      .execute();
  }
  return changed;
};

/** A mail is forgotten with the last of the messages that it carries. */
const forgetMails = async (
  { transaction, desk }: DeskRows,
  tickets: ReadonlySet<Ticket>,
): Promise<number> => {
  const owners = await transaction
    .selectFrom('message')
    .select(['key', 'ticket'])
    .where('desk', '=', desk)
    .execute();
  const forgotten = new Set(
    owners.filter(({ ticket }) => ticket !== null && tickets.has(ticket)).map(({ key }) => key),
  );
  const mails = await transaction
    .selectFrom('dispatch')
    .select(['id', 'messages'])
    .where('desk', '=', desk)
    .where('address', '<>', forgottenMark)
    .execute();
  const ids = mails
    .filter(({ messages }) =>
      (JSON.parse(messages) as readonly string[]).every((key) => forgotten.has(storedText(key))),
    )
    .map(({ id }) => id);
  await inBatches(ids, (batch) =>
    transaction
      .updateTable('dispatch')
      .set({ address: forgottenMark, raw: null })
      .where('desk', '=', desk)
      .where('id', 'in', batch)
      .execute(),
  );
  return ids.length;
};

const forgetCells = async ({ transaction, desk }: DeskRows, ticket: Ticket): Promise<number> => {
  const rows = await transaction
    .selectFrom('cell')
    .select(['field', 'written', 'intended', 'link', 'reason'])
    .where('desk', '=', desk)
    .where('ticket', '=', storedText(ticket))
    .execute();
  let changed = 0;
  for (const { field, ...row } of rows) {
    const link = row.link === null ? null : withoutContacts(row.link);
    if (link === row.link) continue;
    changed += 1;
    await transaction
      .updateTable('cell')
      .set({ link })
      .where('desk', '=', desk)
      .where('ticket', '=', storedText(ticket))
      .where('field', '=', field)
      .execute();
  }
  return changed;
};

const forgetHistory = async ({ transaction, desk }: DeskRows, ticket: Ticket): Promise<number> => {
  const named = storedText(ticket);
  const rows = await transaction
    .selectFrom('history')
    .select(['revision', 'position', 'was', 'becomes', 'because'])
    .where('desk', '=', desk)
    .where((line) => line.or([line('ticket', '=', named), line('subject', 'like', `%/${named}`)]))
    .execute();
  let changed = 0;
  for (const { revision, position, ...row } of rows) {
    const scrubbed = {
      was: row.was === null ? null : scrubbedJson(row.was),
      becomes: row.becomes === null ? null : scrubbedJson(row.becomes),
      because: withoutContacts(row.because),
    };
    if (isSame(row, scrubbed)) continue;
    changed += 1;
    await transaction
      .updateTable('history')
      .set(scrubbed)
      .where('desk', '=', desk)
      .where('revision', '=', revision)
      .where('position', '=', position)
      .execute();
  }
  return changed;
};

const isSame = (row: object, scrubbed: object): boolean =>
  Object.entries(scrubbed).every(([column, value]) => Reflect.get(row, column) === value);

/** Texts within JSON; numbers stay. */
const scrubbedJson = (stored: string): string =>
  JSON.stringify(JSON.parse(stored), (_, value: unknown) =>
    typeof value === 'string' ? withoutContacts(value) : value,
  );

/** Whoever was written to keeps his name and his part, and no way to reach him. */
const withoutWay = (stored: string): string => {
  const { address: _, phone: __, ...rest } = JSON.parse(stored) as Record<string, unknown>;
  return JSON.stringify(rest);
};
