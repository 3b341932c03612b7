/** Adds columns to the tabs of a workbook, each with its look. */
import { attributeOf, findElements } from '../../../office-package/xml-scan.ts';
import { filterIn, hasTables } from '../sheet/behind-cells.ts';
import { widened } from '../sheet/column-reach.ts';
import { furnished } from '../sheet/furnish-columns.ts';
import type { NewColumn } from '../sheet/new-column.ts';
import { editSheet, type NewCell } from '../sheet/sheet-edit.ts';
import { openSheet, type Sheet } from '../sheet/sheet-scan.ts';
import { withTexts } from './workbook-edit.ts';
import { sheetOf, type TabPart, type WorkbookParts } from './workbook-parts.ts';

/**
 * `in-table`: the tab has a table of Excel's, which people would sort without what stands beside it. `no-room`: its
 * header cannot stand there, within a merge or beyond the last column.
 */
export type Addition = 'added' | 'in-table' | 'no-room';

export interface WidenedWorkbook<C extends NewColumn> {
  readonly additions: readonly { readonly column: C; readonly addition: Addition }[];
  /** The file as it should be; `undefined` when nothing changes. */
  readonly bytes: Buffer | undefined;
}

/** Puts columns where nothing stands, and says what became of each. */
export const addColumns = <C extends NewColumn>(
  parts: WorkbookParts,
  columns: readonly C[],
): WidenedWorkbook<C> => {
  const texts = new Map<string, string>();
  const additions = parts.tabs.flatMap((tab): WidenedWorkbook<C>['additions'] => {
    const due = columns.filter((column) => column.tab === tab.name);
    if (due.length === 0) return [];
    const sheet = sheetOf(parts.zip, tab);
    if (hasTables(sheet)) return due.map((column) => ({ column, addition: 'in-table' }));
    const { text, refused } = widenedSheet(sheet, due, parts);
    const added = due.filter((column) => !refused.has(column));
    if (text !== undefined) {
      texts.set(tab.part, text);
      const workbook = texts.get(parts.workbook.name) ?? parts.workbook.xml;
      texts.set(parts.workbook.name, withFilterName(workbook, { tab, sheet, added }));
    }
    return due.map((column) => ({
      column,
      addition: refused.has(column) ? 'no-room' : 'added',
    }));
  });
  if (texts.get(parts.workbook.name) === parts.workbook.xml) texts.delete(parts.workbook.name);
  if (texts.size === 0) return { additions, bytes: undefined };
  return { additions, bytes: withTexts(parts, { texts, lostFormula: false }) };
};

const widenedSheet = (
  sheet: Sheet,
  columns: readonly NewColumn[],
  { key, styles }: WorkbookParts,
): { readonly text: string | undefined; readonly refused: ReadonlySet<NewColumn> } => {
  const styleOf = (look: NewColumn['look']): number => styles?.lookStyle(look) ?? 0;
  const cellOf = new Map<NewColumn, NewCell>(
    columns.map((each) => [
      each,
      {
        row: each.row,
        column: each.column,
        content: each.header,
        style: styleOf(each.headerLook),
      },
    ]),
  );
  // Headers lead nowhere.
  const edited = editSheet(sheet, [...cellOf.values()], { key, styles, relations: undefined });
  const isRefused = (column: NewColumn): boolean => {
    const cell = cellOf.get(column);
    return cell === undefined || edited.refused.has(cell);
  };
  const withHeaders = edited.xml === undefined ? undefined : openSheet(sheet.tab, edited.xml);
  return {
    text:
      withHeaders &&
      furnished(
        withHeaders,
        columns.filter((each) => !isRefused(each)),
        styleOf,
      ),
    refused: new Set(columns.filter(isRefused)),
  };
};

/** Excel notes in the workbook part, too, which cells a filter covers; the two have to say the same. */
const withFilterName = (
  workbook: string,
  {
    tab,
    sheet,
    added,
  }: { readonly tab: TabPart; readonly sheet: Sheet; readonly added: readonly NewColumn[] },
): string => {
  const filter = filterIn(sheet);
  const wide = filter && widened(filter.area, added);
  if (wide === undefined) return workbook;
  const name = findElements(workbook, 'definedName').find(
    ({ open }) =>
      attributeOf(workbook, open, 'name') === '_xlnm._FilterDatabase' &&
      attributeOf(workbook, open, 'localSheetId') === String(tab.position),
  );
  if (name === undefined) return workbook;
  const text = workbook.slice(name.open.end, name.contentEnd);
  const corner = /:\$?[A-Z]+\$?(\d+)$/.exec(text);
  const last = /:([A-Z]+)\d+$/.exec(wide)?.[1];
  if (corner === null || last === undefined) return workbook;
  return `${workbook.slice(0, name.open.end)}${text.slice(0, corner.index)}:$${last}$${corner[1]}${workbook.slice(name.contentEnd)}`;
};
