import { invalid } from '../api-error.ts';
import { type Area, everything } from './a1-range.ts';
import { cellChange } from './cell-fields.ts';
import {
  clip,
  growTo,
  positions,
  putCell,
  refuseBeyondCellLimit,
  refuseBeyondGrid,
  sheetById,
} from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import { columnCount, rowCount, type Sheet } from './model.ts';
import { refuseProtected } from './protection.ts';

/** Requests that write cells as such. */
export const cellRequests: Handlers = {
  /** Writes from a corner on (`start`), or over a whole range (`range`), which is emptied where nothing is given for it. */
  updateCells: silent((draft, { updateCells }, { caller }) => {
    const { start, range, rows, fields } = updateCells ?? {};
    const sheet = sheetById(draft, (start ?? range)?.sheetId);
    const changed = cellChange(maskOf(fields));
    const corner = {
      startRow: start?.rowIndex ?? range?.startRowIndex ?? 0,
      startColumn: start?.columnIndex ?? range?.startColumnIndex ?? 0,
    };
    const given = {
      ...corner,
      endRow: corner.startRow + (rows?.length ?? 0),
      endColumn: corner.startColumn + Math.max(0, ...widthsOf(rows)),
    };
    if (range) refuseBeyondGrid(sheet, fromGridRange(range));
    const limits = clip(sheet, range ? fromGridRange(range) : everything);
    refuseBeyondLimits(given, limits);
    const area = range ? limits : given;
    refuseProtected(sheet, area, caller);
    for (const at of positions(area)) {
      const value = rows?.[at.row - area.startRow]?.values?.[at.column - area.startColumn];
      if (!range && value === undefined) continue;
      putCell(sheet, at, changed(sheet.rows[at.row]?.[at.column], value));
    }
  }),
  repeatCell: silent((draft, { repeatCell }, { caller }) => {
    const { range, cell, fields } = repeatCell ?? {};
    const sheet = sheetById(draft, range?.sheetId);
    refuseBeyondGrid(sheet, fromGridRange(range ?? {}));
    const area = clip(sheet, fromGridRange(range ?? {}));
    const changed = cellChange(maskOf(fields));
    refuseProtected(sheet, area, caller);
    for (const at of positions(area)) {
      putCell(sheet, at, changed(sheet.rows[at.row]?.[at.column], cell));
    }
  }),
  /** Writes below the last row that holds anything, from the first column on; the grid grows as needed. */
  appendCells: silent((draft, { appendCells }, { caller }) => {
    const { sheetId, rows, fields, tableId } = appendCells ?? {};
    if (tableId) throw invalid(`No table with id: ${tableId}`);
    const sheet = sheetById(draft, sheetId);
    const changed = cellChange(maskOf(fields));
    const startRow = afterLastValue(sheet);
    const area = {
      startRow,
      endRow: startRow + (rows?.length ?? 0),
      startColumn: 0,
      endColumn: Math.max(0, ...widthsOf(rows)),
    };
    if (area.endColumn > columnCount(sheet)) {
      throw invalid(beyond('column', columnCount(sheet)));
    }
    growTo(sheet, { rows: area.endRow, columns: area.endColumn });
    refuseBeyondCellLimit(draft);
    refuseProtected(sheet, area, caller);
    for (const at of positions(area)) {
      const value = rows?.[at.row - startRow]?.values?.[at.column];
      if (value === undefined) continue;
      putCell(sheet, at, changed(sheet.rows[at.row]?.[at.column], value));
    }
  }),
};

const widthsOf = (
  rows: readonly { readonly values?: readonly unknown[] }[] | undefined,
): readonly number[] => (rows ?? []).map((row) => row.values?.length ?? 0);

/** Refuses cells that do not fit into the range, or onto the grid. */
function refuseBeyondLimits(given: Area, limits: Area): void {
  if (given.endRow > limits.endRow) throw invalid(beyond('row', limits.endRow));
  if (given.endColumn > limits.endColumn) throw invalid(beyond('column', limits.endColumn));
}

const beyond = (line: 'row' | 'column', end: number): string =>
  `Attempting to write ${line}: ${end}, beyond the last requested ${line} of: ${end - 1}`;

function afterLastValue(sheet: Sheet): number {
  const last = sheet.rows.findLastIndex((row) =>
    row?.some((cell) => cell?.userEnteredValue !== undefined),
  );
  return Math.min(last + 1, rowCount(sheet));
}
