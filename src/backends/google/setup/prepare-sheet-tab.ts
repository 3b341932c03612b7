/** The requests that make a tab, or columns of a tab, complete: header, widths, formats, choices, protections, rows. */

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { firstRows } from '../../../book/first-rows.ts';
import { ownerColours } from '../../../book/palette.ts';
import { type TabDesign, tabDesigns } from '../../../book/tab-designs.ts';
import { columnsInOrder, tabColours, widthOf } from '../../../book/tab-layout.ts';
import { requestTab } from '../../../core/columns/request-tab.ts';
import type { Column, ColumnKind, Tab } from '../../../core/sheet/column.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import type { Cell } from '../../../core/sheet/snapshot.ts';
import { quotedTab } from '../sheet/a1.ts';
import { dayFormat, momentFormat } from '../sheet/number-formats.ts';
import { colour, pixels, textCell } from './prepare-sheet-cells.ts';
import { neighbours, tintRequests } from './prepare-sheet-tints.ts';

/** Where a tab of the book stands, or will. */
export interface Layout {
  readonly name: string;
  readonly sheetId: number;
  /** From 0. */
  readonly headerRow: number;
  /** From 0, by field. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Columns whose type a table of Google's fixes: it takes no format of numbers and no drop-down of ours there. */
  readonly typed: ReadonlySet<number>;
}

/** Where a tab's columns will stand that is made anew. */
export const futureLayout = (tab: Tab, sheetId: number): Layout => ({
  name: tab.name,
  sheetId,
  headerRow: 0,
  columnOf: new Map(columnsInOrder(tab, designOf(tab)).map(({ field }, index) => [field, index])),
  typed: new Set(),
});

/** By the fields of `core/columns/`. */
export type Layouts = ReadonlyMap<string, Layout>;

type SheetRequest = sheets_v4.Schema$Request;

/** A tab that is not there yet, with what it says from the start. */
export const addTabRequests = (
  tab: Tab,
  layout: Layout,
  layouts: Layouts,
): readonly SheetRequest[] => {
  const design = designOf(tab);
  const { sheetId } = layout;
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: tab.name,
          tabColorStyle: { rgbColor: colour(tabColours[design.colour]) },
          gridProperties: {
            rowCount: 1000,
            columnCount: tab.columns.length,
            frozenRowCount: 1,
            frozenColumnCount: design.frozenColumns,
          },
        },
      },
    },
    ...columnRequests(tab.columns, { layout, layouts, header: 'new' }),
    ...firstRowRequests(tab, layout),
    ...groupRequests(tab, layout),
    ...viewRequests(tab, layout, { added: tab.columns }),
  ];
};

/** What a new tab says from the start, under its header. */
export const firstRowRequests = (
  tab: Tab,
  { sheetId, headerRow, columnOf }: Layout,
): SheetRequest[] => {
  const rows = firstRowsOf(tab.name);
  return rows.length === 0
    ? []
    : tab.columns.flatMap(({ field }) => {
        const columnIndex = columnOf.get(field);
        return columnIndex === undefined
          ? []
          : [
              {
                updateCells: {
                  start: { sheetId, rowIndex: headerRow + 1, columnIndex },
                  rows: rows.map((row) => ({ values: [valueCell(row[field] ?? '')] })),
                  fields: 'userEnteredValue',
                },
              },
            ];
      });
};

/**
 * How columns look and what may be put into them.
 *
 * @param header `new`: their headers are written too. `there`: somebody else's header gets our look and note.
 */
export const columnRequests = (
  columns: readonly Column[],
  {
    layout,
    layouts,
    header,
  }: {
    readonly layout: Layout;
    readonly layouts: Layouts;
    readonly header: 'new' | 'there';
  },
): readonly SheetRequest[] =>
  columns.flatMap((column): SheetRequest[] => {
    const { sheetId, headerRow } = layout;
    const index = layout.columnOf.get(column.field);
    if (index === undefined) return [];
    const range = bodyOf(layout, index);
    return [
      {
        updateCells: {
          start: { sheetId, rowIndex: headerRow, columnIndex: index },
          rows: [{ values: [headerCell(column)] }],
          fields:
            header === 'new' ? 'userEnteredValue,userEnteredFormat,note' : 'userEnteredFormat,note',
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
          properties: {
            pixelSize: pixels(column.width ?? widthOf[column.kind]),
          },
          fields: 'pixelSize',
        },
      },
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: bodyFormat(column) },
          fields: `userEnteredFormat(wrapStrategy,verticalAlignment,horizontalAlignment${layout.typed.has(index) ? '' : ',numberFormat'})`,
        },
      },
      ...ruleRequests(column, { layout, layouts }),
      ...(column.owner === 'service'
        ? [
            {
              addProtectedRange: {
                protectedRange: {
                  // From the header on, so that a form's first answer, inserted below it, is covered too.
                  range: { ...range, startRowIndex: headerRow },
                  description: ownerColours.service.meaning,
                  warningOnly: true,
                },
              },
            },
          ]
        : []),
    ];
  });

/** The drop-down or tick of a column, if it has one. */
export const ruleRequests = (
  column: Column,
  { layout, layouts }: { readonly layout: Layout; readonly layouts: Layouts },
): SheetRequest[] => {
  const index = layout.columnOf.get(column.field);
  const rule = ruleFor(column, layouts);
  return rule && index !== undefined && !layout.typed.has(index)
    ? [{ setDataValidation: { range: bodyOf(layout, index), rule } }]
    : [];
};

/** Everything below the header, down to rows that are still to come. */
const bodyOf = ({ sheetId, headerRow }: Layout, column: number): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex: headerRow + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

