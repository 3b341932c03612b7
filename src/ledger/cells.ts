/** What stands in our cells: what is about to be written, why, and what the sheet has shown since. */
import { sql } from 'kysely';
import { groupBy } from '../core/cases/group-by.ts';
import type { ConfirmedCell, IntendedCell, LedgerChange } from '../core/cases/ledger-state.ts';
import type { RememberedCell } from '../core/cases/pass-record.ts';
import { appendEntries, type Writing } from './history.ts';
import { inBatches } from './in-batches.ts';
import type { HistoryEntry } from './ledger.ts';
import {
  cellFrom,
  instantFrom,
  storedCell,
  storedInstant,
  storedOptional,
  storedText,
  textFrom,
} from './stored-values.ts';
import type { DeskKey, LedgerTransaction } from './tables.ts';

export const intend = async (
  transaction: LedgerTransaction,
  intended: LedgerChange['intended'],
  writing: Writing,
): Promise<void> => {
  const rows = latestOf(intended).map(({ ticket, field, value, reason }) => ({
    desk: writing.desk,
    ticket,
    field: storedText(field),
    intended: storedCell(value),
    reason: reason === undefined ? null : storedReason(reason, writing),
  }));
  await inBatches(rows, (batch) =>
    transaction
      .insertInto('cell')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['desk', 'ticket', 'field']).doUpdateSet(({ ref }) => ({
          intended: ref('excluded.intended'),
          reason: ref('excluded.reason'),
        })),
      )
      .execute(),
  );
};

/** What the sheet shows is written; an intention that came true is settled, and its reason told in the history. */
export const confirmCells = async (
  transaction: LedgerTransaction,
  { desk, revision }: Pick<Writing, 'desk' | 'revision'>,
  confirmed: readonly ConfirmedCell[],
): Promise<void> => {
  const rows = latestOf(confirmed).map(({ ticket, field, value, link }) => ({
    desk,
    ticket,
    field: storedText(field),
    written: storedCell(value),
    link: storedOptional(link),
  }));
  const lines = await reasonsOf(transaction, desk, rows);
  await inBatches(rows, (batch) =>
    transaction
      .insertInto('cell')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['desk', 'ticket', 'field']).doUpdateSet(({ ref, fn }) => ({
          written: ref('excluded.written'),
          intended: fn<string | null>('nullif', ['cell.intended', 'excluded.written']),
          reason: sql<
            string | null
          >`case when cell.intended = excluded.written then null else cell.reason end`,
          link: fn<string | null>('coalesce', ['excluded.link', 'cell.link']),
        })),
      )
      .execute(),
  );
  await appendEntries(transaction, lines, { desk, revision });
};

/** What is remembered of these cells is this alone, or nothing. */
export const restoreCells = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  cells: readonly RememberedCell[],
): Promise<void> => {
  for (const [field, those] of groupBy(cells, (cell) => cell.field))
    await inBatches(
      those.map(({ ticket }) => ticket),
      (batch) =>
        transaction
          .deleteFrom('cell')
          .where('desk', '=', desk)
          .where('field', '=', storedText(field))
          .where('ticket', 'in', batch)
          .execute(),
    );
  const rows = latestOf(cells).flatMap(({ ticket, field, value }) =>
    value === undefined
      ? []
      : [
          {
            desk,
            ticket,
            field: storedText(field),
            written: value.written === undefined ? null : storedCell(value.written),
            intended: value.intended === undefined ? null : storedCell(value.intended),
            link: storedOptional(value.link),
            reason: null,
          },
        ],
  );
  await inBatches(rows, (batch) => transaction.insertInto('cell').values(batch).execute());
};

interface ShownCell {
  readonly ticket: string;
  readonly field: string;
  readonly written: string;
}

/** The lines that wait for just these values to be shown, in the order of the cells. */
const reasonsOf = async (
  transaction: LedgerTransaction,
  desk: DeskKey,
  shown: readonly ShownCell[],
): Promise<readonly HistoryEntry[]> => {
  const waiting = await transaction
    .selectFrom('cell')
    .select(['ticket', 'field', 'intended', 'reason'])
    .where('desk', '=', desk)
    .where('reason', 'is not', null)
    .execute();
  const waitingAt = new Map(waiting.map((cell) => [placeOf(cell), cell]));
  return shown.flatMap((cell) => {
    const { intended, reason } = waitingAt.get(placeOf(cell)) ?? {};
    return reason != null && intended === cell.written ? [lineFrom(reason, cell)] : [];
  });
};

type StoredReason = Required<IntendedCell>['reason'] & {
  readonly at: string;
  readonly pass: string;
};

const storedReason = (
  reason: Required<IntendedCell>['reason'],
  { at, pass }: Pick<Writing, 'at' | 'pass'>,
): string => JSON.stringify({ ...reason, at: storedInstant(at), pass } satisfies StoredReason);

/** @param reason Only ever what `storedReason` made. */
const lineFrom = (reason: string, { ticket, field, written }: ShownCell): HistoryEntry => {
  const { kind, was, because, at, pass } = JSON.parse(reason) as StoredReason;
  return {
    kind,
    ticket,
    subject: textFrom(field),
    was,
    becomes: cellFrom(written),
    because,
    at: instantFrom(at),
    pass,
  };
};

const placeOf = ({ ticket, field }: Pick<ConfirmedCell, 'ticket' | 'field'>): string =>
  `${ticket}\n${field}`;

/** One for each cell, the last: PostgreSQL refuses to touch a row twice in one statement. */
const latestOf = <T extends Pick<ConfirmedCell, 'ticket' | 'field'>>(
  cells: readonly T[],
): readonly T[] => [...new Map(cells.map((cell) => [placeOf(cell), cell])).values()];
