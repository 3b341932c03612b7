import { ApiError, invalid } from '../api-error.ts';
import { type Call, isSet, jsonBody, piece, type Reply } from '../call.ts';
import type { Area } from './a1-range.ts';
import {
  cellAt,
  growTo,
  openDraft,
  positions,
  putCell,
  refuseBeyondCellLimit,
  refuseBeyondGrid,
} from './draft.ts';
import { type Cell, localeOf, type Sheet, type Spreadsheet } from './model.ts';
import { refuseProtected, type Writer } from './protection.ts';
import { type Located, locate, locateOnGrid, nameOf } from './resolve-range.ts';
import { type Rendering, renderedValue } from './shown-value.ts';
import { spreadsheetFor, writerOf } from './spreadsheet-access.ts';
import { type InputOption, withInput } from './write-cell.ts';

/** The `spreadsheets.values` endpoints. */
type ValueRange = {
  readonly range?: string | null;
  readonly majorDimension?: string | null;
  readonly values?: readonly (readonly unknown[])[] | null;
};

type Shown = string | number | boolean;

export function getValues(call: Call): Reply {
  const spreadsheet = spreadsheetFor(call, 'read');
  return { json: readRange(spreadsheet, piece(call, 1), call.query) };
}

export function batchGetValues(call: Call): Reply {
  const spreadsheet = spreadsheetFor(call, 'read');
  const valueRanges = call.query
    .getAll('ranges')
    .map((range) => readRange(spreadsheet, range, call.query));
  return { json: { spreadsheetId: spreadsheet.spreadsheetId, valueRanges } };
}

export function updateValues(call: Call): Reply {
  const body = valueRange(jsonBody(call), 'data');
  if (body.range && body.range !== piece(call, 1)) {
    throw invalid(
      `Requested writing within range [${piece(call, 1)}], but tried writing [${body.range}]`,
    );
  }
  const options = writeOptions(call.query);
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const reply = writeRange(draft, piece(call, 1), { body, options, writer: writerOf(call) });
  call.world.saveSpreadsheet(draft, call.account);
  return { json: reply };
}

export function batchUpdateValues(call: Call): Reply {
  const body = jsonBody(call) as {
    readonly data?: readonly unknown[];
    readonly valueInputOption?: string;
    readonly includeValuesInResponse?: boolean;
    readonly responseValueRenderOption?: string;
    readonly responseDateTimeRenderOption?: string;
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(body))
    if (name !== 'data') query.set(name, String(value));
  const options = writeOptions(query);
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const writer = writerOf(call);
  const responses = (body.data ?? []).map((each, index) => {
    const data = valueRange(each, `data[${index}]`);
    return writeRange(draft, data.range ?? '', { body: data, options, writer });
  });
  call.world.saveSpreadsheet(draft, call.account);
  const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number =>
    responses.reduce((total, each) => total + each[key], 0);
  return {
    json: {
      spreadsheetId: draft.spreadsheetId,
      totalUpdatedRows: sum('updatedRows'),
      totalUpdatedColumns: sum('updatedColumns'),
      totalUpdatedCells: sum('updatedCells'),
      totalUpdatedSheets: new Set(
        (body.data ?? []).map((_, index) => responses[index]?.updatedRange.split('!')[0]),
      ).size,
      responses,
    },
  };
}

export function clearValues(call: Call): Reply {
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const clearedRange = clearRange(draft, piece(call, 1), writerOf(call));
  call.world.saveSpreadsheet(draft, call.account);
  return { json: { spreadsheetId: draft.spreadsheetId, clearedRange } };
}

export function batchClearValues(call: Call): Reply {
  const { ranges = [] } = jsonBody(call) as { readonly ranges?: readonly string[] };
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const writer = writerOf(call);
  const clearedRanges = ranges.map((range) => clearRange(draft, range, writer));
  call.world.saveSpreadsheet(draft, call.account);
  return { json: { spreadsheetId: draft.spreadsheetId, clearedRanges } };
}

