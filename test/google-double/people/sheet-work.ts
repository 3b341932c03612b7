import { invalid, notFound } from '../api-error.ts';
import { cellAt, clip, positions, sheetByTitle } from '../sheets/draft.ts';
import { toGridRange } from '../sheets/grid-range.ts';
import { type Dimension, type Sheet, type Spreadsheet, title } from '../sheets/model.ts';
import { refuseProtected } from '../sheets/protection.ts';
import { locate, locateOnGrid } from '../sheets/resolve-range.ts';
import { effectiveValue } from '../sheets/shown-value.ts';
import { callerOn } from '../sheets/spreadsheet-access.ts';
import { typeInto } from '../sheets/write-cell.ts';
import type { World } from '../world.ts';
import { editSpreadsheet, personOf } from './edit-spreadsheet.ts';

/** What every hand in a spreadsheet says: which one, and whose hand (the office's staff unless told). */
export type InSpreadsheet = { readonly spreadsheetId: string; readonly by?: string };
type OnTab = InSpreadsheet & { readonly tab: string };

/** Types texts into cells, from the first cell of an A1 range on; `''` empties a cell. */
export function typeCells(
  world: World,
  asked: InSpreadsheet & {
    readonly range: string;
    readonly rows: readonly (readonly (string | number | boolean)[])[];
  },
): void {
  editSpreadsheet(world, asked, (draft) => {
    const { sheet, area } = locate(draft, asked.range);
    const width = Math.max(1, ...asked.rows.map((row) => row.length));
    const target = {
      ...area,
      endRow: area.startRow + asked.rows.length,
      endColumn: area.startColumn + width,
    };
    refuseProtected(sheet, target, callerOn(world, asked.spreadsheetId, personOf(asked.by)));
    asked.rows.forEach((row, rowOffset) => {
      row.forEach((text, columnOffset) => {
        const at = { row: area.startRow + rowOffset, column: area.startColumn + columnOffset };
        typeInto(draft, sheet, { ...at, text });
      });
    });
  });
}

/** Empties all cells of a range; formats and drop-downs stay. */
export function clearCells(world: World, asked: InSpreadsheet & { readonly range: string }): void {
  editSpreadsheet(world, asked, (draft) => {
    const { sheet, area } = locateOnGrid(draft, asked.range);
    for (const at of positions(clip(sheet, area))) {
      if (cellAt(sheet, at.row, at.column)) typeInto(draft, sheet, { ...at, text: '' });
    }
  });
}

/** Sorts the rows of a range; columns are counted from 0 on the tab, not in the range. */
export function sortRows(
  world: World,
  asked: InSpreadsheet & {
    readonly range: string;
    readonly columns: readonly { readonly column: number; readonly descending?: boolean }[];
  },
): void {
  editSpreadsheet(world, asked, (draft, request) => {
    const { sheet, area } = locateOnGrid(draft, asked.range);
    request({
      sortRange: {
        range: { ...toGridRange(sheet.sheetId, area), sheetId: sheet.sheetId },
        sortSpecs: asked.columns.map(({ column, descending }) => ({
          dimensionIndex: column,
          sortOrder: descending ? 'DESCENDING' : 'ASCENDING',
        })),
      },
    });
  });
}

type Lines = OnTab & {
  readonly dimension: Dimension;
  /** The first line, counted from 0. */
  readonly at: number;
  readonly count?: number;
};

const span = (draft: Spreadsheet, { tab, dimension, at, count = 1 }: Lines) => ({
  sheetId: tabOf(draft, tab).sheetId,
  dimension,
  startIndex: at,
  endIndex: at + count,
});

/** Inserts empty rows or columns before a line. */
export function insertLines(world: World, asked: Lines): void {
  editSpreadsheet(world, asked, (draft, request) => {
    request({
      insertDimension: { range: span(draft, asked), inheritFromBefore: asked.at > 0 },
    });
  });
}

/** Deletes rows or columns with all that is in them. */
export function deleteLines(world: World, asked: Lines): void {
  editSpreadsheet(world, asked, (draft, request) => {
    request({ deleteDimension: { range: span(draft, asked) } });
  });
}

/** Moves rows or columns before another line of the tab, as if dragged. */
export function moveLines(world: World, asked: Lines & { readonly to: number }): void {
  editSpreadsheet(world, asked, (draft, request) => {
    request({ moveDimension: { source: span(draft, asked), destinationIndex: asked.to } });
  });
}

/** Gives a column another header; the header stands in the tab's first row. */
export function renameHeader(
  world: World,
  asked: OnTab & { readonly from: string; readonly to: string },
): void {
  editSpreadsheet(world, asked, (draft) => {
    const sheet = tabOf(draft, asked.tab);
    const column = (sheet.rows[0] ?? []).findIndex(
      (cell) => cell && effectiveValue(cell)?.stringValue === asked.from,
    );
    if (column < 0) throw invalid(`No header "${asked.from}" on the tab "${asked.tab}".`);
    typeInto(draft, sheet, { row: 0, column, text: asked.to });
  });
}

export function renameTab(world: World, asked: OnTab & { readonly to: string }): void {
  editSpreadsheet(world, asked, (draft, request) => {
    const { sheetId } = tabOf(draft, asked.tab);
    request({
      updateSheetProperties: { properties: { sheetId, title: asked.to }, fields: 'title' },
    });
  });
}

export function deleteTab(world: World, asked: OnTab): void {
  editSpreadsheet(world, asked, (draft, request) => {
    request({ deleteSheet: { sheetId: tabOf(draft, asked.tab).sheetId } });
  });
}

/**
 * Protects a range: only whoever does so, the owner and the editors named may change it, or everybody after a warning.
 */
export function protectRange(
  world: World,
  asked: InSpreadsheet & {
    readonly range: string;
    readonly editors?: readonly string[];
    readonly warningOnly?: boolean;
  },
): void {
  editSpreadsheet(world, asked, (draft, request) => {
    const { sheet, area } = locate(draft, asked.range);
    request({
      addProtectedRange: {
        protectedRange: {
          range: { ...toGridRange(sheet.sheetId, area), sheetId: sheet.sheetId },
          ...(asked.warningOnly
            ? { warningOnly: true }
            : { editors: { users: [personOf(asked.by).email, ...(asked.editors ?? [])] } }),
        },
      },
    });
  });
}

/** Takes every protection off a tab. */
export function unprotectTab(world: World, asked: OnTab): void {
  editSpreadsheet(world, asked, (draft, request) => {
    const ids = tabOf(draft, asked.tab).protectedRanges.map((each) => each.protectedRangeId ?? 0);
    request(...ids.map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } })));
  });
}

export function tabOf(draft: Spreadsheet, wanted: string): Sheet {
  const sheet = sheetByTitle(draft, wanted);
  if (!sheet) {
    throw notFound(`No tab "${wanted}": there are ${draft.sheets.map(title).join(', ')}.`);
  }
  return sheet;
}
