/** Where the tables of a sheet begin, and what their columns mean by their headers. */
import { readDaysAsWritten } from '../reading/read-days.ts';
import { fold } from '../reading/spelling.ts';
import { type GridCell, type GridRow, ownCells } from './grid.ts';
import { type Meaning, meaningOf } from './meanings.ts';

export interface SourceColumn {
  /** From 0. */
  readonly column: number;
  /** As the ledger spells it; two rows of headers are joined. Empty where there is none. */
  readonly header: string;
  readonly meaning: Meaning;
  readonly because: 'header' | 'content' | 'map' | 'unknown';
}

export interface FoundTable {
  /** Rows of headers, from 1; the first data row follows the last of them. */
  readonly headerRows: readonly number[];
  readonly columns: readonly SourceColumn[];
}

/** The tables of a sheet from top to bottom; a header that is repeated page by page begins none. */
export const findTables = (grid: readonly GridRow[]): readonly FoundTable[] => {
  const tables: FoundTable[] = [];
  for (let at = 0; at < grid.length; at += 1) {
    const found = headerAt(grid, at);
    if (found === undefined) continue;
    const last = tables.at(-1);
    if (last === undefined || !isSameHeader(last, found)) tables.push(found);
    at += found.headerRows.length - 1;
  }
  return tables;
};

const isSameHeader = (one: FoundTable, other: FoundTable): boolean =>
  one.columns.length === other.columns.length &&
  one.columns.every(
    ({ column, header }, index) =>
      other.columns[index]?.column === column && fold(other.columns[index].header) === fold(header),
  );

/** So many rows that say a day and something besides make a table that has no header. */
const fewestRows = 3;

/**
 * The table of a sheet whose columns nobody named: what stands in them has to tell. `undefined` where hardly any row
 * says a day.
 */
export const headlessTable = (grid: readonly GridRow[]): FoundTable | undefined => {
  const rows = grid.filter((row) => {
    const cells = ownCells(row);
    return (
      cells.length >= fewestRows && cells.some(({ text, isMoment }) => isMoment || saysDay(text))
    );
  });
  const filled = grid.filter((row) => ownCells(row).length > 0);
  if (rows.length < fewestRows || rows.length * 2 < filled.length) return undefined;
  const columns = new Set(rows.flatMap((row) => ownCells(row).map(({ column }) => column)));
  return {
    headerRows: [],
    columns: [...columns]
      .sort((a, b) => a - b)
      .map((column) => ({ column, header: '', meaning: 'kept', because: 'unknown' })),
  };
};

const saysDay = (text: string): boolean =>
  text.length < 40 &&
  /\d/.test(text) &&
  /[/-]|\p{L}{3}/u.test(text) &&
  readDaysAsWritten(text, { reference: undefined }).kind === 'read';

/** A header names at least so many different things. */
const fewestNamed = 3;

/** The header that begins with the row at this index. */
const headerAt = (grid: readonly GridRow[], index: number): FoundTable | undefined => {
  const top = grid[index];
  if (top === undefined) return undefined;
  const cells = [...top.cells.values()].filter((cell) => cell.isOwn).sort(byColumn);
  const below = grid[index + 1];
  if (!looksLikeHeader(cells) && !groupsHeader(cells, below)) return undefined;
  const sub = below === undefined ? undefined : subHeader(top, below);
  const columns = joinedHeaders(cells, sub);
  const headerRows = [top.row, ...(sub === undefined || below === undefined ? [] : [below.row])];
  const numbers = grid[index + headerRows.length];
  const numbered = numbers !== undefined && isNumbering(numbers) ? [numbers.row] : [];
  return { headerRows: [...headerRows, ...numbered], columns };
};

const byColumn = (a: GridCell, b: GridCell): number => a.column - b.column;

const looksLikeHeader = (cells: readonly GridCell[]): boolean => {
  const texts = cells.filter(({ value }) => typeof value === 'string');
  if (texts.length < cells.length || cells.some(({ source }) => source.link !== undefined))
    return false;
  const named = texts.flatMap(({ text }) => meaningOf(text) ?? []);
  const kinds = new Set(named);
  if (kinds.size < fewestNamed || named.length * 2 < cells.length) return false;
  return (
    (kinds.has('event') || kinds.has('institution')) && !texts.some(({ text }) => saysWhen(text))
  );
};

