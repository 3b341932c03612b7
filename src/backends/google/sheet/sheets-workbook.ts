/**
 * A Google spreadsheet as the workbook that people work in.
 *
 * Reading costs one call. Writing costs two more reads and one `batchUpdate`, for one cell or fifty thousand: tabs, rows
 * and columns are looked up again just before, and the answer of the write itself shows whether every value landed in
 * its row. What did not is put right at once, and so is what it fell into.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Cell, TabSnapshot } from '../../../core/sheet/snapshot.ts';
import type { Workbook } from '../../backend.ts';
import type { Memory } from '../../memory.ts';
import type { Pace } from '../../pace.ts';
import type { GoogleClient, RequestOptions } from '../client/google-client.ts';
import { quotedTab } from './a1.ts';
import { hasRoom, keepOutline, type SheetOutline } from './sheet-outline.ts';
import { isOfTimeZone, OutlineStaleError, refuseOtherTimeZone, staleOr } from './sheet-refusals.ts';
import { finishCutOff, type SheetAccess, writeVerified } from './verified-write.ts';
import { checkFields, checkOf } from './write-check.ts';
import { keepJournal } from './write-journal.ts';
import { writeRequests } from './write-request.ts';

export interface SheetsWorkbookOptions {
  readonly client: GoogleClient;
  readonly spreadsheetId: string;
  /** The office's; days and times in the sheet are taken as of this zone. */
  readonly timeZone: string;
  readonly memory: Memory;
  readonly pace: Pace;
}

export const openSheetsWorkbook = (options: SheetsWorkbookOptions): Workbook => {
  const sheet = openSheet(options);
  const journal = keepJournal(options);
  return {
    place: `https://docs.google.com/spreadsheets/d/${options.spreadsheetId}/edit`,
    read: () => sheet.read(),
    write: (edits, locate, repaired = () => undefined) =>
      writeVerified({ sheet, journal, edits, locate, repaired }),
    finishCutOff: (locate, repaired = () => undefined) =>
      finishCutOff({ sheet, journal, locate, repaired }),
  };
};

const openSheet = (options: SheetsWorkbookOptions): SheetAccess => {
  const { client, spreadsheetId, timeZone } = options;
  const outlines = keepOutline(options);

  /**
   * The time zone as we remember it may have been put right since.
   * @throws SheetTimeZoneError
   */
  const ofOurTime = async (outline: SheetOutline): Promise<SheetOutline> => {
    if (isOfTimeZone(outline, timeZone)) return outline;
    const fresh = await outlines.refresh();
    refuseOtherTimeZone(fresh, timeZone);
    return fresh;
  };

  /** Again with the tabs as they are now, when Google does not know those that we remember. */
  const withOutline = async <T>(
    remembered: () => Promise<SheetOutline>,
    work: (outline: SheetOutline) => Promise<T>,
  ): Promise<T> => {
    try {
      return await work(await ofOurTime(await remembered()));
    } catch (error) {
      if (!(error instanceof OutlineStaleError)) throw error;
      return work(await ofOurTime(await outlines.refresh()));
    }
  };

  const batchGet = async (titles: readonly string[]) => {
    if (titles.length === 0) return [];
    const sheets = await client.sheets();
    const request = {
      spreadsheetId,
      ranges: titles.map(quotedTab),
      majorDimension: 'ROWS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    };
    const { valueRanges = [] } = await client.send(
      { what: 'read the sheet', kind: 'read', repeatable: true, subject: 'sheet' },
      (sending) => sheets.spreadsheets.values.batchGet(request, sending).catch(staleOr),
    );
    return valueRanges;
  };

  return {
    read: (wanted) =>
      withOutline(wanted === undefined ? outlines.toLook : outlines.current, async ({ tabs }) => {
        const titles = tabs.map(({ title }) => title).filter((title) => wanted?.has(title) ?? true);
        const ranges = await batchGet(titles);
        return { tabs: titles.map((name, index) => tabFrom(name, ranges[index])) };
      }),

    send: (placed, seen, locate) =>
      withOutline(outlines.toWrite, async (outline) => {
        const tabs = hasRoom(outline, placed) ? outline.tabs : (await outlines.refresh()).tabs;
        const sheets = await client.sheets();
        const check = checkOf(placed, seen, locate);
        const request = {
          spreadsheetId,
          fields: checkFields,
          requestBody: {
            requests: [...writeRequests(placed, tabs)],
            includeSpreadsheetInResponse: true,
            responseIncludeGridData: true,
            responseRanges: [...check.ranges],
          },
        };
        const { updatedSpreadsheet = {} } = await client.send(
          { what: 'write into the sheet', kind: 'write', repeatable: false, subject: 'sheet' },
          (sending: RequestOptions) =>
            sheets.spreadsheets.batchUpdate(request, sending).catch(staleOr),
        );
        return check.isAsPlaced(updatedSpreadsheet);
      }),
  };
};

/** Empty cells at a row's end and empty rows at the tab's end are not in Google's answer. */
const tabFrom = (name: string, range: sheets_v4.Schema$ValueRange | undefined): TabSnapshot => ({
  name,
  rows: (range?.values ?? []).map((row) => row.map(cellFrom)),
});

const cellFrom = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
