/** Whether the sheet can be worked with: reachable, ours to write, in the office's time, with its tabs and headers. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { GoogleError } from '../../backends/google/client/errors.ts';
import { unreadAnswers } from '../../backends/google/setup/forms/answer-tabs.ts';
import { refuseOtherTimeZone } from '../../backends/google/sheet/sheet-refusals.ts';
import { refuseTrashed, seenInDrive } from '../../backends/google/sheet/sheet-trash.ts';
import { openSheetsWorkbook } from '../../backends/google/sheet/sheets-workbook.ts';
import { sortedPartly } from '../../backends/google/sheet/sorted-partly.ts';
import { typedColumnsIn, typedFaults } from '../../backends/google/sheet/typed-columns.ts';
import { overviewTabName, tabs } from '../../core/columns/tabs.ts';
import { isOfIndonesia } from '../../core/overview/locale-notice.ts';
import { isOurs, type Tab } from '../../core/sheet/column.ts';
import { findTab, locateColumns, normaliseHeader } from '../../core/sheet/locate-columns.ts';
import type { TabSnapshot, WorkbookSnapshot } from '../../core/sheet/snapshot.ts';
import { judgeBook, judgeRegisters } from './book-check.ts';
import { type Check, type Diagnosis, right, warned, wrong } from './check.ts';
import type { GoogleDeskToCheck, SignInUnderTest } from './sign-in-checks.ts';

export const sheetChecks = (
  google: GoogleDeskToCheck,
  session: () => SignInUnderTest,
): {
  readonly api: Check;
  readonly reach: readonly Check[];
  readonly content: readonly Check[];
} => {
  const { spreadsheet: spreadsheetId, timeZone, now } = google;
  let sheet: sheets_v4.Schema$Spreadsheet = {};
  /** What kept us from the sheet although the API answered. */
  let refusal: GoogleError | undefined;
  let snapshot: WorkbookSnapshot = { tabs: [] };
  const api: Check = {
    name: 'Sheets API',
    needs: ['sign-in'],
    look: async () => {
      try {
        sheet = await readSheet(spreadsheetId, session());
      } catch (error) {
        if (!(error instanceof GoogleError) || !isOfSheet(error)) throw error;
        refusal = error;
      }
      return right();
    },
  };
  const reach: readonly Check[] = [
    {
      name: 'sheet',
      needs: ['Sheets API'],
      look: async () => {
        if (refusal !== undefined) return withAccount(refusal, session());
        await refuseTrashed(spreadsheetId, session().client);
        return (await seenInDrive(spreadsheetId, session().client)) === 'hidden'
          ? right(
              'Drive shows its file to us not at all, so nobody would tell if it lay in the trash',
            )
          : right();
      },
    },
    {
      name: 'write access',
      needs: ['sheet'],
      look: async () => {
        try {
          await writeNothingNew(spreadsheetId, sheet, session());
          return right();
        } catch (error) {
          if (!(error instanceof GoogleError) || !isOfSheet(error)) throw error;
          return withAccount(error, session());
        }
      },
    },
    {
      name: 'time zone and locale',
      needs: ['sheet'],
      look: () => {
        const { timeZone: sheetZone, locale } = sheet.properties ?? {};
        refuseOtherTimeZone({ timeZone: sheetZone ?? '', askedAt: now() }, timeZone);
        return isOfIndonesia(locale ?? '')
          ? right()
          : warned(
              `The sheet's locale is "${locale ?? ''}": days and numbers that people type are read otherwise than in Indonesia.`,
              'In the sheet, open File → Settings (Setelan) and choose Indonesia.',
            );
      },
    },
  ];
  const content: readonly Check[] = [
    {
      name: 'tabs and headers',
      needs: ['time zone and locale', 'request form'],
      look: async () => {
        const pace = { now, random: () => 0, wait: async () => undefined };
        const { client } = session();
        const book = openSheetsWorkbook({
          client,
          spreadsheetId,
          timeZone,
          memory: forgetful,
          pace,
        });
        snapshot = await book.read();
        return judgeBook(
          snapshot,
          'bring them back from the version history of the sheet, or run "npx layanan-vicon setup --dir FOLDER" with the folder of the settings, which adds what is missing, empty: fill it before the next pass',
        );
      },
    },
    {
      name: 'protections',
      needs: ['tabs and headers'],
      look: () => judgeProtections(sheet, snapshot),
    },
    {
      name: 'sorting',
      needs: ['tabs and headers'],
      look: () => judgeSorting(sheet, snapshot),
    },
    {
      name: 'tables',
      needs: ['tabs and headers'],
      look: () => judgeTables(sheet, snapshot),
    },
    {
      name: 'officers, equipment, licences',
      needs: ['tabs and headers'],
      look: () => judgeRegisters(snapshot),
    },
  ];
  return { api, reach, content };
};

const forgetful = { recall: async () => undefined, remember: async () => undefined };

