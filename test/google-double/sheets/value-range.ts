import { ApiError, invalid } from '../api-error.ts';
import { isSet } from '../call.ts';
import { unreadableBody } from '../discovery/refusal.ts';
import { shownRows } from '../formulas/shown-rows.ts';
import type { Area } from './a1-range.ts';
import { cellAt, positions, putCell, refuseBeyondGrid } from './draft.ts';
import { localeOf, type Spreadsheet } from './model.ts';
import { type Caller, refuseProtected } from './protection.ts';
import { type Located, nameOf } from './resolve-range.ts';
import { type Rendering, renderedValue } from './shown-value.ts';
import { type InputOption, withInput } from './write-cell.ts';
import { nothingTouched, type Touched } from './written-cells.ts';

/** Values to write, as a body brings them. */
export type ValueRange = {
  readonly range?: string | null;
  readonly majorDimension?: string | null;
  readonly values?: readonly (readonly unknown[])[] | null;
};

type Value = string | number | boolean;

/** Values as an answer shows them. */
type Shown = {
  readonly range: string;
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly values?: readonly (readonly Value[])[];
};

/** What a range shows, in the way that a query asks for. */
export function readRange(
  spreadsheet: Spreadsheet,
  located: Located,
  { query, nowMs }: { readonly query: URLSearchParams; readonly nowMs: number },
): Shown {
  const byColumns = query.get('majorDimension') === 'COLUMNS';
  return shownRange(spreadsheet, located, {
    how: rendering(query, '', localeOf(spreadsheet)),
    byColumns,
    nowMs,
  });
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

/** A `ValueRange`: empty cells at the end of a row and empty rows at the end are left out. */
function shownRange(
  spreadsheet: Spreadsheet,
  located: Located,
  {
    how,
    byColumns,
    nowMs,
  }: { readonly how: Rendering; readonly byColumns: boolean; readonly nowMs: number },
): Shown {
  const { sheet, area } = located;
  const shown = shownRows(spreadsheet, sheet, nowMs);
  const rows: Value[][] = [];
  const lastRow = Math.min(area.endRow, shown.length);
  for (let row = area.startRow; row < lastRow; row += 1) {
    const cells = shown[row]?.slice(area.startColumn, area.endColumn) ?? [];
    rows.push(Array.from(cells, (cell) => renderedValue(cell, how)));
  }
  const values = trimmed((byColumns ? transposed(rows) : rows).map(withoutEmptyEnd));
  return {
    range: nameOf(located),
    majorDimension: byColumns ? 'COLUMNS' : 'ROWS',
    ...(values.length > 0 && { values }),
  };
}

const withoutEmptyEnd = (row: readonly Value[]): readonly Value[] =>
  row.slice(0, row.findLastIndex((each) => each !== '') + 1);

const trimmed = (rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);

function transposed<Each>(rows: readonly (readonly Each[])[]): Each[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows.map((row) => row[column] ?? ('' as Each)),
  );
}

/** The options in a body, in the way that a query has them. */
export function queryOf(body: object): URLSearchParams {
  const options = Object.entries(body).filter(([, value]) => typeof value !== 'object');
  return new URLSearchParams(
    options.map(([name, value]): [string, string] => [name, String(value)]),
  );
}

export type WriteOptions = {
  readonly input: InputOption;
  readonly echoes: boolean;
  readonly query: URLSearchParams;
};

export function writeOptions(query: URLSearchParams): WriteOptions {
  const input = query.get('valueInputOption');
  if (input !== 'RAW' && input !== 'USER_ENTERED') {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return { input, echoes: isSet(query, 'includeValuesInResponse'), query };
}

export function valueRange(body: unknown, named: string): ValueRange {
  const { values = null } = body as { values?: unknown };
  const type = 'type.googleapis.com/google.protobuf.ListValue';
  const refuse = (path: string, value: unknown): never => {
    throw unreadableBody([{ kind: 'wrong value', path, type, value }], named);
  };
  if (values !== null && !Array.isArray(values)) refuse('values', values);
  for (const [index, row] of ((values ?? []) as readonly unknown[]).entries()) {
    if (!Array.isArray(row)) refuse(`values[${index}]`, row);
  }
  return body as ValueRange;
}

export const rowsOf = ({ values, majorDimension }: ValueRange): readonly (readonly unknown[])[] =>
  majorDimension === 'COLUMNS' ? transposed(values ?? []) : (values ?? []);

/** What a writing answers, and what it touched. */
export type Written = { readonly reply: UpdateReply; readonly touched: Touched };

export type UpdateReply = {
  readonly spreadsheetId: string;
  readonly updatedRange: string;
  readonly updatedRows: number;
  readonly updatedColumns: number;
  readonly updatedCells: number;
  readonly updatedData?: Shown;
};

/** Writes values from the corner of a range on; `range` is how the caller wrote it. */
export function writeRange(
  draft: Spreadsheet,
  { sheet, area, range }: Located & { readonly range: string },
  given: { readonly body: ValueRange; readonly options: WriteOptions; readonly caller: Caller },
): Written {
  const { body, options, caller } = given;
  const values = rowsOf(body);
  const target = targetOf(area, values, range);
  refuseBeyondGrid(sheet, target, range);
  refuseProtected(sheet, target, caller);
  const how = { input: options.input, locale: localeOf(draft) };
  const touched = nothingTouched(sheet.sheetId);
  values.forEach((row, rowOffset) => {
    row.forEach((value, columnOffset) => {
      if (value === null || value === undefined) return;
      if (typeof value === 'object') {
        const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
        throw invalid(`Invalid values[${rowOffset}][${columnOffset}]: ${kind} {\n}\n`);
      }
      const at = { row: area.startRow + rowOffset, column: area.startColumn + columnOffset };
      putCell(sheet, at, withInput(cellAt(sheet, at.row, at.column), value, how));
      touched.rows.add(at.row);
      touched.columns.add(at.column);
      touched.cells += 1;
    });
  });
  const located = { sheet, area: target };
  const reply = {
    spreadsheetId: draft.spreadsheetId,
    updatedRange: nameOf(located),
    updatedRows: touched.rows.size,
    updatedColumns: touched.columns.size,
    updatedCells: touched.cells,
    ...(options.echoes && {
      updatedData: shownRange(draft, located, {
        how: rendering(options.query, 'response', localeOf(draft)),
        byColumns: false,
        nowMs: caller.nowMs,
      }),
    }),
  };
  return { reply, touched };
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

/** Empties the values of a range; formats, notes and drop-downs stay. Answers the range that was cleared. */
export function clearRange(draft: Spreadsheet, located: Located, caller: Caller): string {
  const { sheet, area } = located;
  refuseProtected(sheet, area, caller);
  const used = { ...area, endRow: Math.min(area.endRow, sheet.rows.length) };
  for (const at of positions(used)) {
    const cell = cellAt(sheet, at.row, at.column);
    if (cell) putCell(sheet, at, withInput(cell, '', { input: 'RAW', locale: localeOf(draft) }));
  }
  return nameOf(located);
}
