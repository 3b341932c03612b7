/** Which of the rows that share an identity is whose: the ticket cell, what it is about, our cells beside it, the order. */

import { groupBy } from '../cases/group-by.ts';
import type { Ticket, TicketRecord } from '../cases/ledger-state.ts';
import { type AnswersMark, agreement, isSameMark } from './answers-mark.ts';

/** A row as far as binding is concerned. */
export interface RowToBind {
  /** Row number in the sheet. */
  readonly row: number;
  readonly identity: string;
  /** What stands in *Nomor Tiket*. */
  readonly ticketCell: string;
  /** What the row is about; absent where nothing is compared. */
  readonly mark?: AnswersMark;
  /** The ticket that its *Keterangan* names as the original: we have taken the row for a copy before. */
  readonly askedAbout?: Ticket;
  /** Its *Keterangan* says that the original was changed since. */
  readonly isLeftBehind?: boolean;
}

/** What the ledger remembers of the row of a ticket. */
export interface RowMemory {
  readonly markOf: (ticket: Ticket) => AnswersMark;
  /** How many of our cells in the row, the ticket aside, read as the ledger remembers them. */
  readonly likeness: (row: number, ticket: Ticket) => number;
}

/** Those that the sheet has shown at least once. */
export type ShownTickets = Pick<ReadonlySet<Ticket>, 'has'>;

export interface Match {
  readonly bound: readonly { readonly row: RowToBind; readonly record: TicketRecord }[];
  /** Could be any of several. */
  readonly unsure: readonly RowToBind[];
  /** No ticket is left for these. */
  readonly rest: readonly RowToBind[];
}

/**
 * Matches the rows of one identity with the ledger's tickets of the same identity.
 *
 * A ticket that was shown goes only to a row that shows it, is about the same, or carries our other cells; one that
 * nobody has seen goes by order. A row that shows the ticket of another row is a copy of it and takes no third one's.
 */
export const matchRows = (
  rows: readonly RowToBind[],
  records: readonly TicketRecord[],
  { shown, memory }: { readonly shown: ShownTickets; readonly memory: RowMemory },
): Match => {
  const inOrder = [...records].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  const markOf = ({ mark = '' }: RowToBind): AnswersMark => mark;
  const showing = groupBy(rows, ({ ticketCell }) => ticketCell);
  const about = groupBy(rows, markOf);
  const recordsAbout = groupBy(inOrder, ({ ticket }) => memory.markOf(ticket));
  const holder = new Map<TicketRecord, RowToBind>();
  const free = new Set(rows);
  const left = () => inOrder.filter((record) => !holder.has(record));
  const bind = (record: TicketRecord, row: RowToBind | undefined): void => {
    if (row === undefined) return;
    holder.set(record, row);
    free.delete(row);
  };
  const bindBest = (candidatesOf: (record: TicketRecord) => readonly RowToBind[]): void => {
    for (const record of left()) {
      const candidates = candidatesOf(record).filter((row) => free.has(row));
      bind(record, mostLike(candidates, record.ticket, memory));
    }
  };
  /** Its cell may have been copied or sorted apart: it is about what another ticket is about. */
  const belongsElsewhere = (row: RowToBind, { ticket }: TicketRecord): boolean =>
    markOf(row) !== '' && markOf(row) !== memory.markOf(ticket) && recordsAbout.has(markOf(row));

  const showingIt = ({ ticket }: TicketRecord) => showing.get(ticket) ?? [];
  bindBest((record) => showingIt(record).filter((row) => !belongsElsewhere(row, record)));
  bindBest(({ ticket }) =>
    memory.markOf(ticket) === '' ? [] : (about.get(memory.markOf(ticket)) ?? []),
  );
  bindBest(showingIt);

  const bound = () => [...holder].map(([record, row]) => ({ row, record }));
  const taken = new Set([...holder.keys()].map(({ ticket }) => ticket));
  const copies = [...free].filter(({ ticketCell }) => taken.has(ticketCell));
  const open = [...free].filter(({ ticketCell }) => !taken.has(ticketCell));
  const unclaimed = left();
  if (unclaimed.length === 0 || open.length === 0)
    return { bound: bound(), unsure: [], rest: [...free] };

  const [onlyRow, ...otherRows] = open;
  const [onlyRecord, ...otherRecords] = unclaimed;
  if (onlyRow && onlyRecord && otherRows.length === 0 && otherRecords.length === 0) {
    if (isPlausible(onlyRow, onlyRecord, { isAlone: records.length === 1, shown, memory }))
      bind(onlyRecord, onlyRow);
    return { bound: bound(), unsure: [], rest: [...free] };
  }
  const isUnseen = unclaimed.every(({ ticket }) => !shown.has(ticket));
  if (isUnseen && open.length >= unclaimed.length) {
    unclaimed.forEach((record, index) => {
      bind(record, open[index]);
    });
    return { bound: bound(), unsure: [], rest: [...free] };
  }
  for (const record of unclaimed) {
    const candidates = open.filter((row) => free.has(row));
    bind(record, clearlyLike(candidates, { record, memory }));
  }
  const isLeft = left().length > 0;
  return {
    bound: bound(),
    unsure: isLeft ? open.filter((row) => free.has(row)) : [],
    rest: isLeft ? copies : [...free],
  };
};

/**
 * The best of several rows: one that was never asked about as a copy, then one that is about the same, then the
 * most alike; as a last resort the upper one, since copies are put below.
 */
export const mostLike = (
  rows: readonly RowToBind[],
  ticket: Ticket,
  { markOf, likeness }: RowMemory,
): RowToBind | undefined => {
  if (rows.length <= 1) return rows[0];
  const mark = markOf(ticket);
  const rank = (row: RowToBind): readonly number[] => [
    row.askedAbout === undefined ? 1 : 0,
    isSameMark(row.mark ?? '', mark) ? 1 : 0,
    agreement(row.mark ?? '', mark),
    likeness(row.row, ticket),
    -row.row,
  ];
  const [best] = rows
    .map((row) => ({ row, rank: rank(row) }))
    .sort((a, b) => firstDifference(b.rank, a.rank));
  return best?.row;
};

const firstDifference = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Whether the one row left is that of the one ticket left; if that was told gone, something has to speak for it. */
const isPlausible = (
  row: RowToBind,
  { ticket, state }: TicketRecord,
  {
    isAlone,
    shown,
    memory,
  }: {
    readonly isAlone: boolean;
    readonly shown: ShownTickets;
    readonly memory: RowMemory;
  },
): boolean =>
  (isAlone && state === 'active') ||
  !shown.has(ticket) ||
  memory.markOf(ticket) === '' ||
  memory.likeness(row.row, ticket) > 0;

/** The row that carries more of a ticket's cells than every other row does. */
const clearlyLike = (
  rows: readonly RowToBind[],
  { record: { ticket }, memory }: { readonly record: TicketRecord; readonly memory: RowMemory },
): RowToBind | undefined => {
  const [best, second] = rows
    .map((row) => ({ row, likeness: memory.likeness(row.row, ticket) }))
    .sort((a, b) => b.likeness - a.likeness);
  return best !== undefined && best.likeness > (second?.likeness ?? 0) ? best.row : undefined;
};
