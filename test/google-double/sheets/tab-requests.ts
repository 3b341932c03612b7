import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { assign } from '../field-mask.ts';
import { everything } from './a1-range.ts';
import { asStyles, styleMask, withColours } from './colour-styles.ts';
import { dropMetadata } from './developer-metadata.ts';
import { refuseBeyondCellLimit, sheetById, sheetByTitle } from './draft.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import { refuseFrozenAll, resizeGrid } from './lines.ts';
import { newSheet, type Sheet, type Spreadsheet, title } from './model.ts';
import { refuseProtected } from './protection.ts';
import { copyOfTab, titleOfCopy } from './tab-copy.ts';

/** Requests about tabs, and about the spreadsheet as a whole. */
export const tabRequests: Handlers = {
  addSheet: (draft, { addSheet }, { mint }) => {
    const properties = asStyles(addSheet?.properties ?? {});
    const sheetTitle = properties.title ?? freeTitle(draft);
    refuseTitle(draft, sheetTitle);
    const sheetId = newSheetId(draft, properties.sheetId) ?? mint.number();
    const sheet = newSheet({ ...properties, title: sheetTitle }, sheetId);
    placeTab(draft, sheet, properties.index ?? draft.sheets.length);
    return { addSheet: { properties: withColours(sheet.properties) } };
  },
  deleteSheet: silent((draft, { deleteSheet }, { caller }) => {
    const sheet = sheetById(draft, deleteSheet?.sheetId);
    const others = draft.sheets.filter((each) => each !== sheet);
    if (others.every((each) => each.properties.hidden)) {
      throw invalid("You can't remove all the visible sheets in a document.");
    }
    refuseProtected(sheet, everything, caller);
    draft.sheets = numbered(others);
    draft.namedRanges = draft.namedRanges.filter(
      (each) => (each.range?.sheetId ?? 0) !== sheet.sheetId,
    );
    dropMetadata(draft, sheet);
  }),
  /** Without a place of its own the copy stands first. */
  duplicateSheet: (draft, { duplicateSheet }, { mint }) => {
    const {
      sourceSheetId,
      newSheetId: wantedId,
      newSheetName,
      insertSheetIndex,
    } = duplicateSheet ?? {};
    const source = sheetById(draft, sourceSheetId);
    const sheetTitle = newSheetName || titleOfCopy(draft, title(source));
    refuseTitle(draft, sheetTitle);
    const sheetId = newSheetId(draft, wantedId) ?? mint.number();
    const copy = copyOfTab(source, { sheetId, title: sheetTitle }, mint);
    placeTab(draft, copy, insertSheetIndex ?? 0);
    return { duplicateSheet: { properties: withColours(copy.properties) } };
  },
  updateSheetProperties: silent((draft, { updateSheetProperties }, { caller }) => {
    const { properties, fields } = updateSheetProperties ?? {};
    const sheet = sheetById(draft, properties?.sheetId);
    const mask = styleMask(maskOf(fields));
    const changed: sheets_v4.Schema$SheetProperties = assign(
      sheet.properties,
      asStyles(properties),
      mask,
    );
    const becomes = changed.title ?? '';
    if (becomes !== title(sheet)) refuseTitle(draft, becomes, sheet);
    const { gridProperties, index } = changed;
    resizeGrid(
      draft,
      sheet,
      { rows: gridProperties?.rowCount ?? 0, columns: gridProperties?.columnCount ?? 0 },
      caller,
    );
    sheet.properties = withoutDefaults({ ...changed, sheetId: sheet.sheetId });
    refuseFrozenAll(sheet);
    if (draft.sheets.every((each) => each.properties.hidden)) {
      throw invalid("You can't hide all the sheets in a document.");
    }
    if (mask.children.has('index')) moveTab(draft, sheet, index ?? 0);
  }),
  updateSpreadsheetProperties: silent((draft, { updateSpreadsheetProperties }) => {
    const { properties, fields } = updateSpreadsheetProperties ?? {};
    draft.properties = assign(draft.properties, properties, maskOf(fields));
  }),
};

/** What is as it would be anyway is not kept, and so not told: nothing frozen, not hidden, no colour. */
function withoutDefaults({
  gridProperties = {},
  ...properties
}: sheets_v4.Schema$SheetProperties): sheets_v4.Schema$SheetProperties {
  const isSaid = ([name, value]: readonly [string, unknown]): boolean =>
    name === 'index' ||
    name === 'sheetId' ||
    (value !== false && value !== 0 && JSON.stringify(value) !== '{}');
  return {
    ...Object.fromEntries(Object.entries(properties).filter(isSaid)),
    gridProperties: Object.fromEntries(Object.entries(gridProperties).filter(isSaid)),
  };
}

/** Puts a new tab among the others; those from there on move one along. */
export function placeTab(draft: Spreadsheet, sheet: Sheet, index: number): void {
  if (index < 0 || index > draft.sheets.length) throw noSuchIndex(index);
  draft.sheets = numbered(draft.sheets.toSpliced(index, 0, sheet));
  refuseBeyondCellLimit(draft);
}

/** Moves a tab; its new place is counted as if it were still at the old one too. */
function moveTab(draft: Spreadsheet, sheet: Sheet, index: number): void {
  if (index < 0 || index > draft.sheets.length) throw noSuchIndex(index);
  const from = draft.sheets.indexOf(sheet);
  const others = draft.sheets.toSpliced(from, 1);
  draft.sheets = numbered(others.toSpliced(index > from ? index - 1 : index, 0, sheet));
}

const noSuchIndex = (index: number) => invalid(`There is no place for a sheet at index ${index}.`);

function numbered(sheets: readonly Sheet[]): readonly Sheet[] {
  sheets.forEach((sheet, index) => {
    sheet.properties = { ...sheet.properties, index };
  });
  return sheets;
}

function newSheetId(draft: Spreadsheet, wanted: number | null | undefined): number | undefined {
  if (typeof wanted !== 'number') return undefined;
  if (wanted < 0) throw invalid('Sheet id must be non-negative.');
  if (draft.sheets.some((each) => each.sheetId === wanted)) {
    throw invalid(`Sheet with id ${wanted} already exists.`);
  }
  return wanted;
}

function refuseTitle(draft: Spreadsheet, wanted: string, but?: Sheet): void {
  if (wanted.length > 100) {
    throw invalid('The sheet name cannot be greater than 100 characters.');
  }
  const holder = sheetByTitle(draft, wanted);
  if (holder && holder !== but) {
    throw invalid(`A sheet with the name "${wanted}" already exists. Please enter another name.`);
  }
}

function freeTitle(draft: Spreadsheet): string {
  for (let number = draft.sheets.length + 1; ; number += 1) {
    if (!sheetByTitle(draft, `Sheet${number}`)) return `Sheet${number}`;
  }
}
