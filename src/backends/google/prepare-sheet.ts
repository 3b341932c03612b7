/**
 * Makes a spreadsheet into the office's book: missing tabs and missing columns, ready to work in.
 *
 * Everything is one read and at most one write, and the write is all or nothing. What is there already is left as
 * it is: headers, widths, colours, drop-downs and rows belong to the staff. A tab or a column that this makes
 * comes complete, so a second run finds nothing to do. The tab of requests is never made: Google makes it when a
 * person links the form, and the columns of the service are put to the right of the answers.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { guideTabName, overviewTabName, requestTab, type Tab, tabs } from '../../core/columns.ts';
import { findTab, locateColumns, normaliseHeader } from '../../core/locate-columns.ts';
import type { Cell, TabSnapshot } from '../../core/snapshot.ts';
import type { GoogleClient } from './google-client.ts';
import { guideRequests, overviewRequests } from './prepare-sheet-guide.ts';
import {
  addColumnRequests,
  addTabRequests,
  futureLayout,
  type Layout,
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
  const isEmpty = book.tabs.every(({ rows }) => rows.length === 0);
  const plan = planFor(book);
  const notices: string[] = [];
  const done: string[] = [...plan.done];
  const requests: sheets_v4.Schema$Request[] = [...plan.requests];
  if (book.timeZone !== timeZone && isEmpty) {
    done.push(`set the time zone to ${timeZone}`);
    requests.unshift({
      updateSpreadsheetProperties: {
        properties: { timeZone, locale },
        fields: 'timeZone,locale',
      },
    });
  } else if (book.timeZone !== timeZone) {
    notices.push(
      `The sheet's time zone is ${book.timeZone}, the settings say ${timeZone}. Set it in the sheet under File, Settings.`,
    );
  }
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
  return { title: book.title, done, notices, hasRequests: requestTabOf(book) !== undefined };
};

interface BookTab extends TabSnapshot {
  readonly sheetId: number;
  /** How many columns the grid has. */
  readonly width: number;
}

interface Book {
  readonly title: string;
  readonly timeZone: string;
  readonly tabs: readonly BookTab[];
}

const readBook = async (client: GoogleClient, spreadsheetId: string): Promise<Book> => {
  const sheets = await client.sheets();
  const { properties, sheets: tabsRead = [] } = await client.send(
    { what: 'read the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
    (options) =>
      sheets.spreadsheets.get(
        {
          spreadsheetId,
          fields:
            'properties(title,timeZone),sheets(properties,data(rowData(values(effectiveValue))))',
          includeGridData: true,
        },
        options,
      ),
  );
  return {
    title: properties?.title ?? '',
    timeZone: properties?.timeZone ?? '',
    tabs: tabsRead.flatMap(({ properties: tab, data }): BookTab[] => {
      const width = tab?.gridProperties?.columnCount;
      return tab && width
        ? [
            {
              name: tab.title ?? '',
              sheetId: tab.sheetId ?? 0,
              width,
              rows: (data?.[0]?.rowData ?? []).map(cellsOf),
            },
          ]
        : [];
    }),
  };
};

/** Google leaves out what is empty; between filled rows and cells it may say null. */
const cellsOf = (row: sheets_v4.Schema$RowData | null): readonly Cell[] =>
  (row?.values ?? []).map(cellOf);

const cellOf = (cell: sheets_v4.Schema$CellData | null): Cell => {
  const value = cell?.effectiveValue;
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? '';
};

interface Plan {
  readonly done: readonly string[];
  readonly requests: readonly sheets_v4.Schema$Request[];
}

const planFor = (book: Book): Plan => {
  const newId = freshIds(book);
  const layouts = new Map<string, Layout>();
  const missing: Tab[] = [];
  const present: { readonly tab: Tab; readonly found: BookTab }[] = [];
  const done: string[] = [];
  const requests: sheets_v4.Schema$Request[] = [];

  for (const tab of tabs) {
    const found = tab === requestTab ? requestTabOf(book) : bookTab(book, tab);
    if (found) {
      present.push({ tab, found });
      layouts.set(tab.name, layoutOf(tab, found));
    } else if (tab !== requestTab) {
      missing.push(tab);
      layouts.set(tab.name, futureLayout(tab, newId()));
    }
  }
  const about = { layouts };
  for (const tab of missing) {
    requests.push(...addTabRequests(tab, about));
    done.push(`made the tab ${tab.name}`);
  }
  for (const { tab, found } of present) {
    if (findTab({ tabs: [found] }, tab) === undefined) {
      const properties = { sheetId: found.sheetId, title: tab.name };
      requests.push({ updateSheetProperties: { properties, fields: 'title' } });
      done.push(`renamed the tab ${found.name} to ${tab.name}`);
    }
    const { headerRow, missing: columns } = locateColumns(found, tab);
    if (columns.length === 0) continue;
    const firstColumn = Math.max(0, ...found.rows.map((row) => usedWidth(row)));
    const { sheetId, width } = found;
    requests.push(
      ...addColumnRequests(tab, columns, { ...about, sheetId, headerRow, firstColumn, width }),
    );
    done.push(`added ${columns.length} columns to the tab ${found.name}`);
  }
  if (!bookTab(book, { name: overviewTabName, synonyms: [] })) {
    requests.push(...overviewRequests(newId()));
    done.push(`made the tab ${overviewTabName}`);
  }
  if (!bookTab(book, { name: guideTabName, synonyms: [] })) {
    requests.push(...guideRequests(newId()));
    done.push(`made the tab ${guideTabName}`);
  }
  return { done, requests };
};

const usedWidth = (row: readonly Cell[]): number => row.findLastIndex((cell) => cell !== '') + 1;

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

/** By its name or, in a Google account of any language, by the needed questions among its headers. */
const requestTabOf = (book: Book): BookTab | undefined => {
  const named = bookTab(book, requestTab);
  if (named) return named;
  const answers = {
    ...requestTab,
    columns: requestTab.columns.filter(({ owner }) => owner === 'form'),
  };
  const isKnown = ({ name }: BookTab): boolean =>
    tabs.some((tab) => normaliseHeader(tab.name) === normaliseHeader(name));
  return book.tabs.find(
    (tab) =>
      !isKnown(tab) && locateColumns(tab, answers).missing.every((column) => !('needed' in column)),
  );
};

const layoutOf = (tab: Tab, found: BookTab): Layout => ({
  name: findTab({ tabs: [found] }, tab) ? found.name : tab.name,
  sheetId: found.sheetId,
  columnOf: locateColumns(found, tab).indexOf,
});
