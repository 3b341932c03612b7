import { invalid } from '../api-error.ts';
import { type A1Reference, type Area, everything, formatA1, parseA1 } from './a1-range.ts';
import { clip, refuseBeyondGrid, sheetById, sheetByTitle } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import { type Sheet, type Spreadsheet, title } from './model.ts';

/** The tab and the cells that an A1 text names in a spreadsheet; open ends stay open. */
export type Located = { readonly sheet: Sheet; readonly area: Area };

/**
 * Finds a range by A1 text or by the name of a named range, which may stand behind the title of a tab.
 *
 * A word without quotes is a named range first and a tab's title second. Source: "A1 notation" in the guide of the API.
 */
export function locate(spreadsheet: Spreadsheet, text: string): Located {
  const reference = parseA1(text);
  const located =
    reference.kind === 'word'
      ? (locateName(spreadsheet, reference) ?? locateTab(spreadsheet, reference))
      : locateCells(spreadsheet, reference);
  if (!located) throw invalid(`Unable to parse range: ${text}`);
  return located;
}

type Reference<Kind extends A1Reference['kind']> = Extract<A1Reference, { readonly kind: Kind }>;

/** A named range; upper and lower case are one. Behind a title, the tab must be there, and need not be the range's. */
export function locateName(
  spreadsheet: Spreadsheet,
  { word, title: tab }: Reference<'word'>,
): Located | undefined {
  if (tab !== undefined && !sheetByTitle(spreadsheet, tab)) return undefined;
  const lower = word.toLowerCase();
  const named = spreadsheet.namedRanges.find((each) => each.name?.toLowerCase() === lower)?.range;
  return named && { sheet: sheetById(spreadsheet, named.sheetId), area: fromGridRange(named) };
}

/** A whole tab, by a word that nothing stands before. */
function locateTab(
  spreadsheet: Spreadsheet,
  { word, title: tab }: Reference<'word'>,
): Located | undefined {
  const sheet = tab === undefined ? sheetByTitle(spreadsheet, word) : undefined;
  return sheet && { sheet, area: everything };
}

function locateCells(
  spreadsheet: Spreadsheet,
  reference: Reference<'cells' | 'tab'>,
): Located | undefined {
  const sheet =
    reference.title === undefined
      ? spreadsheet.sheets.find((each) => !each.properties.hidden)
      : sheetByTitle(spreadsheet, reference.title);
  return sheet && { sheet, area: reference.kind === 'cells' ? reference.area : everything };
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
