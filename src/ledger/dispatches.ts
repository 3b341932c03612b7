/** Mails in the ledger: frozen before they are handed over, and what became of them and of the messages they carry. */
import type { Kysely } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { HistoryLine } from '../core/cases/ledger-state.ts';
import type { LedgerDatabase } from './database.ts';
import type {
  DispatchAnswer,
  DispatchLedger,
  DispatchNote,
  FrozenMail,
  GivenUp,
  OpenDispatch,
} from './dispatch-ledger.ts';
import { LedgerConflictError } from './errors.ts';
import { appendHistory, type Writing } from './history.ts';
import { readWaiting } from './messages.ts';
import { instantFrom, storedInstant, storedText, textFrom } from './stored-values.ts';
import type { DeskKey, LedgerTables, LedgerTransaction } from './tables.ts';

export const dispatchLedger = ({
  desk,
  reading,
  writing,
}: Pick<LedgerDatabase, 'desk' | 'reading'> & {
  readonly writing: (
    work: (transaction: LedgerTransaction, revision: number) => Promise<void>,
  ) => Promise<void>;
}): DispatchLedger => {
  const at = (
    moment: Temporal.Instant,
    work: (transaction: LedgerTransaction, writing: Writing) => Promise<void>,
  ): Promise<void> =>
    writing((transaction, revision) =>
      work(transaction, { desk, revision, at: moment, pass: moment.toString() }),
    );
  return {
    freeze: (mail, now) => at(now, (...into) => freezeMail(...into, mail)),
    attempt: (id, now) => at(now, (...into) => attemptAgain(...into, id)),
    answer: (id, answer, now) => at(now, (...into) => keepAnswer(...into, { id, answer })),
    giveUp: async (keys, why, now) => {
      if (keys.length > 0) await at(now, (...into) => giveUpMessages(...into, { keys, why }));
    },
    waitingAt: (now) => reading((transaction) => readWaiting(transaction, { desk, now })),
    openDispatches: () => reading((transaction) => readOpenDispatches(transaction, desk)),
    dispatchesSince: (since) =>
      reading((transaction) => readDispatchNotes(transaction, desk, since)),
    dropMailBefore: async (before) => {
      if (await reading((transaction) => hasMailBefore(transaction, desk, before)))
        await writing((transaction) => dropMail(transaction, desk, before));
    },
  };
};

const freezeMail = async (
  transaction: LedgerTransaction,
  { desk, at: now }: Writing,
  { id, raw, envelope, messages, printed = new Map() }: FrozenMail,
): Promise<void> => {
  const at = storedInstant(now);
  const known = await transaction
    .selectFrom('dispatch')
    .select('id')
    .where('desk', '=', desk)
    .where('id', '=', storedText(id))
    .executeTakeFirst();
  if (known) throw new LedgerConflictError('There is a mail of this id already.');
  await transaction
    .insertInto('dispatch')
    .values({
      desk,
      id: storedText(id),
      address: storedText(envelope.to[0]),
      sender: storedText(envelope.from),
      raw: Buffer.from(raw).toString('base64'),
      messages: JSON.stringify(messages),
      frozen_at: at,
      state: 'open',
      state_at: at,
      attempts: 1,
      asked_again: 0,
    })
    .execute();
  const { numUpdatedRows } = await transaction
    .updateTable('message')
    .set((row) => ({
      state: 'unsure',
      state_at: at,
      state_detail: JSON.stringify({ attempts: 1 }),
      mails: row('mails', '+', 1),
    }))
    .where('desk', '=', desk)
    .where('key', 'in', messages.map(storedText))
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (numUpdatedRows !== BigInt(messages.length))
    throw new LedgerConflictError('A message of this mail does not wait any more.');
  for (const [key, view] of printed)
    await setMessages(transaction, {
      desk,
      keys: [key],
      from: ['unsure'],
      set: { view: JSON.stringify(view) },
    });
};

