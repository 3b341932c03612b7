/**
 * Reads tabs with several calls, and knows whether people moved rows or columns between them.
 *
 * Google offers no look at one state over several calls. So the last call brings the headers once more, and of the rows
 * that came earlier the columns by which they differ: stand those as they did, every row was read once and under its own
 * headers. A cell that changed meanwhile is as fresh as in any other look.
 */
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { headerRowsSearched } from '../../../core/sheet/locate-columns.ts';
import { onceFor } from '../../../core/sheet/once-for.ts';
import type { Cell } from '../../../core/sheet/snapshot.ts';
import { quotedTab } from './a1.ts';
import type { CellRows } from './kept-answers.ts';
import { type Part, rangeOf } from './read-plan.ts';

/** What came of each tab, in the order of its rows. */
export type PiecesByTitle = ReadonlyMap<string, readonly RowsFrom[]>;

/** The cells of these ranges, all with one call. */
export type ReadRanges = (ranges: readonly string[]) => Promise<readonly CellRows[]>;

/** `moved`: people moved rows or columns meanwhile. `alike`: rows of two parts are filled so that nobody could tell. */
export type PartsRead =
  | { readonly kind: 'read'; readonly piecesOf: PiecesByTitle }
  | { readonly kind: 'moved' }
  | { readonly kind: 'alike' };

/** By which columns rows of each tab are told apart, from one look to the next, by the tab's title. */
export type ToldApart = Map<string, readonly number[]>;

/** @param told Is kept up to date. */
export const readInParts = async (
  calls: readonly (readonly Part[])[],
  readRanges: ReadRanges,
  told: ToldApart = new Map(),
): Promise<PartsRead> => {
  const piecesOf = new Map<string, readonly RowsFrom[]>();
  /** Brings these parts, and answers what else was asked for. */
  const read = async (parts: readonly Part[], besides: readonly string[] = []) => {
    const ranges = parts.map((part) => rangeOf(part, widest(piecesOf.get(part.tab.title) ?? [])));
    const answers = await readRanges([...ranges, ...besides]);
    for (const [index, part] of parts.entries()) {
      const piece = { from: part.kind === 'rows' ? part.from : 1, rows: answers[index] ?? [] };
      piecesOf.set(part.tab.title, [...(piecesOf.get(part.tab.title) ?? []), piece]);
    }
    return answers.slice(parts.length);
  };

  const earlier = calls.slice(0, -1);
  for (const parts of earlier) await read(parts);
  const cut = new Set(
    earlier.flat().flatMap(({ kind, tab }) => (kind === 'rows' ? tab.title : [])),
  );
  const witnesses = [...cut].map((title) => {
    const pieces = piecesOf.get(title) ?? [];
    const columns = tellingColumns(pieces, told.get(title));
    told.set(title, columns);
    return witnessOf(title, pieces, columns);
  });
  const checks = witnesses.flatMap((witness) => witness.checks);
  const again = await read(
    calls.at(-1) ?? [],
    checks.map(({ range }) => range),
  );
  if (checks.some(({ stands }, index) => !stands(again[index] ?? []))) return { kind: 'moved' };
  const isUntold = witnesses.some(({ title, columns }) =>
    isAlikeInTwo(columns, piecesOf.get(title) ?? []),
  );
  return isUntold ? { kind: 'alike' } : { kind: 'read', piecesOf };
};

/** One answer's rows of a tab, from the row with this number on. */
export interface RowsFrom {
  readonly from: number;
  readonly rows: CellRows;
}

/** Of an answer Google leaves away the empty rows at the end, which stand there all the same where more follow. */
export const wholeOf = (pieces: readonly RowsFrom[]): CellRows => {
  const whole: (readonly Cell[])[] = [];
  for (const { from, rows } of pieces) {
    while (whole.length < from - 1) whole.push(nothing);
    for (const cells of rows) whole.push(cells);
  }
  return whole;
};

const nothing: readonly Cell[] = [];

/** What of rows that came earlier is looked at once more. */
interface RowWitness {
  readonly title: string;
  readonly columns: readonly number[];
  readonly checks: readonly RowCheck[];
}

interface RowCheck {
  readonly range: string;
  /** Whether it is what these rows were. */
  stands(now: CellRows): boolean;
}

const witnessOf = (
  title: string,
  pieces: readonly RowsFrom[],
  columns: readonly number[],
): RowWitness => {
  const length = endOf(pieces.at(-1));
  const name = quotedTab(title);
  // Of empty rows nothing came; at least one row is asked for, since Google refuses a range of none.
  const headEnd = Math.min(headerRowsSearched, Math.max(length, 1));
  const first = wholeOf(pieces.filter(({ from }) => from <= headEnd));
  const head = Array.from({ length: headEnd }, (_, row) => first[row] ?? nothing);
  return {
    title,
    columns,
    checks: [
      {
        range: `${name}!1:${headEnd}`,
        stands: (now) =>
          now.length <= headEnd &&
          head.every((cells, row) => isSameRow(cells, now[row] ?? nothing)),
      },
      ...columns.map((column) => {
        const letters = columnLetters(column + 1);
        return {
          range: `${name}!${letters}1:${letters}${length}`,
          stands: (now: CellRows) =>
            now.length <= length &&
            pieces.every((piece, at) =>
              standsAsRead(now, { column, piece, after: endOf(pieces[at - 1]) }),
            ),
        };
      }),
    ],
  };
};

