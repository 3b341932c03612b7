import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import type { Area } from './a1-range.ts';
import { clip, positions, putCell, sheetById } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import { type Handlers, silent } from './handler.ts';
import { cutsMerge, dropMerges, mergeOver } from './merged-cells.ts';
import type { Sheet } from './model.ts';
import { refuseProtected } from './protection.ts';

/** Requests that make one cell of several, and several of one. */
export const mergeRequests: Handlers = {
  mergeCells: silent((draft, { mergeCells }, { caller }) => {
    const sheet = sheetById(draft, mergeCells?.range?.sheetId);
    const area = clip(sheet, fromGridRange(mergeCells?.range ?? {}));
    refuseProtected(sheet, area, caller);
    refuseCutMerges(sheet, area);
    dropMerges(sheet, area);
    for (const merged of mergedAreas(mergeCells?.mergeType, area)) {
      sheet.merges = [...sheet.merges, mergeOver(sheet.sheetId, merged)];
      keepFirstValue(sheet, merged);
    }
  }),
  unmergeCells: silent((draft, { unmergeCells }, { caller }) => {
    const sheet = sheetById(draft, unmergeCells?.range?.sheetId);
    const area = clip(sheet, fromGridRange(unmergeCells?.range ?? {}));
    refuseProtected(sheet, area, caller);
    refuseCutMerges(sheet, area);
    dropMerges(sheet, area);
  }),
};

function refuseCutMerges(sheet: Sheet, area: Area): void {
  if (!cutsMerge(sheet, area)) return;
  throw invalid('You must select all cells in a merged range to merge or unmerge them.');
}

/** One merge for all, or one for each row or column of the range. */
function mergedAreas(
  mergeType: sheets_v4.Schema$MergeCellsRequest['mergeType'],
  area: Area,
): readonly Area[] {
  if (mergeType === 'MERGE_ROWS') {
    return Array.from({ length: area.endRow - area.startRow }, (_, offset) => ({
      ...area,
      startRow: area.startRow + offset,
      endRow: area.startRow + offset + 1,
    }));
  }
  if (mergeType === 'MERGE_COLUMNS') {
    return Array.from({ length: area.endColumn - area.startColumn }, (_, offset) => ({
      ...area,
      startColumn: area.startColumn + offset,
      endColumn: area.startColumn + offset + 1,
    }));
  }
  return [area];
}

/** What stood in the other cells of a merge is lost; their formats stay. */
function keepFirstValue(sheet: Sheet, area: Area): void {
  for (const at of positions(area)) {
    const isFirst = at.row === area.startRow && at.column === area.startColumn;
    const cell = sheet.rows[at.row]?.[at.column];
    if (isFirst || !cell) continue;
    const { userEnteredValue: _lost, ...kept } = cell;
    putCell(sheet, at, kept);
  }
}
