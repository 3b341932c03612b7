import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from './a1-range.ts';
import { withColours } from './colour-styles.ts';
import { metadataOfSheet, metadataOfSpreadsheet } from './developer-metadata.ts';
import { clip } from './draft.ts';
import { filterAnswer } from './filter-requests.ts';
import { gridData } from './grid-data.ts';
import { answeredRange } from './grid-range.ts';
import { groupAnswers } from './line-groups.ts';
import { columnCount, rowCount, type Sheet, type Spreadsheet } from './model.ts';
import { type Located, locate } from './resolve-range.ts';

/** What an answer should hold: which ranges (all tabs where it does not say), and whether their cells. */
export type Wanted = {
  readonly located?: readonly Located[] | undefined;
  readonly withCells: boolean;
};

/** The ranges that a call names; none means all tabs. */
export const locatedAll = (
  spreadsheet: Spreadsheet,
  ranges: readonly string[],
): readonly Located[] | undefined =>
  ranges.length === 0 ? undefined : ranges.map((range) => locate(spreadsheet, range));

/** A spreadsheet as `spreadsheets.get` and `includeSpreadsheetInResponse` tell it. */
export function spreadsheetAnswer(
  spreadsheet: Spreadsheet,
  { located, withCells }: Wanted,
): sheets_v4.Schema$Spreadsheet {
  const shown = spreadsheet.sheets.filter(
    (sheet) => located?.some((each) => each.sheet === sheet) ?? true,
  );
  const metadata = metadataOfSpreadsheet(spreadsheet);
  return {
    spreadsheetId: spreadsheet.spreadsheetId,
    properties: spreadsheet.properties,
    sheets: shown.map((sheet) => {
      const areas = located?.filter((each) => each.sheet === sheet).map((each) => each.area);
      return {
        ...sheetAnswer(spreadsheet, sheet),
        ...(withCells && {
          data: (areas ?? [wholeGrid(sheet)]).map((area) =>
            gridData(spreadsheet, sheet, clip(sheet, area)),
          ),
        }),
      };
    }),
    ...(spreadsheet.namedRanges.length > 0 && {
      namedRanges: spreadsheet.namedRanges.map((each) => ({
        ...each,
        range: answeredRange(each.range ?? {}),
      })),
    }),
    ...(metadata.length > 0 && { developerMetadata: metadata }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheet.spreadsheetId}/edit`,
  };
}

const wholeGrid = (sheet: Sheet): Area => ({
  startRow: 0,
  endRow: rowCount(sheet),
  startColumn: 0,
  endColumn: columnCount(sheet),
});

function sheetAnswer(spreadsheet: Spreadsheet, sheet: Sheet): sheets_v4.Schema$Sheet {
  const ranged = <Value extends { readonly range?: sheets_v4.Schema$GridRange }>(
    values: readonly Value[],
  ): Value[] => values.map((each) => ({ ...each, range: answeredRange(each.range ?? {}) }));
  const metadata = metadataOfSheet(spreadsheet, sheet);
  return {
    properties: withColours(sheet.properties),
    ...(sheet.merges.length > 0 && { merges: sheet.merges.map(answeredRange) }),
    ...(sheet.protectedRanges.length > 0 && { protectedRanges: ranged(sheet.protectedRanges) }),
    ...(sheet.conditionalFormats.length > 0 && {
      conditionalFormats: withColours(sheet.conditionalFormats).map((each) => ({
        ...each,
        ranges: (each.ranges ?? []).map(answeredRange),
      })),
    }),
    ...(sheet.bandedRanges.length > 0 && { bandedRanges: withColours(ranged(sheet.bandedRanges)) }),
    ...(sheet.rowGroups.length > 0 && { rowGroups: groupAnswers(sheet.rowGroups) }),
    ...(sheet.columnGroups.length > 0 && { columnGroups: groupAnswers(sheet.columnGroups) }),
    ...(sheet.basicFilter && { basicFilter: filterAnswer(sheet.basicFilter) }),
    ...(sheet.filterViews.length > 0 && { filterViews: sheet.filterViews.map(filterAnswer) }),
    ...(metadata.length > 0 && { developerMetadata: metadata }),
  };
}
