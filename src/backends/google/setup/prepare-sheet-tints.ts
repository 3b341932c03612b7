/** The rules of colour of a tab, as `book/tab-designs.ts` says them, in the words of the Sheets API. */

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { ownerColours, type Tint } from '../../../book/palette.ts';
import type { FieldTint, TabDesign } from '../../../book/tab-designs.ts';
import type { Tab } from '../../../core/sheet/column.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';

import { colour } from './prepare-sheet-cells.ts';

/** A tab whose columns all have their place, and which of them are new. */
export interface TintedTab {
  readonly sheetId: number;
  /** From 0. */
  readonly headerRow: number;
  /** From 0, by field. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly added: ReadonlySet<string>;
  /** Rules of the staff; theirs come first. */
  readonly tintCount: number;
}

/**
 * A rule comes with a column that it is about, so that one which staff took away stays away.
 *
 * Ranges begin with the header and have no end: a form inserts its first answer right below the header, which
 * would push a range that begins there down, and the answer out of it.
 */
export const tintRequests = (
  tab: Tab,
  design: TabDesign<string>,
  place: TintedTab,
): readonly sheets_v4.Schema$Request[] =>
  [...designedTints(tab, design, place), ...filledRowTints(tab, place)].map(
    ({ columns, when, tint }, i) => ({
      addConditionalFormatRule: {
        index: place.tintCount + i,
        rule: {
          ranges: neighbours(columns).map(([startColumnIndex, endColumnIndex]) => ({
            sheetId: place.sheetId,
            startRowIndex: place.headerRow,
            startColumnIndex,
            endColumnIndex,
          })),
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: when }] },
            format: formatOf(tint),
          },
        },
      },
    }),
  );

interface PlacedTint {
  /** From 0. */
  readonly columns: readonly number[];
  readonly when: string;
  readonly tint: Tint;
}

const designedTints = (
  tab: Tab,
  { tints }: TabDesign<string>,
  place: TintedTab,
): readonly PlacedTint[] =>
  tints.flatMap(({ on, when, tint }) => {
    const fields = fieldsOf({ on, when });
    const isDue = fields.some((field) => place.added.has(field));
    const isPossible = fields.every((field) => place.columnOf.has(field));
    return isDue && isPossible
      ? [
          {
            // Columns that staff made between ours keep their own look.
            columns: on === 'row' ? [...place.columnOf.values()] : [place.columnOf.get(on) ?? 0],
            when: formulaOf(withTickBoxes(when, tab), place),
            tint,
          },
        ]
      : [];
  });

const fieldsOf = ({ on, when }: Pick<FieldTint<string>, 'on' | 'when'>): readonly string[] => [
  ...(on === 'row' ? [] : [on]),
  ...[...when.matchAll(fieldPattern)].map(([, field = '']) => field),
];

/** Filled rows say by a breath of colour which cells are ours. */
const filledRowTints = (tab: Tab, place: TintedTab): readonly PlacedTint[] => {
  const keys = tab.columns.filter(
    ({ field, needed, owner }) =>
      needed && (owner === 'form' || owner === 'staff') && place.columnOf.has(field),
  );
  if (keys.length === 0) return [];
  const when = formulaOf(`LEN(${keys.map(({ field }) => `[${field}]`).join('&')})>0`, place);
  return (['shared', 'service'] as const).flatMap((owner) => {
    const columns = tab.columns
      .filter((column) => column.owner === owner && place.added.has(column.field))
      .map(({ field }) => place.columnOf.get(field) ?? 0);
    return columns.length === 0
      ? []
      : [{ columns, when, tint: { fill: ownerColours[owner].cell } }];
  });
};

const fieldPattern = /\[(\w+)\]/g;

/** As of the range's first row, the header, which itself is never meant. */
const formulaOf = (when: string, { columnOf, headerRow }: TintedTab): string => {
  const row = headerRow + 1;
  const placed = when.replace(
    fieldPattern,
    (_, field: string) => `$${columnLetters((columnOf.get(field) ?? 0) + 1)}${row}`,
  );
  return `=${inAnyLocale(`AND(ROW()>${row},${placed})`)}`;
};

/** A tick of Google's is TRUE or FALSE, and FALSE is as good as empty. */
const withTickBoxes = (when: string, { columns }: Tab): string => {
  const isTick = (field: string): boolean =>
    columns.some((column) => column.field === field && column.kind === 'tick');
  return when
    .replace(/\[(\w+)\]=""/g, (as, field: string) =>
      isTick(field) ? `OR([${field}]="",[${field}]=FALSE)` : as,
    )
    .replace(/LEN\(\[(\w+)\]\)>0/g, (as, field: string) =>
      isTick(field) ? `AND([${field}]<>"",[${field}]<>FALSE)` : as,
    );
};

/**
 * Arguments parted by `;`, which Sheets understands in every locale; the comma only where no comma stands in numbers.
 * Source: googleapis/google-api-nodejs-client, issue 1994.
 */
const inAnyLocale = (formula: string): string =>
  formula.replace(/"[^"]*"|,/g, (part) => (part === ',' ? ';' : part));

/** Google draws no lines by rules. */
const formatOf = ({ fill, text, bold, strike }: Tint): sheets_v4.Schema$CellFormat => ({
  ...(fill !== undefined && { backgroundColorStyle: { rgbColor: colour(fill) } }),
  ...((text !== undefined || bold || strike) && {
    textFormat: {
      ...(text !== undefined && { foregroundColorStyle: { rgbColor: colour(text) } }),
      ...(bold && { bold }),
      ...(strike && { strikethrough: strike }),
    },
  }),
});

/** First and, not included, last column of each run of neighbours. */
export const neighbours = (
  columns: readonly number[],
): readonly (readonly [start: number, end: number])[] => {
  const sorted = [...columns].sort((a, b) => a - b);
  return sorted.flatMap((start, i) => {
    if (sorted[i - 1] === start - 1) return [];
    let end = start + 1;
    while (sorted.includes(end)) end += 1;
    return [[start, end] as const];
  });
};
