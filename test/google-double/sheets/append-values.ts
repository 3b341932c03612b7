import { type Call, jsonBody, piece, type Reply } from '../call.ts';
import { shownRows } from '../formulas/shown-rows.ts';
import type { Area } from './a1-range.ts';
import { growTo, openDraft, refuseBeyondCellLimit } from './draft.ts';
import { insertLines } from './lines.ts';
import { rowCount, type ShownCell } from './model.ts';
import { locateOnGrid, nameOf } from './resolve-range.ts';
import { effectiveValue } from './shown-value.ts';
import { callerOf, spreadsheetFor } from './spreadsheet-access.ts';
import { rowsOf, valueRange, writeOptions, writeRange } from './value-range.ts';

/**
 * Appends below the table found in the range, or at its start when the range is empty; the grid grows as needed.
 *
 * What stands there is written over, unless rows are to be inserted for it.
 */
export function appendValues(call: Call): Reply {
  const body = valueRange(jsonBody(call), 'data');
  const options = writeOptions(call.query);
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const { sheet, area } = locateOnGrid(draft, piece(call, 1));
  const table = tableIn(shownRows(draft, sheet, call.world.now()), area);
  const start = table
    ? { startRow: table.endRow, startColumn: table.startColumn }
    : { startRow: area.startRow, startColumn: area.startColumn };
  const values = rowsOf(body);
  const width = Math.max(1, ...values.map((row) => row.length));
  const target = {
    ...start,
    endRow: start.startRow + Math.max(1, values.length),
    endColumn: start.startColumn + width,
  };
  if (call.query.get('insertDataOption') === 'INSERT_ROWS' && target.startRow < rowCount(sheet)) {
    const span = { sheet, dimension: 'ROWS', start: target.startRow, end: target.endRow } as const;
    insertLines(draft, span, target.startRow > 0);
  }
  growTo(sheet, { rows: target.endRow, columns: target.endColumn });
  refuseBeyondCellLimit(draft);
  const place = { sheet, area: target, range: nameOf({ sheet, area: target }) };
  const { reply: updates } = writeRange(draft, place, { body, options, caller: callerOf(call) });
  call.world.saveSpreadsheet(draft, call.account);
  return {
    json: {
      spreadsheetId: draft.spreadsheetId,
      ...(table && { tableRange: nameOf({ sheet, area: table }) }),
      updates,
    },
  };
}

type ShownRows = ReturnType<typeof shownRows>;

/** What a formula fills counts too, even where it shows nothing. */
const hasValue = (cell: ShownCell | undefined): boolean =>
  cell !== undefined && effectiveValue(cell) !== undefined;

/**
 * The block of filled cells that the last filled cell of a range belongs to: neighbours in all eight directions.
 *
 * The last is the one furthest right in the lowest row: where a row has a gap, what stands behind the gap is a table of its
 * own, below which Google goes on.
 */
function tableIn(rows: ShownRows, area: Area): Area | undefined {
  for (let row = Math.min(area.endRow, rows.length) - 1; row >= area.startRow; row -= 1) {
    const cells = rows[row]?.slice(area.startColumn, area.endColumn) ?? [];
    const column = cells.findLastIndex(hasValue);
    if (column >= 0) return grown(rows, { row, column: area.startColumn + column });
  }
  return undefined;
}

function grown(rows: ShownRows, seed: { readonly row: number; readonly column: number }): Area {
  let area = {
    startRow: seed.row,
    endRow: seed.row + 1,
    startColumn: seed.column,
    endColumn: seed.column + 1,
  };
  const rowTouches = (row: number): boolean =>
    rows[row]?.slice(Math.max(0, area.startColumn - 1), area.endColumn + 1).some(hasValue) ?? false;
  const columnTouches = (column: number): boolean => {
    if (column < 0) return false;
    for (let row = Math.max(0, area.startRow - 1); row <= area.endRow; row += 1) {
      if (hasValue(rows[row]?.[column])) return true;
    }
    return false;
  };
  for (;;) {
    if (rowTouches(area.startRow - 1)) area = { ...area, startRow: area.startRow - 1 };
    else if (rowTouches(area.endRow)) area = { ...area, endRow: area.endRow + 1 };
    else if (columnTouches(area.startColumn - 1))
      area = { ...area, startColumn: area.startColumn - 1 };
    else if (columnTouches(area.endColumn)) area = { ...area, endColumn: area.endColumn + 1 };
    else return area;
  }
}
