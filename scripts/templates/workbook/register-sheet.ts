import {
  bodyLook,
  choicesOf,
  headerLook,
  headerPrompt,
  type RangeOf,
} from '../../../src/book/column-look.ts';
import { hairline, ownerColours } from '../../../src/book/palette.ts';
import type { TabDesign } from '../../../src/book/tab-designs.ts';
import {
  columnsInOrder,
  lastPreparedRow,
  tabColours,
  widthOf,
} from '../../../src/book/tab-layout.ts';
import type { Column, Tab } from '../../../src/core/sheet/column.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import type { ConditionalTint, Sheet, SheetColumn } from './sheet.ts';
import { letters } from './sheet.ts';
import type { StyleBook } from './styles.ts';

/** One tab, with `rows` under its header. */
export const registerSheet = <F extends string>(
  tab: Tab<F>,
  {
    design,
    rows = [],
    rangeOf,
    styles,
  }: {
    readonly design: TabDesign<F>;
    readonly rows?: readonly Readonly<Partial<Record<F, Cell>>>[];
    readonly rangeOf: RangeOf;
    readonly styles: StyleBook;
  },
): Sheet => {
  const columns = columnsInOrder(tab, design);
  const drawn = columns.map(
    (column): SheetColumn => ({
      width: column.width ?? widthOf[column.kind],
      look: styles.look(bodyLook(column)),
      ...(column.folds && { outline: 1 }),
    }),
  );
  return {
    name: tab.name,
    tabColour: tabColours[design.colour],
    columns: drawn,
    rows: [
      {
        number: 1,
        height: 36,
        cells: columns.map((column, i) => ({
          column: i + 1,
          value: column.header,
          look: styles.look(headerLook(column)),
        })),
      },
      ...rows.map((row, r) => ({
        number: r + 2,
        cells: columns.flatMap(({ field }, i) => {
          const value = row[field];
          return value === undefined ? [] : [{ column: i + 1, value, look: drawn[i]?.look ?? 0 }];
        }),
      })),
    ],
    rowHeight: heightOfLines(design.lines ?? 1),
    frozen: { rows: 1, columns: design.frozenColumns },
    showGrid: true,
    reach: lastPreparedRow,
    filtered: true,
    merged: [],
    choices: columns.flatMap((column, i) => {
      const choices = choicesOf(column, rangeOf);
      return choices === undefined ? [] : [{ ...choices, range: downFrom(i + 1) }];
    }),
    prompts: columns.map((column, i) => ({
      ...headerPrompt(column),
      cell: `${letters(i + 1)}1`,
    })),
    tints: [...ownTints(columns, design), ...filledRowTints(columns)],
    print: {
      landscape: design.landscape,
      ...(design.printScale && { scale: design.printScale }),
      repeatColumns: design.printScale ? design.frozenColumns : 0,
    },
  };
};

/** LibreOffice does not fit the height of rows when it opens a file, so every row has room for what it usually holds. */
const heightOfLines = (lines: number): number => lines * 12.75 + 2.25;

const downFrom = (column: number): string =>
  `${letters(column)}2:${letters(column)}${lastPreparedRow}`;

const ownTints = <F extends string>(
  columns: readonly Column<F>[],
  { tints }: TabDesign<F>,
): readonly ConditionalTint[] =>
  tints.map(({ on, when, tint }) => ({
    range: on === 'row' ? wholeRows(columns) : downFrom(columnNumber(columns, on)),
    when: when.replace(
      /\[(\w+)\]/g,
      (_, field: string) => `$${letters(columnNumber(columns, field))}2`,
    ),
    tint: { lineBelow: hairline, ...tint },
  }));

const columnNumber = (columns: readonly Column[], field: string): number =>
  columns.findIndex((column) => column.field === field) + 1;

const wholeRows = (columns: readonly Column[]): string =>
  `A2:${letters(columns.length)}${lastPreparedRow}`;

/** Filled rows are ruled, and say by a breath of colour which cells are ours. */
const filledRowTints = (columns: readonly Column[]): readonly ConditionalTint[] => {
  const isFilled = `COUNTA($A2:$${letters(Math.min(columns.length, 9))}2)>0`;
  return (Object.keys(ownerColours) as (keyof typeof ownerColours)[]).flatMap((owner) => {
    const ranges = runsOf(columns, owner).map(
      ([from, to]) => `${letters(from)}2:${letters(to)}${lastPreparedRow}`,
    );
    const tint = { fill: ownerColours[owner].cell, lineBelow: hairline };
    return ranges.length === 0 ? [] : [{ range: ranges.join(' '), when: isFilled, tint }];
  });
};

/** First and last numbers of neighbouring columns with the same owner. */
const runsOf = (
  columns: readonly Column[],
  owner: Column['owner'],
): readonly (readonly [number, number])[] => {
  const isRunStart = (i: number): boolean =>
    columns[i]?.owner === owner && columns[i - 1]?.owner !== owner;
  return columns.flatMap((_, start) => {
    if (!isRunStart(start)) return [];
    const next = columns.findIndex((column, i) => i > start && column.owner !== owner);
    return [[start + 1, next === -1 ? columns.length : next] as const];
  });
};
