/** The rules of colour of a tab whose columns stand in the order of a prepared book. */
import type { Column } from '../core/sheet/column.ts';
import { columnLetters } from '../core/sheet/column-letters.ts';
import { hairline, ownerColours, type Tint } from './palette.ts';
import type { TabDesign } from './tab-designs.ts';
import { lastPreparedRow } from './tab-layout.ts';

export interface ConditionalTint {
  readonly range: string;
  /** For the range's first cell, without the equals sign. */
  readonly when: string;
  readonly tint: Tint;
}

/** The first that fits wins where two set the same thing. Headers stand in the first row. */
export const tintsOf = (
  columns: readonly Column[],
  design: Pick<TabDesign, 'tints'>,
): readonly ConditionalTint[] => [...ownTints(columns, design), ...filledRowTints(columns)];

const ownTints = (
  columns: readonly Column[],
  { tints }: Pick<TabDesign, 'tints'>,
): readonly ConditionalTint[] =>
  tints.map(({ on, when, tint }) => ({
    range: on === 'row' ? wholeRows(columns) : downFrom(columnNumber(columns, on)),
    when: when.replace(
      /\[(\w+)\]/g,
      (_, field: string) => `$${columnLetters(columnNumber(columns, field))}2`,
    ),
    tint: { lineBelow: hairline, ...tint },
  }));

const columnNumber = (columns: readonly Column[], field: string): number =>
  columns.findIndex((column) => column.field === field) + 1;

const downFrom = (column: number): string =>
  `${columnLetters(column)}2:${columnLetters(column)}${lastPreparedRow}`;

const wholeRows = (columns: readonly Column[]): string =>
  `A2:${columnLetters(columns.length)}${lastPreparedRow}`;

/** Filled rows are ruled, and say by a breath of colour which cells are ours. */
const filledRowTints = (columns: readonly Column[]): readonly ConditionalTint[] => {
  const isFilled = `COUNTA($A2:$${columnLetters(Math.min(columns.length, 9))}2)>0`;
  return (Object.keys(ownerColours) as (keyof typeof ownerColours)[]).flatMap((owner) => {
    const ranges = runsOf(columns, owner).map(
      ([from, to]) => `${columnLetters(from)}2:${columnLetters(to)}${lastPreparedRow}`,
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
