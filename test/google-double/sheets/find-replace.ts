import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import type { Area } from './a1-range.ts';
import { clip, positions, putCell, refuseBeyondGrid, sheetById } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import type { Handlers } from './handler.ts';
import { localeOf, type Sheet, type Spreadsheet } from './model.ts';
import { refuseProtected } from './protection.ts';
import { formattedValue } from './shown-value.ts';
import { withInput } from './write-cell.ts';

type Asked = sheets_v4.Schema$FindReplaceRequest;

/** The request that puts a text in the place of another, wherever it shows; what becomes of a cell counts as typed. */
export const findReplaceRequests: Handlers = {
  findReplace: (draft, { findReplace }, { caller }) => {
    const asked = findReplace ?? {};
    const replace = replacing(asked);
    const locale = localeOf(draft);
    const found = { values: 0, formulas: 0, occurrences: 0, rows: 0, sheets: 0 };
    for (const { sheet, area } of placesOf(draft, asked)) {
      const rows = new Set<number>();
      for (const at of positions({ ...area, endRow: Math.min(area.endRow, sheet.rows.length) })) {
        const cell = sheet.rows[at.row]?.[at.column];
        const formula = cell?.userEnteredValue?.formulaValue;
        const isFormula = typeof formula === 'string';
        if (!cell || (isFormula && !asked.includeFormulas)) continue;
        const text = isFormula ? formula : (formattedValue(cell, locale) ?? '');
        const { becomes, count } = replace(text);
        if (count === 0) continue;
        const only = {
          startRow: at.row,
          endRow: at.row + 1,
          startColumn: at.column,
          endColumn: at.column + 1,
        };
        refuseProtected(sheet, only, caller);
        putCell(sheet, at, withInput(cell, becomes, { input: 'USER_ENTERED', locale }));
        found[isFormula ? 'formulas' : 'values'] += 1;
        found.occurrences += count;
        rows.add(at.row);
      }
      found.rows += rows.size;
      found.sheets += rows.size > 0 ? 1 : 0;
    }
    return { findReplace: answer(found) };
  },
};

/** Where to look: exactly one of a range, a tab, all tabs. */
function placesOf(
  draft: Spreadsheet,
  { range, sheetId, allSheets }: Asked,
): readonly { readonly sheet: Sheet; readonly area: Area }[] {
  const given = [range !== undefined, typeof sheetId === 'number', allSheets === true];
  if (given.filter(Boolean).length !== 1) {
    throw invalid('Exactly one of range, sheetId and allSheets must be given.');
  }
  if (range) {
    const sheet = sheetById(draft, range.sheetId);
    refuseBeyondGrid(sheet, fromGridRange(range));
    return [{ sheet, area: clip(sheet, fromGridRange(range)) }];
  }
  const sheets = allSheets ? draft.sheets : [sheetById(draft, sheetId)];
  return sheets.map((sheet) => ({ sheet, area: clip(sheet, fromGridRange({})) }));
}

/** Replaces in one text, and counts how often. */
function replacing({
  find,
  replacement,
  matchCase,
  matchEntireCell,
  searchByRegex,
}: Asked): (text: string) => { readonly becomes: string; readonly count: number } {
  if (!find) throw invalid('There must be something to find.');
  const source = searchByRegex ? find : find.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const pattern = patternOf(matchEntireCell ? `^(?:${source})$` : source, matchCase ? 'gu' : 'giu');
  const into = replacement ?? '';
  return (text) => ({
    becomes: searchByRegex ? text.replace(pattern, into) : text.replace(pattern, () => into),
    count: [...text.matchAll(pattern)].length,
  });
}

function patternOf(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw invalid(`Invalid regular expression: ${source}`);
  }
}

/** Counts of none are left out. */
const answer = (found: {
  readonly values: number;
  readonly formulas: number;
  readonly occurrences: number;
  readonly rows: number;
  readonly sheets: number;
}): sheets_v4.Schema$FindReplaceResponse => ({
  ...(found.values > 0 && { valuesChanged: found.values }),
  ...(found.formulas > 0 && { formulasChanged: found.formulas }),
  ...(found.occurrences > 0 && { occurrencesChanged: found.occurrences }),
  ...(found.rows > 0 && { rowsChanged: found.rows }),
  ...(found.sheets > 0 && { sheetsChanged: found.sheets }),
});