const isOfSheet = ({ code }: GoogleError): boolean =>
  code === 'sheet-not-found' || code === 'sheet-not-shared' || code === 'office-file';

const withAccount = async (
  { what, todo }: GoogleError,
  { who }: SignInUnderTest,
): Promise<Diagnosis> => wrong(`${what} Signed in: ${await who()}.`, todo);

const readSheet = async (
  spreadsheetId: string,
  { client }: SignInUnderTest,
): Promise<sheets_v4.Schema$Spreadsheet> => {
  const sheets = await client.sheets();
  const fields =
    'properties(timeZone,locale),sheets(properties(title),basicFilter(range),tables(range,columnProperties(columnIndex,columnType)),protectedRanges(range,warningOnly,requestingUserCanEdit))';
  return client.send(
    { what: 'read the tabs of the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
    (sending) => sheets.spreadsheets.get({ spreadsheetId, fields }, sending),
  );
};

/** Sets the time zone to what it is: Google judges the right to write, and nothing changes. */
const writeNothingNew = async (
  spreadsheetId: string,
  { properties }: sheets_v4.Schema$Spreadsheet,
  { client }: SignInUnderTest,
): Promise<void> => {
  const sheets = await client.sheets();
  const { timeZone = null } = properties ?? {};
  const requests = [
    { updateSpreadsheetProperties: { properties: { timeZone }, fields: 'timeZone' } },
  ];
  await client.send(
    { what: 'write into the sheet', kind: 'write', repeatable: true, subject: 'sheet' },
    (sending) =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }, sending),
  );
};

/** A protection over one of our columns that would stop us; those that only warn people are welcome. */
const judgeProtections = (
  { sheets = [] }: sheets_v4.Schema$Spreadsheet,
  snapshot: WorkbookSnapshot,
): Diagnosis => {
  const names = sheets.flatMap(({ properties, protectedRanges = [] }) => {
    const tab = snapshot.tabs.find(({ name }) => name === properties?.title);
    const isBlocked = protectedRanges.some(
      ({ range, warningOnly, requestingUserCanEdit }) =>
        !warningOnly && requestingUserCanEdit !== true && tab && coversOurs(range ?? {}, tab),
    );
    return isBlocked && tab ? [`"${tab.name}"`] : [];
  });
  return names.length === 0
    ? right()
    : wrong(
        `In ${names.join(', ')} cells that the service writes are protected against this account.`,
        'Open Data → Protect sheets and ranges (Lindungi sheet dan rentang), and let this account edit, or show a warning only.',
      );
};

/** Whether people can sort without tearing rows apart, and every answer is read. */
const judgeSorting = (
  { sheets = [] }: sheets_v4.Schema$Spreadsheet,
  snapshot: WorkbookSnapshot,
): Diagnosis => {
  const faults = tabs.flatMap((spec: Tab) => {
    const tab = findTab(snapshot, spec);
    const sheet = sheets.find(({ properties }) => properties?.title === tab?.name);
    if (tab === undefined || sheet === undefined) return [];
    const filter = sheet.basicFilter?.range;
    const tables = (sheet.tables ?? []).map(({ range }) => range ?? {});
    const columns = [...locateColumns(tab, spec).indexOf.values()];
    return sortedPartly({ name: tab.name, filter, tables }, columns);
  });
  const [first] = [...faults, ...unreadAnswers(snapshot.tabs)];
  return first === undefined ? right() : warned(first.what, first.todo);
};

/** Whether a table of Google's lets the service write what it writes. */
const judgeTables = (
  { sheets = [] }: sheets_v4.Schema$Spreadsheet,
  snapshot: WorkbookSnapshot,
): Diagnosis => {
  const faults = tabs.flatMap((spec: Tab) => {
    const tab = findTab(snapshot, spec);
    const sheet = sheets.find(({ properties }) => properties?.title === tab?.name);
    return tab === undefined ? [] : typedFaults(tab, spec, typedColumnsIn(sheet?.tables));
  });
  const [first] = faults;
  return first === undefined ? right() : warned(first.what, first.todo);
};

const coversOurs = (range: sheets_v4.Schema$GridRange, tab: TabSnapshot): boolean => {
  if (normaliseHeader(tab.name) === normaliseHeader(overviewTabName)) return true;
  const spec: Tab | undefined = tabs.find(({ name, synonyms }) =>
    [name, ...synonyms].some((each) => normaliseHeader(each) === normaliseHeader(tab.name)),
  );
  if (spec === undefined) return false;
  const { indexOf } = locateColumns(tab, spec);
  const { startColumnIndex, endColumnIndex } = range;
  return spec.columns.filter(isOurs).some(({ field }) => {
    const index = indexOf.get(field);
    return (
      index !== undefined &&
      index >= (startColumnIndex ?? 0) &&
      index < (endColumnIndex ?? Number.POSITIVE_INFINITY)
    );
  });
};
