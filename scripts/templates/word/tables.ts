/**
 * Tables as official letters have them. Widths are absolute and the layout is fixed, because Google Docs and
 * LibreOffice lay a table out by its grid.
 */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ITableBordersOptions,
  type ITableCellBorders,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { mm } from './paper.ts';
import { colours } from './styles.ts';
import { styled } from './text.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const noBorders: ITableBordersOptions & ITableCellBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
};
const noGrid: ITableBordersOptions = {
  ...noBorders,
  insideHorizontal: none,
  insideVertical: none,
};

const thin = { style: BorderStyle.SINGLE, size: 4, color: colours.grid };
const dark = { style: BorderStyle.SINGLE, size: 10, color: colours.edge };

interface Row {
  readonly cells: readonly (readonly Paragraph[])[];
  readonly height?: { readonly value: number; readonly exact: boolean };
  readonly keepNext?: boolean;
}

/** A table that only arranges: no lines, no cell margins at its sides. */
export const arrangement = (
  widths: readonly number[],
  rows: readonly Row[],
  {
    splits = false,
    indentMm = 0,
  }: {
    /** Rows may go on over the page's end. */
    readonly splits?: boolean;
    readonly indentMm?: number;
  } = {},
): Table =>
  new Table({
    width: { size: total(widths), type: WidthType.DXA },
    ...(indentMm > 0 && { indent: { size: mm(indentMm), type: WidthType.DXA } }),
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noGrid,
    margins: { left: 0, right: mm(1.5), top: 0, bottom: 0 },
    rows: rows.map(
      ({ cells, height, keepNext = false }) =>
        new TableRow({
          cantSplit: !splits,
          keepNext,
          ...(height && {
            height: {
              value: height.value,
              rule: height.exact ? HeightRule.EXACT : HeightRule.ATLEAST,
            },
          }),
          children: cells.map(
            (children, column) =>
              new TableCell({ children, width: cellWidth(widths, column), borders: noBorders }),
          ),
        }),
    ),
  });

/** label : value, without lines. */
export const facts = (
  width: number,
  rows: readonly (readonly [label: string, value: string])[],
  { labelMm = 46, indentMm = 0 }: { readonly labelMm?: number; readonly indentMm?: number } = {},
): Table => {
  const widths = [mm(labelMm), mm(4), width - mm(labelMm + 4 + indentMm)];
  return arrangement(
    widths,
    rows.map(([label, value]) => ({
      cells: [[styled('IsiRapat', label)], [styled('IsiRapat', ':')], [styled('IsiRapat', value)]],
    })),
    { indentMm },
  );
};

export interface Column {
  readonly header: string;
  /** Share of the width, or its exact length in millimetres. */
  readonly width: { readonly share: number } | { readonly mm: number };
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** A row a list element, under a header that repeats on every page. */
export const listTable = ({
  width,
  list,
  columns,
  empty,
  totals,
  long = false,
}: {
  readonly width: number;
  /** Name of the list in the view. */
  readonly list: string;
  readonly columns: readonly Column[];
  /** Stands in the table when the list is empty. */
  readonly empty: string;
  /** One text a column, below the rows. */
  readonly totals?: readonly string[];
  /** Smaller letters, for lists of many pages. */
  readonly long?: boolean;
}): Table => {
  const widths = columnWidths(width, columns);
  const bodyStyle = long ? 'DaftarPanjang' : 'IsiTabel';
  const headerStyle = long ? 'KepalaDaftarPanjang' : 'KepalaTabel';
  const across = (text: string, centred = false) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: columns.length,
          width: { size: total(widths), type: WidthType.DXA },
          children: [styled(bodyStyle, text, centred ? { alignment: AlignmentType.CENTER } : {})],
        }),
      ],
    });
  return gridTable(widths, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: columns.map(({ header }, column) =>
        shadedCell(styled(headerStyle, header), cellWidth(widths, column)),
      ),
    }),
    across(`{{#each ${list}}}`),
    new TableRow({
      cantSplit: true,
      children: columns.map(
        ({ text, align = 'left' }, column) =>
          new TableCell({
            width: cellWidth(widths, column),
            children: [styled(bodyStyle, text, { alignment: AlignmentType[alignments[align]] })],
          }),
      ),
    }),
    across('{{else}}'),
    across(empty, true),
    across('{{/each}}'),
    ...(totals
      ? [
          new TableRow({
            cantSplit: true,
            children: totals.map((text, column) =>
              shadedCell(
                styled(bodyStyle, text === '' ? '' : `*${text}*`, {
                  alignment: AlignmentType[alignments[columns[column]?.align ?? 'left']],
                }),
                cellWidth(widths, column),
              ),
            ),
          }),
        ]
      : []),
  ]);
};

/** Header above, the given texts below: a table whose rows are written out. */
export const gridTable = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: total(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: mm(1.6), right: mm(1.6), top: mm(0.3), bottom: mm(0.3) },
    borders: {
      top: dark,
      bottom: dark,
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows,
  });

const shadedCell = (paragraph: Paragraph, width: ReturnType<typeof cellWidth>): TableCell =>
  new TableCell({
    width,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.shade },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph],
  });

const alignments = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;

/** Exact columns keep their length; the others divide what is left by their shares. */
const columnWidths = (width: number, columns: readonly Column[]): number[] => {
  const exact = columns.reduce((sum, { width: own }) => sum + ('mm' in own ? mm(own.mm) : 0), 0);
  const shares = columns.reduce((sum, { width: own }) => sum + ('share' in own ? own.share : 0), 0);
  return columns.map(({ width: own }) =>
    'mm' in own ? mm(own.mm) : Math.floor(((width - exact) * own.share) / shares),
  );
};

const total = (widths: readonly number[]): number => widths.reduce((sum, own) => sum + own, 0);

const cellWidth = (widths: readonly number[], column: number) => ({
  size: widths[column] ?? 0,
  type: WidthType.DXA,
});
