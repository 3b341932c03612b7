import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Account } from '../accounts.ts';
import { type Clients, clientsOf, refusalOf } from '../google-clients.ts';
import { createGoogleDouble, type GoogleDouble } from '../google-double.ts';

type Cells = readonly (readonly (string | number | boolean)[])[];

/** What a test does to a spreadsheet, and what it sees of it, through Google's own client. */
export type TestedSpreadsheet = {
  readonly double: GoogleDouble;
  readonly clients: Clients;
  /** Sends requests in one batch; answers their replies. */
  readonly does: (
    ...requests: sheets_v4.Schema$Request[]
  ) => Promise<readonly sheets_v4.Schema$Response[]>;
  /** What the refusal of a batch says, without the name of the request. */
  readonly refuses: (...requests: sheets_v4.Schema$Request[]) => Promise<string>;
  /** The texts of a range as people see them. */
  readonly shows: (range?: string) => Promise<Cells>;
  /** A tab with all its cells. */
  readonly tab: (title?: string) => Promise<sheets_v4.Schema$Sheet>;
  /** A cell with all that it carries. */
  readonly cell: (range: string) => Promise<sheets_v4.Schema$CellData>;
  /** The same spreadsheet in other hands, which may write in it. */
  readonly as: (account: Account) => Promise<TestedSpreadsheet>;
};

export const spreadsheetId = 'lembar-uji';

/** The usual tab has the id 0 and the title `Data`; every other one the id of its place. */
export function aSpreadsheet(tabs: Readonly<Record<string, Cells>>): TestedSpreadsheet {
  const data = {
    spreadsheets: [
      {
        id: spreadsheetId,
        title: 'Uji',
        tabs: Object.entries(tabs).map(([name, rows]) => ({ name, rows })),
      },
    ],
  };
  const double = createGoogleDouble({ data });
  double.people.openWithProgram({ fileId: spreadsheetId });
  return inHandsOf(double, clientsOf(double));
}

function inHandsOf(double: GoogleDouble, clients: Clients): TestedSpreadsheet {
  const { spreadsheets } = clients.sheets;
  const batch = (requests: sheets_v4.Schema$Request[]) =>
    spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  const tab = async (title = 'Data'): Promise<sheets_v4.Schema$Sheet> => {
    const { data } = await spreadsheets.get({ spreadsheetId, includeGridData: true });
    const found = data.sheets?.find((each) => each.properties?.title === title);
    if (!found) throw new Error(`There is no tab "${title}".`);
    return found;
  };
  return {
    double,
    clients,
    does: async (...requests) => (await batch(requests)).data.replies ?? [],
    refuses: async (...requests) => {
      const { message } = await refusalOf(batch(requests));
      return String(message).replace(/^Invalid requests\[\d+\]\.\w+: /u, '');
    },
    shows: async (range = 'Data') => {
      const { data } = await spreadsheets.values.get({ spreadsheetId, range });
      return data.values ?? [];
    },
    tab,
    cell: async (range) => {
      const { data } = await spreadsheets.get({
        spreadsheetId,
        ranges: [range],
        includeGridData: true,
      });
      return data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0] ?? {};
    },
    as: async (account) => {
      await clientsOf(double).drive.permissions.create({
        fileId: spreadsheetId,
        requestBody: { type: 'user', role: 'writer', emailAddress: account.email },
      });
      return inHandsOf(double, clientsOf(double, account));
    },
  };
}

/** A range of the usual tab, ends excluded. */
export const range = (
  [startRowIndex, endRowIndex]: readonly [number, number],
  [startColumnIndex, endColumnIndex]: readonly [number, number],
  sheetId = 0,
): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

/** Rows or columns of the usual tab, end excluded. */
export const lines = (
  dimension: 'ROWS' | 'COLUMNS',
  startIndex: number,
  endIndex: number,
): sheets_v4.Schema$DimensionRange => ({ sheetId: 0, dimension, startIndex, endIndex });
