/** Brings a workbook that an earlier version made the tabs and columns that have come since, each with its look. */

import {
  bodyLook,
  choicesOf,
  headerLook,
  headerPrompt,
  type RangeOf,
} from '../../../book/column-look.ts';
import {
  type BringingFault,
  bringingFaults,
  type ColumnsToBring,
  columnsToBring,
  quotedHeaders,
} from '../../../book/columns-to-bring.ts';
import { tintsOf } from '../../../book/row-tints.ts';
import { type TabDesign, tabDesigns } from '../../../book/tab-designs.ts';
import {
  columnsInOrder,
  heightOfLines,
  lastPreparedRow,
  tabColours,
  widthOf,
} from '../../../book/tab-layout.ts';
import { tabs } from '../../../core/columns/tabs.ts';
import type { Column, Owner, Tab } from '../../../core/sheet/column.ts';
import { columnLetters } from '../../../core/sheet/column-letters.ts';
import { findTab, locateColumns } from '../../../core/sheet/locate-columns.ts';
import type { NewColumn } from '../sheet/new-column.ts';
import type { Addition } from '../workbook/add-columns.ts';
import type { NewTab } from '../workbook/add-tabs.ts';
import type { LocalWorkbook, MeasuredWorkbook } from '../workbook/local-workbook.ts';
import { absentTabs } from './absent-tabs.ts';

export interface BroughtColumns {
  /** In English, what was added; empty when nothing was left to do. */
  readonly done: readonly string[];
  /** What a person should know or do. */
  readonly notices: readonly string[];
}

/**
 * Tabs come behind the others: those without which a desk works, for one of the others that is missing was renamed. Each
 * column goes right of everything that stands in its tab; nothing else is touched, and a workbook that has them is not written.
 */
export const bringColumns = async (workbook: LocalWorkbook): Promise<BroughtColumns> => {
  let places: readonly Place[] = [];
  let missing: readonly Tab[] = [];
  const additions = await workbook.addColumns(
    (snapshot) => {
      places = placesIn(snapshot);
      return places.flatMap((place) => newColumns(place, places));
    },
    (snapshot) => {
      missing = absentTabs(snapshot);
      return missing.map(newTab);
    },
  );
  const isNew = (tab: string): boolean => missing.some(({ name }) => name === tab);
  const became = (place: Place, addition: Addition): readonly Column[] =>
    additions.flatMap(({ column, addition: each }) =>
      each === addition && column.tab === place.name ? [column.of] : [],
    );
  return {
    done: [
      ...missing
        .filter(({ name }) => places.some((place) => place.name === name))
        .map(({ name }) => `added the tab ${name}, behind the others`),
      ...additions
        .filter(({ column, addition }) => addition === 'added' && !isNew(column.tab))
        .map(({ column }) => `added the column "${column.header}" to the tab ${column.tab}`),
    ],
    notices: places
      .flatMap((place) => [
        ...bringingFaults(place.name, { ...place.brought, added: became(place, 'added') }),
        ...tableFault(place.name, became(place, 'in-table')),
        ...roomFault(place.name, became(place, 'no-room')),
      ])
      .map(({ what, todo }) => `${what} ${todo}`),
  };
};

const newTab = (spec: Tab): NewTab => {
  const design = designOf(spec);
  return {
    name: spec.name,
    colour: tabColours[design?.colour ?? 'register'],
    frozenColumns: design?.frozenColumns ?? 0,
    lastRow: lastPreparedRow,
    rowHeight: heightOfLines(design?.lines ?? 1),
    isLandscape: design?.landscape ?? false,
    printScale: design?.printScale,
    folds: spec.columns.some(({ folds }) => folds),
    tints: design ? tintsOf(columnsInOrder(spec, design), design) : [],
  };
};

const designOf = (spec: Tab): TabDesign | undefined =>
  new Map(Object.entries<TabDesign>(tabDesigns)).get(spec.name);

/** Those of a tab that is new stand in the order of a prepared book. */
const inOrder = (
  added: readonly Column[],
  { spec, isNew }: { readonly spec: Tab; readonly isNew: boolean },
): readonly Column[] => (isNew ? columnsInOrder(spec, designOf(spec) ?? {}) : added);