/** "No | Tanggal | STUDIO A | STUDIO B" above what is told of each: a header of groups and of what they share. */
const groupsHeader = (cells: readonly GridCell[], below: GridRow | undefined): boolean =>
  below !== undefined &&
  looksLikeHeader(ownCells(below)) &&
  cells.filter(({ isWide }) => isWide).length > 1 &&
  cells.some(({ text, isWide }) => !isWide && meaningOf(text) !== undefined) &&
  cells.every(({ value, text }) => typeof value === 'string' && text.length <= 40) &&
  ownCells(below).every(({ column }) => cells.some((cell) => cell.isWide && cell.column <= column));

/** "Senin, 5 Januari 2026", "09.00": no header says when. */
const saysWhen = (text: string): boolean =>
  /\d{1,2}[.:]\d{2}\b/.test(text) ||
  /\b\d{1,2}[\s/-]+(?:\d{1,2}|\p{L}{3,})[\s/-]+\d{2,4}\b/u.test(text);

/** The row below names the parts of what the row above groups: "Mulai" and "Selesai" under "Waktu". */
const subHeader = (top: GridRow, below: GridRow): ReadonlyMap<number, GridCell> | undefined => {
  const cells = ownCells(below);
  if (cells.length === 0 || isNumbering(below)) return undefined;
  const isPart = ({ column, value, text }: GridCell): boolean => {
    const above = top.cells.get(column);
    const isUnderGroup = above === undefined ? hasGroupBefore(top, column) : above.isWide;
    return typeof value === 'string' && text.length <= 40 && isUnderGroup && !/\d/.test(text);
  };
  return cells.every(isPart) ? new Map(cells.map((cell) => [cell.column, cell])) : undefined;
};

const hasGroupBefore = ({ cells }: GridRow, column: number): boolean =>
  [...cells.keys()].some((other) => other < column);

const joinedHeaders = (
  cells: readonly GridCell[],
  sub: ReadonlyMap<number, GridCell> | undefined,
): readonly SourceColumn[] => {
  const headers = new Map(cells.map(({ column, text }) => [column, { group: text, part: '' }]));
  for (const [column, { text }] of sub ?? []) {
    const group = cells.findLast((cell) => cell.column <= column)?.text ?? '';
    headers.set(column, { group, part: text });
  }
  return [...headers]
    .sort(([a], [b]) => a - b)
    .map(([column, { group, part }]) => {
      const header = [group, part]
        .filter((text) => text !== '')
        .join(' ')
        .replaceAll('\n', ' ');
      const meaning =
        part === '' ? meaningOf(header) : (exactly(part) ?? meaningOf(header) ?? meaningOf(part));
      return {
        column,
        header,
        meaning: meaning ?? 'kept',
        because: meaning ? 'header' : 'unknown',
      };
    });
};

/** A part that says what it is without its group: "Meeting ID", "Passcode"; "Selesai" does not. */
const exactly = (part: string): Meaning | undefined => {
  const meaning = meaningOf(part);
  return meaning === 'endTime' || meaning === 'startTime' || meaning === 'note'
    ? undefined
    : meaning;
};

/** "1 | 2 | 3 …", "(1) (2)": numbers of the columns below the headers. */
export const isNumbering = (row: GridRow): boolean => {
  const cells = ownCells(row);
  const numbers = cells.map(({ text }) => Number(/^\(?\s*(\d{1,2})\s*\)?\.?$/.exec(text)?.[1]));
  return cells.length >= 3 && numbers.every((number, index) => number === index + 1);
};

/** The row says the headers of the table once more, as at the top of a page. */
export const repeatsHeader = (row: GridRow, { columns }: FoundTable): boolean => {
  const cells = ownCells(row);
  if (cells.length < 2) return false;
  const headerOf = new Map(columns.map(({ column, header }) => [column, fold(header)]));
  const same = cells.filter(({ column, text }) => {
    const header = headerOf.get(column) ?? '';
    return (
      header === fold(text) ||
      (header !== '' && fold(text) !== '' && header.endsWith(` ${fold(text)}`))
    );
  });
  return same.length * 2 > cells.length;
};
