import { hairline, ownerColours } from '../../../src/book/palette.ts';
import type { TabDesign } from '../../../src/book/tab-designs.ts';
import {
  columnsInOrder,
  lastPreparedRow,
  tabColours,
  widthOf,
} from '../../../src/book/tab-layout.ts';
import type { Column, ColumnKind, Tab } from '../../../src/core/sheet/column.ts';
import { tickMark } from '../../../src/core/sheet/column.ts';
import type { Cell } from '../../../src/core/sheet/snapshot.ts';
import type { Choice, ConditionalTint, Prompt, Sheet, SheetColumn } from './sheet.ts';
import { letters } from './sheet.ts';
import type { Look, StyleBook } from './styles.ts';

/** Month names cannot be misread as days, and the weekday shows at once when a letter has the wrong one. */
const dayFormat = '[$-421]ddd\\,\\ d\\ mmm\\ yyyy';
const momentFormat = '[$-421]d\\ mmm\\ yyyy\\ hh\\.mm';

/**
 * How typed cells look. Times are text: where Excel speaks English, "09.30" would become the number 9.3.
 * Long texts are not: Excel shows text cells of more than 255 characters as `####`.
 */
const lookOf: Readonly<Record<ColumnKind, Look>> = {
  text: { format: '@', wrap: true, across: 'left', indent: 1 },
  long: { wrap: true, across: 'left', indent: 1 },
  day: { format: dayFormat, across: 'left', indent: 1 },
  time: { format: '@', across: 'center' },
  moment: { format: momentFormat, across: 'left', indent: 1 },
  number: { format: '#,##0', across: 'center' },
  tick: { across: 'center', format: '@' },
  choice: { wrap: true, format: '@', across: 'left', indent: 1 },
  link: { wrap: true, across: 'left', indent: 1 },
};

/** Finds the letters of a column that another tab's drop-down offers. */
export type LettersOf = (tab: string, field: string) => string;

/** One tab, with `rows` under its header. */
export const registerSheet = <F extends string>(
  tab: Tab<F>,
  {
    design,
    rows = [],
    lettersOf,
    styles,
  }: {
    readonly design: TabDesign<F>;
    readonly rows?: readonly Readonly<Partial<Record<F, Cell>>>[];
    readonly lettersOf: LettersOf;
    readonly styles: StyleBook;
  },
): Sheet => {
  const columns = columnsInOrder(tab, design);
  const drawn = columns.map(
    ({ kind, width, format, folds }): SheetColumn => ({
      width: width ?? widthOf[kind],
      look: styles.look({ ...lookOf[kind], ...(format && { format }) }),
      ...(folds && { outline: 1 }),
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
        cells: columns.map(({ header, owner, kind }, i) => ({
          column: i + 1,
          value: header,
          look: styles.look({
            ...headerLook,
            fill: ownerColours[owner].header,
            ...(lookOf[kind].across === 'center'
              ? { across: 'center' }
              : { across: 'left', indent: 1 }),
          }),
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
    choices: columns.flatMap((column, i) =>
      choicesFor(column, { range: downFrom(i + 1), lettersOf }),
    ),
    prompts: columns.map(
      ({ hint, header, owner }, i): Prompt => ({
        cell: `${letters(i + 1)}1`,
        title: header.length > 32 ? ownerColours[owner].name : header,
        text: hint,
      }),
    ),
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

const headerLook: Look = {
  bold: true,
  text: 'FFFFFF',
  wrap: true,
  down: 'center',
  line: { where: 'around', colour: 'FFFFFF' },
};

const downFrom = (column: number): string =>
  `${letters(column)}2:${letters(column)}${lastPreparedRow}`;

const choicesFor = (
  { kind, choices, offers, owner }: Column,
  {
    range,
    lettersOf,
  }: {
    readonly range: string;
    readonly lettersOf: LettersOf;
  },
): readonly Choice[] => {
  if (offers) {
    const from = lettersOf(offers.tab, offers.field);
    return [
      {
        range,
        from: `'${offers.tab}'!$${from}$2:$${from}$${lastPreparedRow}`,
        warns: false,
      },
    ];
  }
  // A tick may also be an x or "ya", a confirmation also a day and time, and several competences fit in one cell.
  if (kind === 'tick') return [{ range, from: `"${tickMark}"`, warns: false }];
  return choices
    ? [
        {
          range,
          from: `"${choices.join(',')}"`,
          warns: owner !== 'form' && kind === 'choice',
        },
      ]
    : [];
};

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
