import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from './a1-range.ts';
import { bandingAnswer } from './banding-requests.ts';
import { withColours } from './colour-styles.ts';
import { ruleAnswer } from './conditional-format-requests.ts';
import { metadataOfSheet, metadataOfSpreadsheet } from './developer-metadata.ts';
import { clip } from './draft.ts';
import { filterAnswer } from './filter-requests.ts';
import { gridData } from './grid-data.ts';
import { answeredRange } from './grid-range.ts';
import { groupAnswers } from './line-groups.ts';
import { columnCount, rowCount, type Sheet, type Spreadsheet } from './model.ts';
import { type Caller, protectionAnswer } from './protection.ts';
import { type Located, locate } from './resolve-range.ts';
import { tableAnswer } from './tables.ts';

/** What an answer should hold: which ranges (all tabs where it does not say), whether their cells; and who asks. */
export type Wanted = {
  readonly caller: Caller;
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
  { located, withCells, caller }: Wanted,
): sheets_v4.Schema$Spreadsheet {
  const shown = spreadsheet.sheets.filter(
    (sheet) => located?.some((each) => each.sheet === sheet) ?? true,
  );
  const metadata = metadataOfSpreadsheet(spreadsheet, caller);
  return {
    spreadsheetId: spreadsheet.spreadsheetId,
    properties: spreadsheet.properties,
    sheets: shown.map((sheet) => {
      const areas = located?.filter((each) => each.sheet === sheet).map((each) => each.area);
      return {
        ...sheetAnswer(spreadsheet, sheet, caller),
        ...(withCells && {
          data: (areas ?? [wholeGrid(sheet)]).map((area) =>
            gridData(spreadsheet, { sheet, area: clip(sheet, area) }, caller),
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

function sheetAnswer(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  caller: Caller,
): sheets_v4.Schema$Sheet {
  const metadata = metadataOfSheet(spreadsheet, sheet, caller);
  return {
    properties: withColours(sheet.properties),
    ...(sheet.merges.length > 0 && { merges: sheet.merges.map(answeredRange) }),
    ...(sheet.protectedRanges.length > 0 && {
      protectedRanges: sheet.protectedRanges.map((each) => protectionAnswer(each, caller)),
    }),
    ...(sheet.conditionalFormats.length > 0 && {
      conditionalFormats: sheet.conditionalFormats.map(ruleAnswer),
    }),
    ...(sheet.bandedRanges.length > 0 && { bandedRanges: sheet.bandedRanges.map(bandingAnswer) }),
    ...(sheet.rowGroups.length > 0 && { rowGroups: groupAnswers(sheet.rowGroups) }),
    ...(sheet.columnGroups.length > 0 && { columnGroups: groupAnswers(sheet.columnGroups) }),
    ...(sheet.basicFilter && { basicFilter: filterAnswer(sheet.basicFilter) }),
    ...(sheet.filterViews.length > 0 && { filterViews: sheet.filterViews.map(filterAnswer) }),
    ...(sheet.tables.length > 0 && {
      tables: sheet.tables.map((each) => tableAnswer(sheet, each)),
    }),
    ...(metadata.length > 0 && { developerMetadata: metadata }),
  };
}
