/** The append-only record of what was done and why. */
import type { Kysely } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { HistoryLine } from '../core/cases/ledger-state.ts';
import { inBatches } from './in-batches.ts';
import type { HistoryEntry, HistoryFilter } from './ledger.ts';
import {
  cellFrom,
  instantFrom,
  storedCell,
  storedInstant,
  storedOptional,
  storedText,
  textFrom,
} from './stored-values.ts';
import type { DeskKey, LedgerTables, LedgerTransaction } from './tables.ts';

export const appendHistory = async (
  transaction: LedgerTransaction,
  lines: readonly HistoryLine[],
  { desk, revision, at, pass }: Writing,
): Promise<void> =>
  appendEntries(
    transaction,
    lines.map((line) => ({ ...line, at, pass })),
    { desk, revision },
  );

/** Lines that bear the moment and the pass of an earlier transaction. */
export const appendEntries = async (
  transaction: LedgerTransaction,
  entries: readonly HistoryEntry[],
  { desk, revision }: Pick<Writing, 'desk' | 'revision'>,
): Promise<void> => {
  const rows = entries.map(
    ({ at, pass, kind, ticket, subject, was, becomes, because }, position) => ({
      desk,
      revision,
      at: storedInstant(at),
      pass: storedText(pass),
      position,
      kind,
      ticket: storedOptional(ticket),
      subject: storedOptional(subject),
      was: was === undefined ? null : storedCell(was),
      becomes: becomes === undefined ? null : storedCell(becomes),
      because: storedText(because),
    }),
  );
  await inBatches(rows, (batch) => transaction.insertInto('history').values(batch).execute());
};

/** What every row of one writing transaction carries. */
export interface Writing {
  readonly desk: DeskKey;
  readonly revision: number;
  readonly at: Temporal.Instant;
  readonly pass: string;
}

export const readHistory = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  { ticket, kind, pass, last }: HistoryFilter,
): Promise<readonly HistoryEntry[]> => {
  let query = db
    .selectFrom('history')
    .selectAll()
    .where('desk', '=', desk)
    .orderBy('revision', 'desc')
    .orderBy('position', 'desc');
  if (ticket !== undefined) {
    const named = storedText(ticket);
    query = query.where((line) =>
      line.or([line('ticket', '=', named), line('subject', 'like', `%/${named}`)]),
    );
  }
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (pass !== undefined) query = query.where('pass', '=', storedText(pass));
  if (last !== undefined) query = query.limit(last);
  const newestFirst = await query.execute();
  return newestFirst.map(historyEntry).reverse();
};

/** Oldest first. */
export const entriesSince = async (
  db: Kysely<LedgerTables>,
  desk: DeskKey,
  revision: number,
): Promise<readonly HistoryEntry[]> => {
  const rows = await db
    .selectFrom('history')
    .selectAll()
    .where('desk', '=', desk)
    .where('revision', '>', revision)
    .where('kind', '!=', 'undo')
    .orderBy('revision')
    .orderBy('position')
    .execute();
  return rows.map(historyEntry);
};

const historyEntry = ({
  at,
  pass,
  kind,
  ticket,
  subject,
  was,
  becomes,
  because,
}: LedgerTables['history']): HistoryEntry => ({
  at: instantFrom(at),
  pass: textFrom(pass),
  kind,
  ...(ticket !== null && { ticket: textFrom(ticket) }),
  ...(subject !== null && { subject: textFrom(subject) }),
  ...(was !== null && { was: cellFrom(was) }),
  ...(becomes !== null && { becomes: cellFrom(becomes) }),
  because: textFrom(because),
});
