import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../api-error.ts';
import { reaches } from '../field-mask.ts';
import { refuseBeyondGrid, sheetById } from './draft.ts';
import { fromGridRange } from './grid-range.ts';
import { type Handlers, maskOf, silent } from './handler.ts';
import type { Sheet, Spreadsheet } from './model.ts';
import type { StoredTable, TypedColumn } from './stored-table.ts';
import { clearTable, nameColumns, refuseTableAt, resized, tableAnswer } from './tables.ts';

/**
 * Requests about tables, as the discovery document and the guide "Tables" tell them.
 *
 * Belief (likely): a column that comes to a table by a wider range has no type. Belief (unknown): whether a table may be
 * widened over columns that already hold something; here it may.
 */
export const tableRequests: Handlers = {
  addTable: (draft, { addTable }, { mint }) => {
    const { table: given = {} } = addTable ?? {};
    const sheet = sheetById(draft, given.range?.sheetId);
    const tableId = given.tableId ?? mint.hex(10);
    if (draft.sheets.some(({ tables }) => tables.some((each) => each.tableId === tableId))) {
      throw invalid(`A table with id: ${tableId} already exists.`);
    }
    const name = given.name ?? freeName(draft);
    const range = { ...given.range, sheetId: sheet.sheetId };
    refuseBeyondGrid(sheet, fromGridRange(range));
    const typed = typedColumns(given.columnProperties, range);
    const table = { tableId, name, range, typed, rowsProperties: given.rowsProperties };
    refuseTableAt(draft, sheet, table);
    sheet.tables = [...sheet.tables, table];
    nameColumns(sheet, table);
    return { addTable: { table: tableAnswer(sheet, table) } };
  },
  updateTable: silent((draft, { updateTable }) => {
    const { table: given = {}, fields } = updateTable ?? {};
    const { sheet, table } = tableOf(draft, given.tableId);
    const mask = maskOf(fields);
    const range = reaches(mask, ['range'])
      ? { ...given.range, sheetId: sheet.sheetId }
      : table.range;
    refuseBeyondGrid(sheet, fromGridRange(range));
    const changed: StoredTable = {
      ...resized(table, range),
      ...(reaches(mask, ['name']) && { name: given.name ?? table.name }),
      ...(reaches(mask, ['rowsProperties']) && { rowsProperties: given.rowsProperties }),
      ...(reaches(mask, ['columnProperties']) && {
        typed: typedColumns(given.columnProperties, range),
      }),
    };
    refuseTableAt(draft, sheet, changed);
    sheet.tables = sheet.tables.map((each) => (each === table ? changed : each));
    nameColumns(sheet, changed);
  }),
  /** With all that stands in it: only people can turn a table back into plain cells by this name. */
  deleteTable: silent((draft, { deleteTable }) => {
    const { sheet, table } = tableOf(draft, deleteTable?.tableId);
    sheet.tables = sheet.tables.filter((each) => each !== table);
    clearTable(sheet, table);
  }),
};

/** Columns are counted within the table; those without a type hold anything. */
function typedColumns(
  columns: readonly sheets_v4.Schema$TableColumnProperties[] = [],
  range: sheets_v4.Schema$GridRange,
): readonly TypedColumn[] {
  return columns.flatMap(({ columnIndex, columnType, dataValidationRule }) => {
    if (!columnType || columnType === 'COLUMN_TYPE_UNSPECIFIED') return [];
    if ((columnType === 'DROPDOWN') !== (dataValidationRule?.condition?.type === 'ONE_OF_LIST')) {
      throw invalid('A data validation rule is only valid, and needed, for a dropdown column.');
    }
    const column = (range.startColumnIndex ?? 0) + (columnIndex ?? 0);
    const body = {
      ...range,
      startRowIndex: (range.startRowIndex ?? 0) + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    return [{ range: body, type: columnType, rule: dataValidationRule }];
  });
}

function tableOf(
  draft: Spreadsheet,
  id: string | null | undefined,
): { readonly sheet: Sheet; readonly table: StoredTable } {
  const found = draft.sheets.flatMap((sheet) => {
    const table = sheet.tables.find(({ tableId }) => tableId === id);
    return table ? [{ sheet, table }] : [];
  })[0];
  if (!found) throw invalid(`No table with id: ${id ?? ''}`);
  return found;
}

function freeName(draft: Spreadsheet): string {
  const taken = new Set(draft.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)));
  for (let number = 1; ; number += 1) if (!taken.has(`Table${number}`)) return `Table${number}`;
}
