/** What people see in the stand-in's spreadsheet. */
import { type RequestField, requestTab } from '../../../../src/core/columns/request-tab.ts';
import { findTab, locateColumns } from '../../../../src/core/sheet/locate-columns.ts';
import type { Cell, TabSnapshot, WorkbookSnapshot } from '../../../../src/core/sheet/snapshot.ts';
import { shownRows } from '../../../google-double/formulas/shown-rows.ts';
import { title } from '../../../google-double/sheets/model.ts';
import { renderedValue } from '../../../google-double/sheets/shown-value.ts';
import type { World } from '../../../google-double/world.ts';

export type RequestRow = Readonly<Record<RequestField, Cell>>;

/** All tabs, each row without the empty cells at its end, each tab without the empty rows at its end. */
export const bookOf = (world: World, spreadsheetId: string): WorkbookSnapshot => ({
  tabs: tabsOf(world, spreadsheetId).map(({ name, rows }) => ({
    name,
    rows: trimmed(
      Array.from(rows, (row) => trimmed(Array.from(row ?? [], shown), '')),
      [],
    ),
  })),
});

/** The tabs with what their formulas come to. */
function tabsOf(world: World, spreadsheetId: string) {
  const spreadsheet = world.spreadsheets.get(spreadsheetId);
  if (!spreadsheet) return [];
  return spreadsheet.sheets.map((sheet) => ({
    name: title(sheet),
    rows: shownRows(spreadsheet, sheet, world.now()),
  }));
}

const shown = (cell: Parameters<typeof renderedValue>[0]): Cell =>
  renderedValue(cell, { values: 'UNFORMATTED_VALUE', moments: 'SERIAL_NUMBER', locale: 'in_ID' });

const trimmed = <T>(list: readonly T[], empty: Cell | readonly never[]): readonly T[] => {
  const isEmpty = (each: T): boolean =>
    Array.isArray(each) && Array.isArray(empty) ? each.length === 0 : each === empty;
  return list.slice(0, list.findLastIndex((each) => !isEmpty(each)) + 1);
};

export const requestTabOf = (book: WorkbookSnapshot): TabSnapshot =>
  findTab(book, requestTab) ?? { name: requestTab.name, rows: [] };

/** The rows of Permohonan below the header, by field, in sheet order; empty ones too. */
export const requestRows = (book: WorkbookSnapshot): readonly RequestRow[] => {
  const tab = requestTabOf(book);
  const { headerRow, indexOf } = locateColumns(tab, requestTab);
  return tab.rows
    .slice(headerRow + 1)
    .map(
      (cells) =>
        Object.fromEntries(
          requestTab.columns.map(({ field }) => [field, cells[indexOf.get(field) ?? -1] ?? '']),
        ) as RequestRow,
    );
};

const fieldsOf = (...owners: readonly string[]): readonly RequestField[] =>
  requestTab.columns.filter(({ owner }) => owners.includes(owner)).map(({ field }) => field);

const ourFields = fieldsOf('service', 'shared');
export const serviceFields = fieldsOf('service');
export const sharedFields = fieldsOf('shared');
export const formFields = fieldsOf('form');

/**
 * All that belongs to form and staff: every tab but Ringkasan, and of Permohonan every column that is not ours,
 * with its header, in the order of the sheet.
 */
export const foreignCells = (book: WorkbookSnapshot): WorkbookSnapshot => {
  const { name } = requestTabOf(book);
  return {
    tabs: book.tabs.flatMap((tab) => {
      if (tab.name === 'Ringkasan') return [];
      return [tab.name === name ? withoutOurs(tab) : tab];
    }),
  };
};

const withoutOurs = (tab: TabSnapshot): TabSnapshot => {
  const { indexOf } = locateColumns(tab, requestTab);
  const ours = new Set(ourFields.flatMap((field) => indexOf.get(field) ?? []));
  const rows = tab.rows.map((row) =>
    trimmed(
      row.filter((_, column) => !ours.has(column)),
      '',
    ),
  );
  return { name: tab.name, rows: trimmed(rows, []) };
};