const attemptAgain = async (
  transaction: LedgerTransaction,
  { desk, at }: Writing,
  id: string,
): Promise<void> => {
  const { messages, attempts } = await openDispatch(transaction, desk, id);
  await setDispatch(transaction, {
    desk,
    id,
    set: { state_at: storedInstant(at), attempts: attempts + 1, asked_again: 0 },
  });
  await setMessages(transaction, {
    desk,
    keys: messages,
    from: ['unsure'],
    set: { state_at: storedInstant(at), state_detail: JSON.stringify({ attempts: attempts + 1 }) },
  });
};

const keepAnswer = async (
  transaction: LedgerTransaction,
  writing: Writing,
  { id, answer }: { readonly id: string; readonly answer: DispatchAnswer },
): Promise<void> => {
  const { desk } = writing;
  const { messages, attempts } = await openDispatch(transaction, desk, id);
  const state_at = storedInstant(writing.at);
  await setDispatch(transaction, { desk, id, set: { state: answer.kind, state_at } });
  await setMessages(transaction, {
    desk,
    keys: messages,
    from: ['unsure'],
    set: { ...stateAfter(answer, { attempts }), state_at },
  });
  if (answer.kind === 'postponed') await countRefusal(transaction, desk, messages);
  await appendHistory(transaction, linesOf(messages, wordsOf(answer)), writing);
};

type MessageSet = Partial<
  Pick<LedgerTables['message'], 'state' | 'state_at' | 'state_detail' | 'tries' | 'view'>
>;

const stateAfter = (
  answer: DispatchAnswer,
  { attempts }: { readonly attempts: number },
): MessageSet => {
  switch (answer.kind) {
    case 'sent':
      return { state: 'sent', state_detail: '{}' };
    case 'refused':
      return failed(answer);
    case 'open':
    case 'lapsed':
      return { state_detail: JSON.stringify({ attempts, why: answer.why }) };
    case 'postponed':
    case 'paused':
      return { state: 'waiting', state_detail: JSON.stringify({ why: answer.why }) };
  }
};

const countRefusal = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  keys: readonly string[],
): Promise<void> => {
  await transaction
    .updateTable('message')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('desk', '=', desk)
    .where('key', 'in', keys.map(storedText))
    .execute();
};

const failed = ({ why, isPermanent }: GivenUp): MessageSet => ({
  state: 'failed',
  state_detail: JSON.stringify({ why, isPermanent }),
});

const wordsOf = (answer: DispatchAnswer): string => {
  switch (answer.kind) {
    case 'sent':
      return 'pesan diserahkan';
    case 'refused':
      return `pesan tidak terkirim: ${answer.why}`;
    case 'open':
    case 'lapsed':
      return `pesan diserahkan, belum pasti sampai: ${answer.why}`;
    case 'postponed':
    case 'paused':
      return `pesan ditunda: ${answer.why}`;
  }
};

const giveUpMessages = async (
  transaction: LedgerTransaction,
  writing: Writing,
  { keys, why }: { readonly keys: readonly string[]; readonly why: GivenUp },
): Promise<void> => {
  await setMessages(transaction, {
    desk: writing.desk,
    keys,
    from: ['waiting'],
    set: { ...failed(why), state_at: storedInstant(writing.at) },
  });
  await appendHistory(transaction, linesOf(keys, `pesan tidak terkirim: ${why.why}`), writing);
};

/** A person wants these sent again: an open mail is tried once more as it is; of what was settled a new one is made. */
export const askAgain = async (
  transaction: LedgerTransaction,
  writing: Writing,
  keys: readonly string[],
): Promise<void> => {
  if (keys.length === 0) return;
  const { desk } = writing;
  const open = await readOpenDispatches(transaction, desk);
  const underway = open.filter(({ messages }) => messages.some((key) => keys.includes(key)));
  for (const { id } of underway)
    await setDispatch(transaction, { desk, id, set: { asked_again: 1 } });
  const carried = new Set(underway.flatMap(({ messages }) => messages));
  await setMessages(transaction, {
    desk,
    keys: keys.filter((key) => !carried.has(key)),
    from: ['sent', 'failed', 'unsure'],
    set: { state: 'waiting', state_at: null, state_detail: '{}', tries: 0 },
  });
  await appendHistory(transaction, linesOf(keys, 'pesan diminta dikirim lagi'), writing);
};