/** Appends below the table found in the range, or at its start when the range is empty; the grid grows as needed. */
export function appendValues(call: Call): Reply {
  const body = valueRange(jsonBody(call), 'data');
  const options = writeOptions(call.query);
  const draft = openDraft(spreadsheetFor(call, 'write'));
  const { sheet, area } = locateOnGrid(draft, piece(call, 1));
  const table = tableIn(sheet, area);
  const start = table
    ? { startRow: table.endRow, startColumn: table.startColumn }
    : { startRow: area.startRow, startColumn: area.startColumn };
  const values = rowsOf(body);
  const width = Math.max(1, ...values.map((row) => row.length));
  const target = {
    ...start,
    endRow: start.startRow + Math.max(1, values.length),
    endColumn: start.startColumn + width,
  };
  growTo(sheet, { rows: target.endRow, columns: target.endColumn });
  refuseBeyondCellLimit(draft);
  const name = nameOf({ sheet, area: target });
  const updates = writeRange(draft, name, { body, options, writer: writerOf(call) });
  call.world.saveSpreadsheet(draft, call.account);
  return {
    json: {
      spreadsheetId: draft.spreadsheetId,
      ...(table && { tableRange: nameOf({ sheet, area: table }) }),
      updates,
    },
  };
}

const renderings = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const;

function rendering(query: URLSearchParams, prefix: '' | 'response', locale: string): Rendering {
  const named = (name: string): string | null =>
    query.get(prefix === '' ? name : `response${name[0]?.toUpperCase()}${name.slice(1)}`);
  const values = named('valueRenderOption');
  return {
    values: renderings.find((each) => each === values) ?? 'FORMATTED_VALUE',
    moments:
      named('dateTimeRenderOption') === 'FORMATTED_STRING' ? 'FORMATTED_STRING' : 'SERIAL_NUMBER',
    locale,
  };
}

function readRange(spreadsheet: Spreadsheet, range: string, query: URLSearchParams): unknown {
  const byColumns = query.get('majorDimension') === 'COLUMNS';
  return shownRange(
    locateOnGrid(spreadsheet, range),
    rendering(query, '', localeOf(spreadsheet)),
    byColumns,
  );
}

/** A `ValueRange`: empty cells at the end of a row and empty rows at the end are left out. */
function shownRange(located: Located, how: Rendering, byColumns: boolean): unknown {
  const { sheet, area } = located;
  const rows: Shown[][] = [];
  const lastRow = Math.min(area.endRow, sheet.rows.length);
  for (let row = area.startRow; row < lastRow; row += 1) {
    const cells = sheet.rows[row]?.slice(area.startColumn, area.endColumn) ?? [];
    rows.push(Array.from(cells, (cell) => renderedValue(cell, how)));
  }
  const values = trimmed((byColumns ? transposed(rows) : rows).map(withoutEmptyEnd));
  return {
    range: nameOf(located),
    majorDimension: byColumns ? 'COLUMNS' : 'ROWS',
    ...(values.length > 0 && { values }),
  };
}

const withoutEmptyEnd = (row: readonly Shown[]): readonly Shown[] =>
  row.slice(0, row.findLastIndex((each) => each !== '') + 1);

const trimmed = (rows: readonly (readonly Shown[])[]): readonly (readonly Shown[])[] =>
  rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);

function transposed<Value>(rows: readonly (readonly Value[])[]): Value[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows.map((row) => row[column] ?? ('' as Value)),
  );
}

type WriteOptions = {
  readonly input: InputOption;
  readonly echoes: boolean;
  readonly query: URLSearchParams;
};