/** Details that fold away with one click. */
export const groupRequests = (tab: Tab, { sheetId, columnOf }: Layout): readonly SheetRequest[] =>
  neighbours(
    tab.columns.flatMap(({ field, folds }) => (folds ? (columnOf.get(field) ?? []) : [])),
  ).map(([startIndex, endIndex]) => ({
    addDimensionGroup: { range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex } },
  }));

/** Colours by rule, and the arrows of a filter; what the staff have of these stays. */
export const viewRequests = (
  tab: Tab,
  { sheetId, headerRow, columnOf }: Layout,
  {
    added,
    tintCount = 0,
    hasFilter = false,
    width = 0,
  }: {
    readonly added: readonly Column[];
    readonly tintCount?: number;
    readonly hasFilter?: boolean;
    /** As far to the right as anything stands, for a filter that sorts whole rows. */
    readonly width?: number;
  },
): readonly SheetRequest[] => {
  const endColumnIndex = Math.max(width, ...[...columnOf.values()].map((column) => column + 1));
  return [
    ...tintRequests(tab, designOf(tab), {
      sheetId,
      headerRow,
      columnOf,
      tintCount,
      added: new Set(added.map(({ field }) => field)),
    }),
    ...(hasFilter || added.length === 0
      ? []
      : [
          {
            setBasicFilter: {
              filter: {
                range: { sheetId, startRowIndex: headerRow, startColumnIndex: 0, endColumnIndex },
              },
            },
          },
        ]),
  ];
};

const headerCell = ({ hint, header, owner }: Column): sheets_v4.Schema$CellData => ({
  ...textCell(header, {
    backgroundColorStyle: { rgbColor: colour(ownerColours[owner].header) },
    textFormat: { bold: true, foregroundColorStyle: { rgbColor: colour('FFFFFF') } },
    wrapStrategy: 'WRAP',
    verticalAlignment: 'MIDDLE',
  }),
  note: hint,
});

const text = { type: 'TEXT' };

/** Times stay text: what people type, such as "9.30", must not become another number. */
const numberFormatOf: Readonly<Record<ColumnKind, sheets_v4.Schema$NumberFormat | undefined>> = {
  text,
  long: undefined,
  day: dayFormat,
  time: text,
  moment: momentFormat,
  number: { type: 'NUMBER', pattern: '#,##0' },
  tick: undefined,
  choice: text,
  link: undefined,
};

const centred: ReadonlySet<ColumnKind> = new Set(['time', 'number', 'tick']);

const bodyFormat = ({ kind, format }: Column): sheets_v4.Schema$CellFormat => {
  const numberFormat = designedFormat(format) ?? numberFormatOf[kind];
  return {
    wrapStrategy: 'WRAP',
    verticalAlignment: 'TOP',
    ...(centred.has(kind) && { horizontalAlignment: 'CENTER' }),
    ...(numberFormat && { numberFormat }),
  };
};

/** `@` is text in every spreadsheet program; other patterns are of numbers. */
const designedFormat = (pattern: string | undefined): sheets_v4.Schema$NumberFormat | undefined =>
  pattern === undefined ? undefined : pattern === '@' ? text : { type: 'NUMBER', pattern };

/** Drop-downs and ticks; other words stay allowed, with a mark at most. */
const ruleFor = (
  { kind, choices, offers: offer }: Column,
  layouts: Layouts,
): sheets_v4.Schema$DataValidationRule | undefined => {
  const common = { strict: false, showCustomUi: true };
  if (kind === 'tick') return { condition: { type: 'BOOLEAN' }, strict: false };
  const source = offer && offeredRange(offer, layouts);
  if (source) {
    const values = [{ userEnteredValue: source }];
    return { condition: { type: 'ONE_OF_RANGE', values }, ...common };
  }
  return choices === undefined
    ? undefined
    : {
        condition: {
          type: 'ONE_OF_LIST',
          values: choices.map((userEnteredValue) => ({ userEnteredValue })),
        },
        ...common,
      };
};

/** The column of another tab, where it stands or will stand; `undefined` while that tab is not there. */
const offeredRange = (
  { tab, field }: { readonly tab: string; readonly field: string },
  layouts: Layouts,
): string | undefined => {
  const layout = layouts.get(tab);
  const index = layout?.columnOf.get(field);
  if (layout === undefined || index === undefined) return undefined;
  const letters = columnLetters(index + 1);
  // Of answers the header is offered too: a form inserts its first answer below it and would push the range down.
  const firstRow = layout.headerRow + (tab === requestTab.name ? 1 : 2);
  return `=${quotedTab(layout.name)}!$${letters}$${firstRow}:$${letters}`;
};

const valueCell = (value: Cell): sheets_v4.Schema$CellData => {
  if (value === '') return {};
  return typeof value === 'number'
    ? { userEnteredValue: { numberValue: value } }
    : { userEnteredValue: { stringValue: String(value) } };
};

/** Whether a column's drop-down offers what that tab lists in that column. */
export const offers = (
  { offers: offer }: Column,
  from: { readonly tab: string; readonly fields: ReadonlySet<string> },
): boolean => offer !== undefined && offer.tab === from.tab && from.fields.has(offer.field);

/** The design fits its tab by name, which the types of a single tab cannot say. */
const designOf = ({ name }: Tab): TabDesign<string> => {
  const designs: Readonly<Record<string, unknown>> = tabDesigns;
  return (designs[name] ?? tabDesigns.Pengaturan) as TabDesign<string>;
};

const firstRowsOf = (name: string): readonly Readonly<Record<string, Cell | undefined>>[] => {
  const byTab: Readonly<Record<string, readonly object[] | undefined>> = firstRows;
  return (byTab[name] ?? []) as readonly Readonly<Record<string, Cell | undefined>>[];
};
