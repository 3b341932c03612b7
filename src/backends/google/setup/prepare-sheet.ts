/**
 * Makes a spreadsheet into the office's book: missing tabs and missing columns, ready to work in.
 *
 * Three reads and at most one write for all tabs, and that write is all or nothing; time zone and locale go before it. What is there already is left as it is:
 * headers, widths, colours, drop-downs and rows belong to the staff. A tab or a column that this makes comes
 * complete, so a second run finds nothing to do. The tab of requests is never made: Google makes it when a
 * person links the form, and the columns of the service are put to the right of the answers. Other tabs that a form
 * fills are made, because no pass does without them, and give way to Google's while nothing stands in them. What may be
 * added beside rows is the same for every workbook: `columnsToBring`.
 * A tab that Google has just made, on which nobody has worked yet, is given our look once.
 */

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import {
  bringingFaults,
  type ColumnsToBring,
  columnsToBring,
  quotedHeaders,
} from '../../../book/columns-to-bring.ts';
import { goesByName, linkedTabIn, takesAnswers } from '../../../core/columns/linked-tabs.ts';
import { requestTab } from '../../../core/columns/request-tab.ts';
import { guideTabName, overviewTabName, tabs } from '../../../core/columns/tabs.ts';
import type { Tab } from '../../../core/sheet/column.ts';
import { findTab, locateColumns } from '../../../core/sheet/locate-columns.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { type SheetFault, sortedPartly } from '../sheet/sorted-partly.ts';
import { typedColumnsIn, typedFaults } from '../sheet/typed-columns.ts';
import { namedTabIn, requestTabIn, unreadAnswers } from './forms/answer-tabs.ts';
import { type Book, type BookTab, readBook } from './prepare-sheet-book.ts';
import { guideRequests, overviewRequests } from './prepare-sheet-guide.ts';
import {
  addTabRequests,
  columnRequests,
  firstRowRequests,
  futureLayout,
  groupRequests,
  type Layout,
  offers,
  ruleRequests,
  viewRequests,
} from './prepare-sheet-tab.ts';
import { prepareZone } from './prepare-zone.ts';
import { refusedOf, withPlace } from './refused-request.ts';
import { tableFault, wideningOf } from './widen-table.ts';

export interface PreparedSheet {
  /** What people call it. */
  readonly title: string;
  /** Where they open it. */
  readonly address: string;
  /** In English, what this run changed; empty when nothing was left to do. */
  readonly done: readonly string[];
  /** What a person should know or do. */
  readonly notices: readonly string[];
  /** The tab with the form's answers is there. */
  readonly hasRequests: boolean;
}

