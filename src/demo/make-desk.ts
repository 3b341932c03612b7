import { readSheet } from '../backends/local/sheet/sheet-read.ts';
import { editWorkbook } from '../backends/local/workbook/workbook-edit.ts';
import { openParts, sheetOf } from '../backends/local/workbook/workbook-parts.ts';
import { tabs } from '../core/columns/tabs.ts';
import type { Tab } from '../core/sheet/column.ts';
import { type CellEdit, nowhere } from '../core/sheet/edits.ts';
import { findTab, locateColumns } from '../core/sheet/locate-columns.ts';
import type { Cell, TabSnapshot } from '../core/sheet/snapshot.ts';
import { openZip } from '../office-package/zip.ts';
import type { DemoTab } from './demo-tab.ts';

/**
 * The template with the sample's rows under its headers, wherever the office moved them.
 *
 * A row goes where the template already names it (a setting, a facility), and below the last filled row
 * otherwise. Only the demo writes answers of the form; the service never does.
 */
export const fillWorkbook = (template: Uint8Array, desk: readonly DemoTab[]): Uint8Array => {
  const parts = openParts(openZip(Buffer.from(template)));
  const workbook = {
    tabs: parts.tabs.map((tab) => ({
      name: tab.name,
      rows: readSheet(sheetOf(parts.zip, tab), parts.key),
    })),
  };
  const edits = desk.flatMap(({ tab: name, rows }) => {
    const spec = tabs.find((tab) => tab.name === name);
    const tab = spec && findTab(workbook, spec);
    return spec && tab ? editsFor(tab, spec, rows) : [];
  });
  return editWorkbook(parts, edits, () => nowhere).bytes ?? template;
};

const editsFor = (
  tab: TabSnapshot,
  spec: Tab,
  rows: readonly Readonly<Partial<Record<string, Cell>>>[],
): readonly CellEdit[] => {
  const { headerRow, indexOf } = locateColumns<string>(tab, spec);
  const naming = spec.columns.find(({ needed }) => needed)?.field ?? '';
  const named = new Map(
    tab.rows.flatMap((cells, index): readonly (readonly [Cell, number])[] =>
      index > headerRow ? [[cells[indexOf.get(naming) ?? 0] ?? '', index]] : [],
    ),
  );
  let next = Math.max(headerRow + 1, tab.rows.length);
  return rows.flatMap((row) => {
    const there = named.get(row[naming] ?? '');
    const index = there ?? next;
    if (there === undefined) next += 1;
    return Object.entries(row).flatMap(([field, becomes]): readonly CellEdit[] => {
      const column = indexOf.get(field);
      if (column === undefined || becomes === undefined) return [];
      return [
        {
          tab: tab.name,
          address: { kind: 'fixed', row: index + 1, column: column + 1 },
          was: tab.rows[index]?.[column] ?? '',
          becomes,
        },
      ];
    });
  });
};