const readOpenDispatches = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
): Promise<readonly OpenDispatch[]> => {
  const rows = await db
    .selectFrom('dispatch')
    .selectAll()
    .where('desk', '=', desk)
    .where('state', '=', 'open')
    .orderBy('frozen_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: textFrom(row.id),
    raw: Buffer.from(row.raw ?? '', 'base64'),
    envelope: { from: textFrom(row.sender), to: [textFrom(row.address)] },
    messages: keysFrom(row.messages),
    frozenAt: instantFrom(row.frozen_at),
    attempts: row.attempts,
    lastAttemptAt: instantFrom(row.state_at),
    isAskedAgain: row.asked_again === 1,
  }));
};

const readDispatchNotes = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  since: Temporal.Instant,
): Promise<readonly DispatchNote[]> => {
  const rows = await db
    .selectFrom('dispatch')
    .select(['id', 'address', 'messages', 'frozen_at', 'state'])
    .where('desk', '=', desk)
    .where('frozen_at', '>=', storedInstant(since))
    .orderBy('frozen_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, address, messages, frozen_at, state }) => ({
    id: textFrom(id),
    address: textFrom(address),
    messages: keysFrom(messages),
    frozenAt: instantFrom(frozen_at),
    state,
  }));
};

const hasMailBefore = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  before: Temporal.Instant,
): Promise<boolean> =>
  (await db
    .selectFrom('dispatch')
    .select('id')
    .where('desk', '=', desk)
    .where('frozen_at', '<', storedInstant(before))
    .where('raw', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

const dropMail = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  before: Temporal.Instant,
): Promise<void> => {
  const old = transaction
    .updateTable('dispatch')
    .where('desk', '=', desk)
    .where('frozen_at', '<', storedInstant(before));
  await old.where('state', '=', 'open').set({ state: 'lapsed' }).execute();
  await old.where('raw', 'is not', null).set({ raw: null }).execute();
};

const openDispatch = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  id: string,
): Promise<{ readonly messages: readonly string[]; readonly attempts: number }> => {
  const row = await transaction
    .selectFrom('dispatch')
    .select(['messages', 'attempts'])
    .where('desk', '=', desk)
    .where('id', '=', storedText(id))
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (row === undefined) throw new LedgerConflictError('There is no open mail of this id.');
  return { messages: keysFrom(row.messages), attempts: row.attempts };
};

const setDispatch = async (
  transaction: LedgerTransaction,
  {
    desk,
    id,
    set,
  }: {
    readonly desk: DeskKey;
    readonly id: string;
    readonly set: Partial<
      Pick<LedgerTables['dispatch'], 'state' | 'state_at' | 'attempts' | 'asked_again'>
    >;
  },
): Promise<void> => {
  await transaction
    .updateTable('dispatch')
    .set(set)
    .where('desk', '=', desk)
    .where('id', '=', storedText(id))
    .execute();
};

const setMessages = async (
  transaction: LedgerTransaction,
  {
    desk,
    keys,
    from,
    set,
  }: {
    readonly desk: DeskKey;
    readonly keys: readonly string[];
    /** Those in another state are left alone. */
    readonly from: readonly LedgerTables['message']['state'][];
    readonly set: MessageSet;
  },
): Promise<void> => {
  if (keys.length === 0) return;
  await transaction
    .updateTable('message')
    .set(set)
    .where('desk', '=', desk)
    .where('key', 'in', keys.map(storedText))
    .where('state', 'in', from)
    .execute();
};

const linesOf = (keys: readonly string[], because: string): readonly HistoryLine[] =>
  keys.map((key) => ({ kind: 'message', subject: key, because }));

/** Only ever given what `freezeMail` stored. */
const keysFrom = (stored: string): readonly string[] => JSON.parse(stored) as string[];