/** @throws ServiceError one of `errors.ts`. */
export const prepareSheet = async (
  client: GoogleClient,
  {
    spreadsheetId,
    timeZone,
    isMadeHere = false,
  }: {
    readonly spreadsheetId: string;
    readonly timeZone: string;
    /** This program made the spreadsheet: the empty tab that came with it may go. */
    readonly isMadeHere?: boolean;
  },
): Promise<PreparedSheet> => {
  const book = await readBook(client, spreadsheetId);
  const zone = await prepareZone(client, { spreadsheetId, book, timeZone });
  const send = (plan: Preparation): Promise<void> =>
    sendPlan(client, { spreadsheetId, book, plan });
  let plan = planFor(book, { isMadeHere, tables: 'widen' });
  try {
    await send(plan);
  } catch (error) {
    // What Google lets tables do is not written anywhere for certain: then a person reverts it.
    if (refusedOf(error, plan.requests)?.updateTable === undefined) throw error;
    plan = planFor(book, { isMadeHere, tables: 'leave' });
    await send(plan);
  }
  return {
    title: book.title,
    address: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`,
    done: [...plan.done, ...zone.done],
    notices: [...zone.notices, ...plan.notices],
    hasRequests: requestTabIn(book.tabs) !== undefined,
  };
};

interface Preparation {
  readonly done: readonly string[];
  readonly notices: readonly string[];
  readonly requests: readonly sheets_v4.Schema$Request[];
}

const sendPlan = async (
  client: GoogleClient,
  {
    spreadsheetId,
    book,
    plan: { requests },
  }: { readonly spreadsheetId: string; readonly book: Book; readonly plan: Preparation },
): Promise<void> => {
  if (requests.length === 0) return;
  const sheets = await client.sheets();
  const names = new Map([
    ...book.tabs.map(({ sheetId, name }) => [sheetId, name] as const),
    ...requests.flatMap(({ addSheet }) =>
      addSheet?.properties
        ? [[addSheet.properties.sheetId ?? 0, addSheet.properties.title ?? ''] as const]
        : [],
    ),
  ]);
  try {
    await client.send(
      { what: 'prepare the sheet', kind: 'write', repeatable: false, subject: 'sheet' },
      (options) =>
        sheets.spreadsheets.batchUpdate(
          { spreadsheetId, fields: 'spreadsheetId', requestBody: { requests: [...requests] } },
          options,
        ),
    );
  } catch (error) {
    throw withPlace(error, requests, (sheetId) => names.get(sheetId));
  }
};

/** A tab that is there: where its columns stand, and which have to be added to the right of everything. */
interface Present extends ColumnsToBring {
  readonly tab: Tab;
  readonly found: BookTab;
  readonly layout: Layout;
  /** Makes a table of Google's reach over all columns. */
  readonly widening: readonly sheets_v4.Schema$Request[];
}

interface PlanOptions {
  readonly isMadeHere: boolean;
  /** What becomes of tables that do not reach over our columns. */
  readonly tables: 'widen' | 'leave';
}

const planFor = (book: Book, { isMadeHere, tables }: PlanOptions): Preparation => {
  const newId = freshIds(book);
  const layouts = new Map<string, Layout>();
  const missing: Tab[] = [];
  const present: Present[] = [];
  const faults: SheetFault[] = [];
  const superseded: Swap[] = [];
  for (const tab of tabs) {
    const { found, instead, waiting } = standingFor(tab, book, tables);
    if (found && instead) superseded.push({ found, instead });
    if (waiting) faults.push(tableFault(waiting.name));
    if (found) {
      const brought = presentTab(tab, found);
      const widening = wideningOf(found, {
        headerRow: brought.layout.headerRow,
        columns: [...brought.layout.columnOf.values()],
      });
      const isWidened = widening.kind === 'possible' && tables === 'widen';
      const seen = { ...brought, widening: isWidened ? [widening.request] : [] };
      faults.push(
        ...sortedPartly({ ...found, tables: isWidened ? [] : rangesOf(found) }, [
          ...locateColumns(found, tab).indexOf.values(),
        ]),
        ...typedFaults(found, tab, seen.layout.typed),
      );
      // A table would be sorted without the columns beside it: staff's ticks would end up on other requests.
      const isBlocked = seen.added.length > 0 && widening.kind !== 'none' && !isWidened;
      if (isBlocked) faults.push(tableFault(found.name));
      else present.push(seen);
      faults.push(...bringingFaults(found.name, isBlocked ? { ...seen, added: [] } : seen));
      layouts.set(tab.name, isBlocked ? layoutWithout(seen) : seen.layout);
    } else if (tab !== requestTab) {
      missing.push(tab);
      layouts.set(tab.name, futureLayout(tab, newId()));
    }
  }
  const done: string[] = [];
  const requests: sheets_v4.Schema$Request[] = [];
  requests.push(...swapRequests(superseded));
  done.push(
    ...superseded.map(
      ({ instead }) => `took out the empty tab ${instead.name}: its form brought another one`,
    ),
  );
  for (const { found, layout } of present.filter(
    ({ found, layout }) => found.name !== layout.name,
  )) {
    const properties = { sheetId: found.sheetId, title: layout.name };
    requests.push({ updateSheetProperties: { properties, fields: 'title' } });
    done.push(`renamed the tab ${found.name} to ${layout.name}`);
  }
  if (!bookTab(book, { name: overviewTabName, synonyms: [] })) {
    requests.push(...overviewRequests(newId()));
    done.push(`made the tab ${overviewTabName}`);
  }
  for (const tab of missing) {
    const layout = layouts.get(tab.name);
    if (layout) requests.push(...addTabRequests(tab, layout, layouts));
    done.push(`made the tab ${tab.name}`);
  }
  for (const each of present) {
    requests.push(...completed(each, layouts), ...laterRules(each, { present, layouts }));
    if (each.added.length > 0) {
      done.push(`added ${columnsInWords(each)} to the tab ${each.layout.name}`);
    }
    if (each.widening.length > 0) {
      done.push(`widened the table in the tab ${each.layout.name} over all its columns`);
    }
  }
  if (!bookTab(book, { name: guideTabName, synonyms: [] })) {
    requests.push(...guideRequests(newId()));
    done.push(`made the tab ${guideTabName}`);
  }
  const empty = isMadeHere ? book.tabs.filter((each) => isFirstTab(each, layouts)) : [];
  for (const { sheetId, name } of empty) {
    requests.push({ deleteSheet: { sheetId } });
    done.push(`took out the empty tab ${name}`);
  }
  const left = book.tabs.filter((each) => !superseded.some(({ instead }) => instead === each));
  const notices = [...faults, ...unreadAnswers(left)].map(({ what, todo }) => `${what} ${todo}`);
  return { done, requests, notices };
};

const rangesOf = ({ tables }: BookTab): readonly sheets_v4.Schema$GridRange[] =>
  tables.map(({ range }) => range ?? {});

/** The one that every new spreadsheet begins with, whatever the account's language calls it, as long as it is untouched. */
const isFirstTab = (tab: BookTab, layouts: ReadonlyMap<string, Layout>): boolean =>
  tab.sheetId === 0 &&
  tab.usedRows === 0 &&
  tab.isPlain &&
  tab.tables.length === 0 &&
  [...layouts.values()].every(({ sheetId }) => sheetId !== 0) &&
  !goesByName(tab);

/** The tab in the book that serves as one of ours. */
interface Standing {
  readonly found: BookTab | undefined;
  /** An empty one of ours, in whose place it comes. */
  readonly instead?: BookTab;
  /** A form's tab that cannot be taken as it is. */
  readonly waiting?: BookTab;
}

const standingFor = (tab: Tab, book: Book, tables: PlanOptions['tables']): Standing => {
  if (tab === requestTab) return { found: requestTabIn(book.tabs) };
  const named = namedTabIn(book.tabs, tab);
  const linked = linkedTabIn(book.tabs, tab);
  if (named === undefined || linked === undefined) return { found: named ?? linked };
  if (named.filledRows > locateColumns(named, tab).headerRow + 1) return { found: named };
  return linked.tables.length > 0 && tables === 'leave'
    ? { found: named, waiting: linked }
    : { found: linked, instead: named };
};

/** A form's tab, and the empty one of ours in whose place it comes. */
interface Swap {
  readonly found: BookTab;
  readonly instead: BookTab;
}

/** Each takes the other's place in the row of tabs; those swapped before have moved all that stood right of them. */
const swapRequests = (swaps: readonly Swap[]): readonly sheets_v4.Schema$Request[] =>
  swaps.flatMap(({ found, instead }, i) => {
    const moved = swaps.slice(0, i).filter((each) => each.found.place < instead.place).length;
    const properties = { sheetId: found.sheetId, index: instead.place - moved };
    return [
      { deleteSheet: { sheetId: instead.sheetId } },
      { updateSheetProperties: { properties, fields: 'index' } },
    ];
  });

const presentTab = (tab: Tab, found: BookTab): Omit<Present, 'widening'> => {
  const { headerRow, indexOf } = locateColumns(found, tab);
  const brought = columnsToBring(found, tab, found.filledRows > headerRow + 1);
  return {
    ...brought,
    tab,
    found,
    layout: {
      name: nameFor(tab, found),
      sheetId: found.sheetId,
      headerRow,
      columnOf: new Map<string, number>([
        ...indexOf,
        ...brought.added.map(({ field }, i) => [field, found.firstFreeColumn + i] as const),
      ]),
      typed: typedColumnsIn(found.tables),
    },
  };
};

/** By name where only some were lacking; all of them would be a long list. */
const columnsInWords = ({ added, isLate }: Present): string => {
  const { length } = added;
  return `${length} column${length === 1 ? '' : 's'}${isLate ? ` (${quotedHeaders(added)})` : ''}`;
};

/** With only the columns that stand there now. */
const layoutWithout = ({ layout, added, found }: Omit<Present, 'widening'>): Layout => ({
  ...layout,
  name: found.name,
  columnOf: new Map(
    [...layout.columnOf].filter(([field]) => !added.some((column) => column.field === field)),
  ),
});

/** A tab that would not be found by its name later, or that Google has just numbered, is renamed. */
const nameFor = (tab: Tab, found: BookTab): string => {
  const isFound = findTab({ tabs: [found] }, tab) !== undefined;
  return isFound && !isAsGoogleMadeIt(tab, found) ? found.name : tab.name;
};

/** The tab of a form just linked: numbered by Google, its headers only, nobody's colours, notes or drop-downs. */
const isAsGoogleMadeIt = (tab: Tab, found: BookTab): boolean =>
  takesAnswers(tab) &&
  /\d$/.test(found.name) &&
  found.isPlain &&
  found.usedRows === locateColumns(found, tab).headerRow + 1;

/** What makes a tab complete that lacks columns, and our look for one on which nobody has worked yet. */
const completed = (
  { tab, found, layout, added, widening }: Present,
  layouts: ReadonlyMap<string, Layout>,
): readonly sheets_v4.Schema$Request[] => {
  if (added.length === 0) return widening;
  const { sheetId, headerRow } = layout;
  const lacking = found.firstFreeColumn + added.length - found.width;
  const isBlank = found.usedRows === 0;
  const isOurs = isBlank || isAsGoogleMadeIt(tab, found);
  const there = tab.columns.filter(({ field }) => !added.some((each) => each.field === field));
  return [
    ...(lacking > 0
      ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: lacking } }]
      : []),
    ...(isOurs && found.frozenRows === 0
      ? [
          {
            updateSheetProperties: {
              properties: { sheetId, gridProperties: { frozenRowCount: headerRow + 1 } },
              fields: 'gridProperties.frozenRowCount',
            },
          },
        ]
      : []),
    ...columnRequests(added, { layout, layouts, header: 'new' }),
    ...widening,
    ...(isOurs ? columnRequests(there, { layout, layouts, header: 'there' }) : []),
    ...(isBlank ? firstRowRequests(tab, layout) : []),
    ...(isOurs ? groupRequests(tab, layout) : []),
    ...viewRequests(tab, layout, {
      added,
      tintCount: found.tintCount,
      // A table brings arrows of its own, and no filter may lie over it.
      hasFilter: found.filter !== undefined || found.tables.length > 0,
      width: found.firstFreeColumn,
    }),
  ];
};

/** Drop-downs that could not offer tickets while there was no column of tickets, on columns that an earlier run made. */
const laterRules = (
  { tab, found, layout, added }: Present,
  {
    present,
    layouts,
  }: { readonly present: readonly Present[]; readonly layouts: ReadonlyMap<string, Layout> },
): readonly sheets_v4.Schema$Request[] =>
  tab.columns
    .filter(({ field, hint }) => {
      const index = layout.columnOf.get(field);
      // A header that bears our note is one that setup has made.
      const isMadeByUs = index !== undefined && found.notes[layout.headerRow]?.[index] === hint;
      const isNew = added.some((each) => each.field === field);
      return isMadeByUs && !isNew && !found.ruledColumns.has(index);
    })
    .filter((column) =>
      present.some((source) =>
        offers(column, {
          tab: source.tab.name,
          fields: new Set(source.added.map(({ field }) => field)),
        }),
      ),
    )
    .flatMap((column) => ruleRequests(column, { layout, layouts }));

/** Ids for new tabs that no tab of the book has. */
const freshIds = ({ tabs: present }: Book): (() => number) => {
  let last = Math.max(0, ...present.map(({ sheetId }) => sheetId % 1_000_000_000));
  return () => {
    do last += 1;
    while (present.some(({ sheetId }) => sheetId === last));
    return last;
  };
};

const bookTab = (book: Book, wanted: Pick<Tab, 'name' | 'synonyms'>): BookTab | undefined => {
  const name = findTab(book, wanted)?.name;
  return book.tabs.find((tab) => tab.name === name);
};
