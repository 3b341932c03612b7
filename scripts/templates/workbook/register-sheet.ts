import {
  bodyLook,
  choicesOf,
  headerLook,
  headerPrompt,
  type RangeOf,
} from '../../../src/book/column-look.ts';
import { tintsOf } from '../../../src/book/row-tints.ts';
import type { TabDesign } from '../../../src/book/tab-designs.ts';
import {
  columnsInOrder,
  heightOfLines,
  lastPreparedRow,
  tabColours,
  widthOf,
} from '../../../src/book/tab-layout.ts';
import type { Tab } from '../../../src/core/sheet/column.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import type { Sheet, SheetColumn } from './sheet.ts';
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
    tints: tintsOf(columns, design),
    print: {
      landscape: design.landscape,
      ...(design.printScale && { scale: design.printScale }),
      repeatColumns: design.printScale ? design.frozenColumns : 0,
    },
  };
};

const downFrom = (column: number): string =>
  `${letters(column)}2:${letters(column)}${lastPreparedRow}`;
