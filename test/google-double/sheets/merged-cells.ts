import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from './a1-range.ts';
import { contains, fromGridRange, overlap } from './grid-range.ts';
import type { Sheet } from './model.ts';

type GridRange = sheets_v4.Schema$GridRange;

/** Merges that lie in an area with all their cells. */
export const mergesWithin = (sheet: Sheet, area: Area): readonly GridRange[] =>
  sheet.merges.filter((each) => contains(area, fromGridRange(each)));

/** Whether a merge lies in an area with some of its cells only. */
export const cutsMerge = (sheet: Sheet, area: Area): boolean =>
  sheet.merges.map(fromGridRange).some((each) => overlap(area, each) && !contains(area, each));

/** Takes the merges off an area. */
export function dropMerges(sheet: Sheet, area: Area): void {
  const gone = new Set(mergesWithin(sheet, area));
  sheet.merges = sheet.merges.filter((each) => !gone.has(each));
}

/** A merge over an area of a tab. */
export const mergeOver = (sheetId: number, area: Area): GridRange => ({
  sheetId,
  startRowIndex: area.startRow,
  endRowIndex: area.endRow,
  startColumnIndex: area.startColumn,
  endColumnIndex: area.endColumn,
});
