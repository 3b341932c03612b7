import { invalid } from '../api-error.ts';
import { type Area, formatA1, parseA1 } from './a1-range.ts';
import { clip, refuseBeyondGrid, sheetById, sheetByTitle } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import { type Sheet, type Spreadsheet, title } from './model.ts';

/** The tab and the cells that an A1 text names in a spreadsheet; open ends stay open. */
export type Located = { readonly sheet: Sheet; readonly area: Area };

/** Finds a range by A1 text or by the name of a named range. */
export function locate(spreadsheet: Spreadsheet, text: string): Located {
  const reference = parseA1(text);
  if (reference.title === undefined) {
    const first = spreadsheet.sheets.find((each) => !each.properties.hidden);
    if (!first) throw invalid(`Unable to parse range: ${text}`);
    return { sheet: first, area: reference.area };
  }
  const sheet = sheetByTitle(spreadsheet, reference.title);
  if (sheet) return { sheet, area: reference.area };
  const named = spreadsheet.namedRanges.find((each) => each.name === text)?.range;
  if (!named) throw invalid(`Unable to parse range: ${text}`);
  return { sheet: sheetById(spreadsheet, named.sheetId), area: fromGridRange(named) };
}

/** The same, cut to the grid; refused where it begins beyond it. */
export function locateOnGrid(spreadsheet: Spreadsheet, text: string): Located {
  const { sheet, area } = locate(spreadsheet, text);
  refuseBeyondGrid(
    sheet,
    { ...area, endRow: area.startRow + 1, endColumn: area.startColumn + 1 },
    text,
  );
  return { sheet, area: clip(sheet, area) };
}

export const nameOf = ({ sheet, area }: Located): string => formatA1(title(sheet), area);
