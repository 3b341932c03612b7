/** Reads the cells of a worksheet part as rows, within the room that one reading may take. */
import { type Cell, spotOf, type TabSnapshot } from '../../../core/sheet/snapshot.ts';
import { mostCells, mostRows } from '../../../office-package/bounds.ts';
import { PackageFault } from '../../../office-package/package-fault.ts';
import { openCellLinks } from './cell-links.ts';
import { type CellKey, linkOfFormula, readCell } from './cell-value.ts';
import { type Sheet, visitCells, visitRows } from './sheet-scan.ts';

const noCells: readonly Cell[] = [];
/** From here on an array keeps what it holds instead of room for what it does not. */
const wideGap = 1024;
/** In cells; what such an array takes up beyond its content. */
const costOfWideGap = 20;

/** How much one reading of a workbook may still take up, over all its tabs. */
export class ReadingRoom {
  #rows = mostRows;
  #cells = mostCells;

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
  readTab(sheet, { key, relations: undefined, room: new ReadingRoom() }).rows;

/**
 * The cells of a sheet, and where they lead.
 *
 * Only cells that hold something take up memory, so that a million rows which somebody merely coloured cost
 * nothing, and a cell in the last column hardly more than one in the first.
 */
export const readTab = (
  sheet: Sheet,
  {
    key,
    relations,
    room,
  }: {
    readonly key: CellKey;
    /** The raw text of the part that lists what the sheet refers to. */
    readonly relations: string | undefined;
    readonly room: ReadingRoom;
  },
): Required<Pick<TabSnapshot, 'rows' | 'links'>> => {
  const rows: (readonly Cell[])[] = [];
  const links = new Map<string, string>();
  visitRows(sheet, (row) => {
    const cells: Cell[] = [];
    const end = visitCells(sheet, row, (cell) => {
      const value = readCell(sheet, cell, key);
      if (value === '') return;
      const url = linkOfFormula(sheet, cell);
      if (url !== undefined) links.set(spotOf(row.number, cell.column), url);
      const gap = cell.column - 1 - cells.length;
      room.take(0, gap < wideGap ? gap + 1 : costOfWideGap);
      if (gap < wideGap) while (cells.length < cell.column - 1) cells.push('');
      cells[cell.column - 1] = value;
    });
    if (cells.length > 0) {
      room.take(row.number - rows.length, 0);
      while (rows.length < row.number - 1) rows.push(noCells);
      rows[row.number - 1] = cells;
    }
    return end;
  });
  // It is these that are followed where a cell has both.
  for (const [spot, url] of openCellLinks(sheet, relations).all()) links.set(spot, url);
  return { rows, links };
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
