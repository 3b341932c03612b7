import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { ApiError, invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import type { IdMint } from '../id-mint.ts';
import { bandingRequests } from './banding-requests.ts';
import { changedCell } from './cell-fields.ts';
import { asStyles, styleMask, withColours } from './colour-styles.ts';
import { conditionalFormatRequests } from './conditional-format-requests.ts';
import { dropMetadata } from './developer-metadata.ts';
import {
  clip,
  positions,
  putCell,
  refuseBeyondCellLimit,
  refuseBeyondGrid,
  sheetById,
  sheetByTitle,
} from './draft.ts';
import { filterRequests } from './filter-requests.ts';
import { fromGridRange } from './grid-range.ts';
import { groupRequests } from './group-requests.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import { lineRequests } from './line-requests.ts';
import { newSheet, type Sheet, type Spreadsheet } from './model.ts';
import { refuseProtected, type Writer } from './protection.ts';
import { rangeRequests } from './range-requests.ts';
import { sortRange } from './sort-range.ts';

type Request = sheets_v4.Schema$Request;
type Response = sheets_v4.Schema$Response;
type How = { readonly writer: Writer; readonly mint: IdMint };

/** Does the requests of a batch on a draft, one after the other; the first that is refused refuses them all. */
export function applyRequests(
  draft: Spreadsheet,
  requests: readonly Request[],
  how: How,
): readonly Response[] {
  return requests.map((request, index) => {
    const names = Object.keys(request);
    const [name = ''] = names;
    const handle = handlers[name];
    if (names.length !== 1 || !handle) {
      throw invalid(`Invalid requests[${index}]: No request set.`);
    }
    try {
      return handle(draft, request, how) ?? {};
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw invalid(`Invalid requests[${index}].${name}: ${error.message}`);
    }
  });
}

const handlers: Handlers = {
  ...lineRequests,
  ...rangeRequests,
  ...bandingRequests,
  ...conditionalFormatRequests,
  ...filterRequests,
  ...groupRequests,
  addSheet: (draft, { addSheet }, { mint }) => {
    const properties = asStyles(addSheet?.properties ?? {});
    const title = properties.title ?? `Sheet${draft.sheets.length + 1}`;
    refuseTakenTitle(draft, title);
    const sheet = newSheet({ ...properties, title }, properties.sheetId ?? mint.number());
    placed(draft, sheet, properties.index ?? draft.sheets.length);
    refuseBeyondCellLimit(draft);
    return { addSheet: { properties: withColours(sheet.properties) } };
  },
  deleteSheet: (draft, { deleteSheet }) => {
    const sheet = sheetById(draft, deleteSheet?.sheetId);
    if (draft.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
    draft.sheets = numbered(draft.sheets.filter((each) => each !== sheet));
    dropMetadata(draft, sheet);
    return undefined;
  },
  updateSheetProperties: (draft, { updateSheetProperties }) => {
    const { properties, fields } = updateSheetProperties ?? {};
    const sheet = sheetById(draft, properties?.sheetId);
    const mask = styleMask(maskOf(fields));
    const changed = assign(sheet.properties, asStyles(properties), mask);
    const title = String(changed['title'] ?? '');
    if (title !== sheet.properties.title) refuseTakenTitle(draft, title);
    sheet.properties = { ...changed, sheetId: sheet.sheetId };
    if (draft.sheets.every((each) => each.properties.hidden)) {
      throw invalid("You can't hide all the sheets in a document.");
    }
    return undefined;
  },
  updateSpreadsheetProperties: (draft, { updateSpreadsheetProperties }) => {
    const { properties, fields } = updateSpreadsheetProperties ?? {};
    draft.properties = assign(draft.properties, properties, maskOf(fields));
    return undefined;
  },
  sortRange: silent((draft, request, { writer }) =>
    sortRange(draft, request.sortRange ?? {}, writer),
  ),
  updateCells: (draft, { updateCells }, { writer }) => {
    const { start, range, rows, fields } = updateCells ?? {};
    const sheet = sheetById(draft, (start ?? range)?.sheetId);
    const mask = maskOf(fields);
    const height = rows?.length ?? 0;
    const width = Math.max(1, ...(rows ?? []).map((row) => row.values?.length ?? 0));
    const area = range
      ? clip(sheet, fromGridRange(range))
      : {
          startRow: start?.rowIndex ?? 0,
          startColumn: start?.columnIndex ?? 0,
          endRow: (start?.rowIndex ?? 0) + height,
          endColumn: (start?.columnIndex ?? 0) + width,
        };
    refuseBeyondGrid(sheet, area, 'updateCells');
    refuseProtected(sheet, area, writer);
    for (const at of positions(area)) {
      const row = rows?.[at.row - area.startRow];
      const given = row?.values?.[at.column - area.startColumn];
      if (!range && given === undefined) continue;
      putCell(sheet, at, changedCell(sheet.rows[at.row]?.[at.column], given, mask));
    }
    return undefined;
  },
  repeatCell: (draft, { repeatCell }, { writer }) => {
    const { range, cell, fields } = repeatCell ?? {};
    const sheet = sheetById(draft, range?.sheetId);
    const area = clip(sheet, fromGridRange(range ?? {}));
    const mask = maskOf(fields);
    refuseProtected(sheet, area, writer);
    for (const at of positions(area)) {
      putCell(sheet, at, changedCell(sheet.rows[at.row]?.[at.column], cell, mask));
    }
    return undefined;
  },
};

function refuseTakenTitle(draft: Spreadsheet, title: string): void {
  if (sheetByTitle(draft, title)) {
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function placed(draft: Spreadsheet, sheet: Sheet, index: number): void {
  draft.sheets = numbered(draft.sheets.toSpliced(index, 0, sheet));
}

function numbered(sheets: readonly Sheet[]): readonly Sheet[] {
  sheets.forEach((sheet, index) => {
    sheet.properties = { ...sheet.properties, index };
  });
  return sheets;
}