/** A tab that is there: where its columns stand, or will. Rows and columns count from 1. */
interface Place {
  readonly spec: Tab;
  readonly name: string;
  readonly headerRow: number;
  readonly brought: ColumnsToBring;
  /** It holds nothing yet. */
  readonly isNew: boolean;
  /** By field; those that are there. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** By field; those that are to come. */
  readonly newColumnOf: ReadonlyMap<string, number>;
}

const placesIn = (snapshot: MeasuredWorkbook): readonly Place[] =>
  tabs.flatMap((spec: Tab) => {
    const name = findTab(snapshot, spec)?.name;
    const tab = snapshot.tabs.find((each) => each.name === name);
    if (tab === undefined) return [];
    const { headerRow, indexOf } = locateColumns(tab, spec);
    const toBring = columnsToBring(tab, spec);
    const isNew = tab.columnsUsed === 0 && toBring.added.length === spec.columns.length;
    const brought = { ...toBring, added: inOrder(toBring.added, { spec, isNew }) };
    const newColumnOf = brought.added.map(
      ({ field }, i) => [field, tab.columnsUsed + i + 1] as const,
    );
    return [
      {
        spec,
        name: tab.name,
        headerRow: headerRow + 1,
        brought,
        isNew,
        columnOf: new Map([...indexOf].map(([field, index]) => [field, index + 1])),
        newColumnOf: new Map(newColumnOf),
      },
    ];
  });

interface BroughtColumn extends NewColumn {
  readonly of: Column;
}

const newColumns = (place: Place, places: readonly Place[]): readonly BroughtColumn[] =>
  place.brought.added.flatMap((column) => {
    const number = place.newColumnOf.get(column.field);
    if (number === undefined) return [];
    return [
      {
        of: column,
        tab: place.name,
        row: place.headerRow,
        column: number,
        header: column.header,
        width: column.width ?? widthOf[column.kind],
        headerLook: headerLook(column),
        look: bodyLook(column),
        hint: headerPrompt(column),
        choices: choicesOf(column, rangeIn(places)),
        lastRow: lastPreparedRow,
        // Beside others it would fold away alone.
        folds: place.isNew && column.folds,
        fellows: fellowsOf(place, column),
      },
    ];
  });

/** Those that look alike: of the same owner or, where there are hardly any, of the owner who has most columns there. */
const fellowsOf = ({ spec, columnOf }: Place, { owner }: Column): readonly number[] => {
  const of = (each: Owner): readonly number[] =>
    spec.columns
      .filter((column) => column.owner === each)
      .flatMap(({ field }) => columnOf.get(field) ?? []);
  const own = of(owner);
  if (own.length > 1) return own;
  return (['form', 'staff', 'shared', 'service'] as const)
    .map(of)
    .reduce((most, each) => (each.length > most.length ? each : most), own);
};

/** The column of another tab, where it stands or will stand. */
const rangeIn =
  (places: readonly Place[]): RangeOf =>
  (tab, field) => {
    const place = places.find(({ spec }) => spec.name === tab);
    const number = place?.columnOf.get(field) ?? place?.newColumnOf.get(field);
    if (place === undefined || number === undefined) return undefined;
    const letters = columnLetters(number);
    const name = `'${place.name.replaceAll("'", "''")}'`;
    return `${name}!$${letters}$${place.headerRow + 1}:$${letters}$${lastPreparedRow}`;
  };

const tableFault = (name: string, columns: readonly Column[]): readonly BringingFault[] =>
  columns.length === 0
    ? []
    : [
        {
          what: `The tab ${name} holds a table, which people would sort without what stands beside it, so it did not get ${quotedHeaders(columns)}.`,
          todo: 'In Excel, click into the table and choose Table Design → Convert to Range; then run this again.',
        },
      ];

const roomFault = (name: string, columns: readonly Column[]): readonly BringingFault[] =>
  columns.length === 0
    ? []
    : [
        {
          what: `The tab ${name} has no free cell beside its headers for ${quotedHeaders(columns)}.`,
          todo: 'Take merged cells in the row of headers apart, then run this again.',
        },
      ];
