/** Reads the cells of a worksheet part as rows, within the room that one reading may take. */
import { type Cell, spotOf, type TabSnapshot } from '../../../core/sheet/snapshot.ts';
import { mostCells, mostRows } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import { openCellLinks } from './cell-links.ts';
import { type CellKey, linkOfFormula, readCell } from './cell-value.ts';
import { isSpelledSame, type KeptRow, type KeptRows, keptRow, type SheetRow } from './kept-rows.ts';
import { inOnePiece, type SheetPieces } from './sheet-pieces.ts';
import { type RowPlace, type Sheet, visitCells, visitRows } from './sheet-scan.ts';

const noCells: readonly Cell[] = [];
/** From here on an array keeps what it holds instead of room for what it does not. */
const wideGap = 1024;
/** In cells; what such an array takes up beyond its content. */
const costOfWideGap = 20;

/** How much one reading of a workbook may still take up, over all its tabs. */
export class ReadingRoom {
  #rows = mostRows;
  #cells: number;

  /** @param size In bytes, of all that is read. */
  constructor(size: number) {
    this.#cells = mostCells(size);
  }

  /** @throws PackageFault when a small file would fill the memory. */
  take(rows: number, cells: number): void {
    this.#rows -= rows;
    this.#cells -= cells;
    if (this.#rows < 0) throw new PackageFault('too-large', 'there are too many rows up to here');
    if (this.#cells < 0) throw new PackageFault('too-large', 'there are too many cells up to here');
  }
}

/** The cells of a sheet. */
export const readSheet = (sheet: Sheet, key: CellKey): TabSnapshot['rows'] =>
  readRows([sheet], { key, room: new ReadingRoom(sheet.xml.length) }).rows;

/**
 * The cells of a sheet, and where they lead.
 *
 * Only cells that hold something take up memory, so that a million rows which somebody merely coloured cost
 * nothing, and a cell in the last column hardly more than one in the first.
 */
export const readTab = (
  { around, rows: pieces, whole }: SheetPieces,
  {
    relations,
    ...reading
  }: RowsReading & {
    /** The raw text of the part that lists what the sheet refers to. */
    readonly relations: string | undefined;
  },
): Required<Pick<TabSnapshot, 'rows' | 'links'>> => {
  const { rows, links, endsEarly } = readRows(pieces, reading);
  if (endsEarly && whole !== undefined)
    return readTab(inOnePiece(whole()), { relations, ...reading });
  // It is these that are followed where a cell has both.
  for (const [spot, url] of openCellLinks(around, relations).all()) links.set(spot, url);
  return { rows, links };
};

export interface RowsReading {
  readonly key: CellKey;
  readonly room: ReadingRoom;
  /** Rows of this tab that were read before, with a key that said the same; absent where all are read anew. */
  readonly before?: KeptRows;
  /** Told of every row that holds something. */
  readonly keep?: (row: number, read: KeptRow) => void;
}

/** The cells of a sheet, and where their formulas lead. */
export const readRows = (
  pieces: Iterable<Sheet>,
  { key, room, before, keep }: RowsReading,
): {
  readonly rows: (readonly Cell[])[];
  readonly links: Map<string, string>;
  /** Something follows the end of the cells in the piece that they end in. */
  readonly endsEarly: boolean;
} => {
  const rows: (readonly Cell[])[] = [];
  const links = new Map<string, string>();
  let last = 0;
  const visit = (sheet: Sheet, row: RowPlace): number => {
    last = row.number;
    const known = before?.get(row.number);
    const kept = known !== undefined && isSpelledSame(sheet, row, known) ? known : undefined;
    if (kept !== undefined) room.take(0, kept.room);
    const read = kept
      ? { ...kept, end: row.open.start + kept.end }
      : readRow(sheet, row, key, room);
    if (read.cells.length === 0) return read.end;
    keep?.(row.number, kept ?? keptRow(sheet, row, read));
    for (const [column, url] of read.links) links.set(spotOf(row.number, column), url);
    room.take(row.number - rows.length, 0);
    while (rows.length < row.number - 1) rows.push(noCells);
    rows[row.number - 1] = read.cells;
    return read.end;
  };
  for (const sheet of pieces) {
    const end = visitRows(sheet, (row) => visit(sheet, row), last);
    const endsEarly = sheet.xml.indexOf('>', end) + 1 < sheet.xml.length;
    if (endsEarly) return { rows, links, endsEarly };
  }
  return { rows, links, endsEarly: false };
};

/** `end` is the offset of `</row>`. */
const readRow = (
  sheet: Sheet,
  row: RowPlace,
  key: CellKey,
  room: ReadingRoom,
): SheetRow & { readonly end: number } => {
  const cells: Cell[] = [];
  const links: [column: number, url: string][] = [];
  let taken = 0;
  const end = visitCells(sheet, row, (cell) => {
    const value = readCell(sheet, cell, key);
    if (value === '') return;
    const url = linkOfFormula(sheet, cell);
    if (url !== undefined) links.push([cell.column, url]);
    const gap = cell.column - 1 - cells.length;
    const takes = gap < wideGap ? gap + 1 : costOfWideGap;
    room.take(0, takes);
    taken += takes;
    if (gap < wideGap) while (cells.length < cell.column - 1) cells.push('');
    cells[cell.column - 1] = value;
  });
  return { cells, links, room: taken, end };
};

/** How many columns hold anything, a formula that shows nothing too. */
export const columnsUsed = (sheet: Sheet): number => {
  let used = 0;
  visitRows(sheet, (row) =>
    visitCells(sheet, row, ({ column, value, inline, formula }) => {
      const isUsed = (value ?? '') !== '' || inline !== undefined || formula !== undefined;
      if (isUsed) used = Math.max(used, column);
    }),
  );
  return used;
};
