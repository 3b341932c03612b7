/** The requests that make a tab, or columns of a tab, complete: header, widths, formats, choices, protections, rows. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { firstRows } from '../../core/book/first-rows.ts';
import { hints } from '../../core/book/hints.ts';
import { ownerColours } from '../../core/book/palette.ts';
import { type TabDesign, tabDesigns } from '../../core/book/tab-designs.ts';
import { columnsInOrder, tabColours, widthOf } from '../../core/book/tab-layout.ts';
import type { Column, ColumnKind, Tab } from '../../core/columns.ts';
import { tickMark } from '../../core/columns.ts';
import type { Cell } from '../../core/snapshot.ts';
import { columnLetters, quotedTab } from './a1.ts';
import { colour, pixels, textCell } from './prepare-sheet-cells.ts';

/** Where a tab of the book stands, or will. */
export interface Layout {
  readonly name: string;
  readonly sheetId: number;
  /** From 0, by field. */
  readonly columnOf: ReadonlyMap<string, number>;
}

/** Where a tab's columns will stand that is made anew. */
export const futureLayout = (tab: Tab, sheetId: number): Layout => ({
  name: tab.name,
  sheetId,
  columnOf: new Map(columnsInOrder(tab, designOf(tab)).map(({ field }, index) => [field, index])),
});

interface About {
  readonly layouts: ReadonlyMap<string, Layout>;
}

type Request = sheets_v4.Schema$Request;

/** A tab that is not there yet, with what it says from the start. */
export const addTabRequests = (tab: Tab, { layouts }: About): readonly Request[] => {
  const design = designOf(tab);
  const columns = columnsInOrder(tab, design);
  const sheetId = layouts.get(tab.name)?.sheetId ?? 0;
  const rows = firstRowsOf(tab.name);
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: tab.name,
          tabColorStyle: { rgbColor: colour(tabColours[design.colour]) },
          gridProperties: {
            rowCount: 1000,
            columnCount: columns.length,
            frozenRowCount: 1,
            frozenColumnCount: design.frozenColumns,
          },
        },
      },
    },
    ...columnRequests(tab, columns, { layouts, sheetId, headerRow: 0, firstColumn: 0 }),
    ...(rows.length === 0
      ? []
      : [
          {
            updateCells: {
              start: { sheetId, rowIndex: 1, columnIndex: 0 },
              rows: rows.map((row) => ({
                values: columns.map(({ field }) => valueCell(row[field] ?? '')),
              })),
              fields: 'userEnteredValue',
            },
          },
        ]),
  ];
};

interface Place extends About {
  readonly sheetId: number;
  readonly headerRow: number;
  readonly firstColumn: number;
}

/** Columns to the right of everything that stands on the tab. */
export const addColumnRequests = (
  tab: Tab,
  columns: readonly Column[],
  { width, ...place }: Place & { readonly width: number },
): readonly Request[] => {
  const lacking = place.firstColumn + columns.length - width;
  const { sheetId } = place;
  return [
    ...(lacking > 0
      ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: lacking } }]
      : []),
    ...columnRequests(tab, columns, place),
  ];
};

const columnRequests = (
  tab: Tab,
  columns: readonly Column[],
  { layouts, sheetId, headerRow, firstColumn }: Place,
): readonly Request[] => [
  {
    updateCells: {
      start: { sheetId, rowIndex: headerRow, columnIndex: firstColumn },
      rows: [{ values: columns.map((column) => headerCell(tab, column)) }],
      fields: 'userEnteredValue,userEnteredFormat,note',
    },
  },
  ...columns.flatMap((column, i): Request[] => {
    const index = firstColumn + i;
    const range = {
      sheetId,
      startRowIndex: headerRow + 1,
      startColumnIndex: index,
      endColumnIndex: index + 1,
    };
    const rule = ruleFor(column, designOf(tab), layouts);
    return [
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
          properties: {
            pixelSize: pixels(designOf(tab).widths?.[column.field] ?? widthOf[column.kind]),
          },
          fields: 'pixelSize',
        },
      },
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: bodyFormat(column.kind) },
          fields: 'userEnteredFormat(wrapStrategy,verticalAlignment,numberFormat)',
        },
      },
      ...(rule ? [{ setDataValidation: { range, rule } }] : []),
      ...(column.owner === 'service'
        ? [
            {
              addProtectedRange: {
                protectedRange: {
                  range,
                  description: ownerColours.service.meaning,
                  warningOnly: true,
                },
              },
            },
          ]
        : []),
    ];
  }),
];

