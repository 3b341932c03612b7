import { invalid } from '../api-error.ts';
import type { Area } from './a1-range.ts';
import { changeRanges } from './borne-ranges.ts';
import {
  clip,
  growTo,
  putCell,
  refuseBeyondCellLimit,
  refuseBeyondGrid,
  sheetById,
} from './draft.ts';
import { contains, fromGridRange, type Shift, shifted } from './grid-range.ts';
import { type Handlers, silent } from './handler.ts';
import { cutsMerge } from './merged-cells.ts';
import {
  type Cell,
  columnCount,
  type Dimension,
  rowCount,
  type Sheet,
  type Spreadsheet,
} from './model.ts';
import { type Caller, refuseProtected } from './protection.ts';

/** Requests that insert or delete cells, while the others of their rows or columns make room or close up. */
export const shiftRequests: Handlers = {
  /** Cells that stand in the way move down, or to the right; the grid grows by what would fall off its end. */
  insertRange: silent((draft, { insertRange }, { caller }) => {
    const place = placeOf(draft, insertRange, caller);
    const { sheet, area, dimension, band } = place;
    const count = countOf(area, dimension);
    const last = lastFilled(sheet, band, dimension);
    if (dimension === 'ROWS') growTo(sheet, { rows: last + count, columns: 0 });
    else growTo(sheet, { rows: 0, columns: last + count });
    refuseBeyondCellLimit(draft);
    shiftCells(draft, place, count);
  }),
  /** Cells after the deleted ones move up, or to the left. */
  deleteRange: silent((draft, { deleteRange }, { caller }) => {
    const place = placeOf(draft, deleteRange, caller);
    shiftCells(draft, place, -countOf(place.area, place.dimension));
  }),
};

type Place = {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly dimension: Dimension;
  /** The range, and all after it in the way of the shift. */
  readonly band: Area;
};

function placeOf(
  draft: Spreadsheet,
  asked:
    | {
        readonly range?: Parameters<typeof fromGridRange>[0];
        readonly shiftDimension?: string | null;
      }
    | undefined,
  caller: Caller,
): Place {
  const dimension = asked?.shiftDimension;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('No dimension specified.');
  const sheet = sheetById(draft, asked?.range?.sheetId);
  refuseBeyondGrid(sheet, fromGridRange(asked?.range ?? {}));
  const area = clip(sheet, fromGridRange(asked?.range ?? {}));
  const band =
    dimension === 'ROWS' ? { ...area, endRow: Infinity } : { ...area, endColumn: Infinity };
  refuseProtected(sheet, band, caller);
  if (cutsMerge(sheet, band)) {
    throw invalid("You can't perform a paste that partially intersects a merge.");
  }
  return { sheet, area, dimension, band };
}

const countOf = (area: Area, dimension: Dimension): number =>
  dimension === 'ROWS' ? area.endRow - area.startRow : area.endColumn - area.startColumn;

/** The end of what stands in a band. */
function lastFilled(sheet: Sheet, band: Area, dimension: Dimension): number {
  const rows = sheet.rows.map((row) => row?.slice(0, band.endColumn));
  if (dimension === 'ROWS') {
    return (
      rows.findLastIndex((row) => row?.slice(band.startColumn).some((cell) => cell !== undefined)) +
      1
    );
  }
  return rows
    .slice(band.startRow, band.endRow)
    .reduce(
      (last, row) => Math.max(last, (row ?? []).findLastIndex((cell) => cell !== undefined) + 1),
      0,
    );
}

/** Moves the cells of a band, and the ranges that lie in it, by so many lines; below 0 the first ones go. */
function shiftCells(
  draft: Spreadsheet,
  { sheet, area, dimension, band }: Place,
  count: number,
): void {
  const { endRow, endColumn } = clip(sheet, band);
  const before = Array.from({ length: rowCount(sheet) }, (_, row) => sheet.rows[row]?.slice());
  const cellBefore = (row: number, column: number): Cell | undefined =>
    row < area.startRow || column < area.startColumn ? undefined : before[row]?.[column];
  const [down, across] = dimension === 'ROWS' ? [count, 0] : [0, count];
  const isNew = (row: number, column: number): boolean =>
    count > 0 && row < area.endRow && column < area.endColumn;
  for (let row = area.startRow; row < endRow; row += 1) {
    for (let column = area.startColumn; column < endColumn; column += 1) {
      const cell = isNew(row, column) ? undefined : cellBefore(row - down, column - across);
      if (column < columnCount(sheet)) putCell(sheet, { row, column }, cell ?? {});
    }
  }
  const at = dimension === 'ROWS' ? area.startRow : area.startColumn;
  const shift: Shift = { dimension, at, count };
  changeRanges(draft, sheet, (range) =>
    contains(band, fromGridRange(range)) ? shifted(range, shift) : range,
  );
}
