import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid, notFound } from '../api-error.ts';
import { shownRows } from '../formulas/shown-rows.ts';
import { cellAt } from '../sheets/draft.ts';
import { localeOf, type ShownCell, type Spreadsheet } from '../sheets/model.ts';
import { formattedValue } from '../sheets/shown-value.ts';
import { typeInto } from '../sheets/write-cell.ts';
import type { World } from '../world.ts';
import { editSpreadsheet } from './edit-spreadsheet.ts';
import { rowOfResponse } from './response-rows.ts';
import { type InSpreadsheet, tabOf } from './sheet-work.ts';

/** The row that a person looks for: that of a form's response, or the first that reads so under a header. */
export type WantedRow =
  | { readonly response: string }
  | { readonly header: string; readonly reads: string };

type InRow = InSpreadsheet & { readonly tab: string; readonly row: WantedRow };

/** Where the row stands just now, counted from 0; `undefined` when it is gone. Headers stand in the first row. */
export function findRow(world: World, asked: InRow): number | undefined {
  const spreadsheet = world.spreadsheets.get(asked.spreadsheetId);
  if (!spreadsheet) throw notFound();
  return rowIn(spreadsheet, asked, world.now());
}

/** What typing left behind: by header what a person saw in the cell before, and what it holds now. */
export type TypedRow = {
  readonly was: Readonly<Record<string, string>>;
  readonly holds: Readonly<Record<string, sheets_v4.Schema$ExtendedValue | null>>;
};

/** Finds a row and types texts under headers, wherever both stand just now; `''` empties a cell. */
export function typeInRow(
  world: World,
  asked: InRow & { readonly cells: Readonly<Record<string, string | number | boolean>> },
): TypedRow {
  return editSpreadsheet(world, asked, (draft) => {
    const sheet = tabOf(draft, asked.tab);
    const row = rowIn(draft, asked, world.now());
    if (row === undefined) throw invalid(`No such row on the tab "${asked.tab}".`);
    const shown = shownRows(draft, sheet, world.now());
    const columns = Object.keys(asked.cells).map(
      (header) => [header, columnOf(draft, shown, header)] as const,
    );
    const was = columns.map(([header, column]) => [header, textOf(draft, shown[row]?.[column])]);
    for (const [header, column] of columns) {
      typeInto(draft, sheet, { row, column, text: asked.cells[header] ?? '' });
    }
    const holds = columns.map(([header, column]) => [
      header,
      cellAt(sheet, row, column)?.userEnteredValue ?? null,
    ]);
    return { was: Object.fromEntries(was), holds: Object.fromEntries(holds) };
  });
}

function rowIn(
  spreadsheet: Spreadsheet,
  { tab, row: wanted }: InRow,
  nowMs: number,
): number | undefined {
  const sheet = tabOf(spreadsheet, tab);
  if ('response' in wanted) {
    const row = rowOfResponse(sheet, wanted.response);
    return row < 0 ? undefined : row;
  }
  const shown = shownRows(spreadsheet, sheet, nowMs);
  const column = columnOf(spreadsheet, shown, wanted.header);
  const row = shown.findIndex(
    (cells, index) => index > 0 && textOf(spreadsheet, cells?.[column]) === wanted.reads,
  );
  return row < 0 ? undefined : row;
}

function columnOf(
  spreadsheet: Spreadsheet,
  [headers = []]: ReturnType<typeof shownRows>,
  header: string,
): number {
  const column = headers.findIndex((cell) => textOf(spreadsheet, cell) === header);
  if (column < 0) throw invalid(`No header "${header}" on the tab.`);
  return column;
}

/** What a person reads in a cell. */
const textOf = (spreadsheet: Spreadsheet, cell: ShownCell | undefined): string =>
  cell === undefined ? '' : (formattedValue(cell, localeOf(spreadsheet)) ?? '');