/** The number of its last row. */
const endOf = (piece: RowsFrom | undefined): number =>
  piece === undefined ? 0 : piece.from - 1 + piece.rows.length;

/** A piece in one column; between the last row that came of the piece before, `after`, and its own first nothing may stand. */
interface ColumnOfPiece {
  readonly column: number;
  readonly piece: RowsFrom;
  readonly after: number;
}

/** From look to look most pieces are the very same, and so is what is held against them. */
const standsAsRead = (now: CellRows, { column, piece, after }: ColumnOfPiece): boolean => {
  const { from, rows } = piece;
  const before = stoodIn(now).get(rows);
  if (before?.column === column && before.from === from && before.after === after)
    return before.stands;
  const stands =
    now.slice(after, from - 1).every(([value = '']) => value === '') &&
    rows.every((cells, at) => (cells[column] ?? '') === (now[from - 1 + at]?.[0] ?? ''));
  stoodIn(now).set(rows, { column, from, after, stands });
  return stands;
};

const stoodIn = onceFor((_now: CellRows) => new WeakMap<CellRows, Stood>());

interface Stood extends Omit<ColumnOfPiece, 'piece'>, Pick<RowsFrom, 'from'> {
  readonly stands: boolean;
}

/**
 * The columns by which all rows differ that differ at all: as few as are found by taking the most telling one first.
 *
 * @param before Stands while it still tells them: to find others means to count in every column.
 */
export const tellingColumns = (
  pieces: readonly RowsFrom[],
  before: readonly number[] = [],
): readonly number[] => {
  const width = widest(pieces);
  // Of a column that was taken out since, Google would refuse the range.
  if (before.every((column) => column < width) && tells(before, pieces)) return before;
  const all = Array.from({ length: width }, (_, column) => column);
  let chosen: ToldColumns = { columns: [], kinds: 1 };
  while (!tells(chosen.columns, pieces)) {
    let best = chosen;
    for (const column of all) {
      const columns = [...chosen.columns, column];
      const kinds = new Set(pieces.flatMap(({ rows }) => toldBy(columns, rows))).size;
      if (kinds <= best.kinds) continue;
      best = { columns, kinds };
      if (tells(columns, pieces)) return columns;
    }
    if (best === chosen) return all;
    chosen = best;
  }
  return chosen.columns;
};

interface ToldColumns {
  readonly columns: readonly number[];
  /** So many differ in them. */
  readonly kinds: number;
}

/** Whether rows that read alike in these columns read alike altogether. */
const tells = (columns: readonly number[], pieces: readonly RowsFrom[]): boolean => {
  const alike = new Map<Cell, readonly Cell[]>();
  const isTold = (told: Cell, cells: readonly Cell[]): boolean => {
    const known = alike.get(told);
    if (known === undefined) alike.set(told, cells);
    return known === undefined || isSameRow(known, cells);
  };
  let end = 0;
  return pieces.every(({ from, rows }) => {
    const isAfterEmpty = from > end + 1;
    end = from - 1 + rows.length;
    return (
      (!isAfterEmpty || isTold(asTold(columns, nothing), nothing)) &&
      toldBy(columns, rows).every((told, row) => isTold(told, rows[row] ?? nothing))
    );
  });
};

/** Of each row, the same where rows read alike in these columns, and nowhere else. */
const toldBy = (columns: readonly number[], rows: CellRows): readonly Cell[] => {
  const known = toldOf(rows);
  const told = known.get(columns) ?? rows.map((cells) => asTold(columns, cells));
  known.set(columns, told);
  return told;
};

/** An answer that came again is the very same. */
const toldOf = onceFor((_rows: CellRows) => new WeakMap<readonly number[], readonly Cell[]>());

const asTold = (columns: readonly number[], cells: readonly Cell[]): Cell => {
  const [first, second] = columns;
  return first !== undefined && second === undefined
    ? (cells[first] ?? '')
    : JSON.stringify(columns.map((column) => cells[column] ?? ''));
};

/** Whether rows of two answers, not empty ones, read alike in these columns: they may have changed places unseen. */
const isAlikeInTwo = (columns: readonly number[], pieces: readonly RowsFrom[]): boolean => {
  const empty = asTold(columns, nothing);
  const pieceOf = new Map<Cell, RowsFrom>();
  return pieces.some((piece) =>
    toldBy(columns, piece.rows).some((told) => {
      const known = pieceOf.get(told) ?? piece;
      pieceOf.set(told, known);
      return told !== empty && known !== piece;
    }),
  );
};

/** Google leaves empty cells away at the end. */
const isSameRow = (one: readonly Cell[], other: readonly Cell[]): boolean => {
  const width = Math.max(one.length, other.length);
  for (let column = 0; column < width; column += 1)
    if ((one[column] ?? '') !== (other[column] ?? '')) return false;
  return true;
};

const widest = (pieces: readonly RowsFrom[]): number =>
  pieces.reduce((most, { rows }) => Math.max(most, widthOf(rows)), 0);

const widthOf = onceFor((rows: CellRows): number =>
  rows.reduce((most, { length }) => Math.max(most, length), 0),
);
