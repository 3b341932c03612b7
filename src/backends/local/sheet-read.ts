import type { Cell } from '../../core/snapshot.ts';
import { type CellKey, readCell } from './cell-value.ts';
import { type Sheet, visitCells, visitRows } from './sheet-scan.ts';

const NO_CELLS: readonly Cell[] = [];

/**
 * The cells of a sheet.
 *
 * Only cells that hold something take up memory, so that a million rows which somebody merely coloured cost
 * nothing.
 */
export const readSheet = (sheet: Sheet, key: CellKey): readonly (readonly Cell[])[] => {
  const rows: (readonly Cell[])[] = [];
  visitRows(sheet, (row) => {
    const cells: Cell[] = [];
    const end = visitCells(sheet, row, (cell) => {
      const value = readCell(sheet, cell, key);
      if (value === '') return;
      while (cells.length < cell.column - 1) cells.push('');
      cells[cell.column - 1] = value;
    });
    if (cells.length > 0) {
      while (rows.length < row.number - 1) rows.push(NO_CELLS);
      rows[row.number - 1] = cells;
    }
    return end;
  });
  return rows;
};
