/** Which cells of a pass can go back to what stood there before it, and which are left because somebody changed them since. */
import type { Ticket } from '../cases/ledger-state.ts';
import type { PassRecord, RememberedCell, WrittenCell } from '../cases/pass-record.ts';
import type { RequestField } from '../columns/request-tab.ts';
import { tellsWhatItIs } from '../rows/copied-cells.ts';
import type { Observation } from '../rows/observe.ts';
import type { ObservedRow } from '../rows/observed-row.ts';
import type { CellEdit } from '../sheet/edits.ts';
import { type Cell, type CellContent, spotOf } from '../sheet/snapshot.ts';
import { isEmpty, sameCell } from '../sheet/three-way.ts';

/** Why something is not taken back. */
export type WhyNotUndone =
  | 'changed since'
  | 'row gone'
  | 'column gone'
  | 'later pass'
  | 'its document stays';

export interface LeftCell {
  readonly cell: WrittenCell;
  readonly why: WhyNotUndone;
}

export interface CellsToUndo {
  /** With the edit that takes it back. */
  readonly back: readonly { readonly cell: WrittenCell; readonly edit: CellEdit }[];
  /** They read as before already. */
  readonly done: readonly WrittenCell[];
  readonly left: readonly LeftCell[];
}

/**
 * @param observation Of the workbook as it is now.
 * @param isBuiltOn Whether a later pass wrote to the row or the documents of a ticket.
 * @param staysBehind Whether the cell leads to a document that is not taken back.
 */
export const cellsToUndo = (
  { cells }: Pick<PassRecord, 'cells'>,
  observation: Pick<Observation, 'tab' | 'columns' | 'links'> & {
    readonly rows: readonly Pick<ObservedRow, 'ticket' | 'row' | 'cells'>[];
  },
  {
    isBuiltOn,
    staysBehind,
  }: {
    readonly isBuiltOn: (ticket: Ticket) => boolean;
    readonly staysBehind: (cell: Pick<WrittenCell, 'ticket' | 'field'>) => boolean;
  },
): CellsToUndo => {
  const { tab, columns, links } = observation;
  const rowOf = new Map(observation.rows.map((row) => [row.ticket, row]));
  const back: { readonly cell: WrittenCell; readonly edit: CellEdit }[] = [];
  const done: WrittenCell[] = [];
  const left: LeftCell[] = [];
  for (const cell of cells) {
    const { ticket, field, was, wasLink, becomes, link } = cell;
    const row = rowOf.get(ticket);
    const header = columns.headerOf.get(field as RequestField);
    const index = columns.indexOf.get(field as RequestField);
    if (isBuiltOn(ticket)) left.push({ cell, why: 'later pass' });
    else if (row === undefined) left.push({ cell, why: 'row gone' });
    else if (header === undefined || index === undefined) left.push({ cell, why: 'column gone' });
    else if (staysBehind(cell)) left.push({ cell, why: 'its document stays' });
    else {
      // Where rows were moved by a program that leaves links behind, an empty cell may have one: that says nothing.
      const shows = (value: Cell, url: string | undefined): boolean =>
        sameCell((row.cells as Readonly<Record<string, Cell>>)[field] ?? '', value) &&
        (links === undefined || isEmpty(value) || links.get(spotOf(row.row, index + 1)) === url);
      const address = { kind: 'row', key: ticket, header } as const;
      if (shows(was, wasLink)) done.push(cell);
      else if (shows(becomes, link))
        back.push({ cell, edit: { tab, address, was: becomes, becomes: former(cell) } });
      else left.push({ cell, why: 'changed since' });
    }
  }
  return { back, done, left };
};

const former = ({ was, wasLink }: WrittenCell): CellContent =>
  wasLink === undefined ? was : { kind: 'link', url: wasLink, text: String(was) };

/**
 * What the ledger is to remember of cells again. Of those that are left it goes on to know what it wrote there. What a
 * new request is about stays known, so that its row gets the same number again, and of which row it is a copy.
 */
export const memoryToRestore = (
  { memory, cells }: Pick<PassRecord, 'memory' | 'cells'>,
  isTakenBack: (cell: Pick<RememberedCell, 'ticket' | 'field'>) => boolean,
): readonly RememberedCell[] => {
  const written = new Set(cells.map(placeOf));
  return memory.filter((each) => {
    if (tellsWhatItIs(each.field) && each.value === undefined) return false;
    return !written.has(placeOf(each)) || isTakenBack(each);
  });
};

export const placeOf = ({ ticket, field }: Pick<RememberedCell, 'ticket' | 'field'>): string =>
  `${ticket} ${field}`;
