import { shownRows } from '../formulas/shown-rows.ts';
import { clip, putCell, refuseBeyondGrid, sheetById } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import type { Handlers } from './handler.ts';
import { type Cell, localeOf } from './model.ts';
import { refuseProtected } from './protection.ts';
import { formattedValue } from './shown-value.ts';

/** The request that takes rows out of a range which an earlier row says already; those below close up. */
export const duplicateRowRequests: Handlers = {
  deleteDuplicates: (draft, { deleteDuplicates }, { caller }) => {
    const { range = {}, comparisonColumns } = deleteDuplicates ?? {};
    const sheet = sheetById(draft, range.sheetId);
    refuseBeyondGrid(sheet, fromGridRange(range));
    const area = clip(sheet, fromGridRange(range));
    refuseProtected(sheet, area, caller);
    const locale = localeOf(draft);
    const width = area.endColumn - area.startColumn;
    const isCompared = (column: number): boolean =>
      (comparisonColumns ?? []).length === 0 ||
      (comparisonColumns ?? []).some(
        ({ startIndex, endIndex }) =>
          (startIndex ?? 0) <= column && column < (endIndex ?? Infinity),
      );
    const seen = new Set<string>();
    const shown = shownRows(draft, sheet, caller.nowMs);
    const kept: (readonly (Cell | undefined)[])[] = [];
    for (let row = area.startRow; row < area.endRow; row += 1) {
      const cells = Array.from(
        { length: width },
        (_, offset) => sheet.rows[row]?.[area.startColumn + offset],
      );
      const compared = Array.from(cells, (_, offset) => area.startColumn + offset).filter(
        isCompared,
      );
      const texts = compared
        .map((column) => shown[row]?.[column])
        .map((cell) => (cell && formattedValue(cell, locale))?.toLowerCase());
      const key = JSON.stringify(texts.map((text) => text ?? ''));
      if (seen.has(key)) continue;
      seen.add(key);
      kept.push(cells);
    }
    for (let row = area.startRow; row < area.endRow; row += 1) {
      for (let column = area.startColumn; column < area.endColumn; column += 1) {
        const cell = kept[row - area.startRow]?.[column - area.startColumn];
        putCell(sheet, { row, column }, cell ?? {});
      }
    }
    const duplicatesRemovedCount = area.endRow - area.startRow - kept.length;
    return { deleteDuplicates: duplicatesRemovedCount > 0 ? { duplicatesRemovedCount } : {} };
  },
};
