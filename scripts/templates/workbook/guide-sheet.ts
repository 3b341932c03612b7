import type { CellLook } from '../../../src/book/column-look.ts';
import { guideIntroduction, houseRulesFor, howToFill } from '../../../src/book/guide-text.ts';
import { hairline, ownerColours, quietInk } from '../../../src/book/palette.ts';
import { states } from '../../../src/book/states.ts';
import { tabDesigns } from '../../../src/book/tab-designs.ts';
import { columnsInOrder } from '../../../src/book/tab-layout.ts';
import type { State } from '../../../src/core/cases/state.ts';
import { stateNames } from '../../../src/core/cases/state.ts';
import { guideTabName, tabs } from '../../../src/core/columns/tabs.ts';
import type { Column, Owner, Tab } from '../../../src/core/sheet/column.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import type { StyleBook } from './styles.ts';

/** One line of the guide: what stands in its three columns, and how it looks. */
interface Line {
  readonly texts: readonly [string, string?, string?];
  readonly looks: readonly [CellLook, CellLook?, CellLook?];
  readonly height?: number;
  /** The text runs over all columns. */
  readonly wide?: boolean;
}

const COLUMN_WIDTHS = [32, 20, 92] as const;
const LINE_HEIGHT = 13.5;
/** Widths count digits, and most letters are narrower. */
const LETTERS_PER_WIDTH = 1.1;

/** Panduan: colours, rules of the house, states and every column, in plain words. */
export const guideSheet = (styles: StyleBook): Sheet => {
  const lines: readonly Line[] = [
    {
      texts: ['Panduan Buku Layanan Video Conference'],
      looks: [
        {
          bold: true,
          size: 16,
          text: ownerColours.form.header,
          down: 'center',
        },
      ],
      height: 32,
      wide: true,
    },
    { texts: [guideIntroduction], looks: [{ wrap: true }], wide: true },
    ...section('Warna judul kolom'),
    ...(['form', 'staff', 'shared', 'service'] as const).map(ownerLine),
    ...section('Cara bekerja'),
    ...houseRulesFor('workbook').map(
      ({ title, text }): Line => ({
        texts: [title, text],
        looks: [{ ...cell, bold: true }, cell, cell],
      }),
    ),
    ...section('Status permohonan'),
    ...stateNames.map(stateLine),
    ...tabs.flatMap((tab) => columnLines(tab)),
  ];
  const rows = lines.map((line, i): SheetRow => rowOf(line, i + 1, styles));
  return {
    name: guideTabName,
    tabColour: 'C07A00',
    columns: COLUMN_WIDTHS.map((width) => ({ width, look: styles.look({}) })),
    rows,
    rowHeight: 15,
    frozen: { rows: 0, columns: 0 },
    showGrid: false,
    filtered: false,
    merged: lines.flatMap((line, i) =>
      line.wide ? [`A${i + 1}:C${i + 1}`] : isTwoPart(line) ? [`B${i + 1}:C${i + 1}`] : [],
    ),
    choices: [],
    prompts: [],
    tints: [],
    print: { landscape: false, repeatColumns: 0 },
  };
};

const cell: CellLook = { wrap: true, line: { where: 'below', colour: hairline } };

const section = (title: string): readonly Line[] => [
  { texts: [''], looks: [{}] },
  {
    texts: [title],
    looks: [{ bold: true, size: 12, text: ownerColours.form.header, down: 'center' }],
    height: 22,
    wide: true,
  },
];

const chip = (fill: string, text: string): CellLook => ({
  ...cell,
  fill,
  text,
  bold: true,
  indent: 1,
});

const ownerLine = (owner: Owner): Line => {
  const { name, meaning, header } = ownerColours[owner];
  return {
    texts: [name, meaning],
    looks: [chip(header, 'FFFFFF'), cell, cell],
  };
};

const stateLine = (state: State): Line => {
  const { colours, meaning } = states[state];
  return {
    texts: [state, meaning],
    looks: [chip(colours.fill, colours.text), cell, cell],
  };
};

const columnLines = <F extends string>(tab: Tab<F>): readonly Line[] => [
  ...section(`Lembar ${tab.name}`),
  {
    texts: ['Kolom', 'Diisi oleh', 'Cara mengisi'],
    looks: [head, head, head],
  },
  ...columnsInOrder(tab, designOf(tab)).map(columnLine),
];

const head: CellLook = {
  bold: true,
  text: quietInk,
  size: 9,
  line: { where: 'below', colour: '9AA5B1' },
};

const designOf = (tab: Tab): { readonly first?: readonly string[] } =>
  Object.entries(tabDesigns).find(([name]) => name === tab.name)?.[1] ?? {};

const columnLine = (column: Column): Line => {
  const { header, owner } = column;
  return {
    texts: [header, ownerColours[owner].name, howToFill(column)],
    looks: [{ ...cell, bold: true }, { ...cell, text: ownerColours[owner].header }, cell],
  };
};

const isTwoPart = ({ texts }: Line): boolean => texts.length === 2;

const rowOf = (line: Line, number: number, styles: StyleBook): SheetRow => ({
  number,
  height: line.height ?? heightOf(line),
  cells: line.looks.map((look, i) => ({
    column: i + 1,
    value: line.texts[i] ?? '',
    look: styles.look(look ?? {}),
  })),
});

/** Spreadsheets do not fit the height of merged cells by themselves. */
const heightOf = ({ texts, wide }: Line): number => {
  const [first, second, third] = COLUMN_WIDTHS;
  const widths = wide
    ? [first + second + third]
    : texts.length === 2
      ? [first, second + third]
      : [first, second, third];
  const lineCounts = texts.map((text = '', i) =>
    text
      .split('\n')
      .map((part) => Math.max(1, Math.ceil(part.length / (LETTERS_PER_WIDTH * (widths[i] ?? 1)))))
      .reduce((sum, count) => sum + count, 0),
  );
  return Math.max(...lineCounts) * LINE_HEIGHT + 3;
};
