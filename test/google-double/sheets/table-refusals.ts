import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { parseFieldMask, reaches } from '../field-mask.ts';
import { sheetById } from './draft.ts';
import { fromGridRange, overlap } from './grid-range.ts';
import type { Spreadsheet } from './model.ts';
import { tablesAt } from './tables.ts';

type GridRange = sheets_v4.Schema$GridRange;

/**
 * What tables keep other requests from doing.
 *
 * Belief (likely): a typed column takes no format of numbers and no drop-down of its own. The words are Google's, as Apps
 * Script passes them on (many public scripts quote them); that the API says the same is likely. That it takes any value
 * is unknown.
 * Belief (likely): a filter of the tab may not lie over a table, which brings its own.
 */
export function refuseOverTables(draft: Spreadsheet, request: sheets_v4.Schema$Request): void {
  const typed = typedAt(draft, formattedRange(request));
  if (typed) throw invalid('This operation is not allowed on cells in typed columns.');
  const range = request.setBasicFilter?.filter?.range;
  if (range && tablesAt(sheetById(draft, range.sheetId), range).length > 0) {
    throw invalid("You can't create a filter over a range that overlaps a table.");
  }
}

function typedAt(draft: Spreadsheet, range: GridRange | undefined): boolean {
  if (!range) return false;
  return sheetById(draft, range.sheetId).tables.some(({ typed }) =>
    typed.some((each) => overlap(fromGridRange(each.range), fromGridRange(range))),
  );
}

/** The cells to which a request gives a format of numbers or a rule for what may be typed. */
function formattedRange(request: sheets_v4.Schema$Request): GridRange | undefined {
  const { setDataValidation, repeatCell, updateCells } = request;
  if (setDataValidation?.range) return setDataValidation.range;
  const fields = repeatCell?.fields ?? updateCells?.fields;
  if (!fields || !formats(fields)) return undefined;
  if (repeatCell) return repeatCell.range;
  const { start, rows = [], range } = updateCells ?? {};
  if (range) return range;
  const { rowIndex, columnIndex } = start ?? {};
  const width = Math.max(1, ...rows.map(({ values = [] }) => values.length));
  return {
    ...start,
    startRowIndex: rowIndex ?? 0,
    endRowIndex: (rowIndex ?? 0) + rows.length,
    startColumnIndex: columnIndex ?? 0,
    endColumnIndex: (columnIndex ?? 0) + width,
  };
}

const formats = (fields: string): boolean => {
  const mask = parseFieldMask(fields);
  return reaches(mask, ['userEnteredFormat', 'numberFormat']) || reaches(mask, ['dataValidation']);
};
