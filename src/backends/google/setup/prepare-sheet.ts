/**
 * Makes a spreadsheet into the office's book: missing tabs and missing columns, ready to work in.
 *
 * Three reads and at most one write, and the write is all or nothing. What is there already is left as it is:
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
import { linkedTabIn, takesAnswers } from '../../../core/columns/linked-tabs.ts';
import { requestTab } from '../../../core/columns/request-tab.ts';
import { guideTabName, overviewTabName, tabs } from '../../../core/columns/tabs.ts';
import type { Tab } from '../../../core/sheet/column.ts';
import { findTab, locateColumns } from '../../../core/sheet/locate-columns.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { type SheetFault, sortedPartly } from '../sheet/sorted-partly.ts';
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

export interface PreparedSheet {
  /** What people call it. */
  readonly title: string;
  /** In English, what this run changed; empty when nothing was left to do. */
  readonly done: readonly string[];
  /** What a person should know or do. */
  readonly notices: readonly string[];
  /** The tab with the form's answers is there. */
  readonly hasRequests: boolean;
}

/** What a new book is set to; numbers and days show as in Indonesia. */
const locale = 'in_ID';

/** @throws ServiceError one of `errors.ts`. */
export const prepareSheet = async (
  client: GoogleClient,
  { spreadsheetId, timeZone }: { readonly spreadsheetId: string; readonly timeZone: string },
): Promise<PreparedSheet> => {
  const book = await readBook(client, spreadsheetId);
  const zone = zonePlan(book, timeZone);
  const plan = planFor(book);
  const requests = [...zone.requests, ...plan.requests];
  if (requests.length > 0) {
    const sheets = await client.sheets();
    await client.send(
      { what: 'prepare the sheet', kind: 'write', repeatable: false, subject: 'sheet' },
      (options) =>
        sheets.spreadsheets.batchUpdate(
          { spreadsheetId, fields: 'spreadsheetId', requestBody: { requests } },
          options,
        ),
    );
  }
  return {
    title: book.title,
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

/** Time zone and locale are set while the book is empty; later, days and times in it would change their meaning. */
const zonePlan = (book: Book, timeZone: string): Preparation => {
  const isEmpty = book.tabs.every(({ usedRows }) => usedRows === 0);
  if (!isEmpty) {
    const notice = `The sheet's time zone is ${book.timeZone}, the settings say ${timeZone}. In the sheet, open File → Settings (Setelan) and choose the time zone of the office.`;
    return { done: [], requests: [], notices: book.timeZone === timeZone ? [] : [notice] };
  }
  if (book.timeZone === timeZone && book.locale === locale) {
    return { done: [], requests: [], notices: [] };
  }
  const properties = { timeZone, locale };
  return {
    done: [`set the time zone to ${timeZone} and the locale to Indonesia`],
    requests: [{ updateSpreadsheetProperties: { properties, fields: 'timeZone,locale' } }],
    notices: [],
  };
};

/** A tab that is there: where its columns stand, and which have to be added to the right of everything. */
interface Present extends ColumnsToBring {
  readonly tab: Tab;
  readonly found: BookTab;
  readonly layout: Layout;
}

const planFor = (book: Book): Preparation => {
  const newId = freshIds(book);
  const layouts = new Map<string, Layout>();
  const missing: Tab[] = [];
  const present: Present[] = [];
  const faults: SheetFault[] = [];
  const superseded: Swap[] = [];
  for (const tab of tabs) {
    const { found, instead, waiting } = standingFor(tab, book);
    if (found && instead) superseded.push({ found, instead });
    if (waiting) faults.push(tableFault(waiting.name));
    if (found) {
      const seen = presentTab(tab, found);
      faults.push(...sortedPartly(found, [...locateColumns(found, tab).indexOf.values()]));
      // A table would be sorted without the columns beside it: staff's ticks would end up on other requests.
      const isBlocked = seen.added.length > 0 && found.tables.length > 0;
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
  }
  if (!bookTab(book, { name: guideTabName, synonyms: [] })) {
    requests.push(...guideRequests(newId()));
    done.push(`made the tab ${guideTabName}`);
  }
  const left = book.tabs.filter((each) => !superseded.some(({ instead }) => instead === each));
  const notices = [...faults, ...unreadAnswers(left)].map(({ what, todo }) => `${what} ${todo}`);
  return { done, requests, notices };
};

/** The tab in the book that serves as one of ours. */
interface Standing {
  readonly found: BookTab | undefined;
  /** An empty one of ours, in whose place it comes. */
  readonly instead?: BookTab;
  /** A form's tab that cannot be taken as it is. */
  readonly waiting?: BookTab;
}

const standingFor = (tab: Tab, book: Book): Standing => {
  if (tab === requestTab) return { found: requestTabIn(book.tabs) };
  const named = namedTabIn(book.tabs, tab);
  const linked = linkedTabIn(book.tabs, tab);
  if (named === undefined || linked === undefined) return { found: named ?? linked };
  if (named.filledRows > locateColumns(named, tab).headerRow + 1) return { found: named };
  return linked.tables.length > 0
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

const tableFault = (name: string): SheetFault => ({
  what: `The answers in the tab ${name} are a table of Google's, which people would sort without the service's columns.`,
  todo: 'Open the menu beside the table\'s name in the sheet and choose "Revert to unformatted data"; the form goes on working.',
});

const presentTab = (tab: Tab, found: BookTab): Present => {
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
    },
  };
};

/** By name where only some were lacking; all of them would be a long list. */
const columnsInWords = ({ added, isLate }: Present): string => {
  const { length } = added;
  return `${length} column${length === 1 ? '' : 's'}${isLate ? ` (${quotedHeaders(added)})` : ''}`;
};

/** With only the columns that stand there now. */
const layoutWithout = ({ layout, added, found }: Present): Layout => ({
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
  { tab, found, layout, added }: Present,
  layouts: ReadonlyMap<string, Layout>,
): readonly sheets_v4.Schema$Request[] => {
  if (added.length === 0) return [];
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
    ...(isOurs ? columnRequests(there, { layout, layouts, header: 'there' }) : []),
    ...(isBlank ? firstRowRequests(tab, layout) : []),
    ...(isOurs ? groupRequests(tab, layout) : []),
    ...viewRequests(tab, layout, {
      added,
      tintCount: found.tintCount,
      hasFilter: found.filter !== undefined,
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