const headerCell = (tab: Tab, { field, header, owner }: Column): sheets_v4.Schema$CellData => ({
  ...textCell(header, {
    backgroundColorStyle: { rgbColor: colour(ownerColours[owner].header) },
    textFormat: { bold: true, foregroundColorStyle: { rgbColor: colour('FFFFFF') } },
    wrapStrategy: 'WRAP',
    verticalAlignment: 'MIDDLE',
  }),
  note: hintFor(tab, field),
});

const day = { type: 'DATE', pattern: 'ddd, d mmm yyyy' };
const moment = { type: 'DATE_TIME', pattern: 'd mmm yyyy hh.mm' };
const text = { type: 'TEXT' };

/** Times stay text: what people type, such as "9.30", must not become another number. */
const numberFormatOf: Readonly<Record<ColumnKind, sheets_v4.Schema$NumberFormat | undefined>> = {
  text,
  long: undefined,
  day,
  time: text,
  moment,
  number: { type: 'NUMBER', pattern: '#,##0' },
  tick: undefined,
  choice: text,
  link: undefined,
};

const bodyFormat = (kind: ColumnKind): sheets_v4.Schema$CellFormat => {
  const numberFormat = numberFormatOf[kind];
  return {
    wrapStrategy: 'WRAP',
    verticalAlignment: 'TOP',
    ...(numberFormat && { numberFormat }),
  };
};

/** Drop-downs and ticks; other words stay allowed, with a mark at most. */
const ruleFor = (
  { field, kind, choices }: Column,
  design: TabDesign<string>,
  layouts: ReadonlyMap<string, Layout>,
): sheets_v4.Schema$DataValidationRule | undefined => {
  const common = { strict: false, showCustomUi: true };
  if (kind === 'tick') return { condition: { type: 'BOOLEAN' }, strict: false };
  const offer = design.offers?.[field];
  const source = offer && offeredRange(offer, layouts);
  if (source) {
    const values = [{ userEnteredValue: source }];
    return { condition: { type: 'ONE_OF_RANGE', values }, ...common };
  }
  const words = field === 'confirmed' ? [tickMark] : choices;
  return words === undefined
    ? undefined
    : {
        condition: {
          type: 'ONE_OF_LIST',
          values: words.map((userEnteredValue) => ({ userEnteredValue })),
        },
        ...common,
      };
};

/** The column of another tab, where it stands or will stand; `undefined` while that tab is not there. */
const offeredRange = (
  { tab, field }: { readonly tab: string; readonly field: string },
  layouts: ReadonlyMap<string, Layout>,
): string | undefined => {
  const layout = layouts.get(tab);
  const index = layout?.columnOf.get(field);
  if (layout === undefined || index === undefined) return undefined;
  const letters = columnLetters(index + 1);
  return `=${quotedTab(layout.name)}!$${letters}$2:$${letters}`;
};

const valueCell = (value: Cell): sheets_v4.Schema$CellData => {
  if (value === '') return {};
  return typeof value === 'number'
    ? { userEnteredValue: { numberValue: value } }
    : { userEnteredValue: { stringValue: String(value) } };
};

/** The design fits its tab by name, which the types of a single tab cannot say. */
const designOf = ({ name }: Tab): TabDesign<string> => {
  const designs: Readonly<Record<string, unknown>> = tabDesigns;
  return (designs[name] ?? tabDesigns.Pengaturan) as TabDesign<string>;
};

const hintFor = ({ name }: Tab, field: string): string => {
  const byTab: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = hints;
  return byTab[name]?.[field] ?? '';
};

const firstRowsOf = (name: string): readonly Readonly<Record<string, Cell | undefined>>[] => {
  const byTab: Readonly<Record<string, readonly object[] | undefined>> = firstRows;
  return (byTab[name] ?? []) as readonly Readonly<Record<string, Cell | undefined>>[];
};