function writeOptions(query: URLSearchParams): WriteOptions {
  const input = query.get('valueInputOption');
  if (input !== 'RAW' && input !== 'USER_ENTERED') {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return { input, echoes: isSet(query, 'includeValuesInResponse'), query };
}

function valueRange(body: unknown, named: string): ValueRange {
  const { values } = body as { values?: unknown };
  const isTable =
    values === undefined ||
    values === null ||
    (Array.isArray(values) && values.every(Array.isArray));
  if (!isTable) {
    throw invalid(
      `Invalid value at '${named}.values' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(values)}`,
    );
  }
  return body as ValueRange;
}

const rowsOf = ({ values, majorDimension }: ValueRange): readonly (readonly unknown[])[] =>
  majorDimension === 'COLUMNS' ? transposed(values ?? []) : (values ?? []);

type Written = {
  readonly spreadsheetId: string;
  readonly updatedRange: string;
  readonly updatedRows: number;
  readonly updatedColumns: number;
  readonly updatedCells: number;
  readonly updatedData?: unknown;
};

function writeRange(
  draft: Spreadsheet,
  range: string,
  given: { readonly body: ValueRange; readonly options: WriteOptions; readonly writer: Writer },
): Written {
  const { sheet, area } = locate(draft, range);
  const { body, options, writer } = given;
  const values = rowsOf(body);
  const target = targetOf(area, values, range);
  refuseBeyondGrid(sheet, target, range);
  refuseProtected(sheet, target, writer);
  const how = { input: options.input, locale: localeOf(draft) };
  const touched = { rows: new Set<number>(), columns: new Set<number>(), cells: 0 };
  values.forEach((row, rowOffset) => {
    row.forEach((value, columnOffset) => {
      if (value === null || value === undefined) return;
      const at = { row: area.startRow + rowOffset, column: area.startColumn + columnOffset };
      putCell(sheet, at, withInput(cellAt(sheet, at.row, at.column), value, how));
      touched.rows.add(at.row);
      touched.columns.add(at.column);
      touched.cells += 1;
    });
  });
  const located = { sheet, area: target };
  return {
    spreadsheetId: draft.spreadsheetId,
    updatedRange: nameOf(located),
    updatedRows: touched.rows.size,
    updatedColumns: touched.columns.size,
    updatedCells: touched.cells,
    ...(options.echoes && {
      updatedData: shownRange(
        located,
        rendering(options.query, 'response', localeOf(draft)),
        false,
      ),
    }),
  };
}

/** A single cell is only the corner from which the values spread; a larger range is a limit. */
function targetOf(area: Area, values: readonly (readonly unknown[])[], range: string): Area {
  const width = Math.max(1, ...values.map((row) => row.length));
  const target = {
    startRow: area.startRow,
    startColumn: area.startColumn,
    endRow: area.startRow + Math.max(1, values.length),
    endColumn: area.startColumn + width,
  };
  const isCorner = area.endRow - area.startRow === 1 && area.endColumn - area.startColumn === 1;
  if (!isCorner && (target.endRow > area.endRow || target.endColumn > area.endColumn)) {
    const beyond =
      target.endRow > area.endRow ? `row [${area.endRow + 1}]` : `column [${area.endColumn + 1}]`;
    throw new ApiError({
      status: 400,
      reason: 'badRequest',
      message: `Requested writing within range [${range}], but tried writing to ${beyond}`,
    });
  }
  return target;
}

function clearRange(draft: Spreadsheet, range: string, writer: Writer): string {
  const located = locateOnGrid(draft, range);
  const { sheet, area } = located;
  refuseProtected(sheet, area, writer);
  const used = { ...area, endRow: Math.min(area.endRow, sheet.rows.length) };
  for (const at of positions(used)) {
    const cell = cellAt(sheet, at.row, at.column);
    if (cell) putCell(sheet, at, withInput(cell, '', { input: 'RAW', locale: localeOf(draft) }));
  }
  return nameOf(located);
}

const hasValue = (cell: Cell | undefined): boolean => cell?.userEnteredValue !== undefined;

/** The block of filled cells that the last filled cell of a range belongs to: neighbours in all eight directions. */
function tableIn(sheet: Sheet, area: Area): Area | undefined {
  for (let row = Math.min(area.endRow, sheet.rows.length) - 1; row >= area.startRow; row -= 1) {
    const cells = sheet.rows[row]?.slice(area.startColumn, area.endColumn) ?? [];
    const column = cells.findIndex(hasValue);
    if (column >= 0) return grown(sheet, { row, column: area.startColumn + column });
  }
  return undefined;
}

function grown(sheet: Sheet, seed: { readonly row: number; readonly column: number }): Area {
  let area = {
    startRow: seed.row,
    endRow: seed.row + 1,
    startColumn: seed.column,
    endColumn: seed.column + 1,
  };
  const rowTouches = (row: number): boolean =>
    sheet.rows[row]?.slice(Math.max(0, area.startColumn - 1), area.endColumn + 1).some(hasValue) ??
    false;
  const columnTouches = (column: number): boolean => {
    if (column < 0) return false;
    for (let row = Math.max(0, area.startRow - 1); row <= area.endRow; row += 1) {
      if (hasValue(cellAt(sheet, row, column))) return true;
    }
    return false;
  };
  for (;;) {
    if (rowTouches(area.startRow - 1)) area = { ...area, startRow: area.startRow - 1 };
    else if (rowTouches(area.endRow)) area = { ...area, endRow: area.endRow + 1 };
    else if (columnTouches(area.startColumn - 1))
      area = { ...area, startColumn: area.startColumn - 1 };
    else if (columnTouches(area.endColumn)) area = { ...area, endColumn: area.endColumn + 1 };
    else return area;
  }
}
